"""Finds the ends of paragraphs in preformatted text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

_STYLE = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)\b", re.IGNORECASE)
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_INDENTED_LINE = re.compile(r"\n(?=\t|　|[ \xa0]{2})")
_SENTENCE_END = re.compile(r"(?<=[.!?。！？…:：\"”’」』）)])[^\S\n]*\n")
"""The end of a line that ends a sentence, too: other lines were broken to fit a width."""
_EAST = r"[\u3000-\u9fff\uff00-\uffef]"
_BREAK_IN_CHINESE = re.compile(rf"(?<={_EAST})\s*\n\s*(?={_EAST})")


def paragraph_ends(element: etree._Element, style: str | None) -> re.Pattern[str] | None:
    """Return what parts the paragraphs below an element; None in code, and where line breaks mean nothing.

    Blank lines do; without any, lines that are indented begin a paragraph; without those, lines end one
    where a sentence ends.
    """
    is_kept = element.tag == "pre" or bool(style and _STYLE.search(style))
    if not is_kept or next(element.iter("code"), None) is not None:
        return None
    text = "".join(map(str, element.itertext())).strip()
    return next((ends for ends in (_BLANK_LINE, _INDENTED_LINE) if ends.search(text)), _SENTENCE_END)


def split_paragraphs(text: str, ends: re.Pattern[str]) -> Sequence[str]:
    """Return part a text at the ends of its paragraphs; Chinese that was broken to fit a width is joined."""
    return [_BREAK_IN_CHINESE.sub("", part) for part in ends.split(text)]
