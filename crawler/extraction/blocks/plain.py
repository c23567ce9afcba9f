"""Builds the blocks of the running text: paragraphs, headings, and lists that have only printed bullets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from crawler.extraction.blocks.forms import BULLETS
from crawler.extraction.blocks.headings import Headings
from crawler.extraction.body.lines import Line
from crawler.extraction.form import read_form
from crawler.items import Block, BlockType, ListItem

FEWEST = 2  # lines with the same bullet: a single one is a paragraph
DASHES = frozenset({"-", "–", "—"})
"""Signs before items that also open speech in print: lines with sentences behind them are paragraphs."""
SENTENCE_END: Final = re.compile(r"[.!?。！？…][”\"'’»」』）)]*$")


def plain_blocks(lines: Sequence[Line], first: int, headings: Headings) -> Iterator[Block]:
    """Yield the blocks of lines of the running text; `first` is the place of their first one in the text."""
    numbered = list(enumerate(lines, start=first))
    for bullet, group in groupby(numbered, key=lambda each: _bullet(each[0], each[1], headings)):
        run = list(group)
        if bullet is not None and _are_items(bullet, [line.text for _, line in run]):
            items = tuple(ListItem(text=line.text) for _, line in run)
            yield Block(type=BlockType.LIST, ordered=False, items=items)
        else:
            yield from (_block(place, line, headings) for place, line in run)


def _are_items(bullet: str, texts: Sequence[str]) -> bool:
    return len(texts) >= FEWEST and not (bullet in DASHES and any(map(SENTENCE_END.search, texts)))


def _block(place: int, line: Line, headings: Headings) -> Block:
    kind = BlockType.HEADING if headings.has(place) else BlockType.PARAGRAPH
    return Block(type=kind, text=line.text, level=headings.levels.get(place))


def _bullet(place: int, line: Line, headings: Headings) -> str | None:
    """Return the sign before a line that may be an item of a list."""
    printed = None if headings.has(place) else read_form(BULLETS, line.text)
    return printed.parts["bullet"] if printed else None
