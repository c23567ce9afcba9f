"""Finds the links of a page with their surroundings, and its feeds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import chain, islice
from typing import TYPE_CHECKING

from lxml import etree

from crawler.discovery.elements import elements_of
from crawler.discovery.pointers import Reference
from crawler.discovery.scripted_links import addresses_in, scripted_links
from crawler.text.dates import parse_date, url_date
from crawler.text.parameters import without_piles
from crawler.text.references import Base
from crawler.text.spaces import folded
from crawler.text.urls import is_too_long

if TYPE_CHECKING:
    from crawler.extraction.tree.page import Page

NEAR = 160  # characters: a list item of this length is a headline and its date, a longer one holds more
LEVELS = 7  # elements around a link, itself included, that are searched for a day
LINKS = 12  # links of a card that are read
HEADLINE = 8  # characters: the text of a shorter link is no headline
_ITEMS = frozenset(("li", "tr", "dd", "dt", "p"))
"""Elements that hold one entry of a list, however many links it has."""
_ENDS = frozenset(("li", "tr"))
"""Elements that bound the search: a day outside them belongs to another link."""

_FEED_TYPES = frozenset(("application/rss+xml", "application/atom+xml", "application/rdf+xml"))


def base_of(page: Page) -> Base:
    """Return the base URL of a page's references."""
    own = Base.of(page.url, page.decoded)
    reference = elements_of(page.root).base
    named = own.resolve(reference) if reference else None
    return own if named is None else replace(own, url=named)


def references(page: Page, *, with_days: bool = False) -> Iterator[Reference]:
    """Yield the links of a page to different URLs, in page order; with their days if `with_days` is true."""
    boxes = _Boxes()
    for url, element in _linked(page).items():
        yield Reference(url, _day_of(url, element, boxes) if with_days else None)


def _linked(page: Page) -> dict[str, etree._Element]:
    """Return the absolute URLs that a page links, each with its first link."""
    base = base_of(page)
    links: dict[str, etree._Element] = {}
    seen: set[str] = set()
    for reference, element in chain(_anchors(page), scripted_links(page)):
        if not reference or reference in seen:
            continue
        seen.add(reference)
        url = base.resolve(reference)
        if url is not None:
            links.setdefault(without_piles(url), element)
    return links


def _anchors(page: Page) -> Iterator[tuple[str, etree._Element]]:
    """Yield the references of anchors, and the addresses in anchors that call a script."""
    for element, reference in elements_of(page.root).anchors:
        yield reference, element
        if "(" in reference:
            yield from ((address, element) for address in addresses_in(_with_quotes(reference)))


def _with_quotes(link: str) -> str:
    """Return a `javascript:` link with plain quotes: `open(%27/a.htm%27)` runs as `open('/a.htm')`."""
    return link.replace("%27", "'").replace("%22", '"')


def too_long(page: Page) -> int:
    """Return the number of links longer than any news URL, which are not followed."""
    return sum(is_too_long(reference) for _, reference in elements_of(page.root).anchors)


class _Boxes:
    """The contents of the elements around the links of a page. Each is read only once."""

    def __init__(self) -> None:
        self.text_of = cache(_short_text)
        self.headlines_of = cache(_headlines)


def _day_of(url: str, anchor: etree._Element, boxes: _Boxes) -> str | None:
    """Return the day in a URL, or else the day beside the link, in its list item, table row or card.

    ISO 8601. If the URL names only a month, a printed day must lie in it; without one, the month is returned.
    None if neither the URL nor the page states a date.
    """
    named = url_date(url) or ""
    if len(named) > len("2024-05"):
        return named
    stated = _day_beside(anchor, boxes)
    return stated if stated and stated.startswith(named) else named or None


def _day_beside(anchor: etree._Element, boxes: _Boxes) -> str | None:
    for box in islice(chain((anchor,), anchor.iterancestors()), LEVELS):
        text = boxes.text_of(box)
        headlines = () if text is None or box.tag in _ITEMS else boxes.headlines_of(box)
        if text is None or any(each != anchor.get("href") for each in headlines):
            return None
        stated = _day_in(box, text) if headlines or box.tag in _ITEMS else None
        if stated or box.tag in _ENDS:
            return stated
    return None


def _headlines(box: etree._Element) -> tuple[str | None, ...]:
    """Return the references of the links of a box whose text is as long as a headline."""
    links = islice(box.iter("a"), LINKS)
    return tuple(each.get("href") for each in links if _length(each) >= HEADLINE)


def _length(element: etree._Element) -> int:
    """Return the length of an element's text, white space folded."""
    return len(folded(" ".join(map(str, element.itertext()))))


def _day_in(box: etree._Element, text: str) -> str | None:
    """Return the day that a box states, first in its machine-readable times."""
    stated = next(filter(None, (parse_date(each, None) for each in (*_stamps(box), text))), None)
    return stated[:10] if stated else None


def _stamps(box: etree._Element) -> Iterator[str]:
    """Yield the machine-readable times of a box: `<time datetime="2024-05-20T10:14">2小时前</time>`."""
    return (each.get("datetime") or "" for each in box.iter("time"))


def _short_text(element: etree._Element) -> str | None:
    """Return the text of an element, or None for a long text, of which only the beginning is read."""
    pieces: list[str] = []
    length = 0
    for piece in element.itertext():
        pieces.append(" ".join(str(piece).split()))
        length += len(pieces[-1])
        if length > NEAR:
            return None
    return " ".join(pieces)


def feeds_of(page: Page) -> Iterator[str]:
    """Yield the feeds that a page announces."""
    base = base_of(page)
    for element in elements_of(page.root).links:
        if (element.get("type") or "").strip().lower() in _FEED_TYPES:
            url = base.resolve(element.get("href") or "")
            if url is not None:
                yield url
