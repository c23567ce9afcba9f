"""Tests that long files leave time for the other hosts."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from itertools import pairwise
from types import SimpleNamespace

import pytest
from scrapy import Request
from scrapy.http import Response
from scrapy.utils.test import get_crawler

from crawler import settings
from crawler.spiders import sharing
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


def test_others_have_a_turn_after_each_stretch(monkeypatch: pytest.MonkeyPatch) -> None:
    """However long the work, nobody waits longer than a stretch and the step that ends it."""
    clock, turns = [0.0], [0.0]
    monkeypatch.setattr(sharing, "STRETCH", 0.001)
    monkeypatch.setattr(sharing, "time", SimpleNamespace(monotonic=lambda: clock[0]))

    def steps() -> Iterator[int | None]:
        for number in range(700):
            clock[0] += sharing.STRETCH / 7
            yield number if number % 100 == 0 else None

    async def others() -> None:
        while True:
            turns.append(clock[0])
            await asyncio.sleep(0)

    async def reading() -> list[int]:
        task = asyncio.ensure_future(others())
        results = [result async for result in sharing.shared(steps())]
        task.cancel()
        return results

    assert asyncio.run(reading()) == list(range(0, 700, 100))
    assert max(later - earlier for earlier, later in pairwise(turns)) < 1.5 * sharing.STRETCH


@pytest.mark.parametrize("host", ["http://www.lanqiao.test", "http://other.test"])
@pytest.mark.parametrize("name", FILES)
def test_long_file_leaves_time_for_others(name: str, host: str) -> None:
    """Others have turns while a file is read, whether its entries are followed or lie out of scope."""
    own = {each: getattr(settings, each) for each in dir(settings) if each.isupper()}
    spider = NewsSpider.from_crawler(get_crawler(NewsSpider, own), start="http://www.lanqiao.test/")
    url = f"http://www.lanqiao.test/{name}"
    response = Response(url, body=FILES[name](host), request=Request(url))
    assert asyncio.run(turns_during(spider, response)) > 5
