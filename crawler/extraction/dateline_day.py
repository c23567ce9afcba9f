"""The day of a dateline: its year is seldom printed, and comes from the date of the article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Day:
    """A day as printed; month and year may be missing."""

    day: int
    month: int | None = None
    year: int | None = None


def iso_day(printed: Day, published: str | None) -> str | None:
    """The day in ISO 8601; what is not printed is chosen so that the day lies nearest to `published`.

    Without `published`, `--08-06` for a day without a year and `---06` for one without a month. None for
    a day that no calendar has.
    """
    if printed.year and printed.month:
        return _format(printed.year, printed.month, printed.day)
    near = _date(published)
    if near is None:
        return _truncated(printed)
    candidates = [day for year, month in _months(printed, near) if (day := _day(year, month, printed.day))]
    return min(candidates, key=lambda day: abs(day - near)).isoformat() if candidates else None


def _truncated(printed: Day) -> str | None:
    if printed.month:
        return f"--{printed.month:02d}-{printed.day:02d}" if _day(2000, printed.month, printed.day) else None
    return f"---{printed.day:02d}" if 1 <= printed.day <= 31 else None


def _months(printed: Day, near: date) -> Iterable[tuple[int, int]]:
    """Years and months that the printed day may belong to. The 29th of February may be four years off."""
    if printed.month:
        return [(near.year + shift, printed.month) for shift in (-4, -3, -2, -1, 0, 1, 2, 3, 4)]
    around = {(near + timedelta(days=shift)).replace(day=1) for shift in (-31, 0, 31)}
    return [(month.year, month.month) for month in around]


def _date(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:  # a month alone, or nothing
        return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _format(year: int, month: int, day: int) -> str | None:
    found = _day(year, month, day)
    return found.isoformat() if found else None
