"""Adds the first or last paragraph to the container, if it stands beside it in an element of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lxml import etree

from crawler.extraction.body.lines import Line, read_lines
from crawler.extraction.body.sorting import ENDS, PARTLY_LINKED, Role, sort_lines
from crawler.text.sizes import utf8_size

SHORTEST = 48  # UTF-8 bytes of such a paragraph: sixteen Chinese characters, or eight English words
MOST = 2  # paragraphs beside a text: more are another text
MOST_ABOVE = 8  # paragraphs, if all stand above it, each in an element of its own
LARGEST = 0.5  # share of the text's weight: a heavier paragraph is another text
LARGEST_ABOVE = 1.0  # share, if all stand above it


def widened(
    container: etree._Element, headline: etree._Element | None, weight: Mapping[etree._Element, float]
) -> etree._Element:
    """Return the parent of a container, if it holds a little prose beside it and nothing else.

    An element with the headline also holds the date, the tools and the rest of the page.
    """
    parent = container.getparent()
    if parent is None or parent.tag in ("body", "html") or headline is None:
        return container
    beside = weight.get(parent, 0) - weight.get(container, 0)
    if not 0 < beside <= LARGEST_ABOVE * weight.get(container, 0) or parent in headline.iterancestors():
        return container
    lines = _beside(parent, container, weight)
    is_little = len(lines) <= MOST and beside <= LARGEST * weight.get(container, 0)
    fits = is_little or (len(lines) <= MOST_ABOVE and _all_above(lines, container))
    return parent if fits and _is_prose(lines) else container


def _all_above(lines: Sequence[Line], container: etree._Element) -> bool:
    """Return whether all lines stand in elements above the container."""
    above = frozenset(container.itersiblings(preceding=True))
    return all(not above.isdisjoint((line.block, *line.block.iterancestors())) for line in lines)


def _beside(
    parent: etree._Element, container: etree._Element, weight: Mapping[etree._Element, float]
) -> Sequence[Line]:
    """Return the lines of the parent outside the container that are no captions."""
    lines = sort_lines(read_lines(parent, weight))
    return [
        item.line
        for item in lines
        if item.role is Role.BODY and container not in (item.line.block, *item.line.block.iterancestors())
    ]


def _is_prose(lines: Sequence[Line]) -> bool:
    return len(lines) > 0 and all(
        line.linked <= PARTLY_LINKED * len(line.text)
        and utf8_size(line.text) >= SHORTEST
        and ENDS.search(line.text)
        for line in lines
    )
