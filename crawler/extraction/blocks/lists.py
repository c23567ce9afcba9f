"""Builds the block of a list: its items, with their levels and numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from lxml import etree

from crawler.extraction.blocks.structures import LISTS, item_of
from crawler.extraction.body.lines import Line
from crawler.items import Block, BlockType, ListItem

LARGEST = 1_000_000  # a greater number before an item is a mistake


def list_of(element: etree._Element, lines: Sequence[Line]) -> Block:
    """Return the block of a list with those of its lines that belong to the text."""
    numbers = _numbers(element)
    groups = groupby(lines, key=lambda line: _head_of(item_of(line.block)))
    texts = ((item, "\n".join(line.text for line in group)) for item, group in groups)
    items = tuple(_item(element, item, numbers, text) for item, text in texts)
    return Block(type=BlockType.LIST, ordered=element.tag == "ol", items=items)


def _head_of(item: etree._Element | None) -> etree._Element | None:
    """Return the term of a definition, so that both are one item; any other item itself."""
    if item is None or item.tag != "dd":
        return item
    return next(item.itersiblings("dt", preceding=True), item)


def _item(
    element: etree._Element, item: etree._Element | None, numbers: Mapping[etree._Element, int], text: str
) -> ListItem:
    if item is None:
        return ListItem(text=text)
    around = list(item.iterancestors(*LISTS))
    level = around.index(element) + 1 if element in around else 1
    return ListItem(text=text, level=level, number=numbers.get(item))


def _numbers(element: etree._Element) -> Mapping[etree._Element, int]:
    """Return the numbers that browsers print before the items of a list, and of lists within it."""
    numbers: dict[etree._Element, int] = {}
    for ordered in element.iter("ol"):
        start = _stated(ordered.get("start"))
        number = 1 if start is None else start
        for item in ordered.iterchildren("li"):
            own = _stated(item.get("value"))
            numbers[item] = number if own is None else own
            number = numbers[item] + 1
    return numbers


def _stated(number: str | None) -> int | None:
    digits = (number or "").strip()
    return int(digits) if digits.isdecimal() and len(digits) < len(str(LARGEST)) else None
