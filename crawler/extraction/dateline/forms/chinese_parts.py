"""The parts that compose the forms of Chinese datelines, and the two ways in which forms begin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final

from crawler.extraction.dateline.chinese_agencies import (
    ACCORDING_ENDS,
    KNOWN_ENDS,
    TOLD_ENDS,
    with_signs,
)
from crawler.extraction.dateline.forms.head import HeadForm
from crawler.extraction.dateline.opening import read_opening
from crawler.extraction.form import Parts, any_of
from crawler.extraction.lexicon.agencies.table import AgencyRole, agencies
from crawler.extraction.lexicon.han import HAN, NAME, NAMES

_NUMBER: Final = r"(?:\d{1,2}|[一二三四五六七八九十廿卅]{1,3})"
_UNTIL: Final = r"(?:\s?(?:-|~|,|—{1,2}|–|至|到)\s?(?:\d{1,2}\s?月\s?)?\d{1,2}\s?日)"
_DATE: Final = (
    rf"(?:(?P<year>(?:19|20)\d\d)\s?年\s?)?(?:(?P<month>{_NUMBER})\s?月\s?)?(?P<day>{_NUMBER})\s?"
    rf"(?:日{_UNTIL}?|{_UNTIL}|(?:(?<=月\d)|(?<=月\d\d))(?=专电|專電|电|電|讯|訊))"
)
"""A date: `2022年8月6日`, `8月6日至7日`, `5-6日`, `21日` in plain digits."""
TIME_ZONE: Final = "(?:北京时间|当地时间|北京時間|當地時間)"
CLOCK: Final = f"{TIME_ZONE}?"
_HOUR: Final = (
    r"(?:凌晨|清晨|早间|早間|早上|上午|中午|午间|午間|下午|傍晚|晚间|晚間|晚上|晚|深夜)?"
    r"(?:\s?\d{1,2}[时時](?:\d{1,2}分)?)?"
)
WHEN: Final = rf"(?:{CLOCK}\s*{_DATE}{_HOUR})"
"""A date with its zone and hour: `当地时间8月6日下午`."""
_TOWN: Final = rf"(?:{NAME}{{2,12}}?|{HAN}{{0,8}}(?:“.{{1,12}}?”|「.{{1,12}}?」){HAN}{{0,6}}?)"
PLACE: Final = rf"(?P<place>{_TOWN}(?:\({_TOWN}\))?(?:\s?[,/-]\s?{_TOWN}){{0,4}}?)"
WHO: Final = rf"(?:{HAN}{{0,10}}?(?:记者|記者|通讯员|通訊員)[:]?\s*(?P<who>{NAMES}{{2,40}}?))"
REPORTER: Final = ("记者", "記者")

WIRED: Final = tuple("专电 專電 急电 急電 电 電".split())
"""Marks that close a dateline received by wire."""
REPORTED: Final = tuple("专讯 專訊 快讯 快訊 简讯 簡訊 电讯 電訊 讯 訊".split())
"""Marks that close a dateline of the paper's own."""
NEWS: Final = ("消息",)
TOLD: Final = ("报道", "報道", "報導")
"""Marks that close a dateline with reporters; without reporters they are verbs: `某网8月6日报道，`."""
_DISPATCH: Final = tuple("电電讯訊")
"""The last characters of these marks."""
FILED: Final = (*WIRED, *REPORTED, *NEWS)
MARKS: Final = (*FILED, *TOLD)
MARKED: Final = "(?P<mark>(?:综合|綜合|新媒体|体育|特写)?(?:外电|外電)?MARK)"
"""A mark with the word before it for the desk or the kind of text."""
PAUSE: Final = r"(?=\s|[:,(\])]|$)"
SOFT_PAUSE: Final = rf"(?=\s|[:(\])]|$|{any_of(('题', '題', *REPORTER, *agencies(AgencyRole.BYLINE)))})"
"""Text allowed behind 电 and a known agency, since 电 begins many words (电视, 电商)."""
_CLOSED: Final = re.compile(r"[(\[]\s*([^()\[\]]{2,70})\s*[)\]]")


class Led(Enum):
    """The kind of agency before a dateline; the value is the pattern before the form's own."""

    BY_ANY = f"(?P<agency>[^{KNOWN_ENDS}-{ACCORDING_ENDS}]+)[{KNOWN_ENDS}{TOLD_ENDS}]"
    BY_KNOWN = f"(?P<agency>[^{KNOWN_ENDS}-{ACCORDING_ENDS}]+){KNOWN_ENDS}"
    BY_TOLD = f"(?P<agency>[^{KNOWN_ENDS}-{ACCORDING_ENDS}]+){TOLD_ENDS}"


_ACCORDING: Final = f"(?:(?P<according>[^{KNOWN_ENDS}-{ACCORDING_ENDS}]{{1,2}}){ACCORDING_ENDS})?"


def closed_at_start(plain: str) -> re.Match[str] | None:
    """Return the bracket with which a plain opening begins; its first group is the content."""
    return _CLOSED.match(plain)


@dataclass(frozen=True)
class ChineseForm(HeadForm):
    """A form of Chinese dateline without an agency in front, open or in brackets."""

    def matches(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the match at the beginning of a text, or of the bracket before it."""
        plain = read_opening(text).plain
        closed = closed_at_start(plain)
        for reading in self.readings(closed[1] if closed else plain):
            if match := self.at(reading):
                yield match

    def readings(self, plain: str) -> Iterator[str]:
        """Yield the texts in which the form may match."""
        yield plain


@dataclass(frozen=True)
class LedForm(ChineseForm):
    """A form of Chinese dateline with an agency in front; the pattern is that of the rest."""

    led: Led = Led.BY_ANY

    @property
    def expression(self) -> str:
        """The pattern with the agency before it."""
        return f"{_ACCORDING}{self.led.value}{super().expression}"

    def stands(self, parts: Parts) -> bool:
        """Return whether the form's condition is met; behind 据 only a dispatch is a dateline."""
        if "according" in parts and not parts.get("mark", "").endswith(_DISPATCH):
            return False
        return self.holds(parts)

    def readings(self, plain: str) -> Iterator[str]:
        """Yield the text behind each agency with which it may begin."""
        return with_signs(plain)
