"""Forms of lines that name the source of an article: `来源：临水晚报`, `Source: Linshui Post`."""

from __future__ import annotations

import re
from typing import Final

from crawler.extraction.form import any_of
from crawler.extraction.furniture.ends import END, NO_LABEL
from crawler.extraction.furniture.line import COLON, LineForm, LineForms
from crawler.extraction.lexicon import labels
from crawler.extraction.lexicon.places_chinese import PROVINCES

_SOURCE: Final = NO_LABEL + r"(?:[（(\[【]\s*)?(?P<source>\S.{0,39}?)" + END

SOURCES: Final = (
    LineForm(
        name="Chinese source label",
        languages="zh",
        marks=labels.SOURCES,
        label=rf"(?<![“「『])(?:{any_of(labels.SOURCE_KINDS)})?(?<!图片)(?<!圖片)MARK于?{COLON}",
        value=_SOURCE.replace(END, rf"(?:\s+{any_of(PROVINCES)})?{END}"),
        examples={
            "来源：临水晚报": {"source": "临水晚报"},
            "来源：临水晚报 广东 举报": {"source": "临水晚报"},
            "2024年5月8日 09:30 来源：临水晚报 作者：李河": {"source": "临水晚报"},
            "文章来源：临水晚报责任编辑：周渡": {"source": "临水晚报"},
            "（本文来源：临水晚报 ）": {"source": "临水晚报"},
            "来源：临水晚报 发表评论": {"source": "临水晚报"},
            "来源：临水晚报 阅读 157": {"source": "临水晚报"},
            "转自丨临水晚报": {"source": "临水晚报"},
            "来 源：临水晚报": {"source": "临水晚报"},
            "来源：（ 临水晚报 ）": {"source": "临水晚报"},
            "新闻来源: 临水晚报 于2024-05-08 09:30": {"source": "临水晚报"},
            "文章来源: 临水晚报 于 2024-05-08 09:30": {"source": "临水晚报"},
        },
        refuses=(
            "来自十二个国家的客人：参观船闸。",
            "来源",
            "来源：",
            "来源： 作者：李河",
            "图片来源：吴林",
            "凡本网注明“来源：临水晚报”的作品，版权均属于临水晚报。",
            "河水的来源在山上。",
        ),
    ),
    LineForm(
        name="Chinese source label without a colon",
        languages="zh",
        marks=labels.SOURCES,
        label=r"(?:本文)?MARK于\s+",
        value=r"(?P<source>\S{2,20})",
        alone=True,
        examples={"来源于 临水晚报": {"source": "临水晚报"}, "本文来源于 临水网": {"source": "临水网"}},
        refuses=("河水来源于 山上", "来源于山上的河水，今天过闸。", "来源 临水晚报"),
    ),
    LineForm(
        name="Western source label",
        languages="de en eo es fr it pt ru ar",
        marks=labels.SOURCES_WESTERN,
        label=rf"\bMARK{COLON}",
        value=_SOURCE,
        flags=re.IGNORECASE,
        examples={
            "Source: Linshui Post": {"source": "Linshui Post"},
            "May 8, 2024 | SOURCE: Linshui Post | Editor: Mara Quell": {"source": "Linshui Post"},
            "Source: Linshui PostEditor: Mara Quell": {"source": "Linshui Post"},
            "Source : Courrier de Linshui Imprimer": {"source": "Courrier de Linshui"},
            "المصدر: بريد لينشوي طباعة": {"source": "بريد لينشوي"},
        },
        refuses=("Resource: none", "The source of the Mira lies above Linshui.", "Source:"),
    ),
    LineForm(
        name="Eastern source label",
        languages="ja ko",
        marks=labels.SOURCES_EASTERN,
        label=rf"MARK{COLON}",
        value=_SOURCE,
        examples={"出典：臨水新聞": {"source": "臨水新聞"}, "출처: 린수이일보": {"source": "린수이일보"}},
        refuses=("出典", "출처는 신문이다."),
    ),
    LineForm(
        name="agency in brackets before the time",
        languages="en",
        marks=("(",),
        label=r"MARK(?P<source>[^()@/]{3,40})\)\s*(?:\d{1,2}:\d\d|\d{4}-\d\d)",
        value="",
        examples={
            "(Linshui Post) 11:35, May 08, 2024": {"source": "Linshui Post"},
            "(Linshui Post) 2024-05-08": {"source": "Linshui Post"},
        },
        refuses=("(see page 4)", "(Linshui Post)", "(AP) 11 boats", "(quell@sample.test) 2024-05-08"),
    ),
)

SOURCE_LINES: Final = LineForms(SOURCES)
