"""Finds the element that holds the article's text, without knowledge of the site."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping, Sequence
from itertools import takewhile

from lxml import etree

from crawler.extraction.body.outline import Outline
from crawler.extraction.tree.markup import is_furniture

DOMINANT = 0.72  # share: a child with this share of the text leads to the article
SUBSTANTIAL = 0.3  # share: if every child has less, the text is spread, and the parent is the container
OWN = 0.25  # share: a parent with this share in its own paragraphs is the container
FIRST = 0.4  # share of the heaviest part: below a headline, the first part with this share is chosen
RECORDS = 6  # parts with the same markup, each longer than a paragraph: comments, teasers
LONGEST_RECORD = 2  # paragraphs
BESIDE_RECORDS = 0.08  # share of the records' weight: a part before them with this share is the text
PARAGRAPHS = 3  # an element with this many paragraphs is an article, whatever stands beside it
ABOVE = 0.2  # factor for text above the headline, if the choice is open
BELOW = 150  # weight of text below the headline that outweighs any text above it: a paragraph or two


def find_container(
    outline: Outline, root: etree._Element, headline: etree._Element | None = None
) -> etree._Element | None:
    """Return the element that holds the body; None on a page without running text.

    From the root down, each step goes to the child that holds most of the text, until the text is spread over
    paragraphs. Where two parts compete, the one below the `headline` element wins. A sidebar above the
    headline is left for the text below it, however little of the page's text that is.
    """
    if root not in outline.weight:
        return None
    container = _descend(outline, root, headline)
    if headline is None or not _stands_above(container, headline) or not heads_text(headline):
        return container
    lower = outline.of({block for block in outline.blocks if not _stands_above(block, headline)})
    return _descend(lower, root, headline) if lower.weight.get(root, 0) >= BELOW else container


def _descend(outline: Outline, root: etree._Element, headline: etree._Element | None) -> etree._Element:
    anchors = {headline, *headline.iterancestors()} if headline is not None else set()
    current = root
    while (child := _step(current, outline, anchors)) is not None:
        current = child
    return current


def heads_text(headline: etree._Element) -> bool:
    """Return whether a headline stands above the text; a copy of it in a box for sharing may not."""
    return not any(map(is_furniture, headline.iterancestors()))


def between(
    elements: Sequence[etree._Element], headline: etree._Element | None, container: etree._Element
) -> Sequence[etree._Element]:
    """Return the elements from the headline up to the container, or none if the headline is inside.

    `elements` are all elements of the page, in document order.
    """
    if headline is None or container in (headline, *headline.iterancestors()):
        return ()
    return elements[elements.index(headline) : elements.index(container)]


def _stands_above(element: etree._Element, headline: etree._Element) -> bool:
    """Return whether an element ends before the headline begins."""
    path = [headline, *headline.iterancestors()]
    branch, parent = element, element.getparent()
    while parent is not None and parent not in path:
        branch, parent = parent, parent.getparent()
    if parent is None or parent is headline or element in path:
        return False
    return parent.index(branch) < parent.index(path[path.index(parent) - 1])


def _step(
    parent: etree._Element, outline: Outline, anchors: Container[etree._Element]
) -> etree._Element | None:
    """Return the child to descend into, or None if `parent` is the container."""
    weights = _standings(parent, outline, anchors)
    if not weights:
        return None
    text = _before_records(weights, outline) if anchors else None
    return text if text is not None else _next(parent, weights, outline, is_below_headline=bool(anchors))


def _next(
    parent: etree._Element,
    weights: Mapping[etree._Element, float],
    outline: Outline,
    *,
    is_below_headline: bool,
) -> etree._Element | None:
    """Return the child that holds most of the text, or None if the text is spread over the children."""
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
    if is_below_headline:
        return next(
            c for c, w in weights.items() if w >= FIRST * weights[best] and not _is_paragraph(c, outline)
        )
    return best if _paragraphs(best, outline) >= PARAGRAPHS else None


def _before_records(weights: Mapping[etree._Element, float], outline: Outline) -> etree._Element | None:
    """Return the heaviest child before a list of records, such as comments, or None."""
    heaviest = max(weights, key=weights.__getitem__)
    before = list(takewhile(lambda child: child is not heaviest, weights))
    first = max(before, key=weights.__getitem__, default=None)
    if first is None or weights[first] < BESIDE_RECORDS * weights[heaviest] or _is_paragraph(first, outline):
        return None
    return first if _is_list_of_records(heaviest, outline) else None


def _is_list_of_records(element: etree._Element, outline: Outline) -> bool:
    """Return whether an element holds many parts with the same markup, each longer than a paragraph."""
    parts = [child for child in element if child in outline.weight and not _is_paragraph(child, outline)]
    alike = Counter(map(_signature, parts)).most_common(1)
    if not alike or alike[0][1] < RECORDS:
        return False
    same = [part for part in parts if _signature(part) == alike[0][0]]
    whole = sum(outline.weight[part] for part in same) >= DOMINANT * outline.weight[element]
    return whole and all(_is_record(part, outline) for part in same[:RECORDS])


def _is_record(part: etree._Element, outline: Outline) -> bool:
    """Return whether a part has the size of a record: one or two paragraphs. A section has more."""
    paragraphs = sum(1 for each in part.iter() if each in outline.blocks)
    lines = sum(1 for each in part.iter() if each.text and not each.text.isspace())
    return paragraphs <= LONGEST_RECORD and lines > paragraphs


def _standings(
    parent: etree._Element, outline: Outline, anchors: Container[etree._Element]
) -> dict[etree._Element, float]:
    """Return the weights of the children; text above the headline counts little."""
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
