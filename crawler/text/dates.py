"""The date, or the time, that a piece of text from a page states, as ISO 8601 and as exact as it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from crawler.text.months import MONTHS

WINDOW = 300  # characters that are looked at: what follows is no date line
YEARS = range(1990, 2101)
NEAR = 24  # characters between a date and its time

_ANY_DIGIT = re.compile(r"\d")
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹０１２３４５６７８９：", "012345678901234567890123456789:")
_YEAR_FIRST = re.compile(
    r"(?<!\d)((?:19|20)\d\d)\s?(?:[-/.年]|년|-)\s?(1[0-2]|0?[1-9])\s?(?:[-/.月]|월)\s?(3[01]|[12]\d|0?[1-9])(?!\d)\s?[日일]?"
)
_COMPACT = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(1[0-2]|0[1-9])(3[01]|[12]\d|0[1-9])(?:T?(\d\d)(\d\d)(\d\d)?)?(?!\d)"
)
_YEAR_LAST = re.compile(r"(?<![\d:.])(\d{1,2})[-/.](\d{1,2})[-/.]((?:19|20)\d\d)(?!\d)")
_ROC = re.compile(
    r"(?:民國|民国)?\s?(?<!\d)(1\d\d|[89]\d)\s?年\s?(1[0-2]|0?[1-9])\s?月\s?(3[01]|[12]\d|0?[1-9])\s?日"
)
_WORD = r"([^\W\d_]{3,}(?: [^\W\d_]{4,7})?)"
_DAY_MONTH = re.compile(
    r"(?<!\d)(3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th|er|[.ºª])?[\s\-/]+(?:de |da |di |d’)?"
    + _WORD
    + r"[.,]?[\s\-/]+(?:de |del )?((?:19|20)\d\d)(?!\d)"
)
_MONTH_DAY = re.compile(
    _WORD + r"\.?[\s\-]{0,2}(3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?,?[\s\-]+((?:19|20)\d\d)(?!\d)"
)
_EPOCH = re.compile(r"^\s*(1\d{9})(?:\d{3})?\s*$")
_TIME = re.compile(
    r"(?<![\d.])(上午|下午|晚上|午前|午後|오전|오후)?\s?([01]?\d|2[0-4])\s?(?:[:h時时点點]|시|(?<=\d)\.(?=\d\d\s?[ap]))\s?([0-5]\d)?"
    r"(?:\s?(?:[:分]|분)\s?([0-5]\d)?)?(?:[.,]\d{1,9})?秒?\s?([ap]\.?\s?m\b\.?)?\s?"
    r"(Z\b|(?:UTC|GMT)?\s?[+\-−]\d\d:?\d\d\b|[A-Z]{2,5}\b)?",
    re.IGNORECASE,
)
_AFTERNOON = frozenset(("下午", "晚上", "午後", "오후"))
_ZONES = {
    **dict.fromkeys(("Z", "UTC", "GMT", "WET"), 0),
    **dict.fromkeys(("CET", "BST", "WEST"), 60),
    **dict.fromkeys(("CEST", "EET", "SAST"), 120),
    **dict.fromkeys(("EEST", "MSK", "TRT"), 180),
    **dict.fromkeys(("IST",), 330),
    **dict.fromkeys(("HKT", "SGT", "PHT", "BJT"), 480),
    **dict.fromkeys(("JST", "KST"), 540),
    "AEST": 600,
    "AEDT": 660,
    "EST": -300,
    "EDT": -240,
    "CDT": -300,
    "MST": -420,
    "MDT": -360,
    "PST": -480,
    "PDT": -420,
}
"""Minutes east of Greenwich. CST is left to the page's own zone: China's, Chicago's and Cuba's share it."""


@dataclass(frozen=True, slots=True)
class _Day:
    """A date as it stands in the text, and where."""

    day: date
    start: int
    end: int


def parse_date(text: str, timezone: str | None = "Asia/Shanghai", order: str = "ymd") -> str | None:
    """The first date that a text states, with its time where it states one; None where it states none.

    A time comes with its offset from UTC: the printed one, otherwise that of the IANA zone `timezone`; where
    there is neither, the day alone is given.
    `order` is "mdy" where 08/07/2022 is the seventh of August; otherwise it is the eighth of July. Years
    outside 1990 to 2100 and impossible days are no dates. Never raises on any text.
    """
    text = text[:WINDOW]
    if not _ANY_DIGIT.search(text):
        return None
    text = text if text.isascii() else text.translate(_DIGITS)
    epoch = _EPOCH.match(text)
    if epoch:
        return datetime.fromtimestamp(int(epoch[1]), _zone(timezone) or UTC).isoformat()
    for found in _days(text, order):
        return _with_time(found, text, timezone)
    return None


def url_date(url: str) -> str | None:
    """The date that the path of a URL carries: `/2022-08/07/`, `/20220807/`, `/n1/2022/0807/`, `t20220807_`.

    `2022-08` where it carries no day; None where it carries no plausible date.
    """
    path = re.sub(r"^[a-z]+://[^/]*", "", url)
    for pattern in _URL_DAYS:
        for found in pattern.finditer(path):
            if day := _day(*found.groups()):
                return day.isoformat()
    month = _URL_MONTH.search(path)
    return f"{month[1]}-{month[2]}" if month and int(month[1]) in YEARS else None


_URL_DAYS = (
    re.compile(r"/((?:19|20)\d\d)[-/]?(1[0-2]|0[1-9])[-/]?(3[01]|[12]\d|0[1-9])(?=[/_\-.])"),
    re.compile(r"[/_\-t]((?:19|20)\d\d)-?(1[0-2]|0[1-9])-?(3[01]|[12]\d|0[1-9])(?=[/_\-.]|$)"),
    re.compile(r"/((?:19|20)\d\d)/(1[0-2]|[1-9])/(3[01]|[12]\d|[1-9])(?=/)"),
    re.compile(r"/((?:19|20)\d\d)(1[0-2]|0[1-9])(3[01]|[12]\d|0[1-9])\d*(?=[/_\-.])"),
)
_URL_MONTH = re.compile(r"/((?:19|20)\d\d)[-/]?(1[0-2]|0[1-9])(?=/)")


def _days(text: str, order: str) -> Iterator[_Day]:
    yield from _numbered(_YEAR_FIRST, text, (1, 2, 3))
    yield from _numbered(_COMPACT, text, (1, 2, 3))
    yield from _named(_MONTH_DAY, text, (3, 1, 2))
    yield from _named(_DAY_MONTH, text, (3, 2, 1))
    yield from _numbered(_YEAR_LAST, text, (3, 1, 2) if order == "mdy" else (3, 2, 1))
    yield from _numbered(_YEAR_LAST, text, (3, 2, 1) if order == "mdy" else (3, 1, 2))
    for found in _ROC.finditer(text):
        if day := _day(int(found[1]) + 1911, found[2], found[3]):
            yield _Day(day, found.start(), found.end())


def _numbered(pattern: re.Pattern[str], text: str, groups: tuple[int, int, int]) -> Iterator[_Day]:
    for found in pattern.finditer(text):
        if day := _day(*found.group(*groups)):
            end = found.end(3)
            yield _Day(day, found.start(), end if pattern is _COMPACT else found.end())


def _named(pattern: re.Pattern[str], text: str, groups: tuple[int, int, int]) -> Iterator[_Day]:
    for found in pattern.finditer(text):
        year, name, number = found.group(*groups)
        month = MONTHS.get(name.lower()) or MONTHS.get(name.split()[-1].lower())
        if month and (day := _day(year, month, number)):
            yield _Day(day, found.start(), found.end())


def _day(year: str | int, month: str | int, day: str | int) -> date | None:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:  # the thirtieth of February, a thirteenth month
        return None
    return found if found.year in YEARS else None


def _with_time(found: _Day, text: str, timezone: str | None) -> str:
    compact = _COMPACT.match(text, found.start)
    if compact and compact[4]:
        return _join(found.day, compact[4], compact[5], compact[6], _zone(timezone))
    time = _time_near(found, text)
    if time is None:
        return found.day.isoformat()
    hour = _hour(int(time[2]), time[1], time[5])
    if hour > 23:
        return found.day.isoformat()
    return _join(found.day, str(hour), time[3] or "00", time[4], _offset(time[6]) or _zone(timezone))


def _time_near(found: _Day, text: str) -> re.Match[str] | None:
    """The time right after the date; or, as in `11:35, November 23, 2022`, right before."""
    for time in _TIME.finditer(text, found.end, found.end + NEAR + 16):
        if time.start() - found.end <= NEAR and (time[3] or time[1] or time[5]):
            return time
    before = [t for t in _TIME.finditer(text, max(0, found.start - NEAR), found.start) if t[3]]
    return before[-1] if before else None


def _hour(hour: int, before: str | None, after: str | None) -> int:
    afternoon = before in _AFTERNOON or (after or "").lower().startswith("p")
    if afternoon and hour < 12:
        return hour + 12
    return 0 if hour == 12 and (after or "").lower().startswith("a") else hour


def _offset(printed: str | None) -> tzinfo | None:
    if not printed:
        return None
    signed = re.search(r"([+\-−])(\d\d):?(\d\d)", printed)
    if signed and int(signed[2]) <= 14:
        minutes = int(signed[2]) * 60 + int(signed[3])
        return timezone(timedelta(minutes=minutes if signed[1] == "+" else -minutes))
    named = _ZONES.get(printed.strip().upper())
    return None if named is None else timezone(timedelta(minutes=named))


@lru_cache(maxsize=64)
def _zone(name: str | None) -> tzinfo | None:
    if name is None:
        return None
    try:
        return ZoneInfo(name)
    except (OSError, ValueError):  # a machine without a time zone database, or a wrong name
        return timezone(timedelta(hours=8)) if name == "Asia/Shanghai" else UTC


def _join(day: date, hour: str, minute: str, second: str | None, zone: tzinfo | None) -> str:
    if zone is None or int(hour) > 23 or int(minute) > 59 or int(second or 0) > 59:
        return day.isoformat()
    moment = datetime(day.year, day.month, day.day, int(hour), int(minute), int(second or 0), tzinfo=zone)
    return moment.isoformat(timespec="seconds" if second else "minutes")
