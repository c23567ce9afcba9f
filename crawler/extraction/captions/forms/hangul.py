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
_SURNAMES: Final = (
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄채원천방현함변"
)
"""The first syllables of most Korean names."""
_AGENCIES: Final = tuple(name for name in agencies(AgencyRole.PHOTOS, "ko") if not name.isascii())
_PLACE: Final = r"(?:[가-힣·]{2,8}(?:[=/]|\s[|]\s)|/\s?)"
"""The place of the picture before the credit, or a slash: `린수이=연합뉴스`, `/연합뉴스`."""
_SENTENCE: Final = re.compile(r"을 |를 |에서 |습니다|했다|[다요]$")

_NO_PROVIDER: Final = re.compile(r"(?:[을를에게서로의]|무료|서비스)$")
"""Ends of words behind which `제공` is a verb."""


def _no_sentence(parts: Parts) -> bool:
    return not _SENTENCE.search(parts["credit"])


FORMS: Final = (
    CreditForm(
        name="reporter, behind the label",
        languages="ko",
        marks=labels.HANGUL_PHOTO,
        pattern=rf"(?:/\s?)?MARK\s?[=:：/]?\s?(?:(?P<org>\S+)\s)?(?P<who>[가-힣]{{2,4}})\s?(?:선임|사진)?기자{_REUSE}",
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
        pattern=rf"(?:/\s?)?MARK\s?[=:：/|]\s?(?P<org>[^.=|]{{2,40}}?){_REUSE}",
        stands=BEHIND_OR_BRACKETED,
        examples={
            "배들이 기다린다. 사진: 연합뉴스": {"credit": "사진: 연합뉴스", "org": "연합뉴스"},
            "배들이 기다린다. [사진=연합뉴스]": {"credit": "[사진=연합뉴스]", "org": "연합뉴스"},
            "배들이 기다린다. 사진 | 연합뉴스": {"credit": "사진 | 연합뉴스", "org": "연합뉴스"},
            "배들이 기다린다. /사진=연합뉴스": {"credit": "/사진=연합뉴스", "org": "연합뉴스"},
            "배들이 기다린다. <사진=예시군>": {"credit": "<사진=예시군>", "org": "예시군"},
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

IN_CAPTIONS: Final = (
    CreditForm(
        name="agencies, maybe behind the place",
        languages="ko",
        marks=_AGENCIES,
        pattern=rf"(?:{_PLACE}(?<!로이터=))?(?P<org>(?:(?:[A-Z]{{2,4}}|로이터|신화|교도|타스)[ =/·-]?)?MARK)",
        examples={
            "배들이 기다린다. 린수이=AP 연합뉴스": {"credit": "린수이=AP 연합뉴스", "org": "AP 연합뉴스"},
            "갑문 앞에서 기다리는 배들 로이터=연합뉴스": {
                "credit": "로이터=연합뉴스",
                "org": "로이터=연합뉴스",
            },
            "갑문 앞에서 기다리는 배들 연합뉴스": {"credit": "연합뉴스", "org": "연합뉴스"},
        },
        refuses=("연합뉴스가 전한 배들", "배들이 연합뉴스를 기다린다"),
    ),
    CreditForm(
        name="reporter, maybe behind the place",
        languages="ko",
        marks=("기자",),
        pattern=rf"{_PLACE}?(?P<who>[{_SURNAMES}][가-힣]{{1,3}})\s?(?:선임|사진|인턴|객원|전문)?MARK",
        examples={
            "갑문 앞에서 기다리는 배들 린수이=홍길동 기자": {"credit": "린수이=홍길동 기자", "who": "홍길동"},
            "갑문 앞에서 기다리는 배들 홍길동 인턴기자": {"credit": "홍길동 인턴기자", "who": "홍길동"},
        },
        refuses=("배들을 기다리는 기자", "기자가 본 배들"),
        holds=_no_sentence,
    ),
    CreditForm(
        name="provided by, at the end",
        languages="ko",
        marks=("제공", "자료사진", "자료 사진", "캡처", "캡쳐", "갈무리"),
        pattern=rf"{_PLACE}?(?P<org>[가-힣A-Za-z\d·]{{2,20}})\s(?:영상\s|화면\s)?MARK",
        examples={
            "배들이 기다린다. 예시군 제공": {"credit": "예시군 제공", "org": "예시군"},
            "갑문 앞에서 기다리는 배들 유튜브 캡처": {"credit": "유튜브 캡처", "org": "유튜브"},
        },
        refuses=("어부들에게 무료 제공", "배들이 물을 제공"),
        holds=lambda parts: not _NO_PROVIDER.search(parts["org"]),
    ),
)
"""Further credits in Korean, in a text that is surely a caption."""
