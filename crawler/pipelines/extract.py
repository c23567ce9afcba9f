"""The pipeline in which a page becomes an article."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING, Self

from crawler.accounting.drops import ExtractionFailed
from crawler.extraction import read_article
from crawler.extraction.page import Page
from crawler.items import Article

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from scrapy.statscollectors import StatsCollector

logger = logging.getLogger(__name__)


class ExtractArticle:
    """Reads the article of a page. Items that are no pages pass as they are."""

    def __init__(self, stats: StatsCollector) -> None:
        self.stats = stats

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build the pipeline for a crawl."""
        return cls(crawler.stats)

    def process_item(self, item: Page | Article) -> Article:
        """Return the page's article. Raises `ExtractionFailed` where the extractor fails on it."""
        self.stats.inc_value("harvest/pages")
        return article_of(item) if isinstance(item, Page) else item


def article_of(page: Page) -> Article:
    """Read the article of a page. Raises `ExtractionFailed` where the extractor raises anything."""
    try:
        article = read_article(page)
    except Exception as error:  # any fault of ours on one page must not cost the others
        logger.debug("Traceback of the failed extraction", exc_info=True)
        raise ExtractionFailed(f"{type(error).__name__}: {error}") from error
    return replace(article, fetched=page.fetched, archive=page.archive)
