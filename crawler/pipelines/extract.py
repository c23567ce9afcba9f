"""The pipeline in which a page becomes an article."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING, Self

from crawler.accounting.drops import ExtractionFailed, TookTooLong
from crawler.extraction import read_article
from crawler.extraction.page import Page
from crawler.items import Article
from crawler.safety.deadline import TookTooLongError, within
from crawler.scheduling.hosts import Hosts, hosts_of
from crawler.text.urls import host_of

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from scrapy.statscollectors import StatsCollector

logger = logging.getLogger(__name__)


class ExtractArticle:
    """Reads the article of a page. Items that are no pages pass as they are."""

    def __init__(self, stats: StatsCollector, hosts: Hosts, timeout: float) -> None:
        self.stats = stats
        self.hosts = hosts
        self.timeout = timeout

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build the pipeline for a crawl."""
        return cls(crawler.stats, hosts_of(crawler), crawler.settings.getfloat("PARSE_TIMEOUT"))

    def process_item(self, item: Page | Article) -> Article:
        """Return the page's article. Raises `ExtractionFailed`, or `TookTooLong` after PARSE_TIMEOUT."""
        self.stats.inc_value("harvest/pages")
        if not isinstance(item, Page):
            return item
        try:
            return article_of(item, self.timeout)
        except TookTooLong:
            self.hosts.cost(host_of(item.url), self.timeout)
            raise


def article_of(page: Page, timeout: float) -> Article:
    """Read the article of a page. Raises `ExtractionFailed` where the extractor raises anything.

    Raises `TookTooLong` after `timeout` seconds, for each page of the article.
    """
    try:
        with within(timeout * (1 + len(page.parts))):
            article = read_article(page)
    except TookTooLongError as error:
        raise TookTooLong(f"over {timeout:g} s (PARSE_TIMEOUT)") from error
    except Exception as error:  # any fault of ours on one page must not cost the others
        logger.debug("Traceback of the failed extraction", exc_info=True)
        raise ExtractionFailed(f"{type(error).__name__}: {error}") from error
    return replace(article, fetched=page.fetched, archive=page.archive)
