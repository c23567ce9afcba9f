"""Drops articles that their site reserves, if the operator wants it (pipeline)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from scrapy.exceptions import NotConfigured

from crawler.accounting.drops import ReservedArticle
from crawler.items import Article
from crawler.parsing.pages import FetchedPage
from crawler.politeness.reservations import first_skipped, skipped
from crawler.validation import unsoundness

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from scrapy.statscollectors import StatsCollector


class SkipReserved:
    """Drops the pages of articles with a reservation that RESERVATIONS skips, before they are archived.

    Pages that are no articles pass, so that they are rejected for their own reason.
    """

    def __init__(self, names: tuple[str, ...], stats: StatsCollector) -> None:
        self.names = names
        self.stats = stats

    @classmethod
    def from_crawler(cls, crawl: Crawler) -> Self:
        """Build the pipeline for a crawl. Raises `NotConfigured` if the crawl skips no reservation."""
        names = skipped(crawl.settings.getdict("RESERVATIONS"))
        if not names:
            raise NotConfigured
        return cls(names, crawl.stats)

    def process_item(self, item: FetchedPage | Article) -> FetchedPage | Article:
        """Return the page. Raises `ReservedArticle`."""
        article = _article(item)
        if article is None or article.rights is None:
            return item
        reservation = first_skipped(article.rights.reservations, self.names)
        if reservation is not None and unsoundness(article) is None:
            self.stats.inc_value("harvest/pages")  # pages that are extracted are counted then
            raise ReservedArticle(f"its site reserves it: {reservation}")
        return item


def _article(item: FetchedPage | Article) -> Article | None:
    if isinstance(item, Article):
        return item
    return item.reading.article if item.reading else None
