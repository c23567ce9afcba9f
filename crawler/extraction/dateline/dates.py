"""Dates as datelines print them: read from the parts of a form, and completed from the article's date."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from crawler.extraction.form import Parts
from crawler.text.months import month_number

AHEAD: Final = 31
"""Days that a date may lie after the publication."""
FIRST: Final = "أول"
"""Arabic wires write the first of a month as a word."""
_HAN_DIGITS: Final = "一二三四五六七八九"
_NO_NUMBER: Final = 100
"""Stands for what is no number; it is in no calendar."""


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


def date_of(parts: Parts) -> PrintedDate | None:
    """Read the parts `day`, `month` and `year`; None where they make no date of the calendar."""
    return _date(parts["day"], parts.get("month"), parts.get("year")) if "day" in parts else None


@lru_cache(maxsize=64)  # a date is read when its form is judged, and again when the dateline is made
def _date(day: str, month: str | None, year: str | None) -> PrintedDate | None:
    return printed_date(_number(day), _number(month) if month else None, int(year) if year else None)


def is_day(parts: Parts) -> bool:
    """Whether the date in the parts, if one is printed, is in the calendar."""
    return "day" not in parts or date_of(parts) is not None


def _number(word: str) -> int:
    """Read `11`, `十一`, `Aug` or the first of a month; a number in no calendar for what is none of these."""
    if word.isdecimal():
        return int(word)
    if word == FIRST:
        return 1
    return month_number(word) or _han_number(word)


def _han_number(digits: str) -> int:
    """Read `十一`, `二十`, `廿一`."""
    total = 0
    for character in digits.replace("廿", "二十").replace("卅", "三十"):
        digit = _HAN_DIGITS.find(character) + 1
        if character != "十" and not digit:
            return _NO_NUMBER
        total = total + digit if digit else max(total, 1) * 10
    return total


def complete(printed: PrintedDate, published: str | None) -> str:
    """The date in ISO 8601; what is not printed is chosen by `published`.

    News is dated from the days before it is published, reprints from months before: a day and month count
    as the last such day, up to a month ahead for dates of publication that are not exact. A bare day
    counts as the nearest one.
    Without a (valid) `published` a date without a year is `--MM-DD`, a bare day `---DD`, the reduced
    forms of ISO 8601:2000 that XML Schema calls gMonthDay and gDay.
    """
    if printed.year and printed.month:
        return f"{printed.year:04d}-{printed.month:02d}-{printed.day:02d}"
    anchor = _day_of(published)
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


def _day_of(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _calendar(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
