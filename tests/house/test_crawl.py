"""Tests of whole crawls: the `scrapy` command in a process of its own, on a site on loopback."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from lxml import etree
from scrapy.settings import Settings

from crawler.commands.crawl import advice_about, complaint_about
from crawler.records.schema import article_schema
from crawler.settings import ITEM_PIPELINES, USER_AGENT
from tests.house import processes
from tests.house.site import HASTY, LONGEST, ROOT, environment, page, scrapy, served

SENTENCE = "Engineers in the river town of Lanqiao finished the long survey of the old bridge on Monday."
PAGES = {
    "/bridge.htm": page("Survey of old bridge ends", SENTENCE, SENTENCE),
    "/bridge.htm?from=rss": page("Survey of old bridge ends", SENTENCE, SENTENCE),
    "/ferry.htm": page("Ferry returns after winter", SENTENCE.replace("survey", "repair")),
    "/gone.htm": page("Page not found", "Sorry."),
    "/list.htm": page("Latest news"),
}
_PROJECT = {"SPIDER_MODULES": ["tests.house.spiders"], "ITEM_PIPELINES": ITEM_PIPELINES}


def crawl(origin: str, *options: str, paths: tuple[str, ...] = tuple(PAGES)) -> Any:
    """Harvest these pages of the site."""
    start = ",".join(origin + path for path in paths)
    return scrapy("crawl", "pages", "-a", f"start={start}", *HASTY, *options)


def records(path: Path) -> list[dict[str, Any]]:
    """Read a file of articles as any JSON Lines reader does."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def origin() -> Iterator[str]:
    """Serve the site."""
    with served(PAGES) as address:
        yield address


@dataclass(frozen=True, slots=True)
class Run:
    """A run of a crawl, and the records on file after it."""

    done: Any
    folder: Path
    records: list[dict[str, Any]]


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> list[Run]:
    """Crawl the site twice; in between an article changes, and a crash tears a line."""
    folder = tmp_path_factory.mktemp("crawl")
    pages, file, crawls = dict(PAGES), folder / "articles.jsonl", []
    settings = ("-s", f"CRAWL_DIR={folder}", "-s", "CONCURRENT_REQUESTS=1")  # equal pages in order
    with served(pages) as origin:
        for _ in range(2):
            done = crawl(origin, *settings, paths=(*PAGES, "/dead.htm"))
            crawls.append(Run(done, folder, records(file)))
            with file.open("ab") as torn:
                torn.write(b'{"schema":"article/1","id":"7')
            pages["/ferry.htm"] = page("Ferry returns late after winter", SENTENCE)
    return crawls


def test_first_run_writes_articles_and_accounts_for_the_rest(runs: list[Run]) -> None:
    """Articles are on file and valid; copies, soft 404s and lists are named; the log is quiet."""
    done, articles = runs[0].done, runs[0].records
    assert done.returncode == 0
    assert sorted(record["headline"] for record in articles) == [
        "Ferry returns after winter",
        "Survey of old bridge ends",
    ]
    for record in articles:
        Draft202012Validator(article_schema()).validate(record)
    for words in ("1 SoftNotFound", "1 HubPage", "1 HTTP 404", "2 articles written", f"{runs[0].folder}"):
        assert words in done.stderr
    for noise in (
        "Overridden settings",
        "Enabled",
        "DEBUG",
        "WARNING",
        "Traceback",
        "do not add up",
        "Dumping",
    ):
        assert noise not in done.stderr
    assert done.stdout == ""


def test_second_run_brings_only_what_changed(runs: list[Run]) -> None:
    """Unchanged articles are not written again, a changed one is the next revision; a torn line is cut."""
    assert [(record["revision"], record["changed"]) for record in runs[1].records] == [
        (1, []),
        (1, []),
        (2, ["headline", "body"]),
    ]
    assert "1 UnchangedArticle" in runs[1].done.stderr
    assert "Truncated" in runs[1].done.stderr


def test_output_of_the_user_replaces_the_default(origin: str, tmp_path: Path) -> None:
    """-O starts anew, -o appends new articles, and neither fills the crawl's directory."""
    folder, out = tmp_path / "crawl", tmp_path / "out.jsonl"
    out.write_bytes(b'{"old": 1}\n')
    settings = ("-s", f"CRAWL_DIR={folder}")
    crawl(origin, *settings, "-O", str(out), paths=("/bridge.htm",))
    assert len(records(out)) == 1
    crawl(origin, *settings, "-o", str(out), paths=("/bridge.htm", "/ferry.htm"))
    assert [record["headline"] for record in records(out)] == [
        "Survey of old bridge ends",
        "Ferry returns after winter",
    ]
    assert not folder.exists()


def test_one_crawl_writes_several_outputs(origin: str, tmp_path: Path) -> None:
    """`-o -:jsonl` can be piped; JSON, CSV and XML beside it are whole."""
    files = {name: tmp_path / f"out.{name}" for name in ("json", "csv", "xml")}
    outputs = (option for file in files.values() for option in ("-o", str(file)))
    done = crawl(origin, "-o", "-:jsonl", *outputs, paths=("/ferry.htm",))
    headline = "Ferry returns after winter"
    assert [json.loads(line)["headline"] for line in done.stdout.splitlines()] == [headline]
    text = {name: file.read_text("utf-8") for name, file in files.items()}
    assert [(each["headline"], each["photos"]) for each in json.loads(text["json"])] == [(headline, [])]
    assert [row["headline"] for row in csv.DictReader(text["csv"].splitlines(keepends=True))] == [headline]
    assert etree.fromstring(text["xml"].encode()).xpath("item/headline/text()") == [headline]


def test_limit_is_exact(origin: str, tmp_path: Path) -> None:
    """However many pages are in flight, the requested number of articles is written."""
    done = crawl(origin, "-s", f"CRAWL_DIR={tmp_path}", "-a", "limit=1", paths=("/bridge.htm", "/ferry.htm"))
    assert done.returncode == 10
    assert len(records(tmp_path / "articles.jsonl")) == 1


def test_nothing_fetched_is_an_exit_status(tmp_path: Path) -> None:
    """A scheduler learns that a site is gone; the log gives reason and remedy in one line."""
    done = crawl("http://127.0.0.1:9", "-s", f"CRAWL_DIR={tmp_path}", paths=("/a.htm",))
    assert done.returncode == 3
    assert "1 robots.txt: connection refused" in done.stderr
    assert "check the start URL" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("names", "arguments", "words"),
    [
        ([], {}, "name one spider of this project (pages)"),
        (["pages", "pages"], {}, "name one spider"),
        (["nwes"], {}, "there is no spider 'nwes'; the spiders are pages"),
        (["pages"], {}, "name a start: -a start=URL"),
        (["pages"], {"start": "http://a.example/"}, None),
        (["pages"], {"start": "http://127.1:80/"}, "if it is yours, add -s ALLOW_PRIVATE_HOSTS=127.0.0.1"),
        (["pages"], {"start": "http://localhost/"}, "if it is yours, add -s ALLOW_PRIVATE_HOSTS=localhost"),
    ],
)
def test_mistakes_are_found_before_the_crawl(names: list[str], arguments: Any, words: str | None) -> None:
    """Each mistake on the command line is named in one line, with its remedy."""
    settings = Settings(_PROJECT)
    complaint = complaint_about(names, arguments, settings)
    assert complaint == words if words is None else words in str(complaint)
    assert len(str(complaint).splitlines()) == 1


@pytest.mark.parametrize("name", ["EXTRA_PIPELINES", "DOWNLOADER_MIDDLEWARES"])
def test_missing_component_is_named_before_the_crawl(name: str) -> None:
    """A component of the user's own that cannot be imported is named with its setting."""
    settings = Settings({**_PROJECT, name: {"nowhere.Topics": 850, "crawler.pipelines.Nothing": None}})
    complaint = complaint_about(["pages"], {"start": "http://a.example/"}, settings)
    assert complaint == f"{name}: nowhere.Topics cannot be imported: No module named 'nowhere'"


def test_exceptions_are_read_before_the_crawl() -> None:
    """A setting that names no host is distinguished from one that does."""
    settings = Settings({**_PROJECT, "ALLOW_PRIVATE_HOSTS": "a b"})
    assert "'a b' is not a host" in str(complaint_about(["pages"], {"start": "http://a.example/"}, settings))


@pytest.mark.parametrize(
    ("agent", "start", "told"),
    [
        (USER_AGENT, "http://a.example/", True),
        ("my-archive (+mailto:me@b.example)", "http://a.example/", False),
        ("my-archive (+https://b.example/bot)", "http://a.example/", False),
        (USER_AGENT, "http://127.0.0.1:8000/", False),
    ],
)
def test_who_names_nobody_to_complain_to_is_told(agent: str, start: str, told: bool) -> None:
    """On the public internet a crawler has a name; the advice says how it gets one."""
    settings = Settings({"SPIDER_MODULES": ["tests.house.spiders"], "USER_AGENT": agent})
    assert ("-s USER_AGENT=" in str(advice_about("pages", {"start": start}, settings))) == told


def test_bad_argument_is_one_line_and_a_status() -> None:
    """Nothing is fetched, one line gives the remedy, and the status is 2."""
    done = scrapy("crawl", "pages", *HASTY)
    assert done.returncode == 2
    assert done.stderr.splitlines() == ["scrapy crawl: name a start: -a start=URL"]


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX signals")
def test_interruption_keeps_whole_lines(tmp_path: Path) -> None:
    """Ctrl-C ends the crawl with a status of its own; written lines are whole."""
    file = tmp_path / "articles.jsonl"
    pages = {f"/{n}.htm": page(f"Bridge story {n}", SENTENCE.replace("long", f"{n}th")) for n in range(60)}
    with served(pages) as origin:
        start = ",".join(origin + path for path in pages)
        command = ["-m", "scrapy", "crawl", "pages", "-a", f"start={start}", *HASTY]
        slowly = ["-s", "DOWNLOAD_DELAY=0.1", "-s", f"CRAWL_DIR={tmp_path}"]
        with processes.start(
            [sys.executable, *command, *slowly], cwd=ROOT, env=environment(), stderr=subprocess.PIPE
        ) as process:
            deadline = time.monotonic() + LONGEST
            while not (file.is_file() and file.stat().st_size) and time.monotonic() < deadline:
                threading.Event().wait(0.05)
            process.send_signal(signal.SIGINT)
            _, words = process.communicate(timeout=LONGEST)
    assert process.returncode == 5
    assert b"no article is written twice" in words
    assert 0 < len(records(file)) < 60
