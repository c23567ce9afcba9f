"""Defines the compared extractors: this one and its peers, each in its usual accurate mode."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import gne
import lxml.html
import newspaper
import readability
import trafilatura
from newspaper.languages import valid_languages
from newsplease import NewsPlease

from benchmarks.pages import SavedPage
from crawler.extraction import Knowledge, extract_article
from crawler.items import ALL_DETAILS, Article

NEWSPAPER_LANGUAGES = frozenset(code for code, _ in valid_languages())


_DAY = re.compile(r"(\d{4})\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})")


@dataclass(frozen=True, slots=True)
class Extracted:
    """The compared parts of an extractor's answer."""

    headline: str
    body: str
    published: str | None = None
    """The day, ISO 8601; `None` if the tool finds none or does not look for it."""
    photos: tuple[Mapping[str, Any], ...] = ()
    """Captions and credits, as a record has them; empty for tools that do not find them."""


def _ours(page: SavedPage) -> Extracted:
    return _record(extract_article(page.body, page.url, fields=ALL_DETAILS))


def _ours_knowing_nothing(page: SavedPage) -> Extracted:
    return _record(extract_article(page.body, page.url, knowledge=Knowledge(), fields=ALL_DETAILS))


def _record(article: Article) -> Extracted:
    photos = tuple({"caption": photo.caption, "credit": photo.credit} for photo in article.photos)
    return Extracted(article.headline, "\n".join(article.body), _day(article.published), photos)


def _trafilatura(page: SavedPage) -> Extracted:
    extracted = trafilatura.bare_extraction(
        page.text, url=page.url, with_metadata=True, include_comments=False, favor_precision=True
    )
    return (
        Extracted(extracted.title or "", extracted.text or "", _day(extracted.date))
        if extracted is not None
        else Extracted("", "")
    )


def _readability(page: SavedPage) -> Extracted:
    document = readability.Document(page.text, url=page.url)
    summary: Any = lxml.html.fromstring(document.summary())
    return Extracted(document.short_title() or "", summary.text_content())


def _newspaper(page: SavedPage) -> Extracted:
    """Extract with newspaper4k, given the language: without it, it reads no Chinese page."""
    language = page.language if page.language in NEWSPAPER_LANGUAGES else "en"
    article = newspaper.Article(page.url, language=language, fetch_images=False)
    article.download(input_html=page.text)
    article.parse()
    return Extracted(article.title or "", article.text or "", _day(article.publish_date))


def _newsplease(page: SavedPage) -> Extracted:
    """Extract with news-please, which judges by newspaper4k, readability and its own date finder."""
    extracted = NewsPlease.from_html(page.text, url=page.url, fetch_images=False)
    return Extracted(extracted.title or "", extracted.maintext or "", _day(extracted.date_publish))


def _gne(page: SavedPage) -> Extracted:
    extracted = gne.GeneralNewsExtractor().extract(page.text)
    return Extracted(extracted["title"] or "", extracted["content"] or "", _day(extracted["publish_time"]))


def _day(moment: object) -> str | None:
    """Return the day of a date, a datetime or a date as printed: `2026年8月6日 09:15` → `2026-08-06`."""
    numbers = _DAY.match(str(moment or ""))
    return "-".join(number.zfill(2) for number in numbers.groups()) if numbers else None


EXTRACTORS: Mapping[str, Callable[[SavedPage], Extracted]] = {
    "crawler": _ours,
    "crawler, no site known": _ours_knowing_nothing,
    "trafilatura (precision)": _trafilatura,
    "readability-lxml": _readability,
    "newspaper4k": _newspaper,
    "news-please": _newsplease,
    "gne": _gne,
}
"""The extractors by the names in the tables."""


def warm_up(page: SavedPage) -> None:
    """Let each extractor load its data, such as dictionaries; a page on which it fails is enough."""
    for extract in EXTRACTORS.values():
        with contextlib.suppress(Exception):
            extract(page)
