"""Forms of lines that ask the readers to follow a page or an account: `按讚追蹤粉絲頁`."""

from __future__ import annotations

from typing import Final

from crawler.extraction.furniture.line import LineForm, LineForms
from crawler.extraction.lexicon import labels

CALLS: Final = (
    LineForm(
        name="call to follow",
        languages="zh",
        marks=labels.FOLLOWING,
        label=r".{0,20}?MARK",
        value=r"[^。]{0,20}[。！!]?",
        alone=True,
        examples={
            "☆临水新闻不漏接，按讚追蹤粉絲頁。": {},
            "臨水晚報臉書粉絲團: 點這裡": {},
            "喜欢的朋友记得点赞关注": {},
        },
        refuses=(
            "他在臉書粉絲團寫道，船閘打開了。四十條船正在等候。",
            "他有一千三百萬粉絲",
        ),
    ),
)

CALL_LINES: Final = LineForms(CALLS)
