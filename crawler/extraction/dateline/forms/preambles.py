"""Labels that open the lines before an article's text: notes, dates, buttons, captions."""

from __future__ import annotations

import re
from typing import Final

from crawler.extraction.form import Form
from crawler.extraction.lexicon import labels
from crawler.extraction.lexicon.agencies.table import AgencyRole, agencies

_OPEN: Final = r"^[\[(【（［〔]?\s*"
_ISSUED: Final = tuple(f"{agency}发" for agency in agencies(AgencyRole.BARE, "zh"))

LABELS: Final = (
    Form(
        name="note of the editors",
        languages="de en es fr ko ru zh",
        marks=labels.NOTES,
        pattern=f"{_OPEN}MARK",
        flags=re.IGNORECASE,
        examples={"编者按：本报今起推出系列报道。": {}, "Editor's note: This is the first story.": {}},
        refuses=("本报今起推出系列报道。编者按",),
    ),
    Form(
        name="time of publication",
        languages="en",
        marks=(*labels.UPDATED, *labels.PUBLISHED_WESTERN),
        pattern=f"{_OPEN}MARK",
        flags=re.IGNORECASE,
        examples={"Updated at 10:00, August 6": {}},
        refuses=("The library updated its hours.",),
    ),
    Form(
        name="call to the reader",
        languages="en zh",
        marks=(*labels.TYPE_SIZES, *labels.CALLS, *labels.CALLS_WESTERN),
        pattern=f"{_OPEN}MARK",
        flags=re.IGNORECASE,
        examples={"点击查看图集": {}, "Follow us on every channel": {}},
        refuses=("读者点击查看图集。",),
    ),
    Form(
        name="caption",
        languages="en zh",
        marks=(*labels.CAPTIONS, "图片", "视频", "Photo", "Image", "File photo", "Video"),
        pattern=f"{_OPEN}MARK",
        flags=re.IGNORECASE,
        examples={"图为读者在图书馆前排队。": {}, "Photo shows readers before the library.": {}},
        refuses=("读者在图书馆前排队。", "A photo of the library"),
    ),
    Form(
        name="caption of an agency",
        languages="zh",
        marks=_ISSUED,
        pattern=f"{_OPEN}MARK(?![布表自])",
        examples={"新华社发 图书馆今天开放，读者排队": {}},
        refuses=("新华社发布的消息说，图书馆今天开放。",),
    ),
)
"""Labels at the beginning of a line."""
