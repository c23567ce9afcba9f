"""Reads and controls Scrapy's engine: its end, its next request, the end of each page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from twisted.internet.defer import Deferred
    from twisted.python.failure import Failure


def is_closing(crawl: Crawler) -> bool:
    """Return whether the spider is being closed. Scrapy has no signal for the beginning of it."""
    slot = crawl.engine._slot
    return slot is not None and slot.closing is not None


def fetch_next(crawl: Crawler) -> None:
    """Make the engine ask the scheduler for a request now, not at its next heartbeat (5 s)."""
    slot = crawl.engine._slot if crawl.engine is not None else None
    if slot is not None:
        slot.nextcall.schedule()


def watch_pages(crawl: Crawler, finished: Callable[[Response | Failure, Request], None]) -> None:
    """Call `finished` at the end of each page: after its callback or errback, its items and its requests.

    Scrapy has no signal for it: spider middlewares see neither errbacks nor the results of items.
    """
    scraper = crawl.engine.scraper
    enqueue = scraper.enqueue_scrape

    def watched(answer: Response | Failure, request: Request) -> Deferred[Any]:
        def ended(end: Any) -> Any:
            finished(answer, request)
            return end

        return enqueue(answer, request).addBoth(ended)

    scraper.enqueue_scrape = watched  # type: ignore[method-assign,assignment]
