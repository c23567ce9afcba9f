"""A spider that yields every given page as an article."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import scrapy
from scrapy.http import Response

from crawler.parsing import FetchedPage
from crawler.spiders.argument_error import ArgumentError


class PagesSpider(scrapy.Spider):
    """Yields each start page as a page; `start` holds URLs by comma."""

    name = "pages"

    def __init__(self, start: str, limit: str | None = None, since: str | None = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.start_urls = start.split(",")
        count = int(limit) if limit else None
        self.arguments = SimpleNamespace(start=tuple(self.start_urls), limit=count, since=since, until=None)

    @classmethod
    def starts_of(cls, start: str | None = None, **_: str) -> tuple[str, ...]:
        """Return the start pages; refuse a command line without any."""
        if not start:
            raise ArgumentError("name a start:\n-a start=URL")
        return tuple(start.split(","))

    def parse(self, response: Response, **_: Any) -> Iterator[FetchedPage]:
        """Yield the page."""
        yield FetchedPage(url=response.url, body=response.body, content_type="text/html; charset=utf-8")
