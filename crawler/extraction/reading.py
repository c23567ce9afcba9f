"""Reads one page: headline, container, lines with their roles, and what stands around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from crawler.extraction.container import find_container
from crawler.extraction.headline import Headline, find_headline, heading_above
from crawler.extraction.layouts import Index, Knowledge, first_filled, match_layout
from crawler.extraction.lines import read_lines
from crawler.extraction.metadata import Metadata, read_metadata
from crawler.extraction.outline import Outline, outline
from crawler.extraction.page import Page
from crawler.extraction.sorting import Role, Sorted, sort_lines
from crawler.extraction.surroundings import Surroundings, look_around
from crawler.extraction.survey import survey
from crawler.publishers import Layout

ENOUGH = 0.2  # a layout's container with less of the text than this, against the scorer's, is not believed


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read off one page, before it becomes a record."""

    metadata: Metadata
    headline: Headline
    container: etree._Element | None
    lines: Sequence[Sorted]
    around: Surroundings
    rule: str
    """How the container was found."""
    layout: Layout | None
    index: Index

    def texts(self, role: Role) -> list[str]:
        """The texts of the lines with a role, in page order."""
        return [item.line.text for item in self.lines if item.role is role]


@dataclass(frozen=True, slots=True)
class _Container:
    element: etree._Element | None
    rule: str


def read_page(page: Page, knowledge: Knowledge) -> Reading:
    """Find headline, container, lines and surroundings of one page."""
    seen = survey(page.root)
    metadata = read_metadata(page.root, page.decoded.text)
    index = Index(seen)
    layout = match_layout(index, knowledge.layouts)
    headline = find_headline(seen, metadata, first_filled(index, layout.headline) if layout else None)
    weights = outline(seen, headline.element)
    container = _container(index, layout, weights, find_container(weights, page.root, headline.element))
    if headline.rule == "title element" and container.element is not None:
        headline = heading_above(seen.elements, container.element) or headline
    lines: list[Sorted] = []
    if container.element is not None:
        dropped = _dropped(index, layout)
        lines = sort_lines(read_lines(container.element, weights.weight, dropped), headline.text)
    around = look_around(seen, container.element, headline.element)
    return Reading(metadata, headline, container.element, lines, around, container.rule, layout, index)


def _container(
    index: Index, layout: Layout | None, weights: Outline, scored: etree._Element | None
) -> _Container:
    """The layout's container, unless the scorer finds far more text elsewhere."""
    known = first_filled(index, layout.body) if layout else None
    if layout is None or known is None:
        return _Container(scored, "general scorer" if scored is not None else "none")
    if scored is not None and weights.weight.get(known, 0) < ENOUGH * weights.weight[scored]:
        return _Container(scored, f"general scorer, against layout {layout.name}")
    return _Container(known, f"layout {layout.name}")


def _dropped(index: Index, layout: Layout | None) -> frozenset[etree._Element]:
    if layout is None:
        return frozenset()
    return frozenset(element for selector in layout.drop for element in index.each(selector))
