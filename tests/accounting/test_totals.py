"""Tests that a run has one account, which everything prints: summary, outcomes, history, report and retry."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from crawler.accounting.history import read_history
from crawler.accounting.totals import totals
from crawler.reasons import Cause, Reason
from crawler.reasons.reason import http
from crawler.reporting.report import outcomes_of
from tests.durability.site import Crawl
from tests.house.site import scrapy
from tests.spiders.harvest import article, listing, small_site

HUB = "/special.htm"
"""A list whose URL does not tell: Scrapy counts a rejected page, the ledger a list."""
EARLY, SOFT, GONE, BROKEN = (f"/2022-08/02/content_{number}.htm" for number in range(30, 34))
PARTS = "/2022-08/03/content_40.htm"
BACK, FILE, HIDDEN = "/go/back", "/files/report.htm", "/hidden/content_50.htm"
STORIES = tuple(f"/2022-08/04/content_{number}.htm" for number in (60, 61, 62))
ALL = (*STORIES, HUB, EARLY, SOFT, GONE, BROKEN, PARTS, BACK, FILE, HIDDEN)
PAGES = {
    "/index.htm": listing(*ALL),
    **{path: article(number) for number, path in enumerate(STORIES, start=5)},
    HUB: listing(*STORIES, more="<p>More of it.</p>"),
    EARLY: article(1).replace("2022-08-01", "2021-01-01"),
    SOFT: "<html><title>404</title><body><h1>Page not found</h1><p>It does not exist.</p></body></html>",
    PARTS: article(9, "<a href='content_40.htm'>1</a> <a href='content_40_2.htm'>2</a>"),
    FILE: "%PDF-1.4 a file",
    "/robots.txt": "User-agent: *\nDisallow: /hidden/\n",
}
RESPONSES = {
    BROKEN: {"status": 500, "file": "/index.htm"},
    BACK: {"status": 302, "location": STORIES[0]},
}
OUTCOMES = ("stored", "unchanged", "rejected", "failed")


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[dict[str, Any]]]:
    """Return the prints of each surface after a first run, and after one that retries and rechecks."""
    folder = tmp_path_factory.mktemp("account")
    with small_site(folder / "site", PAGES, RESPONSES) as server:
        crawl = Crawl(server, folder / "crawl")
        yield [printed(crawl), later(crawl)]


def later(crawl: Crawl) -> dict[str, Any]:
    """Let articles be due again, queue the failures, and run."""
    crawl.later(7)
    retried = scrapy("retry", str(crawl.folder)).stdout
    return {**printed(crawl), "retried": retried}


def printed(crawl: Crawl) -> dict[str, Any]:
    """Run, and return the numbers of each surface, by outcome or by reason."""
    done = crawl.run("-a", "since=2022-01-01")
    run = read_history(crawl.folder)[-1]
    publishers = run.publishers.values()
    lines = scrapy("outcomes", str(crawl.folder), "--last-run", "--jsonl").stdout.splitlines()
    rows = [json.loads(line) for line in lines]
    return {
        "log": done.stderr,
        "rows": rows,
        "outcomes": Counter(row["outcome"] for row in rows),
        "reasons": Counter(row["reason"] for row in rows if row["outcome"] in ("rejected", "failed")),
        "history": {name: sum(getattr(each, name) for each in publishers) for name in OUTCOMES[1:]},
        "report": outcomes_of(run),
    }


@pytest.mark.parametrize("number", [0, 1])
def test_every_surface_has_the_same_numbers(runs: list[dict[str, Any]], number: int) -> None:
    """The sum, its lines, the lists of URLs, the history and the report agree."""
    run = runs[number]
    told = run["outcomes"]
    terms = " + ".join(f"{told[name]} {name}" for name in OUTCOMES)
    visited = sum(told[name] for name in OUTCOMES)
    assert f"fetched   {visited} URLs = {terms}; and {told['listed']} lists" in run["log"]
    for name in OUTCOMES[1:]:
        line = re.search(rf"^  {name:9} (\d+): (.*)$", run["log"], re.MULTILINE)
        reasons = Counter(row["reason"] for row in run["rows"] if row["outcome"] == name)
        assert line is not None or not reasons
        assert (int(line[1]) if line else 0) == told[name] == run["history"][name]
        assert (set(line[2].split(", ")) if line else set()) == {f"{n} {why}" for why, n in reasons.items()}
    assert run["reasons"].items() <= run["report"].items()


def test_what_is_no_article_is_counted_once(runs: list[dict[str, Any]]) -> None:
    """A list is a list, and not rejected, too; a response of no use is rejected, and did not fail."""
    outcomes = {row["url"].rpartition("/")[2]: row["outcome"] for row in runs[0]["rows"]}
    assert outcomes["special.htm"] == "listed"
    summed, log = runs[0]["log"].partition(" articles written")[::2]
    assert "NoBody: " in summed
    assert "NoBody" not in log
    assert runs[0]["reasons"]["redirected to a known page"] == 1
    assert runs[0]["reasons"]["not a web page"] == 1
    assert runs[0]["reasons"]["OutOfRange"] == 1


def test_missing_parts_are_named_apart(runs: list[dict[str, Any]]) -> None:
    """They are no URLs of their own: the article is stored, and names its missing parts."""
    assert "\n  parts     1: 1 HTTP 404\n" in runs[0]["log"]


def test_retry_names_the_failures_of_the_summary(runs: list[dict[str, Any]]) -> None:
    """URLs that were queued before, because they are due again, are counted apart."""
    numbers = re.findall(r"(\d+) URLs? queued", runs[1]["retried"])
    assert sum(map(int, numbers)) == runs[0]["outcomes"]["failed"] == 3


def test_crawl_without_a_ledger_has_the_columns_of_the_pages() -> None:
    """The names of the columns are the same."""
    counts = totals(
        {
            "harvest/pages": 5,
            "item_scraped_count": 2,
            "item_dropped_reasons_count/HubPage": 1,
            "item_dropped_reasons_count/OutOfRange": 1,
            "item_dropped_reasons_count/TookTooLong": 1,
            "harvest/rejected/not_a_page": 1,
            "harvest/status/404": 2,
            "harvest/part/http:404": 1,
        }
    )
    assert counts.stored == 2
    assert counts.rejected == {
        Reason(Cause.HUB_PAGE): 1,
        Reason(Cause.OUT_OF_RANGE): 1,
        Reason(Cause.NOT_A_PAGE): 1,
    }
    assert counts.failed == {http(404): 1, Reason(Cause.PARSED_TOO_LONG): 1}
    assert counts.parts == {http(404): 1}
