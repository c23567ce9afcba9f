"""Forms of lines above a text that name its outlet without a label: `By Mara Quell (Linshui Post)`."""

from __future__ import annotations

import re
from typing import Final

from crawler.extraction.form import Parts, any_of
from crawler.extraction.furniture.line import LineForm, LineForms
from crawler.extraction.lexicon import labels
from crawler.extraction.lexicon.agencies.table import rows
from crawler.extraction.lexicon.organisations import PAPER_ENDINGS, SECTION_ENDINGS, SOURCE_WORDS

_NETWORKS: Final = frozenset(map(str.casefold, (*labels.NETWORKS, *labels.NETWORKS_OF_PICTURES)))
_AGENCIES: Final = frozenset(agency.name.casefold() for agency in rows()) - _NETWORKS
_SEVERAL: Final = frozenset("agencies agences agencias agenturen agenzie агентства".split())
"""Words in lower case for several agencies that are not named."""
_JOINED: Final = re.compile(r"\s*(?:[/／]|\band\b|\bvia\b)\s*")
_DOMAIN: Final = re.compile(r"[A-Za-z][\w-]*(?:\.[\w-]+)*\.[A-Za-z]{2,6}")
_EDITION: Final = re.compile(r"\s+(?:[A-Z][\w-]+\s+)?(?:Edition|Weekly|USA|Europe|Africa|Asia|Online)$")
"""The edition behind the name of a paper: `Linshui Post European Edition`."""
_PAPER: Final = rf"(?:{any_of(ending for ending in PAPER_ENDINGS if ending not in SECTION_ENDINGS)})$"
_TOOL: Final = re.compile(
    rf"{any_of((*labels.TOOLS, *labels.HELPERS, *labels.CALLS))}|^(?:{any_of(labels.REPORTERS)}|[网網])"
)
"""Words of buttons and labels, some of which end like a paper: `我要举报`."""
_NO_OUTLET: Final = re.compile(
    rf"^[^A-ZÀ-ÝА-Я\d㐀-鿿]*$|\b{any_of((*labels.PROFESSIONS, *labels.OFFICES))}s?\b"
    r"|^(?:photos?|video|text|pictures?|he|she|they)\b",
    re.IGNORECASE,
)
"""Other remarks in brackets behind an author: `(contributor)`, `(photos)`."""
_TIME: Final = (
    r"(?:\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?|\d{1,2}-\d{1,2})\s*\d{1,2}:\d\d(?::\d\d)?"
)
_HAN_NAME: Final = r"(?P<source>[㐀-鿿\d]{3,12}(?:[-－·]{1,2}[㐀-鿿\d]{2,12})?)"


def is_outlet(name: str) -> bool:
    """Return whether a text is the name of an outlet, or of several: `Linshui Post/Agencies`."""
    return all(map(_is_one, _JOINED.split(name)))


def is_agency(name: str) -> bool:
    """Return whether a text is the name of a known agency, paper or network."""
    return name.casefold() in _AGENCIES


def is_no_person(name: str) -> bool:
    """Return whether the name of an outlet can be no person's; two words such as `Mara Post` can."""
    return is_outlet(name) and (is_agency(name) or len(name.split()) != 2)


def _is_one(name: str) -> bool:
    words = name.casefold().split()
    if not words or is_agency(name) or words[0] in _SEVERAL:
        return bool(words)
    if _DOMAIN.fullmatch(name):
        return True
    last = _EDITION.sub("", name).casefold().split()[-1]
    return len(words) <= 6 and (last in SOURCE_WORDS or _is_paper(name))


def _is_paper(name: str) -> bool:
    """Return whether a Chinese name ends like that of a paper, and names no section and no button."""
    is_named = name in _AGENCIES or (len(name) > 2 and re.search(_PAPER, name) is not None)
    return is_named and _TOOL.search(name) is None


def _holds_outlet(parts: Parts) -> bool:
    return is_outlet(parts["source"])


def _holds_paper(parts: Parts) -> bool:
    return _is_paper(parts["source"])


def _may_be_outlet(parts: Parts) -> bool:
    """Return whether a text is an outlet, or has several words or capitals alone as one may have."""
    source = parts["source"]
    may_be = " " in source or (source.isupper() and len(source) > 2)
    return is_outlet(source) or (may_be and not _NO_OUTLET.search(source))


OUTLETS: Final = (
    LineForm(
        name="outlet in brackets behind an author",
        languages="da de en es fr it no sv",
        marks=labels.BY,
        label=r"MARK:?\s+[^\W\d_][^()（）|]{1,80}?[(（]\s*",
        value=r"(?P<source>[^()（）@]{2,40}?)\s*[)）][^()（）]{0,60}",
        alone=True,
        holds=_may_be_outlet,
        examples={
            "By Wade Lindqvist (Linshui Post)": {"source": "Linshui Post"},
            "By Wade Lindqvist in Linshui(Linshui Post Europe)": {"source": "Linshui Post Europe"},
            "By Wade Lindqvist ( Linshui Post ) Updated: 2024-05-08 09:30": {"source": "Linshui Post"},
            "By Mara Quell (linshuipost.test)": {"source": "linshuipost.test"},
            "Por Iria Caldas (EFE)": {"source": "EFE"},
        },
        refuses=(
            "By Wade Lindqvist (contributor)",
            "By Wade Lindqvist (quell@sample.test)",
            "By Wade Lindqvist (photos)",
            "By Wade Lindqvist (509) 555-0100",
            "Von Tilo Quast (Sport)",
            "Stand by the lock (Linshui Post)",
        ),
    ),
    LineForm(
        name="outlet alone in brackets, or beside the date",
        languages="en zh",
        marks=("(", "（"),
        label=r"(?:(?:Updated|Published|Posted)?:?\s*[\d:/.,年月日\s-]{6,24})?MARK\s*",
        value=r"(?P<source>[^()（）@]{2,40}?)\s*[)）](?:\s*(?:Updated|Published|Posted|\d).{0,60})?",
        alone=True,
        holds=_holds_outlet,
        examples={
            "(Agencies)": {"source": "Agencies"},
            "( Linshui Post )": {"source": "Linshui Post"},
            "(Linshui Post/Xinhua)": {"source": "Linshui Post/Xinhua"},
            "(Xinhua) Updated: 2024-05-08 09:30 Comments": {"source": "Xinhua"},
            "Updated: 2024-05-08 ( Xinhua )": {"source": "Xinhua"},
            "(linshui.test)": {"source": "linshui.test"},
            "（临水晚报）": {"source": "临水晚报"},
        },
        refuses=("(see page 4)", "(Photos)", "()", "（完）", "The lock is open. (Xinhua)", "（我要举报）"),
    ),
    LineForm(
        name="Chinese outlet behind the date",
        languages="zh",
        marks=(":",),
        label=r"(?:(?:https?://)?[A-Za-z.\d]{4,40}\s+)?(?=[\d\s/.年月日-]{3,14}MARK\d)" + _TIME + r"\s*",
        value=_HAN_NAME + r"(?=$|\s|[【（(\[|｜／/]).{0,80}",
        alone=True,
        holds=_holds_paper,
        examples={
            "2024年05月08日 09:30 临水晚报": {"source": "临水晚报"},
            "2024年05月08日 09:30临水晚报【大 中 小】 【打印】": {"source": "临水晚报"},
            "http://www.sample.test 2024年05月08日09:30 林水新闻网-临水晚报": {
                "source": "林水新闻网-临水晚报"
            },
            "2024-05-08 09:30 臨水日報／ 綜合28日電": {"source": "臨水日報"},
        },
        refuses=(
            "2024-05-08 09:30 我要举报",
            "2024-05-08 09:30 国际新闻",
            "2024-05-08 09:30 临水晚报记者探访船闸",
            "2024-05-08 09:30 来源：临水晚报",
        ),
    ),
    LineForm(
        name="Chinese outlet before the date",
        languages="zh",
        marks=(":",),
        label="",
        value=_HAN_NAME + r"\s*(?=[\d\s/.年月日-]{3,14}MARK\d)" + _TIME + r"(?:$|\s.{0,60})",
        alone=True,
        holds=_holds_paper,
        examples={
            "临水晚报 05-08 09:30": {"source": "临水晚报"},
            "临水新闻网 2024-05-08 09:30:15": {"source": "临水新闻网"},
        },
        refuses=("国际新闻 2024-05-08 09:30", "临水 2024-05-08 09:30", "发布于临水晚报"),
    ),
)

OUTLET_LINES: Final = LineForms(OUTLETS)
