"""Finds the links of a page with their surroundings, and its feeds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from lxml import etree

from crawler.discovery.elements import elements_of
from crawler.discovery.pointers import Reference
from crawler.discovery.scripted_links import addresses_in, scripted_links
from crawler.text.dates import parse_date, url_date
from crawler.text.parameters import without_piles
from crawler.text.references import Base
from crawler.text.urls import is_too_long

if TYPE_CHECKING:
    from crawler.extraction.tree.page import Page

DAY = 10  # characters of a day in ISO 8601, which a month does not have
NEAR = 160  # characters: a list item of this length is a headline and its date, a longer one holds more

_FEED_TYPES = frozenset(("application/rss+xml", "application/atom+xml", "application/rdf+xml"))


def base_of(page: Page) -> Base:
    """Return the base URL of a page's references."""
    own = Base.of(page.url, page.decoded)
    reference = elements_of(page.root).base
    named = own.resolve(reference) if reference else None
    return own if named is None else replace(own, url=named)


def references(page: Page, *, with_days: bool = False) -> Iterator[Reference]:
    """Yield the links of a page to different URLs, in page order; with their days if `with_days` is true."""
    for url, element in _linked(page).items():
        yield Reference(url, day_of(url, element) if with_days else None)


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
            yield from ((address, element) for address in addresses_in(reference))


def too_long(page: Page) -> int:
    """Return the number of links longer than any news URL, which are not followed."""
    return sum(is_too_long(reference) for _, reference in elements_of(page.root).anchors)


def day_of(url: str, anchor: etree._Element) -> str | None:
    """Return the day in a URL, or else the day beside the link, in its list item or table row.

    ISO 8601, a month where only the URL tells, and only its month; None where neither tells. A printed day
    outside the URL's month is another one, such as that of an event.
    """
    named = url_date(url) or ""
    if len(named) == len("2024-05-20"):
        return named
    printed = _printed_beside(anchor)
    return printed if printed and printed.startswith(named) else named or None


def _printed_beside(anchor: etree._Element) -> str | None:
    for ancestor in anchor.iterancestors("li", "tr", "dd", "dt", "p"):
        text = _short_text(ancestor)
        printed = parse_date(text, None) if text else None
        return printed[:10] if printed else None
    return None


def _short_text(element: etree._Element) -> str | None:
    """Return the text of an element; None for a long text, of which only the beginning is read."""
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
