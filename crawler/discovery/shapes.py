"""Tells articles from lists, by the shape of the URL and by the shape of the page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import cache

from crawler.discovery.url_shapes import ARTICLE, FOLDERS, HUB, NEVER
from crawler.extraction.container import find_container
from crawler.extraction.outline import outline
from crawler.extraction.page import Page
from crawler.publishers import Publisher
from crawler.text.urls import path_of

_MARKS = re.compile(
    r'"@type"\s*:\s*\[?\s*"(?:\w*NewsArticle|Article|BlogPosting)"|<!--\s*enpproperty\b'
    r"|<meta\s[^>]{0,60}?(?:og:type[^>]{0,40}?\barticle\b|(?:ArticleTitle|article:published_time|PubDate)\b)",
    re.IGNORECASE,
)
"""What an article's page says of itself; some sites say it on every page."""


class Shape(Enum):
    """What a URL or a page looks like."""

    ARTICLE = "article"
    HUB = "hub"
    UNKNOWN = "unknown"
    NEVER = "never"
    """Nothing that could be or lead to an article: a picture, a log-in page."""


@dataclass(frozen=True, slots=True)
class Use:
    """What is done with a page. Both where it cannot be told; what is no article the pipelines reject."""

    may_be_article: bool
    leads_on: bool
    """Whether its links are followed."""


def url_shape(url: str, publisher: Publisher | None = None) -> Shape:
    """What a URL looks like; the publisher's own patterns come first."""
    path = path_of(url)
    if NEVER.search(path):
        return Shape.NEVER
    if publisher and _own(publisher.article_urls).search(path):
        return Shape.ARTICLE
    if publisher and _own(publisher.hub_urls).search(path):
        return Shape.HUB
    if ARTICLE.search(path):
        return Shape.ARTICLE
    return Shape.HUB if HUB.search(path) or ("?" not in url and FOLDERS.search(path)) else Shape.UNKNOWN


@cache
def _own(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(patterns) or r"(?!)")


def page_shape(page: Page) -> Shape:
    """What a page looks like: whether prose or links stand in its main part, and what it says of itself."""
    weights = outline(list(page.root.iter()))
    container = find_container(weights, page.root)
    is_marked = _MARKS.search(page.decoded.text) is not None
    if container is None:
        return Shape.UNKNOWN if is_marked else Shape.HUB
    paragraphs = sum(1 for each in weights.blocks if each is container or container in each.iterancestors())
    links = sum(1 for _ in container.iter("a"))
    if links <= (3 if is_marked else 2) * paragraphs and paragraphs >= (1 if is_marked else 2):
        return Shape.ARTICLE
    return Shape.HUB if links > (6 if is_marked else 3) * max(1, paragraphs) else Shape.UNKNOWN


def use_of(page: Page, publisher: Publisher | None = None) -> Use:
    """What is done with a page, by its URL and its contents together.

    Where they contradict each other both are done: a list under an article's address leads on, an article
    under a list's is one.
    """
    if path_of(page.url) == "/":
        return Use(may_be_article=False, leads_on=True)
    shapes = {url_shape(page.url, publisher), page_shape(page)}
    is_open = shapes == {Shape.UNKNOWN}
    return Use(Shape.ARTICLE in shapes or is_open, Shape.HUB in shapes or is_open)
