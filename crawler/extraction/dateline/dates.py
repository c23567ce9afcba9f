"""Dates as datelines print them: found at the end of a head, and completed from the article's date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from crawler.text.months import month_number

AHEAD = 31  # days that a date may lie after the publication


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date as far as it is printed; a range counts as its first day."""

    day: int
    month: int | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Dated:
    """A head taken apart: what stands before or after the date, and the date."""

    rest: str
    date: PrintedDate


FIRST: Final = "أول"  # Arabic wires write the first of a month as a word
_TIE: Final = r"\s*(?:-{1,2}|[–—~]|\bto\b|\band\b|\bet\b|\by\b|\be\b|\bund\b|&|/)\s*"
_WORD: Final = r"(?:(?:كانون|تشرين)\s)?[^\W\d_]{2,12}"
_ORDINAL: Final = r"(?:st|nd|rd|th|er|re|º|°|ª|-an|-a|-го|-е|\.)?"
_YEAR: Final = r"(?:[\s,]*(?:de\s+|del\s+|do\s+)?(?P<year>(?:19|20)\d\d)(?:\s*(?:года|г|року|р)\b\.?)?)?"

_DAY_FIRST: Final = (
    rf"(?:\b(?:le|la|den|am|el|ngày)\s+)?(?P<day>\d{{1,2}}|أول){_ORDINAL}"
    rf"(?:(?:\s+{_WORD}\.?)?{_TIE}\d{{1,2}}{_ORDINAL})?"
    rf"\s*(?:de\s+|d'|d’|di\s+)?(?P<month>{_WORD})(?:\s?/\s?{_WORD})?\.?{_YEAR}"
)
_MONTH_FIRST: Final = (
    rf"(?P<month>{_WORD})\.?\s*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?"
    rf"(?:{_TIE}(?:{_WORD}\.?\s*)?\d{{1,2}}(?:st|nd|rd|th)?)?{_YEAR}"
)
_ISO: Final = r"(?P<year>(?:19|20)\d\d)[-./](?P<month>\d{1,2})[-./](?P<day>\d{1,2})"
_NUMERIC: Final = r"(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>(?:19|20)\d\d)"
_WEEKDAY: Final = re.compile(
    r"[\s,]*\b(?:(?:mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day)?|lundi|mardi|mercredi|jeudi|"
    r"vendredi|"
    r"samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo)\b[.,]?\s*$",
    re.IGNORECASE,
)
_FORMS: Final = tuple(f"(?:{form})" for form in (_MONTH_FIRST, _DAY_FIRST, _ISO, _NUMERIC))
_AT_END: Final = tuple(re.compile(rf"(?<![\w-]){form}[\s.,]*$", re.IGNORECASE) for form in _FORMS)
_AT_START: Final = tuple(re.compile(rf"{form}(?!\w)[\s.,]*", re.IGNORECASE) for form in _FORMS)
_DAY_AT_END: Final = re.compile(r",\s*(\d{1,2})$")
_LONGEST: Final = 60
_YEAR_WORDS: Final = frozenset({"года", "г", "року", "р"})
_DIGIT: Final = re.compile(r"\d")


def date_at_end(head: str) -> Dated | None:
    """Cut a date off the end of a head: `BEIJING, Aug. 31-Sept. 1` → `BEIJING`, 31 August."""
    tail = head[-_LONGEST:]
    if not _may_end_date(tail):
        return None
    for form in _AT_END:
        match = form.search(tail)
        printed = match and _printed(match)
        if match and printed:
            rest = head[: len(head) - len(tail) + match.start()]
            return Dated(_WEEKDAY.sub("", rest).rstrip(" ,;:-–—"), printed)
    return None


def _may_end_date(tail: str) -> bool:
    """A cheap look at the last word before any form is tried: it has a digit or names a month."""
    words = tail.rstrip(" .,").rsplit(None, 1)
    if not words or _DIGIT.search(tail) is None:
        return False
    last = words[-1]
    return _DIGIT.search(last) is not None or last in _YEAR_WORDS or any(map(month_number, last.split("/")))


def day_at_end(head: str) -> Dated | None:
    """Cut a bare day off the end of a head: `Rio, 6`."""
    match = _DAY_AT_END.search(head)
    day = match and printed_date(int(match[1]), None, None)
    return Dated(head[: match.start()], day) if match and day else None


def date_at_start(head: str) -> Dated | None:
    """Cut a date off the start of a head: `6 августа, Минск` → `Минск`, 6 August."""
    for form in _AT_START:
        match = form.match(head)
        printed = match and _printed(match)
        if match and printed:
            return Dated(head[match.end() :], printed)
    return None


def _printed(match: re.Match[str]) -> PrintedDate | None:
    name = match["month"]
    month = int(name) if name.isdecimal() else month_number(name)
    year = match["year"]
    day = 1 if match["day"] == FIRST else int(match["day"])
    return printed_date(day, month, int(year) if year else None) if month else None


def printed_date(day: int, month: int | None, year: int | None) -> PrintedDate | None:
    """A date that exists in the calendar, or None."""
    leap = 2000 if year is None else year
    return PrintedDate(day, month, year) if _calendar(leap, month or 1, day) else None


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
