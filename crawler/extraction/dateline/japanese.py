"""Finds datelines in Japanese, which stand in brackets."""

from __future__ import annotations

import re
from typing import Final

from crawler.extraction.dateline.dates import date_of
from crawler.extraction.dateline.forms.head import first_of
from crawler.extraction.dateline.forms.japanese import HEADS
from crawler.extraction.dateline.plain import PlainDateline

_APART: Final = re.compile("[,/]")


def find_japanese(plain: str) -> PlainDateline | None:
    """Find a dateline at the start of a plain opening in Japanese."""
    head = first_of(HEADS, plain) if plain[:1] in {"(", "["} else None
    if head is None or not plain[head.end :].strip():
        return None
    return PlainDateline(
        form=head.form,
        end=head.end,
        places=_apart(head.parts.get("place")),
        date=date_of(head.parts),
        agency=head.parts.get("agency"),
        reporters=_apart(head.parts.get("who")),
    )


def _apart(names: str | None) -> tuple[str, ...]:
    # The middle dot separates the words of one name: ニュー・デリー.
    return tuple(name for name in _APART.split(names or "") if name)
