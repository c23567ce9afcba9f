"""Tests of the state of sources: `scrapy health` names those that are dead, blocked, empty or frozen."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from crawler.accounting.history import PublisherRun, RunRecord
from crawler.accounting.sources import SourceStanding, judged
from crawler.discovery.sniff import ResponseKind
from crawler.ledger.sources import WEB_PAGE, SourceState
from crawler.reasons import Cause, Reason
from crawler.reasons.reason import http
from tests.faults.crawl import crawl, story
from tests.faults.server import Behaviour, FaultServer, response, says
from tests.house.site import scrapy_here
from tests.spiders.harvest import article, listing

HASTE = ("HOST_PAUSE_FIRST=0.02", "HOST_PAUSE_MAX=0.05", "HOST_WAITS_PER_URL=1", "RETRY_TIMES=0")
WALL = says(response(b"", "412 Precondition Failed"))
CHALLENGE = says(response(b"<script src='/.safeline/challenge/v2/challenge.js'></script>"))
GONE = says(response(b"", "404 Not Found"))
HOME = says(response(b"", "302 Found", "text/html", "Location: /"))
DAY = 86_400.0
NOW = 1_735_689_600 + 300 * DAY


def html(text: str) -> Behaviour:
    """Return the behaviour that sends a web page."""
    return says(response(text.encode()))


def feed(numbers: Iterable[int]) -> Behaviour:
    """Return the behaviour that sends a feed with these articles."""
    items = "".join(f"<item><link>{story(number)}</link></item>" for number in numbers)
    return says(response(f"<rss><channel>{items}</channel></rss>".encode(), "200 OK", "text/xml"))


def lists(run: int) -> dict[str, Behaviour]:
    """Return the lists of a site in one of its runs, of which the first two go well."""
    is_well, new = run < 2, 16 + run
    return {
        "/": html(listing("/moving/", "/gone/", "/walled/", "/emptied/", "/topic/", "/closed/")),
        "/moving/": html(listing(story(new), story(1), "/about/")),
        "/gone/": html(listing(story(2))) if is_well else GONE,
        "/walled/": html(listing(story(3))) if is_well else WALL,
        "/emptied/": html(listing(*map(story, range(4, 8))) if is_well else listing("/about/")),
        "/topic/": html(listing(*map(story, range(8, 12)))),
        "/closed/": html(listing(story(22), story(23))) if is_well else HOME,
        "/about/": html(listing("/moving/")),
        "/still.xml": feed(range(12, 15)),
        "/moving.xml": feed((new, 15)),
        "/lost.xml": GONE,
        "/page.xml": html(listing("/moving/", "/about/")),
        "/script.js": says(response(b"function show(x) { return x + 1; }", "200 OK", "text/javascript")),
    }


def sitemap(numbers: Iterable[int]) -> Behaviour:
    """Return the behaviour that sends a sitemap with these articles."""
    return lambda connection, asked: connection.send(
        response(_sitemap(asked.headers["host"], numbers).encode(), "200 OK", "text/xml")
    )


def _sitemap(host: str, numbers: Iterable[int]) -> str:
    entries = "".join(f"<url><loc>http://{host}{story(number)}</loc></url>" for number in numbers)
    return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</urlset>'


def json_feed(numbers: Iterable[int]) -> Behaviour:
    """Return the behaviour that sends a feed in JSON with these articles."""
    items = [{"id": str(number), "url": story(number), "title": f"Ferry {number}"} for number in numbers]
    return says(response(json.dumps({"items": items}).encode(), "200 OK", "application/json"))


MOVED = html(f"<h1>Moved</h1><p>{'The feeds moved to another system. ' * 9}</p>")
"""A page of text, which may count as an article."""
KINDS = {"feed.json": json_feed, "rss.xml": feed, "sitemap.xml": sitemap}
STANDINGS = ("dead", "moved", "blocked", "empty", "frozen", "well")


def files(run: int) -> dict[str, Behaviour]:
    """Return a file of each kind for each standing, by its path, in one of the site's runs."""
    answers: dict[str, Behaviour] = {}
    for start, (name, make) in enumerate(KINDS.items()):
        numbers = range(24 + 3 * start, 27 + 3 * start)
        changed = [*numbers, 16 + run]
        good = make([*numbers, 16] if run < 2 else changed)
        bad = {"dead": GONE, "moved": MOVED, "blocked": CHALLENGE, "empty": make(()), "well": make(changed)}
        for standing in STANDINGS:
            answer = make(numbers) if standing == "frozen" else good
            answers[f"/{standing}/{name}"] = bad.get(standing, answer) if run >= 2 else answer
    return answers


def test_each_kind_of_source_in_each_standing(tmp_path: Path) -> None:
    """Feeds, feeds in JSON and sitemaps are dead, blocked, empty and frozen like lists."""
    pages = {story(number): html(article(number)) for number in range(1, 40)}
    with FaultServer(pages) as server:
        starts = ",".join(server.origin + name for name in ("/", "/moving.xml", *files(0)))
        for run in range(5):
            home = {"/": html(listing(story(1), "/about/")), "/moving.xml": feed((16 + run, 15))}
            server.behaviours = {**pages, **home, **files(run)}
            run_later(tmp_path, starts)
    standings = told(tmp_path)
    expected = {"moved": "dead"}
    assert {path: standings.get(path, "well") for path in files(0)} == {
        path: expected.get(path.split("/")[1], path.split("/")[1]) for path in files(0)
    }


def run_later(folder: Path, starts: str) -> None:
    """Crawl, and wait: times in the ledger are whole seconds, and the next run must be later."""
    crawl(folder, starts, *HASTE)
    time.sleep(1)


def told(folder: Path) -> dict[str, str]:
    """Return the standing of each source by its path, as printed by the command."""
    answer = json.loads(scrapy_here("health", str(folder), "--jsonl", "--no-pages").stdout)
    return {"/" + each["url"].split("/", 3)[3]: each["standing"] for each in answer["sources"]}


def test_each_source_is_named(tmp_path: Path) -> None:
    """After some runs dead, blocked, emptied and frozen sources are named; the others are well."""
    pages = {story(number): html(article(number)) for number in range(1, 24)}
    with FaultServer(pages) as server:
        names = ("/", "/still.xml", "/moving.xml", "/lost.xml", "/page.xml", "/script.js")
        starts = ",".join(server.origin + name for name in names)
        for run in range(5):
            server.behaviours = {**pages, **lists(run)}
            run_later(tmp_path, starts)
        origin = server.origin
    assert told(tmp_path) == {
        "/gone/": "dead",
        "/lost.xml": "dead",
        "/page.xml": "dead",
        "/walled/": "blocked",
        "/emptied/": "empty",
        "/closed/": "empty",
        "/still.xml": "frozen",
        "/topic/": "once",
    }
    assert scrapy_here("report", str(tmp_path)).returncode == 0
    report = (tmp_path / "report.html").read_text("utf-8")
    assert "3 dead, 2 empty, 1 frozen, 1 once, " in report
    assert f"{origin}/still.xml" in report
    words = scrapy_here("health", str(tmp_path), "--no-pages").stdout
    assert f"dead: {origin}/gone/ (HTTP 404, " in words
    assert f"dead: {origin}/page.xml (a web page answers in place of a feed" in words
    assert f"empty: {origin}/emptied/ (no articles, 3 times in a row; 4 before)" in words
    assert f"blocked: {origin}/walled/ (bot wall: HTTP 412)" in words
    assert f"frozen: {origin}/still.xml (unchanged since " in words


def state(**facts: Any) -> SourceState:
    """Return the state of a feed that was read ten times and changed each time."""
    usual = SourceState(
        url="http://example.cn/rss.xml", host="example.cn", outcome="listed", reason=None,
        failures=0, visited=NOW, held=None, is_start=False, is_file=True, form="feed",
        entries=20, had=20, newest="2025-10-27", changed=NOW, changes=10, still=0,
        answers=10, empty=0, empties=0, failed=0, brought=90, finds=10,
    )  # fmt: skip
    return replace(usual, **facts)


def runs(number: int, articles: int = 5) -> list[RunRecord]:
    """Return as many runs a day apart, the last of them on the day of NOW."""
    days = [f"2025-{9 + n // 28:02}-{n % 28 + 1:02}T08:00:00+00:00" for n in range(28 + 27 - number, 28 + 27)]
    publishers = {"example.cn": PublisherRun(articles=articles)}
    return [
        RunRecord(run=n, started=day, ended=day, status=0, publishers=publishers, hosts={})
        for n, day in enumerate(days)
    ]


STILL = {"changed": NOW - 9 * DAY, "answers": 18, "still": 8}


@pytest.mark.parametrize(
    ("facts", "standing"),
    [
        ({}, "well"),
        (STILL, "frozen"),
        ({**STILL, "still": 2, "answers": 12}, "well"),
        ({**STILL, "changes": 2, "answers": 50}, "well"),  # it changes rarely
        ({**STILL, "changes": 1, "answers": 9}, "frozen"),
        ({**STILL, "changes": 1, "answers": 9, "form": "sitemap"}, "once"),
        ({**STILL, "changes": 1, "answers": 9, "form": "sitemap", "is_start": True}, "frozen"),
        ({**STILL, "had": 0, "brought": 0}, "well"),  # it has never led to an article
        (
            {"newest": "2022-12-01", "changes": 1, "answers": 1},
            "frozen",
        ),  # other sources continue until today
        ({"newest": "2022-12-01"}, "well"),
        ({"newest": "2022-12-01", "changes": 1, "form": "sitemap"}, "well"),
        ({"newest": "2025-02-30", "changes": 1, "form": "sitemap"}, "well"),
        ({"newest": "2099-01-01", "changes": 1}, "well"),
        ({"entries": 0, "empty": 1}, "empty"),
        ({"entries": 0, "empty": 9, "had": 0}, "well"),
        ({"form": "html"}, "dead"),
        ({"form": "html", "is_file": False}, "well"),
        ({"outcome": "failed", "reason": http(410), "failures": 1}, "dead"),
        ({"outcome": "failed", "reason": Reason(Cause.TIMED_OUT), "failures": 2}, "well"),
        ({"outcome": "failed", "reason": Reason(Cause.TIMED_OUT), "failures": 3}, "failing"),
        ({"outcome": "failed", "reason": Reason(Cause.BOT_WALL, "Ruishu"), "failures": 1}, "blocked"),
        ({"held": Reason(Cause.BOT_WALL, "Ruishu")}, "blocked"),
        ({"held": http(503)}, "well"),
    ],
)
def test_standings(facts: dict[str, Any], standing: SourceStanding) -> None:
    """A source is judged by its own past, and only while its site has new articles."""
    other = state(newest="2025-10-26")
    judgement, _ = judged([state(**facts), other], runs(20))
    assert judgement.standing == standing
    assert bool(judgement.facts) is (standing != "well")


def test_form_of_a_web_page_is_that_of_discovery() -> None:
    """The ledger, which knows nothing of discovery, calls a web page as discovery does."""
    assert ResponseKind.HTML.value == WEB_PAGE


def test_quiet_site_freezes_nothing() -> None:
    """Where the site brought nothing either, an unchanged source is no sign of a fault."""
    (judgement,) = judged([state(**STILL)], runs(20, articles=0))
    assert judgement.standing == "well"
