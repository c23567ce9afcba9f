"""Tells the lines that may stand before an article's text: repeated titles, notes, captions, promotion."""

from __future__ import annotations

import re
from typing import Final

from crawler.extraction.lexicon.agencies.table import Role, agencies
from crawler.extraction.lexicon.han import has_han

_SHORT: Final = 70
_SHORT_HAN: Final = 36
_ENDS_SENTENCE: Final = re.compile(r"[.!?…。！？؟][\"'”’」』）)]*$")
_ISSUED: Final = "(?:" + "|".join(agencies(Role.BARE, "zh")) + ")发"
_PHOTO: Final = "|".join(agencies(Role.LABEL))
_LABEL: Final = re.compile(
    r"[\[(【（［〔]?\s*(?:"
    r"编者按|編者按|编者的话|编前|核心提示|核心阅读|阅读提示|内容提要|摘要|导读|导语|提要|开栏的话|原标题|"
    r"原題|来源|來源|作者|责任?编辑|编辑|字号|点击|关注|扫码|"
    rf"图为|資料圖|资料图|图片|图说|视频|圖為|{_ISSUED}(?![布表自])|"
    r"Editor'?s?[’']?s? note|Source|Updated?|Published|By |Photo|Image|File photo|Video|Watch|Listen|"
    r"Read more|Subscribe|Sign up|Download|Follow us|Share|"
    r"Note de la rédaction|Nota del editor|Anmerkung der Redaktion|От редакции|편집자"
    r")",
    re.IGNORECASE,
)
_CREDIT: Final = re.compile(
    rf"(?:摄|攝|供图|圖|/[A-Z][\w ]{{1,20}}|Photo|{_PHOTO}|{_ISSUED})\s*[\])）】]?$"
    rf"|[\[(（](?:Photo|File|(?:{_PHOTO})\b)[^\])）]*[\])）]$"
)


def is_preamble(paragraph: str) -> bool:
    """Whether an article may begin only after this line: short and no sentence, or a note."""
    line = paragraph.strip()
    if not line or _LABEL.match(line):
        return True
    short = _SHORT_HAN if has_han(line[:_SHORT]) else _SHORT
    if len(line) <= short and _ENDS_SENTENCE.search(line) is None:
        return True
    return len(line) <= 4 * _SHORT and _CREDIT.search(line) is not None
