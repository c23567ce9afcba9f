"""Recognises the lines that may precede an article's text: repeated titles, notes, captions, promotion."""

from __future__ import annotations

import re
from typing import Final

from crawler.extraction.captions.caption import looks_like_caption
from crawler.extraction.dateline.forms.preambles import LABELS
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
"""Characters of a label at the beginning of a line, at most."""
_CAPTION: Final = 4 * _SHORT
"""Characters: a longer line is text, even if it ends as captions do."""


def is_preamble(paragraph: str) -> bool:
    """Return whether an article may begin behind this line: short and no sentence, a note or a caption."""
    line = paragraph.strip()
    if not line or read_form(LABELS, line[:_LABEL]) or any(kind.form_of(line) for kind in _LINES):
        return True
    short = _SHORT_HAN if has_han(line[:_SHORT]) else _SHORT
    if len(line) <= short and _ENDS_SENTENCE.search(line) is None:
        return True
    return len(line) <= _CAPTION and looks_like_caption(line)
