"""Writes the outputs of -o and -O, and ends the crawl if one of them fails (extension)."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from scrapy.exceptions import CloseSpider
from scrapy.utils.defer import deferred_from_coro

from crawler.feeds.outputs import shown
from crawler.internals.outputs import WatchedFeeds
from crawler.reasons.finish import Finish

if TYPE_CHECKING:
    from scrapy import Spider
    from scrapy.crawler import Crawler

logger = logging.getLogger(__name__)

REFUSAL = "harvest/output_refusal"
"""Stat with the finish reason of a crawl whose output failed, also after its end."""
_LOST = "harvest/output_lost"


class Outputs(WatchedFeeds):
    """Reports the first error of any output in one line, and counts the lost articles."""

    def __init__(self, crawl: Crawler) -> None:
        self._refusal: Finish | None = None
        super().__init__(crawl)
        if self.is_refused:
            self._refuse(Finish.OUTPUT_REFUSED)

    def open_spider(self, spider: Spider) -> None:
        """Open the outputs. Raises `CloseSpider` if one cannot be opened."""
        super().open_spider(spider)
        if self._refusal is not None:
            self.give_up()
            raise CloseSpider(self._refusal)

    def item_scraped(self, item: Any, spider: Spider) -> None:
        """Write an article to each output; none after an error."""
        if self._refusal is None:
            if self.write(item, spider):
                return
            deferred_from_coro(self.crawler.engine.close_spider_async(reason=Finish.OUTPUT_FAILED))
        self.crawler.stats.inc_value(_LOST)

    def fail(self, uri: str | None, lost: int, error: Exception) -> None:
        """Report the first error."""
        if self._refusal is not None:
            return
        self._refuse(Finish.OUTPUT_FAILED)
        if lost:
            self.crawler.stats.max_value(_LOST, lost)
        where = f" {shown(uri)}" if uri is not None else ""
        logger.critical("The output%s cannot be written: %s", where, str(error) or type(error).__name__)

    def _refuse(self, refusal: Finish) -> None:
        self._refusal = refusal
        self.crawler.stats.set_value(REFUSAL, refusal)
