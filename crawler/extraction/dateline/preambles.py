"""Tells the lines that may stand before an article's text: repeated titles, notes, captions, promotion."""

from __future__ import annotations

import re
from typing import Final

from crawler.extraction.dateline.forms.preambles import CREDITS, LABELS
from crawler.extraction.form import read_form
from crawler.extraction.furniture.forms.bylines import BYLINES
from crawler.extraction.furniture.forms.editors import EDITOR_LINES
from crawler.extraction.furniture.forms.originals import ORIGINAL_TITLE_LINES
from crawler.extraction.furniture.forms.sources import SOURCE_LINES
from crawler.extraction.lexicon.han import has_han

_LINES: Final = (ORIGINAL_TITLE_LINES, EDITOR_LINES, SOURCE_LINES, BYLINES)
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
    if not line or read_form(LABELS, line[:_LABEL]) or any(kind.form_of(line) for kind in _LINES):
        return True
    short = _SHORT_HAN if has_han(line[:_SHORT]) else _SHORT
    if len(line) <= short and _ENDS_SENTENCE.search(line) is None:
        return True
    return len(line) <= 4 * _SHORT and read_form(CREDITS, line[-_CREDIT:]) is not None
