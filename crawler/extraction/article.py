"""From a parsed page to an Article: the sources are asked in order of trust, and the evidence is kept."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from lxml import etree

from crawler import __version__
from crawler.extraction.attribution import find_bylines, find_editors, find_source, split_names
from crawler.extraction.container import find_container
from crawler.extraction.dateline import find_dateline
from crawler.extraction.headline import Headline, find_headline
from crawler.extraction.lines import read_lines
from crawler.extraction.metadata import Metadata, people, read_metadata
from crawler.extraction.outline import outline
from crawler.extraction.page import Page, parse_page
from crawler.extraction.photos import find_photos
from crawler.extraction.sorting import Role, Sorted, sort_lines
from crawler.extraction.surroundings import Surroundings, look_around
from crawler.extraction.times import find_modified, find_published
from crawler.items import Article
from crawler.text.urls import canonicalize


def extract_article(html: bytes, url: str, content_type: str | None = None) -> Article:
    """Extract the article of one page: decode, parse, extract.

    Pure and total: on a page without an article the fields stay empty, which validation tells.
    """
    return read_article(parse_page(html, url, content_type))


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read off one page, before it becomes a record."""

    metadata: Metadata
    headline: Headline
    container: etree._Element | None
    lines: Sequence[Sorted]
    around: Surroundings


def read_page(page: Page) -> Reading:
    """Find headline, container, lines and surroundings of one page."""
    elements = list(page.root.iter())
    metadata = read_metadata(page.root)
    headline = find_headline(elements, metadata)
    weights = outline(elements, headline.element)
    container = find_container(weights, page.root, headline.element)
    lines = sort_lines(read_lines(container, weights.weight), headline.text) if container is not None else []
    return Reading(metadata, headline, container, lines, look_around(elements, container, headline.element))


def read_article(page: Page) -> Article:
    """Extract the article of a parsed page, the further parts of it included."""
    reading = read_page(page)
    metadata, around = reading.metadata, reading.around
    dropped = [s.line.text for s in reading.lines if s.role is Role.FURNITURE]
    opening = [*around.above, *dropped[:12]]
    published = find_published(metadata, opening, page.url)
    body = tuple(s.line.text for s in reading.lines if s.role is Role.BODY)
    canonical = canonicalize(_canonical(page.url, metadata))
    lines = [*around.above, *dropped, *around.below]
    base = urljoin(page.url, metadata.base) if metadata.base else page.url
    return Article(
        id=article_id(canonical),
        url=page.url,
        canonical_url=canonical,
        publisher=urlsplit(page.url).hostname,
        language=metadata.language,
        headline=reading.headline.text,
        kicker=around.kicker,
        section=around.crumbs,
        published=published.value,
        modified=find_modified(metadata).value,
        source=find_source(lines),
        bylines=find_bylines(lines) or people(metadata.article.get("author")),
        editors=find_editors([*dropped, *around.below, *around.above]),
        dateline=find_dateline(body, published.value),
        photos=find_photos([*_lead(reading), *reading.lines], base, published.value),
        body=body,
        fetched=page.fetched,
        archive=page.archive,
        extractor=f"crawler {__version__}",
        evidence={"headline": reading.headline.rule, "published": published.rule},
    )


def _lead(reading: Reading) -> list[Sorted]:
    """Images and captions of the figures between headline and text."""
    lines = [s for figure in reading.around.figures for s in sort_lines(read_lines(figure, {}))]
    return [
        s if s.role is Role.IMAGE else Sorted(s.line, Role.CAPTION, "text of a lead figure")
        for s in lines
        if s.role is not Role.FURNITURE
    ]


def article_id(canonical_url: str) -> str:
    """The record's id: 16 hexadecimal digits of the SHA-256 of the canonical URL."""
    return hashlib.sha256(canonical_url.encode("utf-8", "replace")).hexdigest()[:16]


def _canonical(url: str, metadata: Metadata) -> str:
    """The page's own canonical link, if it names an article on the same host."""
    if not metadata.canonical:
        return url
    target = urljoin(url, metadata.canonical)
    same_host = urlsplit(target).hostname == urlsplit(url).hostname
    return target if same_host and len(urlsplit(target).path) > 1 else url
