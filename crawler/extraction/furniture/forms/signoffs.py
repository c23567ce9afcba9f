"""Forms of sign-offs below the last paragraph: print edition, author, material, as in `（据临水晚报）`."""

from __future__ import annotations

import re
from typing import Final

from crawler.extraction.form import any_of
from crawler.extraction.furniture.line import LineForm, LineForms
from crawler.extraction.lexicon import labels

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

SIGN_OFF_LINES: Final = LineForms(SIGN_OFFS)
