"""Tells articles from lists, by the shape of the URL and by the shape of the page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from crawler.extraction.container import find_container
from crawler.extraction.headline import find_headline
from crawler.extraction.metadata import read_metadata
from crawler.extraction.outline import outline
from crawler.extraction.page import Page
from crawler.publishers import Publisher
from crawler.text.urls import path_of


class Shape(Enum):
    """What a URL or a page looks like."""

    ARTICLE = "article"
    HUB = "hub"
    UNKNOWN = "unknown"
    NEVER = "never"
    """Nothing that could be or lead to an article: a picture, a log-in page."""


NEVER = re.compile(
    r"\.(?:jpe?g|png|gif|webp|svg|ico|bmp|css|js|json|pdf|docx?|xlsx?|pptx?|zip|rar|7z|gz|exe|apk|ipa|mp[34]|m4[av]"
    r"|flv|avi|mov|wmv|swf|wav|ogg|woff2?|ttf|eot)$"
    r"|/(?:login|logout|register|signin|signup|passport|cart|search|so|comment|comments|guestbook|bbs|forum|blog|app"
    r"|download|about|contact|copyright|sitemap\.html?)(?:[/.?]|$)",
    re.IGNORECASE,
)
ARTICLE = re.compile(
    r"/content_\d+(?:_\d+)?\.s?html?$"  # Founder ENP
    r"|/t\d{8}_\d+(?:_\d+)?\.s?html?$"  # TRS WCM
    r"|/n\d/\d{4}/\d{4}/c\d+-\d+(?:-\d+)?\.html?$"  # People's Daily
    r"|/c_\d{6,}(?:_\d+)?\.htm$"  # Xinhua until 2022
    r"|/\d{8}/[0-9a-f]{32}/c\.html$"  # Xinhua since
    r"|/a/\d{6}/\d{2}/[A-Z]{2}\w{10,}(?:_\d+)?\.html$"  # China Daily
    r"|/info/\d+/\d+\.html?$"  # VSB
    r"|/node_[0-9a-f]+/[0-9a-f]{8,}\.s?html?$"  # Founder, newer
    r"|/doc-\w{8,}\.s?html?$"
    r"|/(?:19|20)\d\d[-/]?\d{2}[-/]\d{2}/(?!index(?:_\d+)?\.|list)[^/]+"
    r"|/(?:19|20)\d\d[-/]?\d{2}[-/]?\d{2}/[^/]+/index\.s?html?$"
    r"|/(?:19|20)\d{6}/\d{4,}\.s?html?$"
    r"|/\d{6,}(?:_\d+)?\.s?html?$"
    r"|/(?:article|articles|story|news)/(?:[^/]+/)*\d{5,}(?:\.\w+)?$"
    r"|/\d{10,}[^/]*/?$"
    r"|/[a-z]*(?:detail|article|content|story)[a-z]*(?:\.\w+)?$"
    r"|/(?:[^/]*-){4,}[^/]*/?$",  # a headline as an address
    re.IGNORECASE,
)
HUB = re.compile(
    r"/$|/(?:index|default|home|main|list|node|channel|col|column|more|roll|news|latest)(?:[_-]?\d+)*(?:_\d+)?"
    r"\.(?:s?html?|php|aspx?|jsp)$|/node_\d+(?:_\d+)?\.s?html?$|/col/col\d+/|/page/\d+/?$|/[a-z-]{2,24}$",
    re.IGNORECASE,
)
TEASER = 15  # bytes of running text for each link below which nobody came to read
PROSE = 60  # bytes of running text for each link: what an article has at least, and no list
ARTICLE_MARKS = re.compile(
    r'"@type"\s*:\s*\[?\s*"(?:\w*NewsArticle|Article|BlogPosting)"|<!--enpproperty\b'
    r'|<meta\b[^>]*(?:og:type[^>]*\barticle\b|(?:name|property)="?(?:ArticleTitle|article:published_time)\b)',
    re.IGNORECASE,
)
"""What only an article's page says of itself."""


def url_shape(url: str, publisher: Publisher | None = None) -> Shape:
    """What a URL looks like; the publisher's own patterns come first."""
    path = path_of(url)
    if NEVER.search(path):
        return Shape.NEVER
    if publisher and any(re.search(pattern, path) for pattern in publisher.article_urls):
        return Shape.ARTICLE
    if publisher and any(re.search(pattern, path) for pattern in publisher.hub_urls):
        return Shape.HUB
    if ARTICLE.search(path):
        return Shape.ARTICLE
    return Shape.HUB if HUB.search(path) else Shape.UNKNOWN


def page_shape(page: Page) -> Shape:
    """What a page looks like: what it says of itself, then whether prose or links stand in its main part."""
    if ARTICLE_MARKS.search(page.decoded.text):
        return Shape.ARTICLE
    elements = list(page.root.iter())
    headline = find_headline(elements, read_metadata(page.root, page.decoded.text))
    weights = outline(elements, headline.element)
    container = find_container(weights, page.root, headline.element)
    if container is None:
        return Shape.HUB
    inside = [block for block in weights.blocks if block is container or container in block.iterancestors()]
    links = sum(1 for _ in container.iter("a"))
    if links <= 2 * len(inside) or weights.weight[container] >= PROSE * max(1, links):
        return Shape.ARTICLE if len(inside) > 1 or weights.weight[container] >= PROSE else Shape.UNKNOWN
    return Shape.HUB if weights.weight[container] < TEASER * links else Shape.UNKNOWN


@dataclass(frozen=True, slots=True)
class Role:
    """What a page is for a harvest; it may be both."""

    may_be_article: bool
    leads_on: bool
    """Whether its links are followed."""


def role_of(page: Page, publisher: Publisher | None, *, listed: bool, asked_for: bool) -> Role:
    """Decide by the shapes of URL and page.

    `listed` says that the page was named as a further page of a list, `asked_for` that the user named it:
    what a user names is never dropped without a word.
    """
    by_url, by_page = url_shape(page.url, publisher), page_shape(page)
    if listed or by_url is Shape.HUB:
        marked = by_page is Shape.ARTICLE and bool(ARTICLE_MARKS.search(page.decoded.text))
        named = asked_for and by_page is Shape.ARTICLE and path_of(page.url) != "/"
        return Role(may_be_article=(marked or named) and not listed, leads_on=not named)
    leads_on = by_page is Shape.HUB or (by_page is by_url is Shape.UNKNOWN)
    return Role(by_page is not Shape.HUB or asked_for, leads_on)
