"""Where on a page the running text stands: one cheap pass over the whole tree."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from crawler.extraction.markup import (
    ANCHOR,
    INLINE,
    MUTE,
    TITLING,
    first_below,
    is_furniture,
    is_other_story,
    names_caption,
    names_figure,
    names_of,
    own_text,
)
from crawler.extraction.survey import Survey

MIN_BLOCK = 36  # UTF-8 bytes: twelve Chinese characters, or six English words
MAX_BLOCK = 1500  # one giant block must not outweigh an article
SENTENCE_MARK = re.compile(r"[。，、؛،।」”！？；：]|[.,!?] |[.!?][\"’]?$")
DISCOUNT = 0.1  # what text counts in an element whose name says furniture
MISNAMED = 0.5  # an element that holds this share of the page's text is no furniture, whatever its name
UNPUNCTUATED = 0.1  # what a block without any sentence mark still counts


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """How much running text each element of a page holds."""

    weight: dict[etree._Element, float]
    """Weight of the running text below an element, itself included; absent where there is none."""
    blocks: dict[etree._Element, float]
    """Weight of the text that stands directly in a block element (a paragraph, mostly)."""


def outline(seen: Survey, headline: etree._Element | None = None) -> Outline:
    """Weigh the running text of a page.

    What is named like furniture counts little, unless the `headline` stands in it.
    """
    blocks = _discounted(_blocks(seen), headline)
    return Outline(_totals(blocks), blocks)


def _blocks(seen: Survey) -> dict[etree._Element, float]:
    plain: dict[etree._Element, int] = {}
    marked: set[etree._Element] = set()
    for position, text in seen.texts:
        _note(plain, marked, seen.elements[position], text)
    for element, text in seen.tails:
        parent = element.getparent()
        if parent is not None and parent.tag not in MUTE:
            _note(plain, marked, parent, text)
    return {
        b: min(n, MAX_BLOCK) * (1 if b in marked else UNPUNCTUATED)
        for b, n in plain.items()
        if n >= MIN_BLOCK and b.tag not in TITLING and not _is_linked(b) and not _is_caption(b)
    }


def _note(
    plain: dict[etree._Element, int], marked: set[etree._Element], owner: etree._Element, text: str
) -> None:
    block = block_of(owner)
    if block is None:
        return
    text = text.strip()
    plain[block] = plain.get(block, 0) + (
        len(text) if text.isascii() else len(text.encode("utf-8", "replace"))
    )
    if block not in marked and SENTENCE_MARK.search(text):
        marked.add(block)


def block_of(element: etree._Element) -> etree._Element | None:
    """The nearest block element at or above `element`; None inside a link."""
    current: etree._Element | None = element
    while current is not None and current.tag in INLINE:
        if current.tag in ANCHOR:
            return None
        current = current.getparent()
    return current


def _is_linked(block: etree._Element) -> bool:
    """Whether the whole block stands inside a link, as teasers do."""
    return any(ancestor.tag in ANCHOR for ancestor in islice(block.iterancestors(), 4))


def _is_caption(block: etree._Element) -> bool:
    """Whether a block is named as a caption, or is the one text beside the image of a figure."""
    parent = block.getparent()
    if names_caption(names_of(block)) or parent is None:
        return names_caption(names_of(block))
    return names_caption(names_of(parent)) or _is_figure(parent)


def _is_figure(element: etree._Element) -> bool:
    if not names_figure(names_of(element)) or first_below(element, "img") is None:
        return False
    return sum(1 for child in element if child.tag not in INLINE and own_text(child)) == 1


def _totals(blocks: dict[etree._Element, float]) -> dict[etree._Element, float]:
    totals: dict[etree._Element, float] = {}
    for block, weight in blocks.items():
        current: etree._Element | None = block
        while current is not None:
            totals[current] = totals.get(current, 0) + weight
            current = current.getparent()
    return totals


def _discounted(
    blocks: dict[etree._Element, float], headline: etree._Element | None
) -> dict[etree._Element, float]:
    """The blocks, those inside furniture at a fraction of their weight."""
    raw = _totals(blocks)
    limit = MISNAMED * max(raw.values(), default=0)
    anchors = set(headline.iterancestors()) if headline is not None else set()
    furniture = {
        e
        for e, weight in raw.items()
        if e not in anchors and (is_other_story(e) or (weight < limit and is_furniture(e)))
    }
    if not furniture:
        return blocks
    return {b: w * DISCOUNT if _within(b, furniture) else w for b, w in blocks.items()}


def _within(block: etree._Element, elements: set[etree._Element]) -> bool:
    return block in elements or any(ancestor in elements for ancestor in block.iterancestors())
