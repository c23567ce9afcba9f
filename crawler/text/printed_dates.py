"""Completes incomplete dates, `6 August` or `the 6th`, from the day of publication."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

AHEAD: Final = 31
"""Days that a date may lie after the publication."""


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date as far as it is printed; a range counts as its first day."""

    day: int
    month: int | None = None
    year: int | None = None


def printed_date(day: int, month: int | None, year: int | None) -> PrintedDate | None:
    """Return a date that exists in the calendar, or None."""
    leap = 2000 if year is None else year
    return PrintedDate(day, month, year) if _calendar(leap, month or 1, day) else None


def complete(printed: PrintedDate, published: str | None) -> str:
    """Return the date in ISO 8601; `published` supplies the parts that are not printed.

    News is dated from the days before its publication, reprints from months before: a day and month count as
    the last such day, up to a month ahead since dates of publication are inexact. A bare day counts as the
    nearest one. Without a (valid) `published`, a date without a year is `--MM-DD`, a bare day `---DD`, the
    reduced forms of ISO 8601:2000 that XML Schema calls gMonthDay and gDay.
    """
    if printed.year and printed.month:
        return f"{printed.year:04d}-{printed.month:02d}-{printed.day:02d}"
    anchor = day_of(published)
    near = list(_candidates(printed, anchor)) if anchor else []
    if anchor and near:
        past = [day for day in near if printed.month and (day - anchor).days <= AHEAD]
        return (max(past) if past else min(near, key=lambda day: abs((day - anchor).days))).isoformat()
    return f"--{printed.month:02d}-{printed.day:02d}" if printed.month else f"---{printed.day:02d}"


def _candidates(printed: PrintedDate, anchor: date) -> Iterator[date]:
    if printed.month:
        # A leap day may be up to eight years away: 2100 is no leap year.
        months = [(anchor.year + step, printed.month) for step in range(-8, 9)]
    else:
        base = anchor.year * 12 + anchor.month - 1
        months = [((base + step) // 12, (base + step) % 12 + 1) for step in range(-2, 3)]
    for year, month in months:
        day = _calendar(year, month, printed.day)
        if day:
            yield day


def day_of(published: str | None) -> date | None:
    """Return the day of an ISO 8601 date or time as written, in its own zone, or None."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _calendar(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
