"""Prevents one long list from stopping all other hosts (extension)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from scrapy import signals

from crawler.internals.scraper import share_slot

if TYPE_CHECKING:
    from scrapy.crawler import Crawler


class SharedSlots:
    """Limits the weight of one answer among those that wait for the spider, from its opening on."""

    def __init__(self, crawl: Crawler) -> None:
        self.crawl = crawl

    @classmethod
    def from_crawler(cls, crawl: Crawler) -> Self:
        """Build the extension and connect it to the crawl's signals."""
        extension = cls(crawl)
        crawl.signals.connect(extension.spider_opened, signals.spider_opened)
        return extension

    def spider_opened(self) -> None:
        """Replace the empty queue of the crawl."""
        share_slot(self.crawl)
