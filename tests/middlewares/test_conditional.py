"""Tests of lists that are unchanged, though their server knows no validators."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from crawler.ledger.digests import digest_of, is_digest
from tests.durability.site import age
from tests.faults.crawl import Ran, crawl, story
from tests.faults.server import Behaviour, FaultServer, response, says
from tests.house.site import scrapy_here
from tests.spiders.harvest import article, listing

PATHS = [story(number) for number in range(1, 4)]
NEW = story(9)


def as_page(*paths: str) -> Behaviour:
    """Return a list as a page."""
    return says(response(listing(*paths).encode()))


def as_feed(*paths: str) -> Behaviour:
    """Return a list as a feed."""
    items = "".join(f"<item><link>{path}</link></item>" for path in paths)
    return says(response(f"<rss><channel>{items}</channel></rss>".encode(), "200 OK", "text/xml"))


def as_json(*paths: str) -> Behaviour:
    """Return a list as JSON."""
    entries = [{"title": "The ferry returns", "url": path} for path in paths]
    return says(response(json.dumps(entries).encode(), "200 OK", "application/json"))


FORMS = {"/news/": as_page, "/rss.xml": as_feed, "/list.json": as_json}


def later(folder: Path, start: str) -> Ran:
    """Run again, three days later."""
    age(folder, 72)
    return crawl(folder, start)


@pytest.mark.parametrize("name", FORMS)
def test_equal_bytes_are_an_unchanged_list(name: str, tmp_path: Path) -> None:
    """The list is requested in each run, and read only if its bytes differ; then a new article comes."""
    pages = {path: says(response(article(number).encode())) for number, path in enumerate((*PATHS, NEW), 1)}
    folder, form = tmp_path / "crawl", FORMS[name]
    with FaultServer({**pages, name: form(*PATHS)}) as server:
        crawl(folder, server.origin + name)
        asked = len(server.asked)
        again = later(folder, server.origin + name)
        assert name in server.targets()[asked:]
        assert "1 × unchanged list" in again.log
        server.behaviours = {**server.behaviours, name: form(NEW, *PATHS)}
        assert later(folder, server.origin + name).paths(server.origin) == {*PATHS, NEW}
        assert "unchanged list" in later(folder, server.origin + name).log


def test_a_recheck_reads_equal_bytes(tmp_path: Path) -> None:
    """After `scrapy recheck` every list is read, as if for the first time."""
    pages = {path: says(response(article(number).encode())) for number, path in enumerate(PATHS, 1)}
    with FaultServer({**pages, "/": as_page(*PATHS)}) as server:
        crawl(tmp_path / "crawl", server.origin + "/")
        assert scrapy_here("recheck", str(tmp_path / "crawl")).returncode == 0
        again = crawl(tmp_path / "crawl", server.origin + "/")
    assert "unchanged list" not in again.log
    assert "1 × hub" in again.log


def test_a_digest_is_no_etag() -> None:
    """A digest is told from every ETag, and from another body's."""
    assert is_digest(digest_of(b"a"))
    assert digest_of(b"a") == digest_of(b"a") != digest_of(b"b")
    assert not any(map(is_digest, ('"blake2b:00"', 'W/"1"', "")))
