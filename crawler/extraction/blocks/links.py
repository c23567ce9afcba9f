"""Finds the links in the lines of a block."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from crawler.extraction.body.lines import Line
from crawler.extraction.tree.markup import INLINE, own_text
from crawler.items import TextLink
from crawler.text.urls import resolve


def links_of(lines: Sequence[Line], base: str) -> tuple[TextLink, ...]:
    """Return the links whose words stand in some lines, in page order, with absolute URLs."""
    texts = [line.text for line in lines if line.linked]
    blocks = dict.fromkeys(line.block for line in lines if line.linked)
    anchors = dict.fromkeys(anchor for block in blocks for anchor in _anchors(block))
    links = (_link(anchor, base) for anchor in anchors)
    return tuple(link for link in links if link and any(link.text in text for text in texts))


def _anchors(block: etree._Element) -> Iterator[etree._Element]:
    """Yield the links in a block itself, or in the cells of a row."""
    for anchor in block.iter("a"):
        if block.tag == "tr" or _block_around(anchor) is block:
            yield anchor


def _block_around(anchor: etree._Element) -> etree._Element | None:
    around = anchor.iterancestors()
    return next((each for each in around if each.tag not in INLINE), None)


def _link(anchor: etree._Element, base: str) -> TextLink | None:
    text, target = own_text(anchor), anchor.get("href")
    url = resolve(base, target) if target and text else None
    return TextLink(text=text, url=url) if url else None
