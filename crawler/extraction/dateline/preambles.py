"""Tells the lines that may stand before an article's text: repeated titles, notes, captions, promotion."""

from __future__ import annotations

import re
from typing import Final

from crawler.extraction.dateline.forms.preambles import CREDITS, LABELS
from crawler.extraction.form import read_form
from crawler.extraction.lexicon.han import has_han

_SHORT: Final = 70
_SHORT_HAN: Final = 36
_ENDS_SENTENCE: Final = re.compile(r"[.!?…。！？؟][\"'”’」』）)]*$")
_LABEL: Final = 40
"""A label ends within so many characters."""
_CREDIT: Final = 80
"""A credit stands within so many characters at the end."""


def is_preamble(paragraph: str) -> bool:
    """Whether an article may begin only after this line: short and no sentence, or a note."""
    line = paragraph.strip()
    if not line or read_form(LABELS, line[:_LABEL]):
        return True
    short = _SHORT_HAN if has_han(line[:_SHORT]) else _SHORT
    if len(line) <= short and _ENDS_SENTENCE.search(line) is None:
        return True
    return len(line) <= 4 * _SHORT and read_form(CREDITS, line[-_CREDIT:]) is not None
