"""Tells which elements of a page the selectors of a layout find."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

from lxml import etree

from crawler.extraction.tree.layouts import Index, first_filled
from crawler.publishers import Layout

_OF_ALL = frozenset({"fingerprint", "drop", "captions"})
"""Fields of which every selector counts, not only the first with a filled element."""


@dataclass(frozen=True, slots=True)
class SelectorFinding:
    """The elements that a selector finds on a page."""

    field: str
    """The field of the layout: `body`."""
    selector: str
    elements: int
    """Their number; 0 or 1 for a selector with an id."""
    text: str
    """The text of the first element that is not empty."""
    is_used: bool
    """Whether the field is read there: its first selector with a filled element, or one of all that count."""


def selector_findings(index: Index, layout: Layout) -> Iterator[SelectorFinding]:
    """Yield the findings of a layout's selectors, whether or not the layout applies to the page."""
    for each in fields(layout):
        used: etree._Element | None = None
        for selector in getattr(layout, each.name) if each.name != "name" else ():
            filled = first_filled(index, (selector,))
            counts = each.name in _OF_ALL or used is None
            used = filled if used is None else used
            elements = sum(1 for _ in index.each(selector))
            yield SelectorFinding(each.name, selector, elements, _text(filled), counts and filled is not None)


def _text(element: etree._Element | None) -> str:
    if element is None:
        return ""
    return " ".join(etree.tostring(element, method="text", encoding="unicode", with_tail=False).split())
