"""Tells the lines that may stand before an article's text: repeated titles, notes, captions, promotion."""

from __future__ import annotations

import re
from typing import Final

from crawler.extraction.form import any_of
from crawler.extraction.furniture.forms.bylines import BYLINES
from crawler.extraction.furniture.forms.editors import EDITOR_LINES
from crawler.extraction.furniture.forms.originals import ORIGINAL_TITLE_LINES
from crawler.extraction.furniture.forms.sources import SOURCE_LINES
from crawler.extraction.lexicon import labels
from crawler.extraction.lexicon.agencies.table import Role, agencies
from crawler.extraction.lexicon.han import has_han

_SHORT: Final = 70
_SHORT_HAN: Final = 36
_ENDS_SENTENCE: Final = re.compile(r"[.!?…。！？؟][\"'”’」』）)]*$")
_LINES: Final = (ORIGINAL_TITLE_LINES, EDITOR_LINES, SOURCE_LINES, BYLINES)
_NOTE: Final = any_of(
    (*labels.NOTES, *labels.UPDATED, *labels.PUBLISHED_WESTERN, *labels.TYPE_SIZES, *labels.CALLS)
)
_LABEL: Final = re.compile(
    rf"[\[(【（［〔]?\s*(?:{_NOTE}|"
    r"图为|資料圖|资料图|图片|图说|视频|圖為|【?视频|新华社发|"
    r"Editor'?s?[’']?s? note|Photo|Image|File photo|Video|Watch|Listen|"
    r"Read more|Subscribe|Sign up|Download|Follow us"
    r")",
    re.IGNORECASE,
)
_ISSUED: Final = "(?:" + "|".join(agencies(Role.BARE, "zh")) + ")发"
_PHOTO: Final = "|".join(agencies(Role.LABEL))
_CREDIT: Final = re.compile(
    rf"(?:摄|攝|供图|圖|/[A-Z][\w ]{{1,20}}|Photo|{_PHOTO}|{_ISSUED})\s*[\])）】]?$"
    rf"|[\[(（](?:Photo|File|(?:{_PHOTO})\b)[^\])）]*[\])）]$"
)


def is_preamble(paragraph: str) -> bool:
    """Whether an article may begin only after this line: short and no sentence, or a note."""
    line = paragraph.strip()
    if not line or _LABEL.match(line) or any(kind.form_of(line) for kind in _LINES):
        return True
    short = _SHORT_HAN if has_han(line[:_SHORT]) else _SHORT
    if len(line) <= short and _ENDS_SENTENCE.search(line) is None:
        return True
    return len(line) <= 4 * _SHORT and _CREDIT.search(line) is not None
