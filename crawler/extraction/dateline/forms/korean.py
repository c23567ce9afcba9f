"""Forms of datelines in Korean: `(서울=연합뉴스) 홍길동 기자 =`, `[신화망 베이징 8월 6일]`."""

from __future__ import annotations

import string
from typing import Final

from crawler.extraction.dateline.dates import is_day
from crawler.extraction.dateline.forms.head import BehindForm, HeadForm
from crawler.extraction.lexicon.agencies.table import AgencyRole, agencies
from crawler.extraction.lexicon.han import wide

ROLES: Final = ("기자", "특파원", "통신원", "논설위원")
"""Roles of reporters, behind the name."""
_AGENCIES: Final = agencies(AgencyRole.DATELINE, "ko")
_DATE: Final = r"(?:(?P<year>(?:19|20)\d\d)년\s?)?(?:(?P<month>\d{1,2})월\s?)?(?P<day>\d{1,2})일"
_TOWN: Final = rf"(?P<place>{wide('·.,/ -' + string.ascii_letters)}{{2,40}}?)"
_NAMES: Final = wide("·, ")
_MIXED_NAMES: Final = wide("·, " + string.ascii_letters)
_PAPER: Final = wide("·./" + string.ascii_letters + string.digits)

HEADS: Final = (
    HeadForm(
        name="Korean: agency and reporters",
        languages="ko",
        marks=ROLES,
        pattern=(
            rf"[(\[]\s*(?P<agency>{_PAPER}{{2,14}}?)(?:\s*=\s*|\s+)(?P<who>{_NAMES}{{2,40}}?\S{{0,4}}?MARK)"
            r"\s*[)\]](?:\s*=)?"
        ),
        examples={
            "[이데일리 홍길동기자]": {"agency": "이데일리", "who": "홍길동기자"},
            "[헤럴드경제=홍길동 기자]": {"agency": "헤럴드경제", "who": "홍길동 기자"},
        },
        refuses=("[사진]", "[이데일리 홍길동]"),
    ),
    HeadForm(
        name="Korean: place and agency",
        languages="ko",
        marks=("=",),
        pattern=rf"[(\[]\s*{_TOWN}\s*MARK\s*(?P<agency>{_PAPER}{{2,20}}(?:\s{_PAPER}{{2,8}})?)\s*[)\]]",
        examples={
            "(서울=연합뉴스)": {"place": "서울", "agency": "연합뉴스"},
            "【베이징=신화/뉴시스】": {"place": "베이징", "agency": "신화/뉴시스"},
            "(뉴욕·서울=연합뉴스)": {"place": "뉴욕·서울", "agency": "연합뉴스"},
        },
        refuses=("(서울)", "서울=연합뉴스"),
    ),
    HeadForm(
        name="Korean: agency, place and date",
        languages="ko",
        marks=_AGENCIES,
        pattern=rf"[(\[]\s*(?P<agency>MARK)(?:\s+{_TOWN})??\s*{_DATE}\s*[)\]]",
        examples={
            "[신화망 베이징 8월 6일]": {"agency": "신화망", "place": "베이징", "month": "8", "day": "6"},
            "[인민망 한국어판 8월 6일]": {"agency": "인민망 한국어판", "month": "8", "day": "6"},
        },
        refuses=("[신화망 베이징]", "[신화망 베이징 13월 45일]"),
        holds=is_day,
    ),
    HeadForm(
        name="Korean: place, date and agency",
        languages="ko",
        marks=_AGENCIES,
        pattern=rf"[(\[]\s*{_TOWN}\s*{_DATE}\s*[=,]?\s*(?P<agency>MARK)\s*[)\]](?:\s*[-–—=])?",
        examples={
            "[베이징 8월 6일 신화통신]": {
                "place": "베이징",
                "month": "8",
                "day": "6",
                "agency": "신화통신",
            }
        },
        refuses=("[베이징 8월 6일]", "[베이징 8월 45일 신화통신]"),
        holds=is_day,
    ),
    HeadForm(
        name="Korean: place, date and agency, without brackets round all",
        languages="ko",
        marks=_AGENCIES,
        pattern=rf"{_TOWN}\s+{_DATE}\s*[(\[/]\s*(?P<agency>MARK)\s*[)\]/]\s*(?:-{{1,2}}|[–—=])",
        examples={
            "베이징 8월 6일 (신화) --": {"place": "베이징", "month": "8", "day": "6", "agency": "신화"}
        },
        refuses=("베이징 8월 6일 (현지시간) --", "베이징 8월 6일 (신화)"),
        holds=is_day,
    ),
)
"""Heads with agency, place, date or reporters."""

REPORTERS: Final = (
    BehindForm(
        name="Korean: reporters before an equals sign",
        languages="ko",
        marks=ROLES,
        pattern=rf"\s*(?P<who>{_MIXED_NAMES}{{2,60}}?\S{{0,4}}?MARK)\s*=",
        examples={" 홍길동 특파원 성춘향 기자 =": {"who": "홍길동 특파원 성춘향 기자"}},
        refuses=("홍길동 기자", "홍길동 ="),
    ),
    BehindForm(
        name="Korean: reporters in brackets",
        languages="ko",
        marks=ROLES,
        pattern=rf"\s*\((?P<who>{_NAMES}{{2,40}}?\S{{0,4}}?MARK)\)",
        examples={" (홍길동 기자)": {"who": "홍길동 기자"}},
        refuses=("(홍길동)", "홍길동 기자"),
    ),
    BehindForm(
        name="Korean: equals sign",
        languages="ko",
        marks=("=",),
        pattern=r"\s*MARK",
        examples={" =": {}},
        refuses=("홍길동 =",),
    ),
)
"""Reporters and signs that follow the bracket: `(서울=연합뉴스) 홍길동 기자 =`."""
