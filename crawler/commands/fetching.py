"""Fetches one page under the rules of a crawl: its settings, robots.txt, only http and https."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from scrapy import Request, Spider
from scrapy.http import Response
from twisted.python.failure import Failure

from crawler.accounting.refusals import reason_of_error
from crawler.commands.command_line import how_to_allow
from crawler.internals.commands import CrawlerProcess
from crawler.reasons.causes import Cause


class FetchError(Exception):
    """The page could not be fetched; the message says why in a word or two. Raised by `fetch_page`."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it was served."""

    url: str
    """URL after redirects."""
    body: bytes
    content_type: str | None
    fetched: str | None = None
    """Time of the fetch (ISO 8601, UTC)."""


class OnePage(Spider):
    """Fetches one URL and follows nothing but redirects."""

    name = "one page"
    custom_settings = {"EXTENSIONS": {}, "ITEM_PIPELINES": {}}  # noqa: RUF012  declared so by Scrapy

    def __init__(self, url: str) -> None:
        super().__init__()
        self.url = url
        self.fetched: Fetched | None = None
        self.reason = "no answer"

    async def start(self) -> AsyncIterator[Any]:
        """Request the page."""
        yield Request(self.url, errback=self.failed)

    def parse(self, response: Response) -> None:
        """Keep the page."""
        header = (response.headers.get("Content-Type") or b"").decode("latin-1")
        now = datetime.now(UTC).isoformat(timespec="seconds")
        self.fetched = Fetched(response.url, response.body, header or None, now)

    def failed(self, failure: Failure) -> None:
        """Keep the reason."""
        reason = reason_of_error(failure.value)
        self.reason = reason.words
        if reason.cause is Cause.PRIVATE_ADDRESS:
            self.reason += f"; {how_to_allow(self.url)}"


def fetch_page(process: CrawlerProcess, url: str) -> Fetched:
    """Fetch one page; the process can be used only once. Raises `FetchError`."""
    crawl = process.create_crawler(OnePage)
    process.crawl(crawl, url=url)
    process.start()
    spider = crawl.spider
    if not isinstance(spider, OnePage):
        raise FetchError("the crawl did not start")
    if spider.fetched is None:
        raise FetchError(spider.reason)
    return spider.fetched
