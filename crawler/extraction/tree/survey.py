"""Surveys the tree of a page in one pass, for the later steps: texts, headings and names.

Asking an element for its text or an attribute is what a pass over a page costs, so each is asked for once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from lxml import etree

from crawler.extraction.tree.markup import ANCHOR, MUTE, names_of

MIN_CHUNK = 4  # shorter pieces of text are numbers, separators and buttons
SOUGHT = frozenset("h1 h2 h3 a time abbr relative-time time-ago input textarea script".split())
"""Tags whose elements are looked for all over a page."""
UNNAMED = MUTE | frozenset("a br g i img li path rect symbol use".split())
"""Elements whose class names and id are seldom asked for: most of a page."""


@dataclass(frozen=True, slots=True, eq=False)
class Survey:
    """The contents of a page by position. A position counts the elements in document order."""

    elements: Sequence[etree._Element]
    """All elements in document order."""
    tags: Sequence[str]
    """Their tags."""
    names: dict[str, list[int]]
    """Positions of the elements with class names or an id, by `markup.names_of`; not of `UNNAMED` ones."""
    places: Mapping[str, Sequence[int]]
    """Positions of the elements that are `SOUGHT`, by their tags."""
    texts: Sequence[tuple[int, str]]
    """Position of each element that opens with more than a few characters, and these; not of links."""
    tails: Sequence[tuple[etree._Element, str]]
    """Each element, but for cells and items, that more than a few characters follow, and these."""

    def all(self, *tags: str) -> list[int]:
        """Return the positions of the elements with some tags, all of them `SOUGHT`, in page order."""
        return sorted(chain.from_iterable(self.places.get(tag, ()) for tag in tags))


def survey(root: etree._Element) -> Survey:
    """Survey the tree of a page."""
    elements = list(root.iter())
    tags = [element.tag for element in elements]
    names: dict[str, list[int]] = {}
    places: dict[str, list[int]] = {}
    texts, tails = [], []
    for position, (element, tag) in enumerate(zip(elements, tags, strict=True)):
        if tag in SOUGHT:
            places.setdefault(tag, []).append(position)
        if tag not in UNNAMED and (own := names_of(element)):
            names.setdefault(own, []).append(position)
        if tag not in _SILENT and (text := element.text) and len(text) >= MIN_CHUNK and not text.isspace():
            texts.append((position, text))
        if tag not in _CELLS and (tail := element.tail) and len(tail) >= MIN_CHUNK and not tail.isspace():
            tails.append((element, tail))
    return Survey(elements, tags, names, places, texts, tails)


_SILENT = MUTE | ANCHOR
# What stands behind these, a third of a page, is not weighed; it is read all the same.
_CELLS = frozenset("dd dt head li link meta option path rect symbol tbody td th title tr use".split())
