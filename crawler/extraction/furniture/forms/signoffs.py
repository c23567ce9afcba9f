"""Forms of sign-offs below the last paragraph: print edition, author, material, as in `（据临水晚报）`."""

from __future__ import annotations

import re
from typing import Final

from crawler.extraction.form import Parts, any_of
from crawler.extraction.furniture.forms.endings import ENDINGS
from crawler.extraction.furniture.forms.signatures import SIGNATURES
from crawler.extraction.furniture.line import LineForm, LineForms
from crawler.extraction.lexicon import labels

PARTICLES = frozenset("al bin da de del der di du el la le van von".split())
"""Words of names without a capital letter."""
ARTICLES = frozenset("A An The This That His Her Their Our My".split())
"""Words before a noun: the text behind them is no name."""

SIGN_OFFS: Final = (
    LineForm(
        name="print edition",
        languages="zh",
        marks=("日报", "晚报", "时报", "早报", "青年报"),
        label=r"《(?P<paper>\S{2,10}?MARK)》\s*[（(]?\s*(?:19|20)\d\d年",
        value="",
        examples={
            "《临水日报》（2024年5月8日 第3版）": {"paper": "临水日报"},
            "— 《临水晚报》2024年05月08日 03版": {"paper": "临水晚报"},
        },
        refuses=("《临水日报》报道了船闸。", "《船闸》（2024年5月8日）"),
    ),
    LineForm(
        name="print edition, in brackets",
        languages="en",
        marks=("page",),
        label=r"\(\s?(?P<paper>[A-Z][\w .'’&-]{2,40}?),?\s\d{1,2}/\d{1,2}/\d{4},?\sMARK\s?[A-Z]?\d{1,3}\)",
        value="",
        examples={"(Linshui Daily 05/08/2024 page7)": {"paper": "Linshui Daily"}},
        refuses=("(see page 7)", "(Linshui Daily)"),
    ),
    LineForm(
        name="who the author is",
        languages="en",
        marks=labels.PROFESSIONS,
        label=r"(?P<who>\S{1,40}) is (?:a|an|the) .{0,80}MARK (?:with|for|at|of)\b",
        value="",
        flags=re.IGNORECASE,
        examples={"Quell is a senior writer with Linshui Post.": {"who": "Quell"}},
        refuses=("Quell is a keeper of the lock.", "The writer with the lamp left."),
    ),
    LineForm(
        name="office of the unnamed author",
        languages="en",
        marks=(*labels.PROFESSIONS, *labels.OFFICES),
        label=r"(?P<who>The (?:author|writer)s?) (?:is|are|was|were|formerly|currently)\b.{0,100}?\bMARK",
        value="",
        flags=re.IGNORECASE,
        examples={
            "The author is director of the Lock Museum in Linshui.": {"who": "The author"},
            "The writer formerly taught at Linshui, and is now an adjunct Professor.": {"who": "The writer"},
        },
        refuses=("The author is right about the lock.", "The director of the lock is an author."),
    ),
    LineForm(
        name="office without a name",
        languages="en",
        marks=(*labels.PROFESSIONS, *labels.OFFICES),
        label=r"^(?P<who>is) (?:an?|the) [^.!?]{0,80}?\bMARK (?:with|for|at|of)\b",
        value="",
        flags=re.IGNORECASE,
        examples={"Is a visiting lecturer at the University of Linshui.": {"who": "Is"}},
        refuses=("Is the keeper right?", "Lin Wu is a lecturer at Linshui."),
    ),
    LineForm(
        name="author in brackets",
        languages="zh",
        marks=("作者",),
        label=r"[（(]\s*(?:本文)?MARK\s*(?:为|為|系|是)",
        value=r"(?P<who>[^（()）。]{2,60})[）)]",
        alone=True,
        examples={
            "（作者為臨水船閘博物館館長）": {"who": "臨水船閘博物館館長"},
            "(本文作者系临水大学教授)": {"who": "临水大学教授"},
        },
        refuses=("作者为临水船闸写了一本书。", "（作者在书里写临水的船闸）"),
    ),
    LineForm(
        name="columnist of a paper",
        languages="en",
        marks=("columnist", "contributor"),
        label=r"(?P<who>\S.{0,40}?)\s*MARK with ",
        value="",
        flags=re.IGNORECASE,
        examples={"Mara Quell, contributor with Linshui Post, lives there.": {"who": "Mara Quell,"}},
        refuses=("The columnist left with a lamp.", "Columnists with lamps"),
    ),
    LineForm(
        name="material in brackets",
        languages="zh",
        marks=(*labels.SOURCES, *labels.AUTHORS, *labels.MATERIAL),
        label=rf"{any_of(labels.MATERIAL_KINDS)}?MARK[:：]?",
        value=r"(?P<source>.{0,30}?)[）)]",
        alone=True,
        examples={
            "（资料来源：临水晚报）": {"source": "临水晚报"},
            "（据临水晚报）": {"source": "临水晚报"},
            "（综合临水晚报、渡口网）": {"source": "临水晚报、渡口网"},
        },
        refuses=("据临水晚报报道，闸门已经打开。", "（完）"),
    ),
    LineForm(
        name="name in brackets",
        languages="zh",
        label=r"[（(]",
        value=r"(?P<who>\S{2,4})[）)]",
        alone=True,
        examples={"（周渡）": {"who": "周渡"}, "(吴林)": {"who": "吴林"}},
        refuses=("（完）", "（闸门已经打开）", "周渡"),
    ),
)

SIGN_OFF_LINES: Final = LineForms((*SIGN_OFFS, *SIGNATURES, *ENDINGS))


_WORD: Final = r"[^\W\d_][\w.'’-]{0,40}"


def _is_full_name(parts: Parts) -> bool:
    """Return whether words are a name: with capital letters, except for `de` or `van`."""
    words = parts["who"].split()
    return words[0] not in ARTICLES and all(word[:1].isupper() or word in PARTICLES for word in words)


BIOGRAPHIES: Final = (
    LineForm(
        name="office of the author",
        languages="en de",
        marks=(*labels.PROFESSIONS, *labels.OFFICES),
        label=rf"(?P<who>{_WORD}(?: {_WORD}){{1,3}}) (?:is|was|ist|war) [^.!?]{{0,100}}?\bMARK\b",
        value="",
        proof=r"\b",
        flags=re.IGNORECASE,
        holds=_is_full_name,
        examples={
            "Lin Wu is the health and travel director at Linshui Post.": {"who": "Lin Wu"},
            "(Mara de Quell is an adjunct professor of law in Linshui.": {"who": "Mara de Quell"},
            "Anna Quell ist Reporterin der Linshuier Zeitung.": {"who": "Anna Quell"},
        },
        refuses=(
            "The new keeper is a friend of the director.",
            "Quell is a keeper of the lock.",
            "Lin Wu is glad. The director of the lock is not.",
        ),
    ),
    LineForm(
        name="beat of the author",
        languages="en",
        marks=(
            "covers",
            "writes for",
            "writes about",
            "reports on",
            "reports for",
            "blogs about",
            "blogs for",
        ),
        label=rf"(?P<who>{_WORD}(?: {_WORD}){{1,3}}) MARK ",
        value=r"(?P<beat>[^!?]{3,120})",
        flags=re.IGNORECASE,
        holds=_is_full_name,
        examples={
            "Mara Quell covers ferries and locks for Linshui Post.": {
                "who": "Mara Quell",
                "beat": "ferries and locks for Linshui Post.",
            },
            "Lin Wu writes for The Lock Report.": {"who": "Lin Wu", "beat": "The Lock Report."},
        },
        refuses=("The roof covers the lock.", "Quell covers the lock.", "The new book writes about locks."),
    ),
    LineForm(
        name="author with an account",
        languages="en",
        label=rf"(?P<who>{_WORD}(?: {_WORD}){{1,3}}), [^.!?]{{3,80}}, is on "
        r"(?:Twitter|Facebook|Instagram|X)\b",
        value="",
        flags=re.IGNORECASE,
        holds=_is_full_name,
        examples={"Mara Quell, a writer for Linshui Post, is on Twitter @quell.": {"who": "Mara Quell"}},
        refuses=("The lock, a landmark, is on Twitter.", "Mara Quell is on Twitter."),
    ),
)
"""Sentences about an author. Below a text, they describe a person whom it does not name."""

BIOGRAPHY_LINES: Final = LineForms(BIOGRAPHIES)

BIOGRAPHY_TITLES: Final = (
    LineForm(
        name="label of a biography alone",
        languages="zh en de fr es pt it ru uk ja ko ar vi id tr",
        marks=labels.BIOGRAPHIES,
        label="MARK",
        value=r"\s*[:：]?",
        alone=True,
        flags=re.IGNORECASE,
        examples={
            "作者簡介：": {},
            "【作者简介】": {},
            "About the author": {},
            "Об авторе:": {},
            "Über den Autor": {},
        },
        refuses=("作者简介写在封底。", "About the author of the dam", "Об авторе плотины"),
    ),
)
"""Labels that stand alone above a biography, below a text."""

BIOGRAPHY_LABELS: Final = LineForms(BIOGRAPHY_TITLES)
