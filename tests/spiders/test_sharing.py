"""Tests that long files leave time for the other hosts."""

from __future__ import annotations

import asyncio
import json

import pytest
from scrapy import Request
from scrapy.http import Response
from scrapy.utils.test import get_crawler

from crawler import settings
from crawler.spiders.news import NewsSpider

COUNT = 8_000

NAMES = [f"/2022-08/01/content_{number}.htm" for number in range(COUNT)]


def rows(host: str) -> bytes:
    """Return a list in JSON."""
    return json.dumps([{"url": host + name, "time": "2022-08-01 08:00"} for name in NAMES]).encode()


def sitemap(host: str) -> bytes:
    """Return a sitemap."""
    entries = "".join(f"<url><loc>{host}{name}</loc><lastmod>2022-08-01</lastmod></url>" for name in NAMES)
    return f"<urlset>{entries}</urlset>".encode()


def lines(host: str) -> bytes:
    """Return a list of URLs."""
    return "\n".join(host + name for name in NAMES).encode()


FILES = {"a.json": rows, "broken.json": lambda host: rows(host)[:-9], "a.xml": sitemap, "a.txt": lines}


async def turns_during(spider: NewsSpider, response: Response) -> int:
    """Return how often others had a turn while a response was parsed."""
    turns = 0

    async def others() -> None:
        nonlocal turns
        while True:
            await asyncio.sleep(0)
            turns += 1

    task = asyncio.ensure_future(others())
    async for _ in spider.parse(response):
        pass
    task.cancel()
    return turns


@pytest.mark.parametrize("host", ["http://www.lanqiao.test", "http://other.test"])
@pytest.mark.parametrize("name", FILES)
def test_long_file_leaves_time_for_others(name: str, host: str) -> None:
    """Others have turns while a file is read, whether its entries are followed or lie out of scope."""
    own = {each: getattr(settings, each) for each in dir(settings) if each.isupper()}
    spider = NewsSpider.from_crawler(get_crawler(NewsSpider, own), start="http://www.lanqiao.test/")
    url = f"http://www.lanqiao.test/{name}"
    response = Response(url, body=FILES[name](host), request=Request(url))
    assert asyncio.run(turns_during(spider, response)) > 5
