"""Reads the reporters in Chinese datelines, apart from roles, papers and desks."""

from __future__ import annotations

import re
from typing import Final

from crawler.extraction.form import any_of
from crawler.extraction.lexicon import labels
from crawler.extraction.lexicon.han import HAN
from crawler.extraction.lexicon.organisations import DESK_ENDINGS
from crawler.extraction.lexicon.people import COMPOUND_SURNAMES
from crawler.extraction.lexicon.places_chinese import PLACES

_ROLE: Final = re.compile(
    any_of(labels.REPORTER_KINDS)
    + "*"
    + any_of((*labels.REPORTERS, *labels.ROLES, *labels.TRANSLATORS, *labels.AUTHORS, *labels.DRAFTED))
    + "[:：]?"
)
_ORGANISATION: Final = re.compile(rf"(?:{'|'.join(DESK_ENDINGS)}|[驻駐].*)$")
_SEPARATORS: Final = re.compile(r"[、,;/\s和及與与|&]+")
_AFTERWORDS: Final = re.compile(
    rf"(?:{any_of((*labels.REPORTED, *labels.WRITTEN, *labels.TEXT_AND_PICTURES))}"
    r"|整合|综合|发自.*|整理|文并摄|专电|连线)$"
)
_OTHER_LABELS: Final = (
    *labels.HELPERS,
    *labels.SHOT,
    *labels.PICTURE,
    *labels.EDITORS,
    *labels.PRODUCERS,
    "航拍",
)
_OTHER_WORK: Final = re.compile(f"^{any_of(_OTHER_LABELS)}[:：]?$")
_REPORTED_FROM: Final = re.compile(rf"\s({HAN}{{2,6}}){any_of(labels.REPORTED)}$")
_HAN_NAME: Final = re.compile(rf"{HAN}+(?:·{HAN}+)*$")
_LATIN: Final = re.compile(r"[A-Z][A-Za-z.'-]+$")
_NO_NAMES: Final = frozenset(
    "综合 有图 有圖 有删节 删节 組圖 组图 图文 圖文 更新 更新版 独家 快讯 现场 视频 全文 摘要 节选 上 中 下 "
    "一 二 三 完 续 续完 待续 上接 下转 资料 专题 评论 时评 社论 摘编 讲话 "
    "星期一 星期二 星期三 星期四 星期五 星期六 星期日 星期天 周一 周二 周三 周四 周五 周六 周日".split()
)
_MARK: Final = "\x00"


def has_role(content: str) -> bool:
    """Return whether the text has a word such as 记者."""
    return _ROLE.search(content) is not None


def read_names(content: str) -> tuple[str, ...]:
    """Return the names in `中央台记者刘甲、本报记者陈乙 摄影 王丙` → 刘甲, 陈乙."""
    names: list[str] = []
    skipping = False
    for token in _SEPARATORS.split(_with_roles_apart(content)):
        if token == _MARK:
            skipping = False
        elif _OTHER_WORK.match(token):
            skipping = _forget_photographer(token, names)
        elif token and not skipping:
            _add(_without_places(_AFTERWORDS.sub("", token)), names)
    return tuple(name for name in names if len(name) > 1)


def _with_roles_apart(content: str) -> str:
    """Return the content with a mark in the place of each role and of the organisation before it."""
    pieces: list[str] = []
    start = 0
    for match in _ROLE.finditer(content):
        before = content[start : match.start()]
        kept = _without_organisation(before, first=start == 0)
        pieces.append(f"{kept} {_MARK} ")
        start = match.end()
    return "".join(pieces) + content[start:]


def _without_organisation(before: str, *, first: bool) -> str:
    """Return the names before a role, without the role's own words and its organisation."""
    tokens = _SEPARATORS.split(before)
    if first:
        tokens.pop()
    return "、".join(token for token in tokens if _may_be_name(token))


def _may_be_name(token: str) -> bool:
    """Return whether a token before a role may be a reporter's name, Chinese or Latin."""
    is_short = len(token) <= 4 and not _ORGANISATION.search(token)
    return is_short or _LATIN.match(_AFTERWORDS.sub("", token)) is not None


def _without_places(token: str) -> str:
    """Return a name without the places behind it: `吴小林台湾台北` is `吴小林`."""
    while len(token) > 4 and (place := next((token[-n:] for n in (4, 3, 2) if token[-n:] in PLACES), None)):
        token = token[: -len(place)]
    return token


def _forget_photographer(token: str, names: list[str]) -> bool:
    """Return whether the next names are a photographer's, as in `摄影 王丙`; drop the last for `王丙 摄`."""
    if token[0] in "摄攝" and len(token) == 1 and names:
        names.pop()
        return False
    return True


def _add(token: str, names: list[str]) -> None:
    if token.endswith(("摄", "攝", "摄影", "攝影")) and len(token) > 2:
        return
    if len(token) == 1 and names and len(names[-1]) == 1 and _HAN_NAME.match(token):
        names[-1] += token  # a name of two characters, spread to the width of three
    elif _HAN_NAME.match(token) and (len(token) <= 4 or "·" in token):
        if token not in {"文", "图", "圖"} and not (names and token in PLACES):
            names.append(token)
    elif _LATIN.match(token):
        _add_latin(token, names)


def _add_latin(token: str, names: list[str]) -> None:
    if names and _LATIN.match(names[-1].split()[-1]):
        names[-1] += " " + token
    else:
        names.append(token)


def are_names(content: str) -> bool:
    """Return whether the text consists of names: `方甲 李乙 匡丙`."""
    tokens = [token for token in _SEPARATORS.split(content.strip()) if token]
    if 1 < len(tokens) <= 4 and all(len(token) == 1 for token in tokens):
        tokens = ["".join(tokens)]
    return 0 < len(tokens) <= 8 and all(_is_name(token, len(tokens)) for token in tokens)


def _is_name(token: str, count: int) -> bool:
    """Return whether a token may be a name; four characters only in a list or with a double surname."""
    if not _HAN_NAME.match(token) or token in _NO_NAMES:
        return False
    return (
        "·" in token
        or 2 <= len(token) <= 3
        or (len(token) == 4 and (count > 1 or token[:2] in COMPOUND_SURNAMES))
    )


def place_reported(content: str) -> tuple[str, ...]:
    """Return the place in `記者 某甲 北京報道`."""
    match = _REPORTED_FROM.search(content)
    return (match[1],) if match and match[1] in PLACES else ()


def split_name_and_place(text: str) -> tuple[str, str]:
    """Split `溫甲乙台北`: a name of three characters, or four with a double surname, then a place."""
    length = 4 if text[:2] in COMPOUND_SURNAMES else 3
    if len(text) <= length:
        return text, ""
    if len(text) == length + 1:
        length -= 1
    return text[:length], text[length:]
