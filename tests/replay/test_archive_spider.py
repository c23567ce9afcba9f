"""The `archive` spider: archived pages go through the pipelines of a crawl again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from crawler.samplesite import serve
from crawler.spiders.archive_arguments import parse_arguments
from crawler.spiders.argument_error import ArgumentError
from tests.durability.site import Crawl, generated
from tests.durability.site import story as site_story
from tests.house.site import scrapy
from tests.replay.test_replay import archive, story
from tests.spiders.harvest import HASTE

APART = ("fetched", "archive", "found_by")
"""The only fields that may differ, since the pages are neither found nor fetched again."""


def records(file: Path) -> list[dict[str, Any]]:
    """Return the records of a file without the fields that may differ."""
    lines = map(json.loads, file.read_text("utf-8").splitlines())
    return [{name: value for name, value in record.items() if name not in APART} for record in lines]


def test_records_are_those_of_the_crawl(tmp_path: Path) -> None:
    """With the server stopped, the same records come in the same order; a second time, none."""
    with serve() as server:
        crawl = ("-a", f"start={server.origin}/", "-s", f"CRAWL_DIR={tmp_path / 'crawl'}")
        assert scrapy("crawl", "news", *crawl, *HASTE).returncode in (0, 6)
    files = (
        "-a",
        f"warc={tmp_path / 'crawl' / 'pages' / '*.warc.gz'}",
        "-s",
        f"CRAWL_DIR={tmp_path / 'again'}",
    )
    first = scrapy("crawl", "archive", *files)
    assert first.returncode == 0, first.stderr
    live = records(tmp_path / "crawl" / "articles.jsonl")
    assert records(tmp_path / "again" / "replayed.jsonl") == live
    assert len(live) > 50
    second = scrapy("crawl", "archive", *files)
    assert second.returncode == 0
    assert len(records(tmp_path / "again" / "replayed.jsonl")) == len(live)


def test_selection_and_limit(tmp_path: Path) -> None:
    """Hosts, days of publication and the number of articles bound the result."""
    stories = [story(number) for number in range(1, 8)]
    elsewhere = [(url.replace("lanqiao", "other"), body, headers) for url, body, headers in stories]
    archive(tmp_path / "a.warc.gz", *stories, *elsewhere)
    out = tmp_path / "out.jsonl"
    options = ("-a", "host=lanqiao.test", "-a", "since=2022-08-03", "-a", "until=2022-08-06", "-a", "limit=3")
    done = scrapy("crawl", "archive", "-a", f"warc={tmp_path / '*.gz'}", *options, "-O", str(out))
    assert done.returncode == 10
    assert [record["published"][:10] for record in records(out)] == [f"2022-08-0{day}" for day in (3, 4, 5)]
    assert {record["publisher"] for record in records(out)} == {"www.lanqiao.test"}


def test_damaged_file(tmp_path: Path) -> None:
    """Torn records are named; whole ones come; the status says that some are missing."""
    whole = archive(tmp_path / "a.warc.gz", *(story(number) for number in range(1, 4)))
    (tmp_path / "b.warc.gz").write_bytes(whole.read_bytes()[:-30])
    out = tmp_path / "out.jsonl"
    done = scrapy("crawl", "archive", "-a", f"warc={tmp_path / '*.gz'}", "-O", str(out))
    assert done.returncode == 6
    assert len(records(out)) == 3
    assert "not read: b.warc.gz#" in done.stderr
    assert "1 damaged record" in done.stderr


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({}, "name the files to read"),
        ({"warc": "page.html"}, "name the files to read"),
        ({"warc": "/nowhere/a.warc.gz"}, "there is no file /nowhere/a.warc.gz"),
        ({"wrac": "a.warc.gz"}, "did you mean warc"),
    ],
)
def test_mistakes(given: dict[str, str], words: str) -> None:
    """Each mistake on the command line is named with its remedy."""
    with pytest.raises(ArgumentError, match=words):
        parse_arguments(given)


def test_mistakes_in_the_selection(tmp_path: Path) -> None:
    """Days and types are checked, too."""
    file = archive(tmp_path / "a.warc.gz", story(1))
    for wrong in ({"mime": "html"}, {"archived_since": "May"}, {"since": "May"}, {"limit": "0"}):
        with pytest.raises(ArgumentError):
            parse_arguments({"warc": str(file), **wrong})


@pytest.mark.parametrize("size", ["1000", "0.004"])
def test_runs_that_are_read_at_once(tmp_path: Path, size: str) -> None:
    """The files of several runs give the records of the crawl, revisions and copies as they came."""
    with generated(tmp_path / "site", 12) as server:
        crawl = Crawl(server, tmp_path / "crawl")
        for number in range(4):
            crawl.run("-s", f"ARCHIVE_FILE_MB={size}", "-s", "ARTICLE_RECHECKS=1,2,3,4,5,6,7,8,9")
            for path in map(site_story, range(2, 5 + number)):
                page = server.site.www / path.lstrip("/")
                text = page.read_text("utf-8")
                page.write_text(text.replace("came to look", f"came to look {number} times"), "utf-8")
            crawl.later(2)
    files = list((crawl.folder / "pages").iterdir())
    assert len(files) == 4 if size == "1000" else len(files) > 8
    live = one_page(records(crawl.folder / "articles.jsonl"))
    assert {record["revision"] for record in live} == {1, 2, 3, 4}
    for output in (("-O", str(tmp_path / "out.jsonl")), ("-s", f"CRAWL_DIR={tmp_path / 'again'}")):
        done = scrapy("crawl", "archive", "-a", f"warc={crawl.folder / 'pages' / '*.warc.gz'}", *output)
        assert done.returncode == 0, done.stderr
    assert one_page(records(tmp_path / "out.jsonl")) == live
    assert one_page(records(tmp_path / "again" / "replayed.jsonl")) == live


def one_page(lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the records without the article over two pages, which may lie in two small files."""
    return [record for record in lines if not record["url"].endswith(("/content_1.htm", "/content_1_2.htm"))]
