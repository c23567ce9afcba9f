"""The core of a Chinese dateline: agency, place, date and closing mark in their order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from crawler.extraction.dateline.chinese_agencies import Opened, agencies_at_start
from crawler.extraction.dateline.dates import PrintedDate, printed_date
from crawler.extraction.lexicon.agencies.table import Role, agencies
from crawler.extraction.lexicon.han import HAN, NAME, NAMES, WORD
from crawler.extraction.lexicon.organisations import SEVERAL
from crawler.extraction.lexicon.places_chinese import PLACES

_NUMBER: Final = r"(?:\d{1,2}|[一二三四五六七八九十廿卅]{1,3})"
_UNTIL: Final = r"(?:\s?(?:-|~|,|—{1,2}|–|至|到)\s?(?:\d{1,2}\s?月\s?)?\d{1,2}\s?日)"
DATE: Final = (
    rf"(?:(?P<year>(?:19|20)\d\d)\s?年\s?)?(?:(?P<month>{_NUMBER})\s?月\s?)?(?P<day>{_NUMBER})\s?"
    rf"(?:日{_UNTIL}?|{_UNTIL}|(?:(?<=月\d)|(?<=月\d\d))(?=专电|專電|电|電|讯|訊))"
)
"""`2022年8月6日`, `8月6日至7日`, `5-6日`, `21日` in plain digits."""
CLOCK: Final = r"(?:北京时间|当地时间|北京時間|當地時間)?"
HOUR: Final = (
    r"(?:凌晨|清晨|早间|早間|早上|上午|中午|午间|午間|下午|傍晚|晚间|晚間|晚上|晚|深夜)?"
    r"(?:\s?\d{1,2}[时時](?:\d{1,2}分)?)?"
)
_TOWN: Final = rf"(?:{NAME}{{2,12}}?|{HAN}{{0,8}}(?:“.{{1,12}}?”|「.{{1,12}}?」){HAN}{{0,6}}?)"
PLACE: Final = rf"(?P<place>{_TOWN}(?:\({_TOWN}\))?(?:\s?[,/-]\s?{_TOWN}){{0,4}}?)"
MARK: Final = (
    r"(?P<mark>(?:综合|綜合|新媒体|体育|特写)?(?:外电|外電)?"
    r"(?:专电|專電|急电|急電|电讯|電訊|电|電|专讯|專訊|快讯|快訊|简讯|簡訊|讯|訊|消息|报道|報道|報導))"
)
_WHO: Final = rf"(?:{HAN}{{0,10}}?(?:记者|記者|通讯员|通訊員)[:]?\s*(?P<who>{NAMES}{{2,40}}?))"

_ACCORDING: Final = re.compile("[据據]|(?:综合|綜合)(?![\\d外])")
GENERAL: Final = SEVERAL | {"综合外电", "綜合外電"}
"""What stands in the place of an agency or a town where a text has several sources."""

_DATED: Final = re.compile(
    rf"\s*(?:{_WHO}|{PLACE})??\s*(?:{CLOCK}\s*{DATE}{HOUR})\s*(?:{MARK}|(?=\s?[(\]]|$))"
)
_UNDATED: Final = re.compile(rf"\s*{PLACE}??\s*{MARK}")
_REPORTED: Final = re.compile(
    rf"\s*{HAN}{{0,12}}?(?:记者|記者|编译|編譯|特派员|特派員)[:]?\s*(?P<who>{NAMES}{{2,40}}?)"
    r"(?P<mark>(?:现场|現場|综合|綜合)?(?:报道|報道|報導))"
)
_ROLE_FOLLOWS: Final = re.compile(r"\s?\([^()]{0,16}(?:记者|記者)")
_EDITION: Final = re.compile("(?:新闻|新聞|频道|頻道|客户端|时刻|在线|视频|财经|[网網报報社])$")
_STRANGER: Final = re.compile(rf"(?:{WORD}|(?<=\w) (?=[A-Z])){{2,14}}?(?=\s*{CLOCK}\d{{1,4}}\s?(?:年|月|日))")
_SENTENCE: Final = re.compile(r"[有该該据據在从從至自于於將将今去我他她这這那是的了]|记者|記者|公司|预计")
_PAUSE: Final = re.compile(r"\s|[:,(\])]|$")
_SOFT_PAUSE: Final = re.compile(r"\s|[:(\])]|$|题|題|记者|記者|" + "|".join(agencies(Role.BYLINE)))


@dataclass(frozen=True, slots=True)
class Filing:
    """A dateline's core, read from the start of a text."""

    end: int
    agency: str | None = None
    place: str | None = None
    date: PrintedDate | None = None
    who: str | None = None
    """Reporters, and perhaps a place after them, as printed between agency and date."""
    mark: str = ""


def read_filing(text: str) -> Filing | None:
    """Read `据?AGENCY PLACE DATE MARK` at the start of a text; None where it does not begin so."""
    prefix = _ACCORDING.match(text)
    start = prefix.end() if prefix else 0
    for agency in agencies_at_start(text[start:]):
        filing = _after_agency(text, start + len(agency.name), agency)
        if filing and (prefix is None or filing.mark[-1:] in set("电電讯訊")):
            return filing
    return None if prefix else _of_stranger(text)


def _after_agency(text: str, end: int, agency: Opened) -> Filing | None:
    dated = _DATED.match(text, end)
    filing = _filing(dated, agency.name) if dated and _is_sound(dated, text) else None
    if filing:
        return filing
    reported = _REPORTED.match(text, end)
    if reported and _PAUSE.match(text, reported.end()):
        return Filing(reported.end(), agency.name, who=reported["who"], mark=reported["mark"])
    undated = _UNDATED.match(text, end)
    if undated and _undated_holds(undated, text, agency):
        name, place = _with_edition(agency.name, undated["place"])
        return Filing(undated.end(), name, place, mark=undated["mark"])
    return None


def _is_sound(dated: re.Match[str], text: str) -> bool:
    """`…8月6日报道` without a reporter is an attribution in a sentence: `某网8月6日报道，`."""
    mark = dated["mark"] or ""
    if mark.endswith(("道", "導")):
        return dated["who"] is not None or text[dated.end() : dated.end() + 1] in {"", " ", ":"}
    if mark.endswith("消息"):
        return _PAUSE.match(text, dated.end()) is not None
    return True


def _closes(text: str, end: int) -> bool:
    return end == len(text)


def _undated_holds(undated: re.Match[str], text: str, agency: Opened) -> bool:
    mark, end, place = undated["mark"], undated.end(), undated["place"]
    if mark.endswith(("道", "導")):
        return place is None and (_closes(text, end) or _ROLE_FOLLOWS.match(text, end) is not None)
    if agency.name in GENERAL:
        return False
    if mark.endswith("消息"):
        return place is None and _PAUSE.match(text, end) is not None
    if mark.endswith(("讯", "訊")) and agency.known and place is None:
        return True
    if place is not None and (not agency.known or len(place) > 6):
        return False
    # 电 alone begins many words (电视, 电商): something must set it off.
    return (_SOFT_PAUSE if agency.known else _PAUSE).match(text, end) is not None


def _of_stranger(text: str) -> Filing | None:
    """An agency told by neither list nor ending, or none, before a date: `某某圈8月6日消息，`."""
    dated = _DATED.match(text)
    name = None if dated else _STRANGER.match(text)
    if name:
        dated = None if _SENTENCE.search(name[0]) else _DATED.match(text, name.end())
    if dated is None or dated["who"] or not dated["mark"]:
        return None
    if not _PAUSE.match(text, dated.end()) or dated["mark"].endswith(("道", "導")):
        return None
    return _filing(dated, name[0].strip() if name else None)


def _filing(match: re.Match[str], agency: str | None) -> Filing | None:
    date, place = read_date(match), match["place"]
    if date is None or (place and place[-1] in "讯訊电電"):
        return None
    if agency is None and place and _SENTENCE.search(place):
        return None
    agency, place = _with_edition(agency, place)
    return Filing(match.end(), agency, place, date, match["who"], match["mark"] or "")


def _with_edition(agency: str | None, place: str | None) -> tuple[str | None, str | None]:
    """What ends like an edition, or stands without an agency and is no known town, is agency."""
    if place and (_EDITION.search(place) if agency else place not in PLACES):
        return (agency or "") + place, None
    return agency, place


def read_date(match: re.Match[str]) -> PrintedDate | None:
    """The date in the groups of `DATE`."""
    year, month = match["year"], match["month"]
    return printed_date(_number(match["day"]), _number(month) if month else None, int(year) if year else None)


def _number(digits: str) -> int:
    """`11`, `十一`, `二十`, `廿一`; a hundred, which is in no calendar, for what is no number."""
    if digits.isdecimal():
        return int(digits)
    total = 0
    for character in digits.replace("廿", "二十").replace("卅", "三十"):
        digit = "一二三四五六七八九".find(character) + 1
        if character != "十" and not digit:
            return 100
        total = total + digit if digit else max(total, 1) * 10
    return total
