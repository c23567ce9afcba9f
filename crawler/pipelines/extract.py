"""Extracts the article of a page (pipeline)."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING, Self

from crawler.accounting.drops import ExtractionFailed, ParserDied, TookTooLong, Unread
from crawler.items import Article
from crawler.parsing.pages import Fault, FetchedPage, PageResult
from crawler.parsing.parsers import Parsers
from crawler.state.crawl import state_of
from crawler.state.hosts import Hosts
from crawler.state.marked import Marked
from crawler.state.requests import server_of

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from scrapy.statscollectors import StatsCollector

logger = logging.getLogger(__name__)

_DROPS: dict[Fault, type[Unread]] = {
    Fault.TOO_LONG: TookTooLong,
    Fault.RAISED: ExtractionFailed,
    Fault.DIED: ParserDied,
}


class ExtractArticle:
    """Extracts the article of a page. Other items pass unchanged."""

    def __init__(self, stats: StatsCollector, hosts: Hosts, parsers: Parsers, marked: Marked) -> None:
        self.stats = stats
        self.hosts = hosts
        self.parsers = parsers
        self.marked = marked

    @classmethod
    def from_crawler(cls, crawl: Crawler) -> Self:
        """Build the pipeline for a crawl."""
        state = state_of(crawl)
        return cls(crawl.stats, state.hosts, state.parsers, state.marked)

    async def process_item(self, item: FetchedPage | Article) -> Article:
        """Return the page's article. Raises `ExtractionFailed`, `ParserDied`, or `TookTooLong`."""
        self.stats.inc_value("harvest/pages")
        if not isinstance(item, FetchedPage):
            return item
        reading = await self.parsers.read(item)
        if reading.fault is Fault.TOO_LONG:
            self.hosts.cost(server_of(item.url), self.parsers.spent_in_vain)
        article = replace(
            article_of(reading), found_by=item.found_by, fetched=item.fetched, archive=item.archive
        )
        if reading.marks is not None:
            self.marked.hold(article, reading.marks)
        return article


def article_of(reading: PageResult) -> Article:
    """Return the article that was read. Raises a subclass of `Unread` if there is none."""
    if reading.article is not None:
        return reading.article
    if reading.trace:
        logger.debug("%s", reading.trace)
    raise _DROPS[reading.fault or Fault.RAISED](reading.message)
