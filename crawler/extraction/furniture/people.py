"""Splits lists of names in lines and metadata, and excludes words that name no person."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from crawler.extraction.form import any_of
from crawler.extraction.lexicon import labels
from crawler.extraction.lexicon.agencies.table import Role, agencies
from crawler.extraction.lexicon.people import AND

_SEPARATORS: Final = re.compile(rf"\s*(?:[、,，;；/&|]|(?<![^\s,]){any_of(AND)}(?!\S)|\s{{2,}})\s*")
_CODE: Final = re.compile(r"[_\s]*[A-Z]{0,4}\d{2,}\s*$")
"""An editor's number behind the name: `周渡_LS2041`."""
_HAN_NAMES: Final = re.compile(r"^[一-鿿·]{2,4}(?:\s+[一-鿿·]{2,4})+$")
_EDGES: Final = " \t.:：()（）[]【】-–—"
_NO_PERSON: Final = re.compile(
    r"[网網社報报台部局院司]|新[闻聞]|\d|@|://|\.(?:com|cn|org|net)\b"
    r"|\b(?:news|agency|staff|editors?|team|admin|name|daily|online)\b",
    re.IGNORECASE,
)
"""What a site puts into its author tag for want of a person. Chinese names have none of these characters."""
_ROLES: Final = frozenset((*labels.REPORTERS, *labels.ROLES))
_OFFICE: Final = rf"(?:{any_of(labels.RANKS)}\s+)*{any_of(labels.PROFESSIONS)}s?"
_AROUND: Final = re.compile(
    rf"^(?:{any_of(labels.WORK_BY)}\s+)+|^{_OFFICE}$|\s+{_OFFICE}$"
    rf"|\s+in\s+[A-ZÀ-Ý][\w.'’ -]*$|(?:\s+{any_of(labels.NETWORKS)})+$",
    re.IGNORECASE,
)
"""Words around a name in an alphabetic script: `More stories by`, `Senior Reporter`, `in Linshui`."""
_AGENCIES: Final = frozenset(name.casefold() for name in agencies(Role.PHOTOS))


def split_names(text: str) -> tuple[str, ...]:
    """People from a printed list: `李河、吴帆`, `Wade Lindqvist and Mara Quell`, `周渡_LS2041`."""
    text = text.strip(_EDGES)
    parts = text.split() if _HAN_NAMES.match(text) else _SEPARATORS.split(text)
    names = (_AROUND.sub("", _CODE.sub("", part).strip(_EDGES)) for part in parts)
    each = dict.fromkeys(name for name in names if 1 < len(name) <= 60 and name not in _ROLES)
    people = tuple(name for name in each if name.casefold() not in _AGENCIES)
    return people or tuple(each)


def persons(names: Iterable[str]) -> tuple[str, ...]:
    """Those of the names that can be people rather than sites, offices or addresses."""
    return tuple(
        name for name in names if not _NO_PERSON.search(name) and 1 < len(name) <= 40 and not name.islower()
    )
