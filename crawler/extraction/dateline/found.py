"""What a grammar returns when it has found a dateline."""

from __future__ import annotations

from dataclasses import dataclass

from crawler.extraction.dateline.dates import PrintedDate


@dataclass(frozen=True, slots=True)
class Found:
    """A dateline in the plain form of an opening."""

    end: int
    """Where it ends."""
    places: tuple[str, ...] = ()
    date: PrintedDate | None = None
    agency: str | None = None
    reporters: tuple[str, ...] = ()
