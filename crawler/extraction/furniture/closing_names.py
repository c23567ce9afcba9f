"""Reads authors and editors behind the last sentence of a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from crawler.extraction.form import Form, any_of, read_form
from crawler.extraction.furniture.forms.closing_names import CLOSING_NAMES
from crawler.extraction.furniture.printed import PrintedPeople, read_authors, read_editors
from crawler.extraction.lexicon import labels

LONGEST: Final = 4  # characters of a name without an office
_LAST: Final = 120  # characters at the end of a text that may hold a signature
_ROLE: Final = re.compile(rf"({any_of((*labels.REPORTERS, *labels.ROLES))})[：:／]?(?=[㐀-鿿])")
_AND: Final = re.compile(rf"[、，,]\s*(?={any_of(labels.ROLES)})")
_ASIDE: Final = re.compile(r"[(（](?P<aside>[^()（）]{4,60})[)）]\s*\d*\s*$")
"""A remark in brackets at the end of a text, perhaps with a number: `（編輯：周渡）1130612`."""


@dataclass(frozen=True, slots=True)
class Signature:
    """The authors at the end of a text."""

    names: tuple[str, ...]
    form: Form


def read_signature(text: str) -> Signature | None:
    """Return the authors behind the last sentence: `……两千万元。（本报记者李河 通讯员 吴帆）`."""
    end = text[-_LAST:]
    printed = read_form(CLOSING_NAMES.candidates(end), end)
    if printed is None:
        return None
    who = _ROLE.sub(r"\1 ", _AND.sub(" ", printed.parts["who"]))
    authors = read_authors(f"（{who}）")
    names = authors.names if authors else (who,) if len(who) <= LONGEST else ()
    return Signature(names, printed.form) if names else None


def read_closing_editors(text: str) -> PrintedPeople | None:
    """Return the editors in a remark at the end of a text: `……三十年。（編輯：周渡）1130612`."""
    aside = _ASIDE.search(text[-_LAST:])
    return read_editors(aside["aside"]) if aside else None
