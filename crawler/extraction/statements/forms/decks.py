"""Forms of lines that print a deck: a summary with its label, a second headline behind a dash."""

from __future__ import annotations

import re
from typing import Final

from crawler.extraction.form import Form, Forms
from crawler.extraction.lexicon import labels

_OPEN: Final = r"^[\s\[【（(〔*■●▲]*"

DECKS: Final = Forms(
    (
        Form(
            name="label of a summary",
            languages="zh",
            marks=labels.SUMMARIES,
            pattern=rf"{_OPEN}MARK\s*(?:[:：】\])）〕]\s*)+(?P<deck>\S.{{9,800}})$",
            examples={
                "核心提示：临水的船闸星期一打开，渔民等了三年。": {
                    "deck": "临水的船闸星期一打开，渔民等了三年。"
                },
                "【摘 要】临水的船闸星期一重新打开。": {"deck": "临水的船闸星期一重新打开。"},
            },
            refuses=("摘要", "核心提示：", "导读员吴林说，船闸星期一打开，渔民等了三年。"),
        ),
        Form(
            name="label of a summary, Western",
            languages="en fr es pt de it ru ja ko ar",
            marks=labels.SUMMARIES_WESTERN,
            pattern=rf"{_OPEN}MARK\s*[:：\])]\s*(?P<deck>\S.{{19,800}})$",
            examples={
                "Summary: The lock of Linshui opens after three years.": {
                    "deck": "The lock of Linshui opens after three years."
                },
                "En bref : L'écluse de Linshui ouvre enfin.": {"deck": "L'écluse de Linshui ouvre enfin."},
            },
            refuses=("Summary judgment: The lock of Linshui opens after three years.", "Summary:"),
            flags=re.IGNORECASE,
        ),
    )
)
"""Lines that are a deck with its label."""

SECOND_HEADLINES: Final = Forms(
    (
        Form(
            name="second headline behind a dash",
            languages="zh",
            pattern=r"^\s*(?P<deck>(?:——|──|－－|—)\s*[^—\s].{3,60}[^。；;，,])$",
            examples={"——临水县船闸见闻": {"deck": "——临水县船闸见闻"}},
            refuses=("——临水", "船闸——临水县的门", "——吴林说，船闸星期一打开。"),
        ),
    )
)
"""Lines below a headline that complete it."""
