"""Which element of a page holds the article's text, found without any knowledge of the site."""

from __future__ import annotations

from lxml import etree

from crawler.extraction.outline import Outline

DOMINANT = 0.72  # a child that holds this much of the text is where the article is
SUBSTANTIAL = 0.3  # below this the text is spread and the parent itself is the container
PARAGRAPHS = 3  # so many paragraphs of its own make an element an article, whatever stands beside it
OWN = 0.25  # a parent with this share in paragraphs of its own is the container itself


def find_container(outline: Outline, root: etree._Element) -> etree._Element | None:
    """The element that holds the body; None on a page without running text."""
    if root not in outline.weight:
        return None
    current = root
    while (child := _heaviest(current, outline)) is not None:
        current = child
    return current


def _heaviest(parent: etree._Element, outline: Outline) -> etree._Element | None:
    """The child to descend into; None when `parent` is the container."""
    weights = {c: w for c in parent if (w := outline.weight.get(c))}
    if not weights:
        return None
    best = max(weights, key=weights.__getitem__)
    total = outline.weight[parent]
    if _is_paragraph(best, outline):
        return None
    if weights[best] >= DOMINANT * total:
        return best
    own = outline.blocks.get(parent, 0) + sum(w for c, w in weights.items() if _is_paragraph(c, outline))
    alike = sum(w for c, w in weights.items() if _signature(c) == _signature(best))
    if max(own, alike - weights[best]) >= OWN * total or weights[best] < SUBSTANTIAL * total:
        return None
    return best if _paragraphs(best, outline) >= PARAGRAPHS else None


def _is_paragraph(element: etree._Element, outline: Outline) -> bool:
    return outline.blocks.get(element, 0) >= 0.9 * outline.weight[element]


def _signature(element: etree._Element) -> tuple[str, str | None]:
    return element.tag, element.get("class")


def _paragraphs(element: etree._Element, outline: Outline) -> int:
    return sum(1 for block in outline.blocks if element in block.iterancestors())
