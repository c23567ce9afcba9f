"""Forms of dates in datelines of alphabetic scripts, at the end of a head or at its start."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from crawler.extraction.dateline.dates import FIRST, is_day
from crawler.extraction.dateline.forms.head import TailForm
from crawler.extraction.dateline.opening import read_opening
from crawler.extraction.form import Form, any_of, parts_of
from crawler.text.datewords import TWO_WORD_MONTHS

YEAR_WORDS: Final = ("года", "г", "року", "р")
"""Words behind a year."""
_TIE: Final = r"\s*(?:-{1,2}|[–—~]|\bto\b|\band\b|\bet\b|\by\b|\be\b|\bund\b|&|/)\s*"
_WORD: Final = rf"(?:{any_of(TWO_WORD_MONTHS.split())}\s)?[^\W\d_]{{2,12}}"
_ORDINAL: Final = r"(?:st|nd|rd|th|er|re|º|°|ª|-an|-a|-го|-е|\.)?"
_YEAR: Final = rf"(?:[\s,]*(?:de\s+|del\s+|do\s+)?(?P<year>(?:19|20)\d\d)(?:\s*{any_of(YEAR_WORDS)}\b\.?)?)?"


@dataclass(frozen=True)
class DateForm(Form):
    """One way in which a date is printed; the parts are `day`, `month` and `year`."""

    flags: re.RegexFlag = re.IGNORECASE

    @cached_property
    def at_end(self) -> re.Pattern[str]:
        """The pattern at the end of a head."""
        return re.compile(rf"(?<![\w-])(?:{self.expression})[\s.,]*$", self.flags)

    @cached_property
    def at_start(self) -> re.Pattern[str]:
        """The pattern at the start of a head."""
        return re.compile(rf"(?:{self.expression})(?!\w)[\s.,]*", self.flags)

    def matches(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the match at the end of a head, then that at its start."""
        plain = read_opening(text).plain
        for match in (self.at_end.search(plain), self.at_start.match(plain)):
            if match and self.holds(parts_of(match)):
                yield match


DATES: Final = (
    DateForm(
        name="month before the day",
        languages="en",
        pattern=(
            rf"(?P<month>{_WORD})\.?\s*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?"
            rf"(?:{_TIE}(?:{_WORD}\.?\s*)?\d{{1,2}}(?:st|nd|rd|th)?)?{_YEAR}"
        ),
        examples={
            "LINSHUI, Aug. 6": {"month": "Aug", "day": "6"},
            "LINSHUI August 6th, 2022": {"month": "August", "day": "6", "year": "2022"},
            "LINSHUI, Aug. 31–Sept. 1": {"month": "Aug", "day": "31"},
            "LINSHUI, Aug. 5 and 6": {"month": "Aug", "day": "5"},
        },
        refuses=("LINSHUI, Feb. 30", "ABOARD XUELONG 2", "LINSHUI 2022"),
        holds=is_day,
    ),
    DateForm(
        name="day before the month",
        languages="ar be cs de el eo es fr hu id it nl pl pt ro ru tr uk",
        pattern=(
            rf"(?:\b(?:le|la|den|am|el|ngày)\s+)?(?P<day>\d{{1,2}}|{FIRST}){_ORDINAL}"
            rf"(?:(?:\s+{_WORD}\.?)?{_TIE}\d{{1,2}}{_ORDINAL})?"
            rf"\s*(?:de\s+|d'|d’|di\s+)?(?P<month>{_WORD})(?:\s?/\s?{_WORD})?\.?{_YEAR}"
        ),
        examples={
            "LIMA, 31 de agosto de 2022": {"day": "31", "month": "agosto", "year": "2022"},
            "PARIS, 5 et 6 août": {"day": "5", "month": "août"},
            "WIEN, 6. Jänner": {"day": "6", "month": "Jänner"},
            "Минск, 6 августа 2022 года": {"day": "6", "month": "августа", "year": "2022"},
            "6 августа, Минск": {"day": "6", "month": "августа"},
            "دمشق 6 آب/أغسطس 2022": {"day": "6", "month": "آب", "year": "2022"},
            "بيروت أول كانون الثاني 2022": {"day": "أول", "month": "كانون الثاني", "year": "2022"},
        },
        refuses=("LIMA, 32 ago", "LINSHUI, 6 boats"),
        holds=is_day,
    ),
    DateForm(
        name="year, month and day in figures",
        languages="mul",
        pattern=r"(?P<year>(?:19|20)\d\d)[-./](?P<month>\d{1,2})[-./](?P<day>\d{1,2})",
        examples={"LINSHUI, 2022-08-06": {"year": "2022", "month": "08", "day": "06"}},
        refuses=("LINSHUI, 2022-13-06", "LINSHUI, 08-06"),
        holds=is_day,
    ),
    DateForm(
        name="day, month and year in figures",
        languages="de fr it pt ru",
        pattern=r"(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>(?:19|20)\d\d)",
        examples={"LINSHUI, 06.08.2022": {"day": "06", "month": "08", "year": "2022"}},
        refuses=("LINSHUI, 06.13.2022", "LINSHUI, 6.8"),
        holds=is_day,
    ),
)
"""Dates with a month, in the order in which they are tried."""

DAYS: Final = (
    TailForm(
        name="bare day behind a comma",
        languages="pt",
        pattern=r",\s*(?P<day>\d{1,2})$",
        examples={"Rio, 6": {"day": "6"}},
        refuses=("Rio 6", "Rio, 32"),
        holds=is_day,
    ),
)
"""Dates without a month; they count only before an agency in brackets: `Rio, 6 (AE) -`."""

WEEKDAYS: Final = (
    TailForm(
        name="weekday",
        languages="en es fr",
        marks=tuple(
            "monday mon tuesday tues tue wednesday wed thursday thurs thur friday fri "
            "saturday sat sunday sun "
            "lundi mardi mercredi jeudi vendredi samedi dimanche "
            "lunes martes miércoles jueves viernes sábado domingo".split()
        ),
        pattern=r"[\s,]*\bMARK\b[.,]?\s*$",
        flags=re.IGNORECASE,
        examples={"LINSHUI, Monday,": {}, "PARIS, lundi": {}},
        refuses=("LINSHUI, Sundown", "Monday, LINSHUI"),
    ),
)
"""Weekdays before a date, which are removed: `LINSHUI, Monday, Aug. 6`."""
