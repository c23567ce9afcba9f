"""Patterns and conditions that the forms of Chinese credits share."""

from __future__ import annotations

import re
from typing import Final

from crawler.extraction.captions.photo_agencies import KNOWN
from crawler.extraction.captions.surnames import are_names
from crawler.extraction.form import Parts, any_of
from crawler.extraction.lexicon import labels
from crawler.extraction.lexicon.organisations import NOBODY, OFFICE_ENDINGS

HAN: Final = "[一-鿿]"
NAME: Final = r"(?:[一-鿿·]{2,4}|[一-鿿][ \u3000]+[一-鿿]|(?=[一-鿿]{1,9}·)[一-鿿·]{5,12})"
WHO: Final = rf"(?P<who>{NAME}(?:[、 \u3000/／]+[一-鿿·]{{2,4}}){{0,4}})"
RANK: Final = "(?:首席|特约|特約|实习|實習|见习|見習|高级|驻[一-鿿]{2,6}|驻地)?"
ROLE: Final = RANK + any_of((*labels.REPORTERS, *labels.ROLES, *labels.PHOTOGRAPHERS))
SEPARATOR: Final = r"\s*(?:[:：=＝/／丨｜︱|·•@＠]|[Bb][Yy](?=[^a-z]))\s*"
WHOLE: Final = (
    "(?:本[文版组組]|文[中内內章]|以上|上述)(?:图片|照片|配图|圖片|配圖|[图圖])|上[图圖](?=[均都皆])"
)
OF_ALL: Final = rf"(?:{WHOLE})[^。]{{0,14}}?(?:均|都|皆)?(?:[为由系為]|[来來]自|[来來]源[于於]?)"
NUMBERED: Final = r"[图圖](?:\d{1,2}|[①-⑩])(?:[-—~至、,，]?(?:\d{1,2}|[①-⑩]))*[:：]\s*"
DRAWN: Final = any_of((*labels.DRAWN, *labels.DRAWN_BY))
LABEL: Final = any_of((*labels.PHOTO_SOURCE, *labels.LEADING_PICTURE))
LEAD: Final = (
    rf"(?:[▲△|｜]\s*|{OF_ALL}|{NUMBERED}|{HAN}{{2,6}}[社网網]照片[，,]\s*"
    rf"|{LABEL}(?:{SEPARATOR}|(?<=由))|[（(]?{any_of(labels.ARCHIVE)}[）)，,]\s*){{0,8}}+"
)
"""Words before the credit proper: a label, a note of the archive, a note that it is for all pictures."""
DESK: Final = rf"{HAN}{{1,8}}(?:社|报|報|網|网|台|队|部|中国|中國)"
WHEN: Final = r"(?:[ \u3000]*\d{2,4}年\d{1,2}月\d{1,2}日)?"
SHOT: Final = rf"\s*[/／]?\s*MARK(?![影制]|报道|報道|報導){WHEN}"
PROVIDER: Final = r"(?P<org>[^\s，。▲△（）():：/／丨｜|]{2,24}?)"
OF_PICTURE: Final = (
    rf"[▲△]?(?:{HAN}{{0,4}}{any_of(labels.PHOTO_SOURCE)}(?:{SEPARATOR}|(?<=由))"
    rf"|{HAN}{{0,4}}{any_of(labels.PHOTOS)}[均都皆]由)"
)
"""Words before the provider that speak of a picture: `照片由`, `以上图片均由`."""
NO_SENTENCE: Final = r"(?![^\s，。]{0,20}(?<!自)由[^\s，。]{2,20}提供)"
"""Excludes sentences about a provider of something else: `经费由县政府提供`."""
PROSE: Final = re.compile(
    rf"[。！？；]|^由|(?<!翻)拍$|免[费費]|^图为|^圖為|记者在|可以|进行|{any_of(labels.EDITORS)}|[，,].*[，,]"
)


NO_CAPTION: Final = (
    rf"(?!(?<![^（(\[【〔])[图圖][:：]\s?{HAN}{{7,}}[）)\]】〕]?$(?<!{any_of(OFFICE_ENDINGS)}))"
)
"""Excludes a description behind a label: `图：渔船在新的船闸前等候`."""
VISITED: Final = re.compile("登录|登陆|登錄|访问|詳見|详见|请|來自|来自|见|據|据|原载|本")


def no_prose(parts: Parts) -> bool:
    """Return whether no part reads like a sentence or a notice."""
    return not any(map(PROSE.search, parts.values()))


def of_person(parts: Parts) -> bool:
    """Return whether the names, as in a short list after a mere `图：`, have the surnames of people."""
    return are_names(parts["who"])


def of_site(parts: Parts) -> bool:
    """Return whether a site or an account is named, neither visited nor the source of the text."""
    return VISITED.match(parts["org"]) is None and not PROSE.search(parts["org"])


def of_known(parts: Parts) -> bool:
    """Return whether the parts, without label and verb, are known agencies, or the first or last is one."""
    names = [
        re.sub(r"(?:记者|記者|配信|[发發])$", "", part)
        for part in re.split(r"\s*[/／|、]\s*", parts["names"])
    ]
    known = [name.casefold() in KNOWN for name in names]
    if all(name.casefold() in NOBODY and name.endswith(("图", "圖", "片")) for name in names):
        return False  # `（资料图）` is the caption's own word
    return all(known) or (len(known) > 1 and (known[0] or known[-1]))
