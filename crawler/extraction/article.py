"""From a parsed page to an Article: the sources are asked in order of trust, and the evidence is kept."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from itertools import chain
from urllib.parse import urljoin, urlsplit

from crawler import __version__
from crawler.extraction.attribution import Credits, find_credits
from crawler.extraction.dateline import find_dateline
from crawler.extraction.found import Found
from crawler.extraction.headline import fold
from crawler.extraction.layouts import Knowledge, knowledge_of
from crawler.extraction.lines import Line, read_lines
from crawler.extraction.metadata import Metadata
from crawler.extraction.page import Page, parse_page
from crawler.extraction.photos import find_photos
from crawler.extraction.reading import Reading, read_page
from crawler.extraction.section import find_section
from crawler.extraction.sorting import Role, Sorted, is_photo_credit, sort_lines
from crawler.extraction.times import DateLines, find_modified, find_published
from crawler.items import Article, Dateline, Photo
from crawler.publishers import language_of
from crawler.text.language import detect_language
from crawler.text.urls import canonicalize

BEIJING_TIME = "Asia/Shanghai"
BEIJING_TIME_DOMAINS = frozenset({"cn", "hk", "mo", "tw", "sg", "my"})  # they keep the same time
HEAD = 12  # so many of the lines dropped from the text may tell date and source


def extract_article(
    html: bytes, url: str, content_type: str | None = None, knowledge: Knowledge | None = None
) -> Article:
    """Extract the article of one page: decode, parse, extract.

    Pure and total: on a page without an article the fields stay empty, which validation tells.
    `content_type` is the HTTP header's value; `knowledge` replaces what is known of the URL's publisher
    (`Knowledge()` leaves the general scorer alone).
    """
    return read_article(parse_page(html, url, content_type), knowledge)


def read_article(page: Page, knowledge: Knowledge | None = None) -> Article:
    """Extract the article of a parsed page, joined with its further parts."""
    known = knowledge if knowledge is not None else knowledge_of(page.url)
    readings = [read_page(part, known) for part in (page, *page.parts)]
    first = readings[0]
    published = _published(page, first, known)
    body = _body(readings)
    credited = find_credits(first)
    dateline = find_dateline(body, published.value)
    canonical = canonicalize(_canonical(page.url, first.metadata))
    return Article(
        id=article_id(canonical),
        url=page.url,
        canonical_url=canonical,
        publisher=known.publisher.name if known.publisher else _host(page.url),
        language=_language(page.url, first, body, known),
        headline=first.headline.text,
        kicker=first.around.kicker,
        section=find_section(first.around.crumbs, first.metadata, first.headline.text),
        published=published.value,
        modified=find_modified(first.metadata, _timezone(page.url, known)).value,
        source=credited.source.value,
        bylines=credited.bylines.value or (),
        editors=credited.editors.value or (),
        dateline=dateline,
        photos=_photos(page, readings, published.value),
        body=body,
        pages=tuple(part.url for part in (page, *page.parts)) if page.parts else (),
        fetched=page.fetched,
        archive=page.archive,
        extractor=f"crawler {__version__}",
        evidence=_evidence(page, first, published, credited, dateline),
    )


def article_id(canonical_url: str) -> str:
    """The record's id: 16 hexadecimal digits of the SHA-256 of the canonical URL."""
    return hashlib.sha256(canonical_url.encode("utf-8", "replace")).hexdigest()[:16]


def _canonical(url: str, metadata: Metadata) -> str:
    """The page's own canonical link, if it names an article on the same host."""
    target = _join(url, metadata.canonical) if metadata.canonical else url
    return target if _host(target) == _host(url) and len(urlsplit(target).path) > 1 else url


def _join(base: str, reference: str) -> str:
    try:
        return urljoin(base, reference)
    except ValueError:  # a broken IPv6 literal or port in the page's own link
        return base


def _host(url: str) -> str | None:
    return urlsplit(url).hostname


def _timezone(url: str, known: Knowledge) -> str | None:
    """The zone of the times that a page prints: the publisher's; Beijing's, as in the whole family.

    None, and hence no times, for unknown sites under the top-level domain of another country.
    """
    if known.publisher:
        return known.publisher.timezone
    top = (_host(url) or "").rpartition(".")[2]
    elsewhere = len(top) == 2 and top.isalpha() and top not in BEIJING_TIME_DOMAINS
    return None if elsewhere else BEIJING_TIME


def _published(page: Page, reading: Reading, known: Knowledge) -> Found[str]:
    above = [*reading.around.above, *reading.texts(Role.FURNITURE)[:HEAD]]
    lines = DateLines(above, [*reading.texts(Role.FURNITURE), *reading.around.below])
    return find_published(reading.metadata, lines, page.url, _timezone(page.url, known))


def _language(url: str, reading: Reading, body: Sequence[str], known: Knowledge) -> str | None:
    declared = language_of(known.publisher, url) if known.publisher else reading.metadata.language
    return detect_language("\n".join([reading.headline.text, *body]), declared)


def _body(readings: Sequence[Reading]) -> tuple[str, ...]:
    """The paragraphs of all parts; a headline that a further part repeats is not one of them."""
    headline = fold(readings[0].headline.text)
    further = chain.from_iterable(reading.texts(Role.BODY) for reading in readings[1:])
    return (*readings[0].texts(Role.BODY), *(text for text in further if fold(text) != headline))


def _photos(page: Page, readings: Sequence[Reading], published: str | None) -> tuple[Photo, ...]:
    photos: dict[tuple[str | None, str | None], Photo] = {}
    for part, reading in zip((page, *page.parts), readings, strict=True):
        base = _join(part.url, reading.metadata.base) if reading.metadata.base else part.url
        for photo in find_photos([*_lead(reading), *reading.lines], base, published):
            photos.setdefault((photo.url, photo.caption), photo)
    return tuple(photos.values())


def _lead(reading: Reading) -> list[Sorted]:
    """Images, captions and credits that stand between headline and text."""
    around = reading.around
    lines = [item for figure in around.figures for item in sort_lines(read_lines(figure, {}))]
    lead = [
        item if item.role is Role.IMAGE else Sorted(item.line, Role.CAPTION, "text of a lead figure")
        for item in lines
        if item.role is not Role.FURNITURE
    ]
    if lead or reading.container is None:
        return lead
    credits_above = (text for text in around.above if is_photo_credit(text))
    return [
        Sorted(Line(reading.container, text), Role.CAPTION, "credit above the text") for text in credits_above
    ]


def _evidence(
    page: Page, reading: Reading, published: Found[str], credited: Credits, dateline: Dateline | None
) -> dict[str, str]:
    decoded = page.decoded
    evidence = {
        "headline": reading.headline.rule,
        "body": reading.rule,
        "published": published.rule,
        "source": credited.source.rule,
        "bylines": credited.bylines.rule,
        "editors": credited.editors.rule,
        "dateline": "opening of the text" if dateline else "none",
        "charset.declared": decoded.declared or "none",
        "charset.found": decoded.found,
        "charset.used": decoded.used,
        "charset.replaced": str(decoded.replaced),
    }
    if page.missing:
        evidence["pages.missing"] = " ".join(page.missing)
    return evidence
