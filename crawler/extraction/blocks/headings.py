"""Recognises headings: by their element, by bold type, or by a printed chapter number."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from lxml import etree

from crawler.extraction.blocks.forms import NO_TITLES, TITLES
from crawler.extraction.body.lines import Line
from crawler.extraction.body.sorting import FULL_STOP, LONG
from crawler.extraction.form import read_form

LEVELS = 3  # levels above a block in which a heading's element may stand
LONGEST = 160  # characters: a longer sentence in a heading's element is a paragraph
BOLD = 0.9  # share of the characters of a title in bold type
OPEN_ENDS = ("。", ".", "，", ",", "；", ";", "、")
"""Signs at the end of a sentence, or of a part of one: titles have none."""
_TAGS = {f"h{level}": level for level in range(1, 7)}


def level_of(block: etree._Element) -> int | None:
    """Return the level of the heading's element in which a block stands."""
    around = (block, *islice(block.iterancestors(), LEVELS))
    return next((_TAGS[each.tag] for each in around if each.tag in _TAGS), None)


def marked_level(line: Line) -> int | None:
    """Return the level of a line in a heading's element; None if it is as long as a paragraph."""
    if len(line.text) > LONGEST and FULL_STOP.search(line.text):
        return None
    return level_of(line.block)


def titles_in(lines: Sequence[Line]) -> set[int]:
    """Return the indexes of the lines that are printed as titles above others: in bold type, or numbered.

    In bold type, the title of a part may stand above that of its first section.
    """
    titles: set[int] = set()
    for index in range(len(lines) - 2, -1, -1):
        line, following = lines[index], lines[index + 1]
        if not _may_be_title(line.text):
            continue
        is_above = index + 1 in titles or not is_bold(following)
        if (is_bold(line) and is_above) or (len(following.text) > len(line.text) and _is_numbered(line.text)):
            titles.add(index)
    return titles


def is_bold(line: Line) -> bool:
    """Return whether a whole line is in bold type."""
    return line.bold >= BOLD * len(line.text)


def _may_be_title(text: str) -> bool:
    is_short = len(text) <= LONG and not text.endswith(OPEN_ENDS)
    return is_short and read_form(NO_TITLES, text) is None


def _is_numbered(text: str) -> bool:
    return read_form(TITLES, text) is not None
