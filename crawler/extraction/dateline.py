"""Datelines: where, when and by whom a story was filed, read from its opening."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crawler.extraction.dateline_east import parse_eastern
from crawler.extraction.dateline_west import parse_western
from crawler.items import Dateline

WINDOW = 400  # characters of a paragraph that are looked at
OPENING = 3  # paragraphs: a repeated title or a note may stand above the story
SHORT = 60  # characters: what stands above the story is not longer

_EASTERN = re.compile(r"[぀-ヿ一-鿿가-힣]")
_INVISIBLE = re.compile(r"^[\s\u3000\xa0\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff]+")


def parse_dateline(text: str, published: str | None = None) -> Dateline | None:
    """The dateline that opens a paragraph, taken apart; None where it has none.

    `published` (ISO 8601) gives the year that datelines leave out: the one in which the day lies nearest.
    Without it, such a date is `--MM-DD`, or `---DD` where the month is missing, too.
    """
    opening = _INVISIBLE.sub("", text[:WINDOW])
    if not opening:
        return None
    if _EASTERN.search(opening[:24]):
        return parse_eastern(opening, published)
    return parse_western(opening, published)


def find_dateline(paragraphs: Sequence[str], published: str | None = None) -> Dateline | None:
    """The dateline of an article: in its first paragraph, or below the short lines that stand above it."""
    for paragraph in paragraphs[:OPENING]:
        found = parse_dateline(paragraph, published)
        if found or len(paragraph) > SHORT:
            return found
    return None
