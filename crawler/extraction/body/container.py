"""Finds the element that holds the article's text, without knowledge of the site."""

from __future__ import annotations

from collections.abc import Container

from lxml import etree

from crawler.extraction.body.outline import Outline

DOMINANT = 0.72  # a child that holds this much of the text is where the article is
SUBSTANTIAL = 0.3  # below this share the text is spread and the parent itself is the container
OWN = 0.25  # a parent with this share in paragraphs of its own is the container itself
FIRST = 0.4  # below a headline the first part comes first, if it has this share of the heaviest
PARAGRAPHS = 3  # so many paragraphs of its own make an element an article, whatever stands beside it
ABOVE = 0.2  # what text counts that stands above the headline, when the choice is open


def find_container(
    outline: Outline, root: etree._Element, headline: etree._Element | None = None
) -> etree._Element | None:
    """The element that holds the body; None on a page without running text.

    From the root down, each step goes to the child that holds most of the text, until the text is spread
    over paragraphs. Where two parts compete, the one below the `headline` element wins.
    """
    if root not in outline.weight:
        return None
    anchors = {headline, *headline.iterancestors()} if headline is not None else set()
    current = root
    while (child := _next(current, outline, anchors)) is not None:
        current = child
    return current


def _next(
    parent: etree._Element, outline: Outline, anchors: Container[etree._Element]
) -> etree._Element | None:
    """The child to descend into; None when `parent` is the container."""
    weights = _standings(parent, outline, anchors)
    if not weights:
        return None
    best = max(weights, key=weights.__getitem__)
    total = sum(weights.values()) + outline.blocks.get(parent, 0)
    own = outline.blocks.get(parent, 0) + sum(w for c, w in weights.items() if _is_paragraph(c, outline))
    if _is_paragraph(best, outline):
        return best if best.tag != "p" and own - weights[best] < OWN * weights[best] else None
    if weights[best] >= DOMINANT * total:
        return best
    alike = sum(w for c, w in weights.items() if _signature(c) == _signature(best))
    if max(own, alike - weights[best]) >= OWN * total or weights[best] < SUBSTANTIAL * total:
        return None
    if anchors:
        return next(
            c for c, w in weights.items() if w >= FIRST * weights[best] and not _is_paragraph(c, outline)
        )
    return best if _paragraphs(best, outline) >= PARAGRAPHS else None


def _standings(
    parent: etree._Element, outline: Outline, anchors: Container[etree._Element]
) -> dict[etree._Element, float]:
    """The weights of the children; what stands above the headline counts little."""
    weights: dict[etree._Element, float] = {}
    above: list[etree._Element] = []
    for child in parent:
        if child in anchors:
            above = list(weights)
        if weight := outline.weight.get(child):
            weights[child] = weight
    for child in above:
        weights[child] *= ABOVE
    return weights


def _is_paragraph(element: etree._Element, outline: Outline) -> bool:
    return outline.blocks.get(element, 0) >= 0.9 * outline.weight[element]


def _signature(element: etree._Element) -> tuple[str, str | None]:
    return element.tag, element.get("class")


def _paragraphs(element: etree._Element, outline: Outline) -> int:
    return sum(1 for block in outline.blocks if element in block.iterancestors())
