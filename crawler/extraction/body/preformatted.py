"""Finds the ends of paragraphs in preformatted text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

_STYLE = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)\b", re.IGNORECASE)
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_INDENTED_LINE = re.compile(r"\n(?=\t|　|[ \xa0]{2})")
_SENTENCE_END = re.compile(r"(?<=[.!?。！？…:：\"”’」』）)])[^\S\n]*\n")
"""The end of a line that also ends a sentence; other line breaks only fit the text into a width."""
_EAST = r"[\u3000-\u9fff\uff00-\uffef]"
_BREAK_IN_CHINESE = re.compile(rf"(?<={_EAST})\s*\n\s*(?={_EAST})")


def paragraph_ends(element: etree._Element, style: str | None) -> re.Pattern[str] | None:
    """Return the pattern that separates the paragraphs below an element.

    None in code, and where line breaks have no meaning. Blank lines separate paragraphs. Without blank lines,
    indented lines begin them; without these, lines that end a sentence end them.
    """
    is_kept = element.tag == "pre" or bool(style and _STYLE.search(style))
    if not is_kept or next(element.iter("code"), None) is not None:
        return None
    text = "".join(map(str, element.itertext())).strip()
    return next((ends for ends in (_BLANK_LINE, _INDENTED_LINE) if ends.search(text)), _SENTENCE_END)


def split_paragraphs(text: str, ends: re.Pattern[str]) -> Sequence[str]:
    """Split a text at the ends of its paragraphs, and join Chinese lines that were broken to fit a width."""
    return [_BREAK_IN_CHINESE.sub("", part) for part in ends.split(text)]
