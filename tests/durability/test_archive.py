"""Tests of the archived pages of a crawl."""

from __future__ import annotations

from typing import Any

import pytest
from warcio.archiveiterator import ArchiveIterator

from tests.durability.site import Crawl, check_archive, story

STORIES = 16
PARTS = {story(1), story(1).replace("_1.htm", "_1_2.htm")}


def archived(crawl: Crawl, kind: str = "response") -> list[str]:
    """Return the paths of the archived records of a type, in order."""
    headers: list[Any] = []
    for file in sorted((crawl.folder / "pages").glob("*.warc.gz")):
        with file.open("rb") as stream:
            headers += [each.rec_headers for each in ArchiveIterator(stream) if each.rec_type == kind]
    origin = crawl.server.origin
    return [each.get_header("WARC-Target-URI").removeprefix(origin) for each in headers]


def test_articles_are_archived_with_all_their_parts(crawl: Crawl) -> None:
    """Each page of each article once; no lists, and no failures."""
    crawl.run()
    assert sorted(archived(crawl)) == sorted({*map(story, range(STORIES)), *PARTS})
    check_archive(crawl)


def test_all_that_is_fetched(crawl: Crawl) -> None:
    """With ARCHIVE_ALL lists, robots.txt, redirects and failures are archived as well."""
    crawl.run("-s", "ARCHIVE_ALL=1")
    kept = {*archived(crawl), *archived(crawl, "revisit")}  # all pages that say 404 say the same
    assert {"/", "/robots.txt", "/channel0/index.htm", "/go/1", "/dead_1.htm", *PARTS} <= kept
    check_archive(crawl)


def test_nothing_is_archived(crawl: Crawl) -> None:
    """ARCHIVE=0 leaves no file, and says so in the records."""
    crawl.run("-s", "ARCHIVE=0")
    assert not (crawl.folder / "pages").exists()
    assert {record["archive"] for record in crawl.records()} == {None}


def test_unchanged_pages_are_revisits(crawl: Crawl) -> None:
    """The answer 304 is archived as a revisit, a correction as a response with its own place."""
    crawl.run()
    page = crawl.server.site.www / story(3).lstrip("/")
    page.write_text(page.read_text("utf-8").replace("visitor", "passenger"), encoding="utf-8")
    crawl.later(7)
    crawl.run()
    assert archived(crawl).count(story(3)) == 2
    assert story(4) in archived(crawl, "revisit")
    assert story(3) not in archived(crawl, "revisit")
    places = [each["archive"] for each in crawl.records() if each["url"].endswith(story(3))]
    assert len(set(places)) == 2
    check_archive(crawl)


@pytest.mark.fault(11)
def test_pages_of_a_redesign_are_kept(crawl: Crawl) -> None:
    """Rejected pages are there for better rules."""
    for number in range(STORIES):
        page = crawl.server.site.www / story(number).lstrip("/")
        page.write_text("<title>News of the day</title><h1>News</h1><p>Please wait.</p>", encoding="utf-8")
    crawl.run()
    assert not crawl.records()
    assert set(map(story, range(2, STORIES))) <= set(archived(crawl)) | set(archived(crawl, "revisit"))
