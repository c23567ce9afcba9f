"""Parses the written forms of dates in many languages."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Literal, NamedTuple

from crawler.text.datewords import ERAS
from crawler.text.months import MONTHS

Order = Literal["ymd", "dmy", "mdy"]
"""The order of a site's dates in figures; for "ymd", a date that ends with a whole year is read as "dmy"."""


class DateMatch(NamedTuple):
    """A date in a text, with its position."""

    date: date
    start: int
    end: int
    time: str | None = None
    """The time of day, if the form of the date includes one."""


_Match = re.Match[str]
Form = tuple[re.Pattern[str], re.Pattern[str], Callable[[_Match, Order], date | None]]
"""Forms of dates: a quick test, the pattern, and the function that reads the day of a match."""

_YEAR = r"(?<!\d)(199\d|20\d\d|2100)"
_LAST_YEAR = r"(199\d|20\d\d|2100)(?!\d)"
_WORD = r"([^\W\d]{2,14}׳?)"
"""A month's name; Hebrew has a geresh behind short ones: `אוג׳`."""
_OF = r"(?:(?:de|del|of|den|من)\s+)?"
_ORDINAL = r"(?:(?:st|nd|rd|th|er|-?[oa]n?|-?го|-?е)(?![^\W\d])|[.°])?"

_FIGURES = re.compile(
    _YEAR + r"\s?[-/.年년‐–]\s?(\d{1,2})\s?[-/.月월‐–]\s?(\d\d(?=\d\d:\d\d)|\d{1,2}(?!\d))\s?[日号號일]?"
)
_COMPACT = re.compile(
    _YEAR + r"(0[1-9]|1[0-2])([0-2]\d|3[01])(?:[t\s]?(?P<time>\d{4}(?:\d\d)?(?!\d)(?:z|[+-]\d{4})?)|(?!\d))"
)
_DAY_MONTH = re.compile(
    r"(?<!\d)(\d{1,2})"
    + _ORDINAL
    + r"[\s,،-]*"
    + _OF
    + _WORD
    + r"(?:\s?/\s?[^\W\d]{2,14})?[\s,،.-]*"
    + _OF
    + _LAST_YEAR
)
_MONTH_DAY = re.compile(
    r"(?<![^\W\d])" + _WORD + r"\.?\s*(\d{1,2})" + _ORDINAL + r"\s*[,.،]?\s*" + _OF + _LAST_YEAR
)
_YEAR_MONTH = re.compile(_YEAR + r"(?:\s?m\.)?[\s,.-]*" + _WORD + r"\.?[\s,.-]*(\d{1,2})(?!\d)")
_UNIX = re.compile(
    _WORD + r"\s+(\d{1,2})\s+(?P<time>\d\d?:\d\d(?::\d\d)?(?:\s(?:[a-z]{2,5}|[+-]\d{4}))?)\s" + _LAST_YEAR
)
_SHORT_YEAR = re.compile(r"(?<!\d)(\d{1,2})-" + _WORD + r"-(\d\d)(?!\d)")
_YEAR_LAST = re.compile(r"(?<!\d)(\d{1,2})\s?([-/.]|(?<=\d\d)\s(?=\d\d\s))\s?(\d{1,2})\s?\2\s?" + _LAST_YEAR)
_SINCE = r"(\d{1,3}|元)\s?[年./-]\s?(\d{1,2})\s?[月./-]\s?(\d{1,2})(?!\d)\s?日?"
_ERA = re.compile(rf"({'|'.join(ERAS)})\s?{_SINCE}")
_TAIWAN = re.compile(rf"(?<![\d./-])(){_SINCE}")
_YEAR_DAY = re.compile(_YEAR + r"[\s.-]*(?:жылғы|жылдын|жылы|yil|gada)\s*(\d{1,2})[\s.-]*" + _WORD)
_NUMBERED = re.compile(_YEAR + r"\s*он[ыо]?\s*(\d{1,2})(?:-р)?\s*сарын\s*(\d{1,2})(?!\d)")
_DAY_NUMBERED = re.compile(r"(?<!\d)(\d{1,2})\s*tháng\s*(\d{1,2})\s*(?:năm|[,/])?\s*" + _LAST_YEAR)
_BUDDHIST_YEAR = r"(25[3-9]\d|26[0-3]\d)(?!\d)"
_BUDDHIST = re.compile(r"(?<![\d./-])(\d{1,2})[/-](\d{1,2})[/-]" + _BUDDHIST_YEAR)
_MARKED_WORD = r"([^\s\d,،၊/|()]{2,24})"
_MARKED_DAY_MONTH = re.compile(
    rf"(?<!\d)(\d{{1,2}})[\s,.-]*{_MARKED_WORD}[\s,]*(?:พ\.?ศ\.?|ค\.?ศ\.?)?\s*(?:{_LAST_YEAR}|{_BUDDHIST_YEAR})"
)
_MARKED_MONTH_DAY = re.compile(rf"{_MARKED_WORD}\s*(\d{{1,2}})[\s,၊]+{_LAST_YEAR}")
_SHORT_FIGURES = re.compile(r"(?<![\w./+-])(?<!\d:)(\d{1,2})([./-])(\d{1,2})\2(\d\d)(?![\w/+-]|[.:]\d)")
_SHORT_CHINESE = re.compile(r"(?<!\d)()(\d\d)\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?[日号]")
_HANZI = re.compile(
    r"([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日"
)


def find_date(text: str, order: Order, forms: tuple[Form, ...]) -> DateMatch | None:
    """Return the first date of the first form that occurs in a text in lower case with ASCII digits."""
    last, is_signed = None, False
    for sign, pattern, read in forms:
        if sign is not last:  # forms with the same sign are adjacent
            last, is_signed = sign, sign.search(text) is not None
        for match in pattern.finditer(text) if is_signed else ():
            if day := read(match, order):
                return DateMatch(day, *match.span(), match["time"] if "time" in pattern.groupindex else None)
    return None


def calendar_date(year: int, month: int | None, day: int) -> date | None:
    """Return the day of the calendar from 1990 to 2100, or None for an impossible one."""
    try:
        return date(year, month or 0, day) if 1990 <= year <= 2100 else None
    except ValueError:
        return None


def _figures(match: _Match, _: Order) -> date | None:
    return calendar_date(int(match[1]), int(match[2]), int(match[3]))


def _words(match: _Match, _: Order, day: int, month: int, year: int) -> date | None:
    """Read a date with a month's name; the numbers of the groups show their meaning."""
    century = 2000 if len(match[year]) == 2 else 0
    return calendar_date(int(match[year]) + century, MONTHS.get(match[month]), int(match[day]))


def _year_last(match: _Match, order: Order) -> date | None:
    """Read 07/08/2022: the site's order decides, unless only one of the two can be the day."""
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    if second > 12 or (order == "mdy" and match[2] != "." and first <= 12):
        first, second = second, first
    return calendar_date(year, second, first)


def _numbered(match: _Match, _: Order) -> date | None:
    """Read the day, the month's number and the year, which may be one of the Buddhist era."""
    year = int(match[3])
    return calendar_date(year - 543 if year > 2500 else year, int(match[2]), int(match[1]))


def _marked(match: _Match, _: Order) -> date | None:
    """Read 8 พ.ค. 2567, 8 मई 2024: months in scripts whose letters have marks, Thai years included."""
    year = int(match[3]) if match[3] else int(match[4]) - 543
    return calendar_date(year, MONTHS.get(match[2].replace(".", "")), int(match[1]))


def _short_figures(match: _Match, order: Order) -> date | None:
    """Read 08.05.24 and 5/8/24, or 24-05-08 and 24.05.08 with the year in front."""
    first, second, third = int(match[1]), int(match[3]), int(match[4])
    if order == "ymd" and (match[2] != "." or first > 12):
        return calendar_date(_century(first), second, third) if len(match[1]) == 2 else None
    if second > 12 or (order == "mdy" and match[2] != "." and first <= 12):
        first, second = second, first
    return calendar_date(_century(third), second, first)


def _short_chinese(match: _Match, _: Order) -> date | None:
    return calendar_date(_century(int(match[2])), int(match[3]), int(match[4]))


def _century(year: int) -> int:
    """Return the year for two figures: from 1990 to 2049."""
    return year + (1900 if year >= 90 else 2000 if year < 50 else 0)


def _era(match: _Match, _: Order) -> date | None:
    year = 1 if match[2] == "元" else int(match[2])
    return calendar_date(ERAS.get(match[1], ERAS["民國"]) + year, int(match[3]), int(match[4]))


def _hanzi(match: _Match, _: Order) -> date | None:
    year = "".join(str("〇一二三四五六七八九".find(digit)) for digit in re.sub("[零○]", "〇", match[1]))
    return calendar_date(int(year), _number(match[2]), _number(match[3]))


def _number(hanzi: str) -> int:
    """Return a number below one hundred, such as 二十三."""
    tens, ten, units = hanzi.rpartition("十")
    value = "〇一二三四五六七八九".find
    return (max(value(tens), 1) * 10 if ten else 0) + (value(units) if units else 0)


_FULL_YEAR = re.compile(r"199\d|20\d\d|2100")
_ANY_SHORT_YEAR = re.compile(r"-\d\d(?!\d)")
_BUDDHIST_SIGN = re.compile(_BUDDHIST_YEAR)
_VIETNAMESE = re.compile("tháng")
_MONGOLIAN = re.compile("сарын")
_YEAR_WORD = re.compile("жыл|yil|gada")
_MARKS = re.compile("[\u0900-\u0fff\u1000-\u109f\u1780-\u17ff]")
_ANY_SHORT_FIGURES = re.compile(r"\d[./-]\d{1,2}[./-]\d\d(?!\d)")
_ANY_SHORT_CHINESE = re.compile(r"\d\d\s?年\s?\d{1,2}\s?月")
_ANY_ERA = re.compile("|".join(ERAS))
_ANY_SPLIT = re.compile(r"[年./-]")
_ANY_HANZI = re.compile("年")

FORMS: tuple[Form, ...] = (
    (_FULL_YEAR, _FIGURES, _figures),
    (_FULL_YEAR, _COMPACT, _figures),
    (_FULL_YEAR, _DAY_MONTH, partial(_words, day=1, month=2, year=3)),
    (_FULL_YEAR, _MONTH_DAY, partial(_words, day=2, month=1, year=3)),
    (_FULL_YEAR, _UNIX, partial(_words, day=2, month=1, year=4)),
    (_FULL_YEAR, _YEAR_MONTH, partial(_words, day=3, month=2, year=1)),
    (_FULL_YEAR, _YEAR_LAST, _year_last),
    (_YEAR_WORD, _YEAR_DAY, partial(_words, day=2, month=3, year=1)),
    (_MONGOLIAN, _NUMBERED, _figures),
    (_VIETNAMESE, _DAY_NUMBERED, _numbered),
    (_MARKS, _MARKED_DAY_MONTH, _marked),
    (_MARKS, _MARKED_MONTH_DAY, partial(_words, day=2, month=1, year=3)),
    (_BUDDHIST_SIGN, _BUDDHIST, _numbered),
    (_ANY_SHORT_YEAR, _SHORT_YEAR, partial(_words, day=1, month=2, year=3)),
    (_ANY_ERA, _ERA, _era),
    (_ANY_HANZI, _HANZI, _hanzi),
    (_ANY_SHORT_FIGURES, _SHORT_FIGURES, _short_figures),
    (_ANY_SHORT_CHINESE, _SHORT_CHINESE, _short_chinese),
)
"""All forms, in the order in which they are tried."""

DIGITLESS_FORMS: tuple[Form, ...] = ((_ANY_HANZI, _HANZI, _hanzi),)
"""The forms that a text without digits may have."""

TAIWAN_FORMS = (*FORMS[:-2], (_ANY_SPLIT, _TAIWAN, _era), *FORMS[-2:])
"""Forms for regions in which years without an era may count from the founding of the Republic of China."""
