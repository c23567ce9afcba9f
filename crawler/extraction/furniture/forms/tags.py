"""Forms of lines that print the tags of an article: `标签：林水 船闸`."""

from __future__ import annotations

import re
from typing import Final

from crawler.extraction.furniture.line import SIGN, LineForm, LineForms
from crawler.extraction.lexicon import labels

TAG_ROWS: Final = (
    LineForm(
        name="label of tags",
        languages="zh ja ko en fr es pt de ru ar",
        marks=labels.TAGGED,
        label=rf"MARK{SIGN}",
        value=r"\s*(?P<tags>\S.{0,300}?)[\s)）\]】]*$",
        alone=True,
        flags=re.IGNORECASE,
        examples={
            "标签：林水 船闸": {"tags": "林水 船闸"},
            "（關鍵字：船閘、航運）": {"tags": "船閘、航運"},
            "Tags: Linshui, lock": {"tags": "Linshui, lock"},
            "Mots-clés : écluse, Linshui": {"tags": "écluse, Linshui"},
        },
        refuses=("标签上写着林水", "Tags on the crates name the lock", "关键词："),
    ),
)

TAG_LINES: Final = LineForms(TAG_ROWS)
