"""Forms of lines that print the title of a reprinted article in its first paper: `原标题：临水的船闸开了`."""

from __future__ import annotations

from typing import Final

from crawler.extraction.furniture.line import SIGN, LineForm, LineForms
from crawler.extraction.lexicon import labels

ORIGINAL_TITLES: Final = (
    LineForm(
        name="label of the original title",
        languages="zh",
        marks=labels.ORIGINAL_TITLES,
        label=r"(?:本文|文章)?MARK",
        value=rf"(?:{SIGN}\s*|\s+|(?=《))《?(?P<title>\S.*?)[》）)\]】\s]*$",
        examples={
            "原标题：临水的船闸开了": {"title": "临水的船闸开了"},
            "（原题为《临水的船闸开了》）": {"title": "临水的船闸开了"},
            "原標題 臨水的船閘開了": {"title": "臨水的船閘開了"},
        },
        refuses=("原标题", "原題為："),
    ),
)

ORIGINAL_TITLE_LINES: Final = LineForms(ORIGINAL_TITLES)
