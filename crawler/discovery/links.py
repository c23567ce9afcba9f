"""Where a page leads: its links, told apart and dated, and the feeds that it announces."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from crawler.discovery.shapes import Shape, url_shape
from crawler.extraction.markup import own_text
from crawler.extraction.page import Page
from crawler.publishers import Publisher
from crawler.text.dates import parse_date, url_date
from crawler.text.urls import resolve

NEAR = 160  # characters: a list item of this length is a headline and its date, a longer one holds more

FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/rdf+xml")


@dataclass(frozen=True, slots=True)
class Link:
    """A link of a page."""

    url: str
    """Absolute http(s) URL, without fragment."""
    shape: Shape
    day: str | None = None
    """The day that the URL carries or that is printed beside the link, ISO 8601."""


def base_of(page: Page) -> str:
    """The URL that the references of a page are relative to."""
    for element in page.root.iter("base"):
        if element.get("href"):
            return resolve(page.url, element.get("href") or "") or page.url
    return page.url


def links_of(page: Page, publisher: Publisher | None = None) -> list[Link]:
    """The links of a page in page order, each URL once; what could lead nowhere is left out."""
    base = base_of(page)
    found: dict[str, Link] = {}
    seen: set[str] = set()
    for element in page.root.iter("a", "area"):
        reference = element.get("href")
        if not reference or reference in seen:
            continue
        seen.add(reference)
        url = resolve(base, reference)
        if url is None or url in found:
            continue
        shape = url_shape(url, publisher)
        if shape is not Shape.NEVER:
            found[url] = Link(url, shape, _day(element, url) if shape is not Shape.HUB else None)
    return list(found.values())


def feeds_of(page: Page) -> Iterator[str]:
    """The feeds that a page names in its head."""
    base = base_of(page)
    for element in page.root.iter("link"):
        if (element.get("type") or "").lower() in FEED_TYPES and (
            url := resolve(base, element.get("href") or "")
        ):
            yield url


def _day(anchor: etree._Element, url: str) -> str | None:
    """The day in the URL; otherwise the one printed beside the link, in its list item or table row."""
    day = url_date(url)
    if day:
        return day
    for ancestor in anchor.iterancestors("li", "tr", "dd", "p"):
        text = own_text(ancestor)
        printed = parse_date(text, None) if len(text) <= NEAR else None
        return printed[:10] if printed else None
    return None
