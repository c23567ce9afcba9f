"""Splits dates off the ends of a head in alphabetic scripts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from crawler.extraction.dateline.dates import FIRST, date_of
from crawler.extraction.dateline.forms.dates import DATES, DAYS, WEEKDAYS, YEAR_WORDS
from crawler.extraction.form import parts_of
from crawler.text.months import month_number
from crawler.text.printed_dates import PrintedDate

_LONGEST: Final = 60
"""Characters at the end of a head that may hold a date."""
_DIGIT: Final = re.compile(r"\d")
_DAY: Final = re.compile(rf"\d|{FIRST}")
"""Characters or words of which each date has one."""


@dataclass(frozen=True, slots=True)
class DatedHead:
    """A head without its date, and the date."""

    rest: str
    date: PrintedDate


def date_at_end(head: str) -> DatedHead | None:
    """Split a date off the end of a head: `BEIJING, Aug. 31-Sept. 1` → `BEIJING`, 31 August."""
    tail = head[-_LONGEST:]
    if not _may_end_date(tail):
        return None
    for form in DATES:
        match = form.at_end.search(tail)
        if match and (printed := date_of(parts_of(match))):
            return DatedHead(_without_weekday(head[: len(head) - len(tail) + match.start()]), printed)
    return None


def _without_weekday(head: str) -> str:
    for form in WEEKDAYS:
        if match := form.at(head):
            head = head[: match.start()]
    return head.rstrip(" ,;:-–—")


def _may_end_date(tail: str) -> bool:
    """Return whether the last word has a digit or names a month: a cheap test before the forms are tried."""
    words = tail.rstrip(" .,").rsplit(None, 1)
    if not words or _DAY.search(tail) is None:
        return False
    last = words[-1]
    return _DIGIT.search(last) is not None or last in YEAR_WORDS or any(map(month_number, last.split("/")))


def day_at_end(head: str) -> DatedHead | None:
    """Split a bare day off the end of a head: `Rio, 6`."""
    for form in DAYS:
        match = form.at(head)
        if match and (printed := date_of(parts_of(match))):
            return DatedHead(head[: match.start()], printed)
    return None


def date_at_start(head: str) -> DatedHead | None:
    """Split a date off the start of a head: `6 августа, Минск` → `Минск`, 6 August."""
    if _DAY.search(head) is None:
        return None
    for form in DATES:
        match = form.at_start.match(head)
        if match and (printed := date_of(parts_of(match))):
            return DatedHead(head[match.end() :], printed)
    return None
