"""Forms that follow the head of a Chinese dateline: a second date, and the reporters."""

from __future__ import annotations

from typing import Final

from crawler.extraction.dateline.chinese_reporters import are_names, has_role
from crawler.extraction.dateline.dates import is_day
from crawler.extraction.dateline.forms.chinese_parts import NEWS, REPORTER, TOLD, WHEN
from crawler.extraction.dateline.forms.head import BehindForm
from crawler.extraction.form import Parts
from crawler.extraction.lexicon.han import NAME, NAMES


def _names_people(parts: Parts) -> bool:
    return has_role(parts["who"]) or are_names(parts["who"])


DATES: Final = (
    BehindForm(
        name="Chinese: second date",
        languages="zh",
        marks=NEWS,
        pattern=rf"\s{{0,3}}{WHEN}MARK",
        examples={" 北京时间8月6日凌晨消息": {"month": "8", "day": "6"}},
        refuses=("8月6日，展览开幕。", "8月45日消息"),
        holds=is_day,
    ),
)
"""Behind a head without a date: `凤凰网科技讯 北京时间8月6日凌晨消息`."""

BRACKETS: Final = (
    BehindForm(
        name="Chinese: reporters in brackets",
        languages="zh",
        marks=("(",),
        pattern=r"\s*MARK(?P<who>[^()]{1,80})\)",
        examples={
            "（记者吴林、周样）": {"who": "记者吴林,周样"},
            " (吴林 周样 郑桥)": {"who": "吴林 周样 郑桥"},
        },
        refuses=("（完）", "（综合）", "（星期一）", "记者吴林、周样"),
        holds=_names_people,
    ),
    BehindForm(
        name="Chinese: aside in brackets before a colon",
        languages="zh",
        marks=("(",),
        pattern=r"\s*MARK[^()]{1,80}\)(?=:)",
        examples={"（新闻联播）：": {}},
        refuses=("（新闻联播）", "新闻联播："),
    ),
)
"""Brackets behind the closing mark; an aside counts only behind such a mark."""

REPORTS: Final = (
    BehindForm(
        name="Chinese: reporters and 报道",
        languages="zh",
        marks=TOLD,
        pattern=(
            rf"\s*(?P<who>{NAMES}{{0,14}}?(?:记者|記者|通讯员|通訊員)[:]?\s*{NAMES}{{2,60}}?)\s*"
            r"(?:摄影|攝影|综合|綜合)?MARK(?::|(?=\s|$))"
        ),
        examples={
            "记者吴林报道：": {"who": "记者吴林"},
            " 吴林、记者周样报道：": {"who": "吴林,记者周样"},
        },
        refuses=("记者吴林报道的展览", "吴林报道："),
    ),
    BehindForm(
        name="Chinese: reporter at the end of the line",
        languages="zh",
        marks=REPORTER,
        pattern=rf"\s+(?P<who>{NAME}{{0,20}}MARK\s*{NAMES}{{2,24}})$",
        examples={" 本报驻某国记者 吴林": {"who": "本报驻某国记者 吴林"}},
        refuses=("记者 吴林", " 记者吴林从主办方获悉，展览将持续一个月。"),
    ),
)
"""Behind a head without reporters."""
