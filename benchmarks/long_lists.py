"""How long files hold up the other hosts: `python -m benchmarks.long_lists`.

The spider reads a JSON list of 200,000 entries and a sitemap of 50,000 entries, each in scope and out of
scope, beside a task that stands for the other hosts. The longest stretch without a turn of that task is
measured in CPU time: on a busy machine it is the steadier.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from scrapy import Request
from scrapy.http import Response
from scrapy.utils.test import get_crawler

from benchmarks.tables import table
from crawler import settings
from crawler.spiders.news import NewsSpider

OWN, FOREIGN = "http://www.lanqiao.test", "http://other.test"
JSON_ENTRIES, SITEMAP_ENTRIES = 200_000, 50_000


@dataclass(frozen=True, slots=True)
class Held:
    """The cost of a file."""

    megabytes: float
    longest: float
    """Seconds of CPU time, of the longest stretch without a turn of others."""


def path(number: int) -> str:
    """Return the path of an article."""
    return f"/2022-08/{number % 28 + 1:02}/content_{number}.htm"


def json_list(host: str, count: int = JSON_ENTRIES) -> bytes:
    """Return a list in JSON."""
    return json.dumps(
        [{"url": host + path(number), "time": "2022-08-01"} for number in range(count)]
    ).encode()


def sitemap(host: str, count: int = SITEMAP_ENTRIES) -> bytes:
    """Return a sitemap."""
    entries = (f"<url><loc>{host}{path(n)}</loc><lastmod>2022-08-01</lastmod></url>" for n in range(count))
    return f"<urlset>{''.join(entries)}</urlset>".encode()


def held(name: str, body: bytes) -> Held:
    """Let the spider read a file, and measure."""
    own = {each: getattr(settings, each) for each in dir(settings) if each.isupper()}
    spider = NewsSpider.from_crawler(get_crawler(NewsSpider, own), start=OWN + "/")
    url = f"{OWN}/{name}"
    return asyncio.run(_read(spider, Response(url, body=body, request=Request(url))))


async def _read(spider: NewsSpider, response: Response) -> Held:
    turns = [time.thread_time()]

    async def others() -> None:
        while True:
            turns.append(time.thread_time())
            await asyncio.sleep(0)

    task = asyncio.ensure_future(others())
    await asyncio.sleep(0)
    async for _ in spider.parse(response):
        pass
    task.cancel()
    stretches = (later - earlier for earlier, later in pairwise((*turns, time.thread_time())))
    return Held(len(response.body) / 1e6, max(stretches))


FILES: dict[str, Callable[[str], bytes]] = {"list.json": json_list, "sitemap.xml": sitemap}


def main() -> None:
    """Measure, and print a table."""
    rows = []
    for name, body_of in FILES.items():
        for host, where in ((OWN, "in scope"), (FOREIGN, "out of scope")):
            cost = held(name, body_of(host))
            rows.append((f"{name}, {where}", f"{cost.megabytes:.1f}", f"{cost.longest * 1000:.0f}"))
    print(table(("", "MB", "longest stretch, ms"), rows))


if __name__ == "__main__":
    main()
