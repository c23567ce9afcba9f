"""Tests of a fleet's report: its sites as they stand, their runs and articles together."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from crawler.accounting.history import HostRun, PublisherRun, RunRecord, append_run
from crawler.ledger.crawls import CRAWLS, find_crawls
from crawler.reasons.reason import http
from crawler.records.lines import article_line
from crawler.reporting.report import write_report
from crawler.reporting.sites import FLEET, CrawlSite, ended_how, joined, read_sites, sites_table
from tests.house.site import scrapy_here
from tests.records.examples import article
from tests.reporting.browser import CHROMIUM, shown

HOSTILE = "<script>alert(1)</script>"


def run(number: int = 1, *, status: int = 0, name: str = "example.cn", articles: int = 2) -> RunRecord:
    """Return a run of ten minutes."""
    return RunRecord(
        run=number,
        started=f"2024-05-2{number}T08:00:00+00:00",
        ended=f"2024-05-2{number}T08:10:00+00:00",
        status=status,
        publishers={
            name: PublisherRun(
                articles=articles,
                failed=1,
                listed=297,
                filled={"headline": articles},
                reasons={http(503): 1},
            )
        },
        hosts={name: HostRun(answers=4, seconds=2.0)},
    )


def shard(fleet: Path, name: str, *lines: bytes, runs: tuple[RunRecord, ...] = ()) -> None:
    """Make the directory of a site's crawl."""
    folder = fleet / "shards" / name
    folder.mkdir(parents=True)
    if lines:
        (folder / "articles.jsonl").write_bytes(b"".join(lines))
    for each in runs:
        append_run(folder, each)


@pytest.fixture
def fleet(tmp_path: Path) -> Path:
    """Return a fleet of four sites: one well, one killed, one without articles, one not started."""
    same = article_line(article())
    shard(tmp_path, "a.example", same, article_line(article(url="http://a.example/2")), runs=(run(1), run(2)))
    shard(tmp_path, "b.example", same, runs=(run(1, name="b.example"),))
    shard(tmp_path, "c.example", runs=(run(1, status=3, articles=0),))
    told: dict[str, Any] = {
        "a.example": {"status": 0, "set_aside": False, "waiting": 0},
        "b.example": {"status": -9, "set_aside": True, "waiting": 1200},
        "c.example": {"status": 3, "set_aside": False, "waiting": 1},
        HOSTILE: {"status": None, "set_aside": False, "waiting": 0},
    }
    (tmp_path / FLEET).write_text(json.dumps(told), "utf-8")
    return tmp_path


def written(*paths: Path) -> Path:
    """Write the report of these directories, and return its path."""
    page = paths[0] / "report.html"
    write_report("title", find_crawls(paths, CRAWLS), page)
    return page


def rows(page: str) -> dict[str, list[str]]:
    """Return the cells of the table of sites, by site."""
    tree: Any = html.document_fromstring(page)
    lines = tree.xpath("//section[h2='Sites']//tbody/tr")
    return {row[0].text_content(): [cell.text_content() for cell in row[1:]] for row in lines}


def test_each_site_is_told(fleet: Path) -> None:
    """The end of its crawl, its stored articles, those of the last run, queued URLs, and speed."""
    cells = rows(written(fleet).read_text("utf-8"))
    assert cells["a.example"] == ["complete", "2", "2", "1", "0", "0", "0.5", "2024-05-22 08:10"]
    assert cells["b.example"][:2] == ["killed by signal 9, set aside", "0"]
    assert cells["b.example"][4] == "1,200"
    assert cells["c.example"][:2] == ["nothing fetched", "0"]
    assert cells[HOSTILE] == ["not started", "0", "0", "0", "0", "0", "", ""]


def test_what_wants_a_look_comes_first(fleet: Path) -> None:
    """Sites that failed stand above those that are well, and are marked."""
    page = written(fleet).read_text("utf-8")
    assert list(rows(page)) == ["b.example", "c.example", "a.example", HOSTILE]
    tree: Any = html.document_fromstring(page)
    assert tree.xpath("//td[@class='bad']/text()") == ["killed by signal 9, set aside", "nothing fetched"]


def test_article_of_two_sites_counts_once(fleet: Path) -> None:
    """It belongs to the first of them, as in an export."""
    tree: Any = html.document_fromstring(written(fleet).read_text("utf-8"))
    tiles = {each.text_content() for each in tree.xpath("//div[@class='tiles']/div")}
    assert {"4sites", "2articles", "1channel"} <= tiles


def test_runs_are_joined_from_the_last(fleet: Path) -> None:
    """The last runs of all sites are the fleet's last: publishers, hosts, fields and reasons are added up."""
    first, last = joined(site.runs for site in read_sites(find_crawls([fleet], CRAWLS)))
    assert (first.publishers["example.cn"].articles, last.publishers["example.cn"].articles) == (2, 2)
    assert last.publishers["b.example"].filled == {"headline": 2}
    assert last.publishers["example.cn"].reasons == {http(503): 2}
    assert last.hosts["example.cn"] == HostRun(answers=8, seconds=4.0)
    assert (last.started[:10], last.ended[:10], last.status) == ("2024-05-21", "2024-05-22", 3)
    assert joined([]) == []


def test_fleet_under_way_is_told_by_its_shards(fleet: Path) -> None:
    """Before a fleet's first end there is no fleet.json; a broken one is passed over."""
    for words in (None, "{", "[]"):
        (fleet / FLEET).unlink(missing_ok=True)
        if words:
            (fleet / FLEET).write_text(words, "utf-8")
        statuses = {site.name: site.status for site in read_sites(find_crawls([fleet], CRAWLS))}
        assert statuses == {"a.example": 0, "b.example": 0, "c.example": 3}


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (0, "complete"),
        (10, "limit reached"),
        (99, "status 99"),
        (-15, "killed by signal 15"),
        (None, "not started"),
    ],
)
def test_endings_are_worded(status: int | None, words: str) -> None:
    """Whatever number a crawl ended with."""
    assert ended_how(CrawlSite("a", (), status)) == words


def test_odd_times_have_no_rate() -> None:
    """A run with invalid times, or none between them, is shown without a rate."""
    odd = (replace(run(), ended="soon"), replace(run(), ended=run().started))
    for each in odd:
        assert '<td class="n wide"></td>' in sites_table([CrawlSite("a", (each,), 0)], {})


def test_command_takes_a_fleet(fleet: Path) -> None:
    """`scrapy report` on the directory of a fleet shows its sites."""
    done = scrapy_here("report", str(fleet))
    assert done.returncode == 0, done.stderr
    assert set(rows((fleet / "report.html").read_text("utf-8"))) >= {"a.example", "b.example"}


@pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed (Debian: apt install chromium)")
def test_browser_shows_sites_and_articles(fleet: Path) -> None:
    """The page of a fleet works as that of a crawl: sites, search, and a console that stays empty."""
    done = shown(written(fleet), "q=survey", fleet / "profile")
    assert list(rows(done.stdout)) == ["b.example", "c.example", "a.example", HOSTILE]
    tree: Any = html.document_fromstring(done.stdout)
    assert tree.get_element_by_id("found").text == "2 found, 2 shown"
    assert "CONSOLE" not in done.stderr
