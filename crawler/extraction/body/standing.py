"""Describes the context of an element: its names, its ancestors' names, and the amount of prose below it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple, TypeAlias

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
TOPMOST = frozenset({"html", "body"})
"""Elements whose names describe the page."""


Markup: TypeAlias = "tuple[str, str, bool]"
"""The tag of an element, its names (none for the topmost elements), and whether its style hides it."""


class Said(NamedTuple):
    """The meaning of an element's markup and of the markup above it, as numbers."""

    depth: int
    furniture: int
    """Number of elements that are named furniture; `other_story` and `text_names` count likewise."""
    furniture_above: int
    """Number of levels up to the nearest of them, at most `FAR`; `text_above` likewise."""
    other_story: int
    hidden: int
    text_names: int
    text_above: int
    caption: int
    figure: int
    lists: int


class MarkupPath:
    """The markup of an element and of all elements above it; siblings with the same markup share it."""

    __slots__ = ("alike", "below", "pair", "said", "tag")

    def __init__(self, markup: Markup, up: MarkupPath | None) -> None:
        self.tag = markup[0]
        self.alike = markup[:2]
        self.pair = (self.alike, up.alike if up is not None else None)
        """The tags and names of the element and its parent."""
        self.said: Said = _said_below(up.said, markup) if up is not None else _AT_ROOT
        self.below: dict[Markup, MarkupPath] = {}
        """The paths of the elements in these elements."""

    def to(self, markup: Markup) -> MarkupPath:
        """Return the path of an element in this one."""
        path = self.below.get(markup)
        if path is None:
            path = self.below[markup] = MarkupPath(markup, self)
        return path


_AT_ROOT = Said(0, 0, FAR, 0, 0, 0, FAR, 0, 0, 0)


@lru_cache(maxsize=8192)  # the pages of a site share most of their markup
def _said_below(up: Said, markup: Markup) -> Said:
    tag, names, is_hidden = markup
    furniture, other_story, text, caption, figure = _said(tag, names)
    return Said(
        depth=up.depth + 1,
        furniture=up.furniture + furniture,
        furniture_above=0 if furniture else up.furniture_above + (up.furniture_above < FAR),
        other_story=up.other_story + other_story,
        hidden=up.hidden + is_hidden,
        text_names=up.text_names + text,
        text_above=0 if text else up.text_above + (up.text_above < FAR),
        caption=up.caption or caption,
        figure=up.figure or figure,
        lists=up.lists + (tag in LISTS),
    )


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


class ElementStanding:
    """The context of an element, above and below it; one object for each element above a line."""

    __slots__ = ("depth", "linked", "path", "prose", "siblings", "size", "up")

    def __init__(self, path: MarkupPath, up: ElementStanding | None) -> None:
        self.path = path
        self.up = up
        self.depth = path.said.depth
        self.size = self.linked = self.prose = 0.0
        self.siblings: dict[tuple[str, str], int] = {}
        if up is not None:
            up.siblings[path.alike] = up.siblings.get(path.alike, 0) + 1

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
        return self.up.siblings[self.path.alike] if self.up is not None else 1


class Standings:
    """The standings of a page's elements, computed on demand."""

    def __init__(self) -> None:
        self._known: dict[etree._Element, ElementStanding] = {}
        self._levels: list[list[ElementStanding]] = []
        """The standings by their depth."""

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
            up = known[node] = self._add(node, up)
        return known[element]

    def _add(self, element: etree._Element, up: ElementStanding | None) -> ElementStanding:
        markup = _markup_of(element)
        standing = ElementStanding(up.path.to(markup) if up is not None else MarkupPath(markup, None), up)
        if standing.depth == len(self._levels):
            self._levels.append([])
        self._levels[standing.depth].append(standing)
        return standing

    def total(self) -> None:
        """Add the totals of each element to those of its ancestors."""
        for level in reversed(self._levels):
            for standing in level:
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


def _markup_of(element: etree._Element) -> Markup:
    tag: str = element.tag
    attributes = element.keys()
    if _NOTED.isdisjoint(attributes):  # as in most elements
        return tag, "", False
    is_hidden = "style" in attributes and HIDDEN.search(element.get("style", "")) is not None
    return tag, names_of(element) if tag not in TOPMOST else "", is_hidden


_NOTED = frozenset({"class", "id", "style"})
