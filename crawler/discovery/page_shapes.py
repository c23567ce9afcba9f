"""Distinguishes articles from lists, by the shape of the page and of its URL together."""

from __future__ import annotations

import re
from itertools import islice

from crawler.discovery.shapes import Shape, Use, url_shape
from crawler.extraction.body.container import find_container
from crawler.extraction.body.flash import has_flash
from crawler.extraction.body.listing import listing_of
from crawler.extraction.body.outline import outline
from crawler.extraction.evidence.rules import Rule
from crawler.extraction.tree.markup import own_text
from crawler.extraction.tree.page import Page
from crawler.publishers import publisher_of
from crawler.text.urls import path_of

# Measured on real pages: articles have more than 380 bytes of running text in their main part and lists less
# than 120; galleries have as little, so that a lack of text alone makes no list.
PROSE = 300
MANY = 8  # links: a list has more

_MARKS = re.compile(
    r'"@type"\s*:\s*\[?\s*"(?:\w*NewsArticle|Article|BlogPosting)"|<!--\s*enpproperty\b'
    r"|<meta\s[^>]{0,60}?(?:og:type[^>]{0,40}?\barticle\b|(?:ArticleTitle|article:published_time|PubDate)\b)",
    re.IGNORECASE,
)
"""Metadata of article pages; some sites have it on every page."""


def page_shape(page: Page) -> Shape:
    """Classify a page by its main part: prose or links.

    A page is a hub only for certain: by its own metadata, or if its text consists of links. A lack of text
    does not make a hub of a page that declares itself an article, nor of a news flash.
    """
    weights = outline(page.seen)
    container = find_container(weights, page.root)
    # A not-found page has a short title and only links as well; the record's verdict detects it.
    if listing_of(page.root, page.url, weights, container) not in (None, Rule.LIST_LINKS):
        return Shape.HUB
    if container is None:
        is_list = sum(1 for _ in page.root.iter("a")) >= MANY
    else:
        links = [len(own_text(each)) for each in container.iter("a")]
        linked = sum(links) / max(1, len(own_text(container)))
        paragraphs = sum(
            1 for each in weights.blocks if each is container or container in each.iterancestors()
        )
        if weights.weight[container] >= PROSE and linked <= 0.35 and len(links) <= 0.75 * paragraphs + 3:
            return Shape.ARTICLE
        is_list = weights.weight[container] < PROSE / 2 and linked > 0.5 and len(links) >= MANY
    is_hub = is_list and not _MARKS.search(page.decoded.text) and not has_flash(page.root)
    return Shape.HUB if is_hub else Shape.UNKNOWN


def use_of(page: Page) -> Use:
    """Decide the use of a page, by its URL and its contents together.

    If they contradict each other, the page may be both a list and an article. But a page that is certainly a
    list is no article, whatever its URL, and neither is a home page.
    """
    if path_of(page.url) == "/":
        return Use(may_be_article=False, leads_on=True)
    by_url = url_shape(page.url, publisher_of(page.url))
    if by_url is Shape.ARTICLE and _has_paragraphs(
        page
    ):  # the vast majority of pages; further checks cost a millisecond
        return Use(may_be_article=True, leads_on=False)
    by_page = page_shape(page)
    if by_page is Shape.HUB:
        return Use(may_be_article=False, leads_on=True)
    is_open = by_url is by_page is Shape.UNKNOWN
    return Use(is_open or Shape.ARTICLE in (by_url, by_page), is_open or by_url is Shape.HUB)


def _has_paragraphs(page: Page) -> bool:
    """Return whether the page has a few plain paragraphs, which a list has not."""
    long = (each for each in page.root.iter("p") if len(each.text or "") >= 50)
    return len(list(islice(long, 3))) == 3


def asked_for(page: Page, use: Use) -> Use:
    """Decide the use of a page that the user named as a start.

    An article is only that article, and its links are not followed. A page counts as a possible article
    unless its address is a list's, whatever its shape.
    """
    shape = url_shape(page.url, publisher_of(page.url))
    if shape is Shape.ARTICLE:
        return Use(may_be_article=True, leads_on=False)
    return Use(use.may_be_article or shape is Shape.UNKNOWN, use.leads_on)
