"""The record of an article says how the crawl found its URL first."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from scrapy.http import HtmlResponse, Request

from crawler.accounting.outcome import ExitStatus
from crawler.ledger.ledger import LEDGER
from crawler.spiders.responses import found_by
from tests.house.site import scrapy
from tests.spiders.harvest import HASTE, article, harvest, listing, small_site


def place(number: int) -> str:
    """Return the path of an article."""
    return f"/2022-08/{number:02}/content_{number}.htm"


def rss(*paths: str) -> str:
    """Return a feed of articles."""
    items = "".join(f"<item><title>Ferry</title><link>{path}</link></item>" for path in paths)
    return f"<rss><channel>{items}</channel></rss>"


def sitemap(origin: str, *paths: str) -> str:
    """Return a sitemap of articles."""
    entries = "".join(f"<url><loc>{origin}{path}</loc></url>" for path in paths)
    return f"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{entries}</urlset>"


def test_each_way_is_told(tmp_path: Path) -> None:
    """A list, a feed, a sitemap and a start; an article that several name has the first of them."""
    home = listing(place(1), "/news/", more="<a href='/feed.xml' type='application/rss+xml'>RSS</a>")
    pages = {
        "/index.htm": home.replace(
            "</head>", "<link rel='alternate' type='application/rss+xml' href='/feed.xml'></head>"
        ),
        "/news/index.htm": listing(place(1), place(2)),
        "/feed.xml": rss(place(1), place(3)),
        **{place(number): article(number) for number in range(1, 6)},
    }
    site = small_site(tmp_path, pages)
    with site:
        origin = site.origin
        (tmp_path / "www/map.xml").write_text(sitemap(origin, place(3), place(4)))
        (tmp_path / "www/robots.txt").write_text(f"Sitemap: {origin}/map.xml\n")
        before = datetime.now(UTC).replace(microsecond=0)
        crawl = harvest(tmp_path, f"{origin}/,{origin}{place(5)}")
    by_path = {each["url"].removeprefix(origin): each["found_by"] for each in crawl.records}
    ways = {path: (way["kind"], (way["url"] or "").removeprefix(origin)) for path, way in by_path.items()}
    assert ways == {
        place(1): ("list", "/"),
        place(2): ("list", "/news/"),
        place(3): ("feed", "/feed.xml"),
        place(4): ("sitemap", "/map.xml"),
        place(5): ("start", ""),
    }
    for way in by_path.values():
        assert before <= datetime.fromisoformat(way["at"]) <= datetime.now(UTC)


def test_link_of_a_page_that_may_be_an_article(tmp_path: Path) -> None:
    """A page of unknown shape leads by a link, unless the user named it as a start."""
    unknown = f"<html><body><h1>The ferry</h1><p>See <a href='{place(2)}'>its return</a>.</p></body></html>"
    pages = {"/index.htm": listing("/boats/ferry?n=1"), "/boats/ferry?n=1": unknown, place(2): article(2)}
    responses = {"/boats/ferry?n=1": {"file": "ferry.htm"}}
    ways = {}
    with small_site(tmp_path, {**pages, "/ferry.htm": unknown}, responses) as site:
        for start in ("/", "/boats/ferry?n=1"):
            (record,) = harvest(tmp_path, site.origin + start).records
            way = record["found_by"]
            ways[start] = (way["kind"], way["url"].removeprefix(site.origin))
    assert ways == {"/": ("link", "/boats/ferry?n=1"), "/boats/ferry?n=1": ("list", "/boats/ferry?n=1")}


@pytest.mark.parametrize("is_rebuilt", [False, True])
def test_the_first_way_stays(tmp_path: Path, is_rebuilt: bool) -> None:
    """A resumed crawl and a new revision state the list and the time of the first run, also for a start.

    So does a crawl whose ledger was rebuilt.
    """
    pages = {"/index.htm": listing(place(1), place(2)), **{place(n): article(n) for n in (1, 2)}}
    site = small_site(tmp_path / "site", pages)
    folder = tmp_path / "crawl"
    with site:
        crawl(folder, f"{site.origin}/", "-a", "limit=1")
        first = datetime.now(UTC)
        crawl(folder, f"{site.origin}/")
        for number in (1, 2):
            (tmp_path / f"site/www{place(number)}").write_text(article(number).replace("returns", "sails"))
        if is_rebuilt:
            (folder / LEDGER).unlink()
            assert scrapy("ledger", "rebuild", str(folder)).returncode == ExitStatus.COMPLETE
        crawl(folder, f"{site.origin}{place(1)},{site.origin}{place(2)}")
    records = [json.loads(line) for line in (folder / "articles.jsonl").read_text().splitlines()]
    assert [each["changed"] for each in records] == [[], [], ["headline"], ["headline"]]
    for record in records:
        assert record["found_by"]["kind"] == "list"
        assert record["found_by"]["url"] == f"{site.origin}/"
        assert datetime.fromisoformat(record["found_by"]["at"]) <= first


def crawl(folder: Path, start: str, *options: str) -> None:
    """Crawl into a directory, as a user does."""
    done = scrapy("crawl", "news", "-a", f"start={start}", "-s", f"CRAWL_DIR={folder}", *HASTE, *options)
    assert done.returncode in {ExitStatus.COMPLETE, ExitStatus.LIMIT_REACHED}, done.stderr


def response(meta: Mapping[str, Any]) -> HtmlResponse:
    """Return an answer to a request with this meta."""
    request = Request("http://news.sample.test/1.htm", meta=dict(meta))
    return HtmlResponse(request.url, request=request)


def test_unknown_way_is_none() -> None:
    """A request of a ledger that does not have the way, or of another program, states nothing."""
    assert found_by(response({})) is None
    assert found_by(response({"found_on": "http://news.sample.test/", "found_at": 0.0})) is None
    start = found_by(response({"found_on": None, "found_at": 0.0}))
    assert start is not None
    assert (start.kind, start.url, start.at) == ("start", None, "1970-01-01T00:00:00+00:00")
