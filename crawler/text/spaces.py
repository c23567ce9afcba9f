"""Collapses white space, in bounded memory for any length of text."""

from __future__ import annotations

import re
from collections.abc import Iterator

PIECE = 1 << 16
"""Characters that are folded at a time: their words take about twenty times their memory."""
_SPACE = re.compile(r"\s")


def folded(text: str) -> str:
    """Return the text with one space between words, and without space at its ends."""
    if len(text) <= PIECE:
        return " ".join(text.split())
    return " ".join(filter(None, (" ".join(piece.split()) for piece in _pieces(text))))


def _pieces(text: str) -> Iterator[str]:
    """Yield the text in pieces of about equal length that end between words."""
    start = 0
    while start < len(text):
        space = _SPACE.search(text, start + PIECE)
        end = space.start() if space else len(text)
        yield text[start:end]
        start = end
