"""Builds the blocks of the running text: paragraphs, headings, and lists that have only printed bullets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from crawler.extraction.blocks.forms import BULLETS
from crawler.extraction.blocks.headings import marked_level
from crawler.extraction.body.lines import Line
from crawler.extraction.form import read_form
from crawler.items import Block, BlockType, ListItem

FEWEST = 2  # lines with the same bullet: a single one is a paragraph


def plain_runs(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """Yield the lines in runs, each of which is one block: the items of a list, or a single line."""
    for bullet, group in groupby(lines, key=_bullet):
        run = list(group)
        if bullet is not None and len(run) >= FEWEST:
            yield run
        else:
            yield from ([line] for line in run)


def plain_block(lines: Sequence[Line], *, is_title: bool) -> Block:
    """Return the block of a run of lines; `is_title` is for a line that is printed as a title."""
    if len(lines) > 1:
        items = tuple(ListItem(text=line.text) for line in lines)
        return Block(type=BlockType.LIST, ordered=False, items=items)
    level = marked_level(lines[0])
    is_heading = is_title or level is not None
    kind = BlockType.HEADING if is_heading else BlockType.PARAGRAPH
    return Block(type=kind, text=lines[0].text, level=level)


def _bullet(line: Line) -> str | None:
    """Return the sign before a line that may be an item of a list."""
    printed = read_form(BULLETS, line.text) if marked_level(line) is None else None
    return printed.parts["bullet"] if printed else None
