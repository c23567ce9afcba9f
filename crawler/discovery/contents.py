"""Summarises the announcements of a feed, a sitemap or a list, for comparison with later answers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

from crawler.discovery.shapes import Shape, url_shape
from crawler.publishers import publisher_of
from crawler.text.dates import url_date
from crawler.text.urls import path_of

FILE_ENDINGS = (".xml", ".rss", ".atom", ".rdf", ".json", ".jsonp", ".js")


@dataclass(frozen=True, slots=True)
class Contents:
    """The articles that a source names in one answer."""

    entries: int = 0
    newest: str | None = None
    """Latest day of an entry, ISO 8601."""
    digest: int = 0
    """Sum of the checksums of the entries' URLs: the same whatever their order."""


def has_file_name(url: str) -> bool:
    """Return whether the name in a URL is that of a feed, a sitemap or a list in JSON."""
    return path_of(url).lower().endswith(FILE_ENDINGS)


def checksum(url: str) -> int:
    """Return the number that a URL contributes to a digest."""
    return crc32(url.encode("utf-8", "replace"))


def contents_of(urls: Iterable[str]) -> Contents:
    """Summarise the links of a list, which are different URLs.

    Its entries are the links with the URL of an article. If there are none, the digest is that of the links
    that may lead to articles.
    """
    linked = [(url, _fact(url)) for url in urls]
    articles = [(url, fact) for url, fact in linked if fact.shape is Shape.ARTICLE]
    counted = articles or [(url, fact) for url, fact in linked if fact.shape is Shape.UNKNOWN]
    newest = max((fact.day or "" for _, fact in articles), default="")
    return Contents(len(articles), newest or None, sum(checksum(url) for url, _ in counted))


class _Fact(NamedTuple):
    shape: Shape
    day: str | None


@lru_cache(maxsize=4096)  # most links of a page are on the other lists of its site, too
def _fact(url: str) -> _Fact:
    shape = url_shape(url, publisher_of(url))
    return _Fact(shape, url_date(url) if shape is Shape.ARTICLE else None)
