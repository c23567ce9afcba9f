"""Defines a lean Scrapy spider that follows links: `python -m benchmarks.lean START OUT [trafilatura]`.

It is written as a good Scrapy programmer would if nothing must be extracted and nothing must survive: one
lxml parse of the body, links filtered as strings before they become requests, uvloop, four items at a time.
With `trafilatura`, its extraction is in the pipeline.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

import lxml.html
from scrapy import Request, Spider
from scrapy.crawler import CrawlerProcess
from scrapy.http import Response


class LeanSpider(Spider):
    """Follows every link of a site once."""

    name = "lean"

    def __init__(self, start: str) -> None:
        super().__init__()
        self.start_urls = [start]
        self.seen: set[str] = set()

    def parse(self, response: Response) -> Iterator[Any]:
        """Yield the page, and requests for new links."""
        root = lxml.html.document_fromstring(response.body)
        if "content_" in response.url:
            yield {"url": response.url, "body": response.body}
        references: Any = root.xpath("//a/@href", smart_strings=False)
        for reference in references:
            if reference not in self.seen:
                self.seen.add(reference)
                yield Request(urljoin(response.url, reference), dont_filter=True)


class Write:
    """Writes a line for each page."""

    def open_spider(self) -> None:
        """Open the file."""
        self.file = open(sys.argv[2], "w", encoding="utf-8")  # noqa: SIM115, PTH123  the spider's life long

    def process_item(self, item: dict[str, Any]) -> dict[str, Any]:
        """Write a line."""
        item.pop("body")
        self.file.write(json.dumps(item) + "\n")
        return item

    def close_spider(self) -> None:
        """Close the file."""
        self.file.close()


class Trafilatura:
    """Extracts with trafilatura."""

    def process_item(self, item: dict[str, Any]) -> dict[str, Any]:
        """Add its text."""
        import trafilatura  # noqa: PLC0415  in this benchmark's environment alone

        extracted = trafilatura.bare_extraction(item["body"], url=item["url"], favor_precision=True)
        return (
            {**item, "text": extracted.text, "title": extracted.title, "date": extracted.date}
            if extracted
            else item
        )


def main() -> None:
    """Crawl."""
    pipelines: dict[Any, int] = {Write: 900}
    if "trafilatura" in sys.argv:
        pipelines[Trafilatura] = 100
    settings = {
        "LOG_LEVEL": "ERROR",
        "TELNETCONSOLE_ENABLED": False,
        "ROBOTSTXT_OBEY": False,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 16,
        "CONCURRENT_ITEMS": 4,
        "COOKIES_ENABLED": False,
        "DOWNLOAD_DELAY": 0,
        "ASYNCIO_EVENT_LOOP": "uvloop.Loop",
        "ITEM_PIPELINES": pipelines,
    }
    process = CrawlerProcess(settings)
    process.crawl(LeanSpider, start=sys.argv[1])
    process.start()


if __name__ == "__main__":
    main()
