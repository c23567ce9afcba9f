"""Opens Scrapy's own commands, which the project's commands extend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.commands import crawl, parse
from scrapy.crawler import CrawlerProcessBase

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

CrawlerProcess = CrawlerProcessBase
"""The process that Scrapy gives to a command, with or without asyncio."""


class CrawlCommand(crawl.Command):
    """Scrapy's `crawl`; a subclass runs the crawl itself."""

    def new_crawl(self, name: str) -> Crawler:
        """Return a crawl of the spider with this name."""
        return self._create_crawler(name)


class ParseCommand(parse.Command):
    """Scrapy's `parse`."""
