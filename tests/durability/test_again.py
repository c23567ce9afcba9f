"""Tests of scheduled runs: only new and changed articles come, and removed ones are recorded."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from crawler.accounting.outcome import ExitStatus
from crawler.samplesite import Server
from crawler.text.counts import counted
from tests.durability.site import BROKEN, Crawl, story
from tests.house.site import scrapy_here
from tests.spiders.harvest import article, listing

STORIES = 48
ARTICLES = {story(number) for number in range(STORIES)}


@pytest.fixture
def crawl(complete: Crawl) -> Crawl:
    """Return a complete crawl."""
    return complete


def page(crawl: Crawl, path: str) -> Path:
    """Return the file behind a path."""
    return crawl.server.site.www / path.lstrip("/")


@pytest.mark.fault(48)
def test_nothing_new_an_hour_later(crawl: Crawl) -> None:
    """Each list is requested once at most, no article at all, and nothing is written."""
    before = crawl.output()
    crawl.later(hours=1)
    done = crawl.run()
    assert done.returncode == ExitStatus.PARTIAL  # one URL answers 500, as it did before
    assert not ARTICLES & set(crawl.asked)
    assert {path for path in crawl.asked if "channel" in path} == {
        f"/channel{channel}/index.htm" for channel in range(4)
    }
    assert max(count for path, count in crawl.asked.items() if path != BROKEN) == 1
    assert crawl.output() == before
    assert "1 URL = 0 stored + 0 unchanged + 0 rejected + 1 failed; and 5 lists" in done.stderr


def test_new_article_is_found(crawl: Crawl) -> None:
    """A new entry of a list comes; the second page, on which all is known, is the last one read."""
    path = "/2022-08/01/content_900.htm"
    page(crawl, path).write_text(article(1900), encoding="utf-8")
    home = page(crawl, "/channel0/index.htm")
    home.write_text(home.read_text().replace("<ul>", f"<ul><li><a href='{path}'>New</a></li>"))
    crawl.later(hours=1)
    crawl.run()
    assert [record["url"].removeprefix(crawl.server.origin) for record in crawl.records()[STORIES:]] == [path]
    assert {hit for hit in crawl.asked if "channel0" in hit} == {
        "/channel0/index.htm",
        "/channel0/index_1.htm",  # it is missing
        "/channel0/index_2.htm",
    }
    assert not ARTICLES & set(crawl.asked)


def test_correction_is_the_next_revision(crawl: Crawl) -> None:
    """Articles are rechecked on their plan; the changed one comes again and names its changed fields."""
    changed = page(crawl, story(5))
    changed.write_text(changed.read_text().replace("came to look", "came to sail"), encoding="utf-8")
    crawl.later(hours=7)
    crawl.run()
    assert set(crawl.asked) >= ARTICLES
    (new,) = crawl.records()[STORIES:]
    assert (new["revision"], new["changed"]) == (2, ["body"])
    shown = scrapy_here("diff", str(crawl.folder), crawl.server.origin + story(5))
    assert "revision 2" in shown.stdout
    assert "+ The ferry at Lanqiao" in shown.stdout
    crawl.later(hours=2)
    crawl.run()
    assert not ARTICLES & set(crawl.asked)


def test_part_that_was_missing_comes_later(crawl: Crawl) -> None:
    """An article that lacks a part is fetched again whole, though its first page did not change."""
    part = page(crawl, story(1).replace("_1.htm", "_1_2.htm"))
    text = part.read_text(encoding="utf-8")
    part.unlink()
    first = page(crawl, story(1))
    first.write_text(first.read_text().replace("came to look", "came to sail"), encoding="utf-8")
    crawl.later(hours=7)
    crawl.run()
    part.write_text(text, encoding="utf-8")
    crawl.later(hours=20)
    crawl.run()
    lengths = [len(record["body"]) for record in crawl.records() if record["url"].endswith(story(1))]
    assert lengths == [8, 4, 8]


def test_removal_is_recorded_once(crawl: Crawl) -> None:
    """An article that is gone, and one that leads home instead, are in removals.jsonl with their reasons."""
    page(crawl, story(5)).unlink()
    crawl.server.site.responses[story(6)] = {"status": 302, "location": "/index.htm"}
    for hours in (7, 24, 24):
        crawl.later(hours)
        crawl.run()
    lines = (crawl.folder / "removals.jsonl").read_text(encoding="utf-8").splitlines()
    reasons = {json.loads(line)["url"]: json.loads(line)["reason"] for line in lines}
    assert reasons == {
        crawl.server.origin + story(5): "HTTP 404",
        crawl.server.origin + story(6): "redirected to the home page",
    }
    assert len(lines) == 2
    assert len(crawl.records()) == STORIES
    assert [row["code"] for row in removed_rows(crawl)] == ["http:404", "redirected_home"]
    assert f"{STORIES} of " in (audited := scrapy_here("audit", str(crawl.folder))).stdout
    assert "(2 of them removed by the site)" in audited.stdout
    assert story(5) not in audited.stdout


def test_article_that_is_back_is_in_the_summary(crawl: Crawl) -> None:
    """The run that finds a removed article again says so, and later runs do not."""
    content = page(crawl, story(5)).read_bytes()
    page(crawl, story(5)).unlink()
    crawl.later(7)
    assert "restored" not in crawl.run().stderr
    page(crawl, story(5)).write_bytes(content)
    told = []
    for _ in range(3):
        crawl.later(8 * 24)
        told.append("restored  1 article that had been removed; see removals.jsonl" in crawl.run().stderr)
    assert told == [True, False, False]


def removed_rows(crawl: Crawl) -> list[dict[str, Any]]:
    """Return the rows of removed articles, in the order of their URLs."""
    listed = scrapy_here("outcomes", str(crawl.folder), "--removed", "--jsonl")
    return sorted(map(json.loads, listed.stdout.splitlines()), key=lambda row: str(row["url"]))


def test_failing_site_removes_nothing(crawl: Crawl) -> None:
    """If everything answers 404, nothing counts as removed, and all is rechecked."""
    for path in ARTICLES:
        crawl.server.site.responses[path] = {"status": 404, "file": "/index.htm"}
    crawl.later(hours=7)
    done = crawl.run()
    assert "They are not recorded as removed" in done.stderr
    assert not (crawl.folder / "removals.jsonl").exists()
    for path in ARTICLES:
        del crawl.server.site.responses[path]
    crawl.later(hours=25)
    crawl.run()
    assert set(crawl.asked) >= ARTICLES
    assert len(crawl.records()) == STORIES


def test_outcomes_are_listed_and_failures_queued(crawl: Crawl) -> None:
    """Reason, tries and referrer of failures; `retry` queues them, and the next run fetches them."""
    listed = scrapy_here("outcomes", str(crawl.folder), "--failed", "--jsonl")
    rows = {json.loads(line)["url"]: json.loads(line) for line in listed.stdout.splitlines()}
    broken = rows[crawl.server.origin + BROKEN]
    assert (broken["reason"], broken["tries"]) == ("HTTP 500", 1)
    assert broken["found_on"] == crawl.server.origin + "/"
    page(crawl, BROKEN).write_text(article(1950), encoding="utf-8")
    del crawl.server.site.responses[BROKEN]
    assert scrapy_here("retry", str(crawl.folder)).stdout.startswith(counted(len(rows), "URL"))
    assert crawl.run().returncode == ExitStatus.COMPLETE
    assert crawl.asked[BROKEN] == 1
    assert len(crawl.records()) == STORIES + 1


def test_list_that_is_read_to_its_end_after_a_limit(crawl: Crawl) -> None:
    """A list that showed something new on its first pages is read on in the next run, too."""
    pager = '<script>createPageHTML(4, 0, "index", "htm")</script>'
    for number in range(4):
        path = f"/2022-08/02/content_{910 + number}.htm"
        page(crawl, path).write_text(article(1910 + number), encoding="utf-8")
        name = f"/channel0/index{f'_{number}' if number else ''}.htm"
        page(crawl, name).write_text(listing(path, more=pager), encoding="utf-8")
    crawl.later(hours=1)
    assert crawl.run("-a", "limit=1").returncode == ExitStatus.LIMIT_REACHED
    crawl.run()
    assert len(crawl.records()) == STORIES + 4


def test_other_days_are_found_in_lists_that_did_not_change(server: Server, tmp_path: Path) -> None:
    """A run for other days reads the lists anew: articles that the first run skipped come."""
    crawl = Crawl(server, tmp_path / "crawl")
    crawl.run("-a", "since=2022-08-20")
    assert 0 < len(crawl.records()) < STORIES
    crawl.run()
    assert len(crawl.records()) == STORIES


def test_output_without_ledger_is_taken_over(crawl: Crawl) -> None:
    """Where only articles.jsonl is left, its articles are known; unchanged ones do not come again."""
    for file in crawl.folder.glob("ledger.sqlite*"):
        file.unlink()
    crawl.run()
    assert len(crawl.records()) == STORIES


def test_start_that_moved_is_gone_on_with(server: Server, tmp_path: Path) -> None:
    """A resumed run knows the redirect of its start, and does not request it again."""
    abroad = server.origin.replace("127.0.0.1", "localhost")
    server.site.responses["/"] = {"status": 301, "location": f"{abroad}/index.htm"}
    crawl = Crawl(server, tmp_path / "crawl")
    assert crawl.run("-a", "limit=3").returncode == ExitStatus.LIMIT_REACHED
    crawl.run()
    assert not crawl.asked["/"]
    assert len(crawl.records()) == STORIES


def test_output_that_was_taken_away_starts_anew(crawl: Crawl) -> None:
    """After a rotation, new articles go to a new file, with a warning."""
    (crawl.folder / "articles.jsonl").unlink()
    changed = page(crawl, story(5))
    changed.write_text(changed.read_text().replace("came to look", "came to sail"), encoding="utf-8")
    crawl.later(hours=7)
    done = crawl.run()
    assert "missing articles are not written again" in done.stderr
    assert [record["changed"] for record in crawl.records()] == [["body"]]
