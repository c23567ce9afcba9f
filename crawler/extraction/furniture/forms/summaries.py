"""Forms of labels that stand alone before a summary of the text: `摘要：`."""

from __future__ import annotations

import re
from typing import Final

from crawler.extraction.furniture.line import LineForm, LineForms
from crawler.extraction.lexicon import labels

SUMMARIES: Final = (
    LineForm(
        name="label of a summary alone",
        languages="zh en fr es pt de it ru ja ko ar",
        marks=(*labels.SUMMARIES, *labels.SUMMARIES_WESTERN),
        label="MARK",
        value=r"\s*[:：]?",
        alone=True,
        flags=re.IGNORECASE,
        examples={"摘要：": {}, "【核心提示】": {}, "Summary:": {}},
        refuses=("摘要：船闸开了。", "Summary judgment", "导读员"),
    ),
)

SUMMARY_LABELS: Final = LineForms(SUMMARIES)
