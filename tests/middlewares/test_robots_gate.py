"""Requests to sites with one robots.txt or another."""

from __future__ import annotations

import asyncio
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from scrapy import Request, Spider
from scrapy.core import downloader as scrapy_downloader
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.statscollectors import MemoryStatsCollector
from scrapy.utils.test import get_crawler
from twisted.internet.defer import Deferred
from twisted.internet.task import Clock

from crawler import settings
from crawler.internals.downloader import InterruptibleDownloader
from crawler.middlewares.robots import RobotsGate
from crawler.samplesite import Server
from tests.spiders.harvest import article, harvest, small_site

STORY = "/2022-08/01/content_1.htm"
OTHER = "/2022-08/02/content_2.htm"


def site(folder: Path, robots: str, **special: Any) -> Server:
    """Return a site of two articles with this robots.txt."""
    pages = {STORY: article(1), OTHER: article(2), "/robots.txt": robots}
    return small_site(folder / "site", pages, {"/robots.txt": special} if special else None)


def start(server: Server) -> str:
    """Return the URLs of both articles."""
    return f"{server.origin}{STORY},{server.origin}{OTHER}"


@pytest.mark.fault(61)
def test_forbidden_is_not_fetched(tmp_path: Path) -> None:
    """A forbidden page is never requested, and is counted."""
    with site(tmp_path, f"User-agent: *\nDisallow: {OTHER}") as server:
        crawled = harvest(tmp_path, start(server))
        assert crawled.paths(server.origin) == [STORY]
        assert OTHER not in server.hits
        assert server.hits.count("/robots.txt") == 1
    assert "1 forbidden by robots.txt" in crawled.log


def test_own_group(tmp_path: Path) -> None:
    """A group for the name in USER_AGENT counts before that for all."""
    robots = "User-agent: *\nDisallow: /\n\nUser-agent: lanqiao-archive\nDisallow: /x"
    with site(tmp_path, robots) as server:
        crawled = harvest(tmp_path, start(server), "-s", "USER_AGENT=lanqiao-archive/2.0 (+http://a.test)")
        assert crawled.paths(server.origin) == [STORY, OTHER]


@pytest.mark.fault(54, 56)
@pytest.mark.parametrize("status", [429, 500, 503])
def test_unreachable_forbids_everything(tmp_path: Path, status: int) -> None:
    """Where robots.txt answers an error of the server, nothing of the site is fetched."""
    with site(tmp_path, "User-agent: *\nDisallow:", status=status) as server:
        crawled = harvest(tmp_path, start(server))
        assert set(server.hits) == {"/robots.txt"}
    assert crawled.records == []
    assert crawled.status != 0
    assert f"2 robots.txt: HTTP {status}" in crawled.log


@pytest.mark.fault(57)
@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_missing_forbids_nothing(tmp_path: Path, status: int) -> None:
    """A site that denies its robots.txt has none, and the log says so once, to whoever looks closely."""
    with site(tmp_path, "User-agent: *\nDisallow: /", status=status) as server:
        crawled = harvest(tmp_path, start(server), "-L", "DEBUG")
        assert crawled.paths(server.origin) == [STORY, OTHER]
    assert crawled.log.count(f"has no robots.txt (HTTP {status}): everything is allowed") == 1


@pytest.mark.fault(58)
def test_redirected_rules_hold_for_the_first_host(tmp_path: Path) -> None:
    """A redirect is followed to the rules."""
    pages = {STORY: article(1), OTHER: article(2), "/rules.txt": f"User-agent: *\nDisallow: {OTHER}"}
    moved = {"/robots.txt": {"status": 301, "location": "/rules.txt"}}
    with small_site(tmp_path / "site", pages, moved) as server:
        assert harvest(tmp_path, start(server)).paths(server.origin) == [STORY]


@pytest.mark.fault(58)
def test_redirects_without_end_are_no_rules(tmp_path: Path) -> None:
    """More redirects than the RFC asks to follow are as good as no robots.txt."""
    pages = {STORY: article(1), OTHER: article(2)}
    moved = {"/robots.txt": {"status": 302, "location": "/robots.txt?again"}}
    moved["/robots.txt?again"] = {"status": 302, "location": "/robots.txt"}
    with small_site(tmp_path / "site", pages, moved) as server:
        assert harvest(tmp_path, start(server)).paths(server.origin) == [STORY, OTHER]
        assert sum("robots" in hit for hit in server.hits) <= 6


@pytest.mark.fault(64)
def test_delay_is_kept(tmp_path: Path) -> None:
    """Requests come one by one, as far apart as robots.txt asks, AutoThrottle or not."""
    paths = [f"/2022-08/0{n}/content_{n}.htm" for n in range(1, 5)]
    pages = {path: article(n) for n, path in enumerate(paths, 1)}
    with small_site(tmp_path / "site", {**pages, "/robots.txt": "User-agent: *\nCrawl-delay: 0.5"}) as server:
        urls = ",".join(server.origin + path for path in paths)
        crawled = harvest(tmp_path, urls, "-s", "AUTOTHROTTLE_ENABLED=1", "-s", "AUTOTHROTTLE_START_DELAY=0")
        times = [at for path, at in zip(server.hits, server.times, strict=True) if path in paths]
    assert len(crawled.records) == 4
    assert all(after - before >= 0.45 for before, after in pairwise(times))


@pytest.mark.fault(64)
def test_long_delay_is_cut_and_told(tmp_path: Path) -> None:
    """A delay beyond CRAWL_DELAY_MAX is cut to it, and the log says so."""
    with site(tmp_path, "User-agent: *\nCrawl-delay: 3600") as server:
        crawled = harvest(tmp_path, start(server), "-s", "CRAWL_DELAY_MAX=0.1")
        assert crawled.paths(server.origin) == [STORY, OTHER]
    assert "asks for 3600 s between requests; the crawl waits 0.1 s (CRAWL_DELAY_MAX)" in crawled.log


class RecordingDownloader(InterruptibleDownloader):
    """The crawl's downloader, which notes when it would send a request."""

    def __init__(self, crawl: Crawler, clock: Clock) -> None:
        super().__init__(crawl)
        self.clock = clock
        self.sent_at: list[float] = []

    def _wait_for_download(self, *_: Any) -> None:  # type: ignore[override]
        self.sent_at.append(self.clock.seconds())

    def _start_slot_gc(self) -> None:
        """Do nothing: there is no event loop."""


@pytest.mark.fault(64)
@pytest.mark.parametrize(("delay", "kept"), [(120, 120.0), (7, 7.0), (3600, 180.0)])
def test_delay_of_minutes(delay: int, kept: float, monkeypatch: pytest.MonkeyPatch) -> None:
    """The delays of the family are kept to the second with the project's settings; the clock is a test's."""
    clock = Clock()
    clock.advance(1000)
    monkeypatch.setattr(scrapy_downloader, "monotonic", clock.seconds)
    monkeypatch.setattr(scrapy_downloader, "call_later", clock.callLater)
    monkeypatch.setattr(scrapy_downloader, "_schedule_coro", lambda _: None)
    own = {each: getattr(settings, each) for each in dir(settings) if each.isupper()}
    crawl = get_crawler(Spider, {**own, "DOWNLOADER_MIDDLEWARES_BASE": {}, "DOWNLOADER_MIDDLEWARES": {}})
    crawl.stats = MemoryStatsCollector(crawl)
    downloader = RecordingDownloader(crawl, clock)

    async def answered(request: Request) -> Response:
        return Response(request.url, body=f"User-agent: *\nCrawl-delay: {delay}".encode())

    crawl.engine = SimpleNamespace(downloader=downloader, download_async=answered)  # type: ignore[assignment]
    request = Request("http://www.lanqiao.test" + STORY)
    asyncio.run(RobotsGate(crawl).process_request(request))
    _, slot = downloader._get_slot(request)
    slot.queue.extend((request, Deferred()) for _ in range(4))
    downloader._process_queue(slot)
    clock.pump([1.0] * 600)
    gaps = {later - earlier for earlier, later in pairwise(downloader.sent_at)}
    assert gaps == {kept}
    assert request.meta["autothrottle_dont_adjust_delay"]


def test_switched_off(tmp_path: Path) -> None:
    """ROBOTSTXT_OBEY=0 is the operator's word: no robots.txt is requested."""
    with site(tmp_path, "User-agent: *\nDisallow: /") as server:
        crawled = harvest(tmp_path, start(server), "-s", "ROBOTSTXT_OBEY=0")
        assert crawled.paths(server.origin) == [STORY, OTHER]
        assert "/robots.txt" not in server.hits
