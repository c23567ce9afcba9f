"""Photo credits in Korean."""

from __future__ import annotations

import re
from typing import Final

from crawler.extraction.captions.forms.credit import BEHIND_OR_BRACKETED, CreditForm, Stands
from crawler.extraction.captions.photo_agencies import is_agency
from crawler.extraction.form import Parts
from crawler.extraction.lexicon import labels
from crawler.extraction.lexicon.agencies.table import AgencyRole, agencies

_REUSE: Final = r"(?:\.?\s*재판매[^\])]*)?"
"""A notice of rights behind the credit: `재판매 및 DB 금지`."""
_SENTENCE: Final = re.compile(r"을 |를 |에서 |습니다|했다|[다요]$")


def _no_sentence(parts: Parts) -> bool:
    return not _SENTENCE.search(parts["credit"])


FORMS: Final = (
    CreditForm(
        name="reporter, behind the label",
        languages="ko",
        marks=labels.HANGUL_PHOTO,
        pattern=rf"MARK\s?[=:：/]?\s?(?:(?P<org>\S+)\s)?(?P<who>[가-힣]{{2,4}})\s?(?:선임|사진)?기자{_REUSE}",
        stands=BEHIND_OR_BRACKETED,
        examples={
            "배들이 기다린다. [사진 = 홍길동 기자]": {"credit": "[사진 = 홍길동 기자]", "who": "홍길동"}
        },
        refuses=("사진을 본 기자",),
        holds=_no_sentence,
    ),
    CreditForm(
        name="taken by a reporter of an agency",
        languages="ko",
        marks=("촬영", "사진"),
        pattern=rf"MARK\s?[=:：/]?\s?(?P<org>\S*?)\s*기자\s+(?P<who>[가-힣]{{2,4}}){_REUSE}",
        stands=BEHIND_OR_BRACKETED,
        examples={
            "배들이 기다린다. [촬영/신화사 기자 홍길동]": {
                "credit": "[촬영/신화사 기자 홍길동]",
                "org": "신화사",
                "who": "홍길동",
            }
        },
        refuses=("촬영을 마친 기자 회견",),
        holds=_no_sentence,
    ),
    CreditForm(
        name="by, behind the label",
        languages="ko",
        marks=labels.HANGUL_PHOTO,
        pattern=rf"MARK\s?[=:：/|]\s?(?P<org>[^.=|]{{2,40}}?){_REUSE}",
        stands=BEHIND_OR_BRACKETED,
        examples={
            "배들이 기다린다. 사진: 연합뉴스": {"credit": "사진: 연합뉴스", "org": "연합뉴스"},
            "배들이 기다린다. [사진=연합뉴스]": {"credit": "[사진=연합뉴스]", "org": "연합뉴스"},
            "배들이 기다린다. 사진 | 연합뉴스": {"credit": "사진 | 연합뉴스", "org": "연합뉴스"},
        },
        refuses=("사진: 배들이 갑문 앞에서 기다리고 있습니다",),
        holds=_no_sentence,
    ),
    CreditForm(
        name="behind the label without a sign, in square brackets",
        languages="ko",
        marks=("사진",),
        pattern=r"(?<=\[)MARK\s(?P<org>[^\[\]=]{2,20})",
        stands=(Stands.BRACKETED,),
        examples={"배들이 기다린다 [사진 예시군]": {"credit": "[사진 예시군]", "org": "예시군"}},
        refuses=("배들이 기다린다 (사진 왼쪽)", "[사진]"),
        holds=_no_sentence,
    ),
    CreditForm(
        name="provided by",
        languages="ko",
        marks=labels.HANGUL_BY,
        pattern=rf"(?P<org>[^()\[\]]{{2,40}}?)\s?MARK{_REUSE}",
        stands=(Stands.BRACKETED,),
        examples={
            "배들이 기다린다. (예시군 제공)": {"credit": "(예시군 제공)", "org": "예시군"},
            "[예시군 제공. 재판매 및 DB 금지]": {
                "credit": "[예시군 제공. 재판매 및 DB 금지]",
                "org": "예시군",
            },
        },
        refuses=("(군이 비용을 냈다)",),
        holds=_no_sentence,
    ),
    CreditForm(
        name="provided by, behind a sentence",
        languages="ko",
        marks=("제공",),
        pattern=rf"(?P<org>[가-힣A-Za-z\d·/]{{2,20}}(?:\s[가-힣A-Za-z\d]{{2,12}})?)\sMARK{_REUSE}",
        stands=(Stands.AFTER_SENTENCE,),
        examples={"배들이 기다린다. 예시군 제공": {"credit": "예시군 제공", "org": "예시군"}},
        refuses=("배들이 예시군 제공", "배들이 기다린다. 무료로 빵을 제공", "예시군 제공"),
        holds=_no_sentence,
    ),
    CreditForm(
        name="agency behind an equals sign, in Korean",
        languages="ko",
        marks=("=", "＝"),
        pattern=r"MARK\s?(?P<org>[가-힣A-Z\d]{2,10})",
        stands=(Stands.GLUED,),
        examples={"배들이 기다린다=연합뉴스": {"credit": "=연합뉴스", "org": "연합뉴스"}},
        refuses=("배들이 기다린다=갑문", "연합뉴스=서울"),
        holds=lambda parts: is_agency(parts["org"]),
    ),
    CreditForm(
        name="agency behind a slash, in Korean",
        languages="ko",
        marks=("/",),
        pattern=r"MARK\s?(?P<org>[가-힣A-Z\d]{2,10})",
        stands=(Stands.AFTER_SENTENCE,),
        examples={"배들이 기다린다. /연합뉴스": {"credit": "/연합뉴스", "org": "연합뉴스"}},
        refuses=("배들이 기다린다. /갑문",),
        holds=lambda parts: is_agency(parts["org"]),
    ),
    CreditForm(
        name="agency behind a sentence, in Korean",
        languages="ko",
        marks=agencies(AgencyRole.PHOTOS, "ko"),
        pattern=r"(?P<org>MARK)",
        stands=(Stands.AFTER_SENTENCE,),
        examples={"배들이 기다린다. 연합뉴스": {"credit": "연합뉴스", "org": "연합뉴스"}},
        refuses=("연합뉴스", "배들이 연합뉴스"),
    ),
    CreditForm(
        name="reporter behind a sentence",
        languages="ko",
        marks=("기자",),
        pattern=r"(?P<who>[가-힣]{2,4})\s?(?:선임|사진)?MARK",
        stands=(Stands.AFTER_SENTENCE,),
        examples={"배들이 기다린다. 홍길동 기자": {"credit": "홍길동 기자", "who": "홍길동"}},
        refuses=("홍길동 기자", "배를 기다리는 기자"),
    ),
)
