"""Inserts a text from a script into a copy of the page's tree, at its place on the page."""

from __future__ import annotations

from collections.abc import Container
from copy import deepcopy
from dataclasses import dataclass
from itertools import islice, takewhile

from lxml import etree

from crawler.extraction.tree.markup import (
    MUTE,
    is_furniture,
    names_caption,
    names_figure,
    names_of,
    names_other_story,
    own_text,
)
from crawler.extraction.tree.page import parse_markup

HEAD = 300
"""Characters around a headline at most: kicker, date, source, buttons."""
MOST_LINES = 8
"""Elements below a headline that may be date, source and author."""


@dataclass(frozen=True, slots=True)
class Stock:
    """A page's tree, with the elements that show where a text belongs."""

    root: etree._Element
    headline: etree._Element | None
    container: etree._Element | None
    """The element that holds some of the text in the markup."""
    empty: etree._Element | None
    """The empty element in which the site's layout expects the text."""
    is_preview: bool
    """Whether the text in the container is the beginning of the script's text."""


@dataclass(frozen=True, slots=True)
class Grafted:
    """A tree with the script's text in it."""

    root: etree._Element
    text: etree._Element
    """The element with the script's text."""


def graft(stock: Stock, markup: str) -> Grafted:
    """Insert markup into a copy of a tree: for a preview, in an empty container, or below the headline."""
    place = _place(stock)
    elements = list(stock.root.iter())
    root = deepcopy(stock.root)
    copies = dict(zip(elements, root.iter(), strict=True))
    text = _element(markup)
    if place is None:
        _body(root).append(text)
    elif place is stock.empty or (place is stock.container and stock.is_preview):
        _fill(copies[place], text)
    else:
        copies[place].addnext(text)
        copies[place].tail, text.tail = None, copies[place].tail
    return Grafted(root, text)


def _place(stock: Stock) -> etree._Element | None:
    """Return the element to fill or to insert the text after, or None for the end of the page."""
    if stock.empty is not None:
        return stock.empty
    above = {stock.root, *stock.root.iterchildren("body")}
    if stock.headline is not None:
        above.update((stock.headline, *stock.headline.iterancestors()))
    if stock.container is not None and stock.container not in above:
        return _outside(stock.container, above)
    return _end_of_head(_head(stock.headline)) if stock.headline is not None else None


def _outside(container: etree._Element, above: Container[etree._Element]) -> etree._Element:
    """Return the largest element around the container that is named figure or furniture, or the container."""
    around = takewhile(lambda each: each not in above, (container, *container.iterancestors()))
    return next(filter(_is_named_otherwise, reversed(list(around))), container)


def _is_named_otherwise(element: etree._Element) -> bool:
    names = names_of(element)
    return is_furniture(element) or names_caption(names) or names_figure(names) or names_other_story(names)


def _head(headline: etree._Element) -> etree._Element:
    """Return the largest element around a headline that holds little else."""
    head = headline
    for around in headline.iterancestors():
        if around.tag in ("body", "html") or len(own_text(around)) > len(own_text(headline)) + HEAD:
            break
        head = around
    return head


def _end_of_head(head: etree._Element) -> etree._Element:
    """Return the last of the lines that follow a headline: date, source, author."""
    last = head
    for sibling in islice(head.itersiblings(), MOST_LINES):
        if sibling.tag in MUTE:
            continue
        text = own_text(sibling)
        if not text or len(text) > HEAD or is_furniture(sibling):
            break
        last = sibling
    return last


def _element(markup: str) -> etree._Element:
    element = etree.Element("div")
    body = _body(parse_markup(markup))
    element.text = body.text
    element.extend(list(body))
    return element


def _fill(element: etree._Element, text: etree._Element) -> None:
    """Replace the content of an element by a text."""
    tail = element.tail
    for child in list(element):
        element.remove(child)
    element.text, element.tail = None, tail
    element.append(text)


def _body(root: etree._Element) -> etree._Element:
    return next(root.iterchildren("body"), root)
