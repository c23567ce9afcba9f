"""Describes the context of an element: its names, its ancestors' names, and the amount of prose below it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

from crawler.extraction.body.lines import HIDDEN
from crawler.extraction.tree.markup import (
    FURNITURE_TAGS,
    name_words,
    names_caption,
    names_figure,
    names_furniture,
    names_of,
    names_other_story,
)

FAR = 20  # levels: names further up have no meaning for the line
TEXT_TAGS = frozenset({"article", "main"})
TEXT_WORDS = frozenset(
    "article articlebody body content contents text story post entry main maincontent detail paragraph p"
    " richtext copy prose zhengwen wenzhang nr neirong news".split()
)
"""Words of class names and ids that mark an article's text."""
LISTS = frozenset({"ul", "ol", "dl", "nav"})


class ElementStanding:
    """The context of an element, above and below it; one object for each element above a line."""

    __slots__ = (
        "alike",
        "caption",
        "depth",
        "figure",
        "furniture",
        "furniture_above",
        "hidden",
        "linked",
        "lists",
        "names",
        "other_story",
        "prose",
        "siblings",
        "size",
        "tag",
        "text_above",
        "text_names",
        "up",
    )

    def __init__(self, element: etree._Element, up: ElementStanding | None) -> None:
        self.up = up
        self.tag: str = element.tag
        has_attributes = bool(element.keys())  # most elements have none
        self.names = names_of(element) if has_attributes and self.tag not in ("html", "body") else ""
        self.size = self.linked = self.prose = 0.0
        self.siblings: dict[tuple[str, str], int] = {}
        self.alike = (self.tag, self.names)
        said = _said(self.tag, self.names)
        hidden = has_attributes and bool(HIDDEN.search(element.get("style", "")))
        if up is None:
            self.depth = self.lists = self.hidden = 0
            self.furniture = self.other_story = self.text_names = self.caption = self.figure = 0
            self.furniture_above = self.text_above = FAR
            return
        up.siblings[self.alike] = up.siblings.get(self.alike, 0) + 1
        self.depth = up.depth + 1
        self.lists = up.lists + (self.tag in LISTS)
        self.hidden = up.hidden + hidden
        self.furniture = up.furniture + said[0]
        self.furniture_above = 0 if said[0] else up.furniture_above + (up.furniture_above < FAR)
        self.other_story = up.other_story + said[1]
        self.text_names = up.text_names + said[2]
        self.text_above = 0 if said[2] else up.text_above + (up.text_above < FAR)
        self.caption = up.caption or said[3]
        self.figure = up.figure or said[4]

    def above(self, levels: int) -> ElementStanding:
        """Return the standing some levels above, or that of the root."""
        current = self
        for _ in range(levels):
            if current.up is None:
                break
            current = current.up
        return current

    @property
    def repeated(self) -> int:
        """The number of siblings with the same tag and names that hold lines, this element included."""
        return self.up.siblings[self.alike] if self.up is not None else 1


@lru_cache(maxsize=8192)
def _said(tag: str, names: str) -> tuple[int, int, int, int, int]:
    """Return 1 or 0 for furniture, other story, text, caption, figure, by tag and names."""
    words = name_words(names) if names else frozenset()
    return (
        int(tag in FURNITURE_TAGS or (bool(names) and names_furniture(names))),
        int(bool(names) and names_other_story(names)),
        int(tag in TEXT_TAGS or not words.isdisjoint(TEXT_WORDS)),
        int(tag == "figcaption" or (bool(names) and names_caption(names))),
        int(tag == "figure" or (bool(names) and names_figure(names))),
    )


class Standings:
    """The standings of a page's elements, computed on demand."""

    def __init__(self) -> None:
        self._known: dict[etree._Element, ElementStanding] = {}

    def of(self, element: etree._Element) -> ElementStanding:
        """Return the standing of an element; those of its ancestors are computed, too."""
        known = self._known
        missing = []
        current: etree._Element | None = element
        while current is not None and current not in known:
            missing.append(current)
            current = current.getparent()
        up = known[current] if current is not None else None
        for node in reversed(missing):
            up = known[node] = ElementStanding(node, up)
        return known[element]

    def total(self) -> None:
        """Add the totals of each element to those of its ancestors."""
        for standing in sorted(self._known.values(), key=_depth, reverse=True):
            if (up := standing.up) is not None:
                up.size += standing.size
                up.linked += standing.linked
                up.prose += standing.prose

    def path(self, element: etree._Element | None) -> dict[ElementStanding, int]:
        """Return the standings from an element up to the root, with their distances."""
        return {each: distance for distance, each in enumerate(self._way_up(element))}

    def _way_up(self, element: etree._Element | None) -> Iterator[ElementStanding]:
        current = self.of(element) if element is not None else None
        while current is not None:
            yield current
            current = current.up


def _depth(standing: ElementStanding) -> int:
    return standing.depth
