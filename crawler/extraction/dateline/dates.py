"""Reads the date of a dateline from the parts of its form."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from crawler.extraction.form import Parts
from crawler.text.months import month_number
from crawler.text.printed_dates import PrintedDate, printed_date

FIRST: Final = "أول"
"""Arabic wires write the first of a month as a word."""
_HAN_DIGITS: Final = "一二三四五六七八九"
_NO_NUMBER: Final = 100
"""A number in no calendar, in place of a word that is no number."""


def date_of(parts: Parts) -> PrintedDate | None:
    """Read the parts `day`, `month` and `year`; None if they are no date of the calendar."""
    return _date(parts["day"], parts.get("month"), parts.get("year")) if "day" in parts else None


@lru_cache(maxsize=64)  # a date is read twice: for its form, and for the dateline
def _date(day: str, month: str | None, year: str | None) -> PrintedDate | None:
    return printed_date(_number(day), _number(month) if month else None, int(year) if year else None)


def is_day(parts: Parts) -> bool:
    """Return whether the date in the parts, if one is printed, is in the calendar."""
    return "day" not in parts or date_of(parts) is not None


def _number(word: str) -> int:
    """Read `11`, `十一`, `Aug` or the first of a month; return `_NO_NUMBER` for any other word."""
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
