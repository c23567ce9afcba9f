"""Forms of datelines in Japanese: `【新華社東京3月11日】`, `【6月18日 AFP】`, `【北京共同】`."""

from __future__ import annotations

import string
from typing import Final

from crawler.extraction.dateline.dates import is_day
from crawler.extraction.dateline.forms.head import HeadForm
from crawler.extraction.lexicon.agencies.table import AgencyRole, agencies
from crawler.extraction.lexicon.han import HAN, LETTER, wide

_AGENCIES: Final = agencies(AgencyRole.DATELINE, "ja")
_PLACE: Final = rf"(?P<place>{LETTER}{{2,14}}?)"
_DATE: Final = r"(?:(?P<year>(?:19|20)\d\d)年\s?)?(?:(?P<month>\d{1,2})月\s?)?(?P<day>\d{1,2})日"
_KNOWN: Final = "(?P<agency>MARK(?:[/=]MARK)?)"
_ANY_LETTER: Final = wide("·'.&/= " + string.ascii_letters)
_ANY: Final = rf"(?P<agency>{_ANY_LETTER}{{2,24}})"
_WHO: Final = rf"(?P<who>{HAN}{{2,7}}(?:[,·]{HAN}{{2,7}}){{0,3}})"


def _bracketed(pattern: str) -> str:
    """Return a pattern in brackets, with or without a mark behind."""
    return rf"[(\[]\s*{pattern}\s*[)\]](?:\s*[-–—:](?=\s)|:|電)?"


HEADS: Final = (
    HeadForm(
        name="Japanese: agency, place and date",
        languages="ja",
        marks=_AGENCIES,
        pattern=_bracketed(rf"{_KNOWN}\s*{_PLACE}??\s*{_DATE}"),
        examples={
            "【新華社東京3月11日】": {"agency": "新華社", "place": "東京", "month": "3", "day": "11"},
            "【新華社３月１１日】": {"agency": "新華社", "month": "3", "day": "11"},
        },
        refuses=("【新華社東京】", "新華社東京3月11日", "【新華社東京13月45日】"),
        holds=is_day,
    ),
    HeadForm(
        name="Japanese: date and agency",
        languages="ja",
        marks=("日",),
        pattern=_bracketed(_DATE.replace("日", "MARK") + rf"\s+{_ANY}"),
        examples={
            "【6月18日 AFP】": {"month": "6", "day": "18", "agency": "AFP"},
            "［６日 ロイター］ -": {"day": "6", "agency": "ロイター"},
        },
        refuses=("【6月18日】", "【13月45日 AFP】"),
        holds=is_day,
    ),
    HeadForm(
        name="Japanese: agency",
        languages="ja",
        marks=_AGENCIES,
        pattern=_bracketed(_KNOWN),
        examples={
            "【AFP＝時事】": {"agency": "AFP=時事"},
            "（ブルームバーグ）：": {"agency": "ブルームバーグ"},
        },
        refuses=("【速報】", "【写真】"),
    ),
    HeadForm(
        name="Japanese: place, date and agency",
        languages="ja",
        marks=_AGENCIES,
        pattern=_bracketed(rf"{_PLACE}\s*{_DATE}\s*[=/]?\s*{_KNOWN}"),
        examples={"［東京　６日　ロイター］ -": {"place": "東京", "day": "6", "agency": "ロイター"}},
        refuses=("［東京　６日］ -", "［東京　４５日　ロイター］"),
        holds=is_day,
    ),
    HeadForm(
        name="Japanese: place and agency",
        languages="ja",
        marks=_AGENCIES,
        pattern=_bracketed(rf"{_PLACE}\s*=?\s*{_KNOWN}"),
        examples={
            "【北京共同】": {"place": "北京", "agency": "共同"},
            "【ソウル聯合ニュース】": {"place": "ソウル", "agency": "聯合ニュース"},
        },
        refuses=("【共同声明】", "【Ｇ川崎】"),
    ),
    HeadForm(
        name="Japanese: place and reporters",
        languages="ja",
        marks=("=",),
        pattern=_bracketed(rf"{_PLACE}MARK{_WHO}"),
        examples={"【北京＝山田花子】": {"place": "北京", "who": "山田花子"}},
        refuses=("【北京】", "北京＝山田花子"),
    ),
)
