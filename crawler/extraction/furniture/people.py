"""Splits lists of names in lines and metadata, and excludes words that name no person."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import takewhile
from typing import Final

from crawler.extraction.form import any_of
from crawler.extraction.furniture.line import PERSON
from crawler.extraction.lexicon import labels
from crawler.extraction.lexicon.agencies.table import AgencyRole, agencies, rows
from crawler.extraction.lexicon.people import AND, ANONYMOUS, COMPOUND_SURNAMES, DESKS, SURNAMES

_NETWORK: Final = any_of(labels.NETWORKS)
_SEPARATORS: Final = re.compile(rf"\s*(?:[、,，;；/&|]|(?<![^\s,]){any_of(AND)}(?!\S)|\s{{2,}})\s*")
_CODE: Final = re.compile(r"[_\s]*[A-Z]{0,4}\d{2,}\s*$|(?<=[一-鿿])_[a-z]+\s*$")
"""An editor's number or account behind the name: `周渡_LS2041`, `周渡_zhoudu`."""
_SPACED: Final = re.compile(r"(?<![一-鿿])([一-鿿])\s+([一-鿿])(?![一-鿿])")
"""A name of two characters, spaced to the width of three: `周 渡`."""
_NOBODY: Final = re.compile(
    rf".*[{{}}$<>\\].*|{any_of(ANONYMOUS)}|{_NETWORK}|.*{any_of(DESKS)}", re.IGNORECASE
)
"""Names of nobody: anonymous authors, desks, buttons, the start of a template's variable."""
_HAN_NAMES: Final = re.compile(rf"^{PERSON}(?:\s+{PERSON})+$")
_GENERATION: Final = re.compile(r",\s*(?=(?:Jr|Sr)\b)")
"""The comma before a part of a name: `Wade Lindqvist, Jr.`"""
_NO_NAME: Final = re.compile(
    rf"[a-z]{{1,4}}\d{{2,}}|(?:MD|M\.D|PhD|Ph\.D|DPhil|MBA|JD|Esq|RN|CPA|FRS|OBE)\.?|.*\b{any_of(labels.PROFESSIONS)}s?",
    re.IGNORECASE,
)
"""Degrees and offices behind a comma and a name, and numbers of editors: `tf025`."""
_BEHIND: Final = re.compile(
    rf"(?<=\w)(?<=\w\w)\s+(?:\(|(?:Chief|Senior|Associate|Deputy|Staff|Special)\s.*\b{any_of(labels.PROFESSIONS)}s?$).*",
    re.IGNORECASE,
)
"""An office right behind a name: `Mara Quell Senior Harbour Correspondent`, `Mara Quell (envoy)`."""
_ADORNMENTS: Final = re.compile(r"\\[nrt]|[\U0001f000-\U0001faff\u2190-\u2bff\ufe0f\u200d]+|(?:^|\s)@\w+")
"""Escaped line breaks, emoji, and accounts of social networks, beside a name."""
_EDGES: Final = " \t.:：()（）[]【】-–—#"
_NO_PERSON: Final = re.compile(
    r"[网網社報报台部局院司]|新[闻聞]|\d|[@:：。！？]|\.(?:com|cn|org|net)\b|\bspecial (?:for|to)\b"
    r"|\b(?:news|agency|staff|editors?|team|admin|name|daily|online|see full bio)\b|查看|评论|評論"
    rf"|\b{_NETWORK}\b",
    re.IGNORECASE,
)
"""Values of author tags that name no person. Chinese names have none of these characters."""
_HAN_SENTENCE: Final = re.compile(r"[一-鿿]{12}")
"""More Chinese characters in a row than any name has."""
_AGENCIES: Final = frozenset(agencies(AgencyRole.BYLINE))
_ROLES: Final = frozenset((*labels.AUTHORS, *labels.REPORTERS, *labels.ROLES))
_EDITORS: Final = frozenset(labels.EDITORS)
_ADDRESS: Final = re.compile(r"[A-Za-z0-9._-]+@[A-Za-z0-9.-]+")
"""A reporter's e-mail address behind the name."""
_OFFICE: Final = rf"(?:{any_of(labels.RANKS)}\s+)*{any_of(labels.PROFESSIONS)}s?"
_AROUND: Final = re.compile(
    rf"^(?:{any_of(labels.WORK_BY)}\s+)+|^(?:\w+\s)?{any_of(labels.PROFESSIONS)}s\s+|^{_OFFICE}$|\s+{_OFFICE}$"
    rf"|\s+in\s+[A-ZÀ-Ý][\w.'’ -]*$|(?:\s+{any_of(labels.NETWORKS)})+$|\s+posted$",
    re.IGNORECASE,
)
"""Words around a name in an alphabetic script: `More stories by`, `Senior Reporter`, `in Linshui`."""
_OFFICE_BEHIND: Final = re.compile(
    rf"(?:(?:(?<=[一-鿿])\s+|^)[^\s、，,]{{4,20}}[、，,].{{0,80}}|(?<=[一-鿿])\s+\S{{4,40}})"
    rf"{any_of(labels.OFFICES_CHINESE)}$"
)
"""A long office behind a Chinese name, or without one: `玛拉・奎尔 河流与港口、船闸研究员`."""
_INSTITUTE: Final = re.compile(r"^[一-鿿]{2,16}(?:大学|大學|学院|學院|研究所|研究院)(?=[一-鿿]{2,4}$)")
"""The institute right before the name of its member: `临水大学水文学院吴林`."""
_SOURCES: Final = frozenset(agency.name.casefold() for agency in rows())


def split_names(text: str) -> tuple[str, ...]:
    """Return the people in a printed list: `李河、吴帆`, `Wade Lindqvist, MD, and Mara Quell`, `周渡_LS2041`.

    The list ends before the label of an editor: `李河 编辑 周渡`.
    """
    text = _GENERATION.sub(" ", _ADORNMENTS.sub(" ", _ADDRESS.sub(" ", text))).strip(_EDGES)
    text = _OFFICE_BEHIND.sub("", _SPACED.sub(r"\1\2", text))
    parts = text.split() if _HAN_NAMES.match(text) else _SEPARATORS.split(text)
    named = (_BEHIND.sub("", part) for part in takewhile(lambda part: part not in _EDITORS, parts))
    names = (_bare(part) for part in named if not _NO_NAME.fullmatch(part))
    distinct = dict.fromkeys(name for name in names if _may_be_name(name))
    people = tuple(name for name in distinct if name.casefold() not in _SOURCES)
    return people or tuple(distinct)


def _may_be_name(name: str) -> bool:
    return 1 < len(name) <= 60 and name not in _ROLES and not _NOBODY.fullmatch(name)


def _bare(name: str) -> str:
    """Return a name without the words around it."""
    member = _INSTITUTE.sub("", name)
    name = member if is_full_name(member) else name
    return _AROUND.sub("", _CODE.sub("", name).strip(_EDGES)).strip(_EDGES)


def persons(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names that can be people rather than sites, offices or addresses."""
    return tuple(name for name in names if 1 < len(name) <= 40 and _may_be_person(name))


def _may_be_person(name: str) -> bool:
    if _HAN_SENTENCE.search(name):
        return False
    return not _NO_PERSON.search(name) and not name.islower() and name not in _AGENCIES


def is_full_name(name: str) -> bool:
    """Return whether two to four characters begin with a common Chinese surname: `吴林`."""
    longest = 4 if name[:2] in COMPOUND_SURNAMES else 3
    return 2 <= len(name) <= longest and (name[0] in SURNAMES or longest == 4)
