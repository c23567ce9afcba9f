"""Surveys the tree of a page in one pass, for the later steps: texts, headings and names.

A pass costs one look-up for each text or attribute of an element, so each is read once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from lxml import etree

from crawler.extraction.tree.markup import ANCHOR, MUTE, names_of

MIN_CHUNK = 4  # characters: shorter pieces of text are numbers, separators and buttons
SOUGHT = frozenset("h1 h2 h3 a time abbr relative-time time-ago input textarea script".split())
"""Tags whose elements later steps search all over a page."""
UNNAMED = MUTE | frozenset("a br g i img li path rect symbol use".split())
"""Elements whose class names and id are seldom needed: most of a page."""


@dataclass(frozen=True, slots=True, eq=False)
class Survey:
    """The contents of a page by position. A position counts the elements in document order."""

    elements: Sequence[etree._Element]
    """All elements in document order."""
    tags: Sequence[str]
    """Their tags."""
    names: dict[str, list[int]]
    """Positions of the elements with class names or an id, by `markup.names_of`, except those in
    `UNNAMED`.
    """
    places: Mapping[str, Sequence[int]]
    """Positions of the elements in `SOUGHT`, by their tags."""
    texts: Sequence[tuple[int, str]]
    """Position and text of each element that opens with more than a few characters, except links."""
    tails: Sequence[tuple[etree._Element, str]]
    """Element and following text, if this has more than a few characters, except behind cells and items."""

    def all(self, *tags: str) -> list[int]:
        """Return the positions of the elements with some tags, all in `SOUGHT`, in page order."""
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
# Text behind these elements, a third of a page, is not weighed; it is read all the same.
_CELLS = frozenset("dd dt head li link meta option path rect symbol tbody td th title tr use".split())
