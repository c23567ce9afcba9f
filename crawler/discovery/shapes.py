"""Classifies URLs and pages, and distinguishes articles from lists by their URLs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from crawler.discovery.url_shapes import ARTICLE, FOLDERS, HUB, NEVER, SERVICE_HOST
from crawler.publishers import Publisher, any_pattern, has_article_path
from crawler.text.urls import path_of


class Shape(Enum):
    """The shape of a URL or a page."""

    ARTICLE = "article"
    HUB = "hub"
    UNKNOWN = "unknown"
    NEVER = "never"
    """A URL that neither is nor leads to an article: a picture, a log-in page."""


@dataclass(frozen=True, slots=True)
class Use:
    """The use of a page. Both in doubt: the pipelines reject pages that are no articles."""

    may_be_article: bool
    leads_on: bool
    """Whether its links are followed."""


def url_shape(url: str, publisher: Publisher | None = None) -> Shape:
    """Classify a URL; the publisher's own patterns come first."""
    path = path_of(url)
    if NEVER.search(path) or SERVICE_HOST.match(url):
        return Shape.NEVER
    if publisher and any_pattern(publisher.article_urls).search(path):
        return Shape.ARTICLE
    if publisher and any_pattern(publisher.hub_urls).search(path):
        return Shape.HUB
    if ARTICLE.search(path):
        return Shape.ARTICLE
    return Shape.HUB if HUB.search(path) or ("?" not in url and FOLDERS.search(path)) else Shape.UNKNOWN


def is_declared_article(url: str) -> bool:
    """Return whether a URL is an article's by the patterns of its publisher."""
    return has_article_path(url) and not NEVER.search(path_of(url))
