"""Groups counts by day into days, weeks, months or years, without gaps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from crawler.text.printed_dates import day_of

MOST_DAYS, MOST_WEEKS, MOST_MONTHS = 92, 105, 120
"""Maximum number of bars by day, week and month; a longer span uses the next longer period."""


@dataclass(frozen=True, slots=True)
class Periods:
    """Counts by period, in order and without a gap."""

    unit: str
    """`day`, `week`, `month` or `year`."""
    counts: Mapping[str, int]
    """By the first day of a day or week, the month or the year: `2026-08-03`, `2026-08`, `2026`."""


def by_period(days: Mapping[str, int]) -> Periods:
    """Sum counts by day (`2026-08-06`) over the shortest unit whose bars fit; other keys are ignored."""
    known = {day: number for text, number in days.items() if (day := day_of(text))}
    if not known:
        return Periods("day", {})
    first, last = min(known), max(known)
    unit, start_of = _unit(first, last)
    counts = Counter(dict.fromkeys(_names(unit, start_of(first), last), 0))
    for day, number in known.items():
        counts[_name(unit, start_of(day))] += number
    return Periods(unit, counts)


def _unit(first: date, last: date) -> tuple[str, Callable[[date], date]]:
    days = (last - first).days + 1
    if days <= MOST_DAYS:
        return "day", lambda day: day
    if days <= 7 * MOST_WEEKS:
        return "week", lambda day: day - timedelta(days=day.weekday())
    if 12 * (last.year - first.year) + last.month - first.month < MOST_MONTHS:
        return "month", lambda day: day.replace(day=1)
    return "year", lambda day: day.replace(month=1, day=1)


def _names(unit: str, start: date, last: date) -> Iterator[str]:
    while start <= last:
        yield _name(unit, start)
        try:
            start = _next(unit, start)
        except (OverflowError, ValueError):  # after the year 9999
            return


def _next(unit: str, start: date) -> date:
    if unit == "year":
        return start.replace(year=start.year + 1)
    if unit == "month":
        return start.replace(year=start.year + start.month // 12, month=start.month % 12 + 1)
    return start + timedelta(days=7 if unit == "week" else 1)


def _name(unit: str, start: date) -> str:
    return start.isoformat()[: {"month": 7, "year": 4}.get(unit, 10)]
