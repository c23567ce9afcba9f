"""Finds datelines in Korean: most in brackets, with the reporters behind."""

from __future__ import annotations

import re
from typing import Final

from crawler.extraction.dateline.dates import date_of
from crawler.extraction.dateline.forms.head import Taken, first_of
from crawler.extraction.dateline.forms.korean import HEADS, REPORTERS, ROLES
from crawler.extraction.dateline.plain import PlainDateline
from crawler.extraction.form import any_of

_DAY: Final = "일"
_DAY_STANDS: Final = 40
"""Characters at the beginning in which the date of a dateline without brackets stands."""
_PLACES_END: Final = re.compile("[·,/]")
_NAMES_END: Final = re.compile(r"[,·\s]+")
_ROLE: Final = re.compile(rf"(?:인턴|수습|선임|객원)?{any_of(ROLES)}$")


def find_korean(plain: str) -> PlainDateline | None:
    """Find a dateline at the start of a plain opening in Korean."""
    if plain[:1] not in {"(", "["} and _DAY not in plain[:_DAY_STANDS]:
        return None
    head = first_of(HEADS, plain)
    dateline = _with_reporters(head, plain) if head else None
    return dateline if dateline and plain[dateline.end :].strip() else None


def _with_reporters(head: Taken, plain: str) -> PlainDateline:
    behind = None if "who" in head.parts else first_of(REPORTERS, plain, head.end)
    who = head.parts.get("who") or (behind.parts.get("who") if behind else None)
    return PlainDateline(
        form=head.form,
        end=behind.end if behind else head.end,
        places=_places(head.parts.get("place")),
        date=date_of(head.parts),
        agency=head.parts.get("agency"),
        reporters=_names(who),
    )


def _places(text: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in _PLACES_END.split(text or "") if part.strip())


def _names(text: str | None) -> tuple[str, ...]:
    """Return the names in `홍길동 이몽룡 기자`; a role may be joined to its name: `홍길동기자`."""
    names = (_ROLE.sub("", word) for word in _NAMES_END.split(text or ""))
    return tuple(name for name in names if len(name) > 1)
