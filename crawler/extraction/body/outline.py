"""Locates the running text of a page, in one cheap pass over the whole tree."""

from __future__ import annotations

import re
from collections.abc import Container
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from crawler.extraction.lexicon.phrases import NOTICES
from crawler.extraction.tree.markup import (
    ANCHOR,
    FURNITURE_TAGS,
    INLINE,
    LONG_LINK,
    MUTE,
    TITLING,
    first_below,
    names_caption,
    names_figure,
    names_furniture,
    names_of,
    names_other_story,
    own_text,
)
from crawler.extraction.tree.survey import Survey
from crawler.text.sizes import utf8_size

MIN_BLOCK = 36  # UTF-8 bytes: twelve Chinese characters, or six English words
MAX_BLOCK = 1500  # UTF-8 bytes that count: one giant block must not outweigh an article
# A set of characters at the front is found faster than alternatives.
SENTENCE_MARK = re.compile(
    r"[。，、؛،।」”！？；：.,!?།༎။၊።។᠂᠃\u0e00-\u0eff\ua000-\ua48f](?:(?<![.,!?])| |(?<!,)[\"’]?$)"
)
"""Marks that texts have and labels lack. Thai, Lao and Yi have none, so any of their letters counts as
one.
"""
SHORT = 1000  # UTF-8 bytes of running text: on a page with less, a notice may be the longest block
DISCOUNT = 0.1  # factor for text in an element that is named like furniture
MISNAMED = (
    0.5  # share of the page's text: an element that holds this much is not furniture, whatever its name
)
UNPUNCTUATED = 0.1  # factor for a block without any sentence mark


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """The amount of running text in each element of a page."""

    weight: dict[etree._Element, float]
    """Weight of the running text in an element and below it; no entry for an element without any."""
    blocks: dict[etree._Element, float]
    """Weight of the text directly inside a block element (usually a paragraph)."""

    def without(self, elements: frozenset[etree._Element]) -> Outline:
        """Return the outline of the blocks outside some elements."""
        return self.of({block for block in self.blocks if not _within(block, elements)})

    def of(self, blocks: Container[etree._Element]) -> Outline:
        """Return the outline of some of the blocks."""
        kept = {block: weight for block, weight in self.blocks.items() if block in blocks}
        return Outline(_totals(kept), kept)


def outline(seen: Survey, headline: etree._Element | None = None) -> Outline:
    """Weigh the running text of a page.

    Elements that are named like furniture count little, unless the `headline` stands in them.
    """
    blocks = _blocks(seen)
    weight = _totals(blocks)
    if max(weight.values(), default=0) < SHORT:  # else the text outweighs all notices and links
        for block, texts in _linked_texts(seen).items():
            blocks[block] = blocks.get(block, 0) + _weight(texts)
        plain = {block: size for block, size in blocks.items() if not NOTICES.match(own_text(block))}
        blocks = plain or blocks  # a gallery may have no other text, and the search starts from it
        weight = _totals(blocks)
    furniture = _furniture(weight, headline)
    if not furniture:
        return Outline(weight, blocks)
    blocks = {b: w * DISCOUNT if _within(b, furniture) else w for b, w in blocks.items()}
    return Outline(_totals(blocks), blocks)


def _blocks(seen: Survey) -> dict[etree._Element, float]:
    weights = {block: weight for block, texts in _texts(seen).items() if (weight := _weight(texts))}
    parents = {block: block.getparent() for block in weights}
    aside = {parent for parent in set(parents.values()) if parent is not None and _holds_no_text(parent)}
    return {
        block: weight
        for block, weight in weights.items()
        if parents[block] not in aside and block.tag not in TITLING and not names_caption(names_of(block))
    }


def _texts(seen: Survey) -> dict[etree._Element, list[str]]:
    """Return the pieces of text by the block that they stand in."""
    texts: dict[etree._Element, list[str]] = {}
    for position, text in seen.texts:
        if (block := block_of(seen.elements[position])) is not None:
            texts.setdefault(block, []).append(text)
    for element, text in seen.tails:
        block = element.getparent()
        if block is not None and block.tag not in MUTE and (block := block_of(block)) is not None:
            texts.setdefault(block, []).append(text)
    return texts


def _linked_texts(seen: Survey) -> dict[etree._Element, list[str]]:
    """Return the texts of links that are too long to be titles: some pages link their whole text."""
    links: dict[etree._Element, list[str]] = {}
    for element, text in ((seen.elements[position], text) for position, text in seen.texts):
        if (link := _link_around(element)) is not None:
            links.setdefault(link, []).append(text)
    for element, text in seen.tails:
        if (link := _link_around(element.getparent())) is not None:
            links.setdefault(link, []).append(text)
    texts: dict[etree._Element, list[str]] = {}
    for link, pieces in links.items():
        around = link.getparent()
        if around is None or sum(map(utf8_size, pieces)) < LONG_LINK:
            continue
        block = block_of(around)
        if block is not None:
            texts.setdefault(block, []).extend(pieces)
    return texts


def _link_around(element: etree._Element | None) -> etree._Element | None:
    while element is not None and element.tag in INLINE:
        if element.tag in ANCHOR:
            return element
        element = element.getparent()
    return None


def _weight(texts: list[str]) -> float:
    """Return the weight of a block's texts: their length in UTF-8, which evens out Chinese and English."""
    text = " ".join(map(str.strip, texts))
    if len(text) < MIN_BLOCK / 4:
        return 0
    size = utf8_size(text) + 1 - len(texts)
    if size < MIN_BLOCK:
        return 0
    return min(size, MAX_BLOCK) * (1 if SENTENCE_MARK.search(text) else UNPUNCTUATED)


def block_of(element: etree._Element) -> etree._Element | None:
    """Return the nearest block element at or above `element`, or None inside a link."""
    current: etree._Element | None = element
    while current is not None and current.tag in INLINE:
        if current.tag in ANCHOR:
            return None
        current = current.getparent()
    return current


def _holds_no_text(parent: etree._Element) -> bool:
    """Return whether an element directly holds a teaser, or the caption of an image."""
    return _is_linked(parent) or names_caption(names_of(parent)) or _is_figure(parent)


def _is_linked(element: etree._Element) -> bool:
    """Return whether an element is a link, or stands inside one."""
    above = islice(element.iterancestors(), 3)
    return element.tag in ANCHOR or any(ancestor.tag in ANCHOR for ancestor in above)


def _is_figure(element: etree._Element) -> bool:
    if not names_figure(names_of(element)) or first_below(element, "img") is None:
        return False
    return sum(1 for child in element if child.tag not in INLINE and own_text(child)) == 1


def _totals(blocks: dict[etree._Element, float]) -> dict[etree._Element, float]:
    totals = dict(blocks)
    parents: dict[etree._Element, float] = {}
    for block, weight in blocks.items():
        parent = block.getparent()
        if parent is not None:
            parents[parent] = parents.get(parent, 0) + weight
    for parent, weight in parents.items():  # paragraphs share a parent, hence their ancestors
        current: etree._Element | None = parent
        while current is not None:
            totals[current] = totals.get(current, 0) + weight
            current = current.getparent()
    return totals


def _furniture(weights: dict[etree._Element, float], headline: etree._Element | None) -> set[etree._Element]:
    """Return the text-holding elements that are named like furniture, except those around the headline."""
    limit = MISNAMED * max(weights.values(), default=0)
    anchors = set(headline.iterancestors()) if headline is not None else set()
    return {
        e for e, weight in weights.items() if e not in anchors and _stands_aside(e, trusted=weight >= limit)
    }


def _stands_aside(element: etree._Element, *, trusted: bool) -> bool:
    names = names_of(element)
    if names and element.tag != "body" and names_other_story(names):
        return True
    return not trusted and (element.tag in FURNITURE_TAGS or bool(names and names_furniture(names)))


def _within(block: etree._Element, elements: AbstractSet[etree._Element]) -> bool:
    return block in elements or not elements.isdisjoint(block.iterancestors())
