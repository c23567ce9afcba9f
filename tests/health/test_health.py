"""Tests of `scrapy health`: it distinguishes a redesign, a quiet day, a dead host and a short past."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.accounting.history import PublisherRun, RunRecord, append_run
from crawler.health.chance import by_chance
from crawler.health.verdict import Verdict, check
from crawler.reasons import Cause, Reason
from crawler.reasons.reason import http
from tests.house.site import page, scrapy, scrapy_here, served
from tests.spiders.harvest import HASTE, listing

SENTENCE = "Engineers in the river town of Lanqiao finished the long survey of the old bridge on Monday."
USUAL = PublisherRun(
    articles=10,
    unchanged=5,
    rejected=1,
    listed=4,
    filled={"headline": 10, "body": 10, "published": 10, "dateline": 6, "photos": 5},
    reasons={Reason(Cause.HUB_PAGE): 1},
)
NONE = PublisherRun(listed=4)


def history(*runs: PublisherRun, status: int = 0) -> list[RunRecord]:
    """Return a history of one publisher, of which the last run has a status."""
    records = [
        RunRecord(
            run=number,
            started=f"2024-05-{number + 1:02}T08:00:00+00:00",
            ended=f"2024-05-{number + 1:02}T08:10:00+00:00",
            status=0,
            publishers={"example.cn": run},
            hosts={},
        )
        for number, run in enumerate(runs)
    ]
    return [*records[:-1], replace(records[-1], status=status)]


def test_failures_do_not_explain_rejected_pages() -> None:
    """Pages that are no articles are explained by their own reasons, however many others failed."""
    now = PublisherRun(rejected=14, failed=20, listed=4, reasons={http(404): 20, Reason(Cause.NO_BODY): 14})
    (health,) = check(history(*[USUAL] * 8, now))
    assert any(symptom.endswith("(14 NoBody)") for symptom in health.symptoms)


@pytest.mark.parametrize(
    ("runs", "verdict"),
    [
        ([USUAL] * 9, Verdict.WELL),
        ([USUAL], Verdict.YOUNG),
        ([USUAL, USUAL], Verdict.YOUNG),
        ([*[USUAL] * 8, NONE], Verdict.QUIET),
        ([*[USUAL] * 8, replace(USUAL, articles=2, filled={"headline": 2, "body": 2})], Verdict.WELL),
        ([*[USUAL] * 8, NONE, NONE, NONE], Verdict.SILENT),
        ([*[USUAL] * 8, replace(USUAL, filled={**USUAL.filled, "published": 1})], Verdict.REDESIGNED),
        (
            [*[USUAL] * 8, PublisherRun(rejected=14, listed=4, reasons={Reason(Cause.NO_BODY): 14})],
            Verdict.REDESIGNED,
        ),
        ([*[USUAL] * 8, PublisherRun(failed=20, listed=1, reasons={http(500): 20})], Verdict.FAILING),
        ([*[USUAL] * 8, replace(USUAL, filled={**USUAL.filled, "dateline": 4})], Verdict.WELL),
        ([*[replace(USUAL, articles=1, filled={"headline": 1}, rejected=0)] * 9, NONE], Verdict.YOUNG),
    ],
)
def test_verdicts(runs: list[PublisherRun], verdict: Verdict) -> None:
    """A field that empties and pages that are no articles are a redesign; fewer articles are not."""
    assert [each.verdict for each in check(history(*runs))] == [verdict]


def test_dead_host_is_not_quiet() -> None:
    """URLs that wait for a dead host have not failed, but the run says that some wait."""
    assert check(history(*[USUAL] * 8, PublisherRun(), status=6))[0].verdict is Verdict.FAILING
    assert check(history(*[USUAL] * 8, PublisherRun(), status=0))[0].verdict is Verdict.QUIET


def test_urls_behind_a_wall() -> None:
    """A publisher is blocked whose URLs wait because of a firewall, and failing for another reason."""
    wall = Reason(Cause.ROBOTS_UNREACHABLE, "bot_wall:Ruishu")
    walled, dead = PublisherRun(unanswered={wall: 9}), PublisherRun(unanswered={http(503): 9})
    blocked, failing = (check(history(*[USUAL] * 8, run, status=6))[0] for run in (walled, dead))
    assert (blocked.verdict, failing.verdict) == (Verdict.BLOCKED, Verdict.FAILING)
    assert blocked.symptoms == ("9 of 9 URLs met a firewall (9 robots.txt: bot wall: Ruishu)",)
    assert check(history(walled))[0].verdict is Verdict.BLOCKED
    assert check(history(replace(USUAL, unanswered={wall: 2})))[0].verdict is not Verdict.BLOCKED


def test_hourly_runs_are_taken_together() -> None:
    """One article an hour is enough in a day: the latest runs together show that a field is gone."""
    hourly = PublisherRun(articles=1, listed=2, filled={"headline": 1, "body": 1})
    changed = replace(hourly, filled={"headline": 1})
    health = check(history(*[hourly] * 28, *[changed] * 12))[0]
    assert (health.verdict, health.runs, health.fields) == (Verdict.REDESIGNED, 12, ("body",))
    assert health.symptoms == ("body in 0% of 12 articles, before in 100% of 28",)
    assert health.first_run == 28


def test_empty_history_has_no_verdict() -> None:
    """Nothing is said of nothing."""
    assert check([]) == []


COUNTS = st.tuples(st.integers(0, 60), st.integers(1, 60)).map(lambda pair: (min(pair), max(pair)))


@given(COUNTS, COUNTS)
def test_chance_is_a_probability(now: tuple[int, int], past: tuple[int, int]) -> None:
    """It lies between 0 and 1, none or more are certain, and more are never more probable than fewer."""
    chance = by_chance(*now, *past)
    assert 0 <= chance <= 1
    assert by_chance(0, now[1], *past) == pytest.approx(1)
    if now[0] < now[1]:
        assert by_chance(now[0] + 1, now[1], past[0], past[1] + 1) <= 1
    assert by_chance(3, 3, 0, 5) == pytest.approx(1 / 56)  # the last 3 of 8 in one of 56 ways


def test_redesign_is_found_and_its_pages_are_kept(tmp_path: Path) -> None:
    """After a redesign the command says so, with status 7, and keeps the raw pages of the last run."""
    pages: dict[str, bytes] = {}
    with served(pages) as origin:
        for run in range(3):
            paths = [f"/2024-05/2{run}/content_{number}.htm" for number in range(12)]
            words = ["Sorry."] if run == 2 else [SENTENCE, SENTENCE]
            title = "Page not found" if run == 2 else "Survey of bridge {} ends"
            more = {path: page(title.format(n), *words, path) for n, path in enumerate(paths, 12 * run)}
            pages.update(more, **{"/": listing(*paths).encode()})
            done = scrapy("crawl", "news", "-a", f"start={origin}/", "-s", f"CRAWL_DIR={tmp_path}", *HASTE)
    done = scrapy_here("health", str(tmp_path), "--jsonl")
    content = json.loads(done.stdout)
    assert (done.returncode, content["verdict"]) == (7, "redesigned")
    kept = [Path(each) for each in content["pages"]]
    assert len(kept) == 5
    assert all(file.read_bytes() in more.values() for file in kept)
    told = scrapy_here("health", str(tmp_path), "--no-pages").stdout
    assert "127.0.0.1: redesigned; 0 articles in the last run" in told
    assert "100% of 12 pages are no articles, before 0% of 24 (12 SoftNotFound)" in told


def test_same_page_at_many_urls_is_kept_once(tmp_path: Path) -> None:
    """Of twelve empty shells, equal byte for byte, one file is kept; pages of one file name get two names."""
    pages: dict[str, bytes] = {}
    shell = page("Page not found", "Sorry.", "Ask again.")
    with served(pages) as origin:
        for run in range(3):
            paths = [f"/2024-05/2{run}/{number}/index.htm" for number in range(12)]
            for number, path in enumerate(paths, 12 * run):
                pages[path] = shell if run == 2 else page(f"Survey of bridge {number} ends", SENTENCE, path)
            if run == 2:
                pages[paths[0]] = page("Page not found", "Sorry.", "It is elsewhere.")
            pages["/"] = listing(*paths).encode()
            scrapy("crawl", "news", "-a", f"start={origin}/", "-s", f"CRAWL_DIR={tmp_path}", *HASTE)
    kept = json.loads(scrapy_here("health", str(tmp_path), "--jsonl").stdout)["pages"]
    assert {Path(each).name for each in kept} == {"softnotfound_index.html", "softnotfound_index_2.html"}
    assert {Path(each).read_bytes() for each in kept} == {shell, pages[paths[0]]}


def test_command_wants_a_past(tmp_path: Path) -> None:
    """Without a history it says when there will be one; a quiet publisher is no alarm."""
    refused = scrapy_here("health", str(tmp_path))
    assert (refused.returncode, refused.stdout) == (2, "")
    assert len(refused.stderr.splitlines()) == 1
    for run in history(*[USUAL] * 8, NONE):
        append_run(tmp_path, run)
    done = scrapy_here("health", str(tmp_path))
    assert done.returncode == 0
    assert done.stdout.startswith(
        "example.cn: quiet; 0 articles in the last run and 20 in the last 3, usually 10"
    )


def test_fleet_is_judged_crawl_by_crawl(tmp_path: Path) -> None:
    """In a fleet's directory, each crawl is judged; the worst of them is the status."""
    for name, runs in (("a.example", [USUAL] * 9), ("b.example", [USUAL] * 8)):
        folder = tmp_path / "shards" / name
        folder.mkdir(parents=True)
        for run in history(*runs):
            append_run(folder, run)
    for run in history(*[USUAL] * 8, PublisherRun(), status=6)[-1:]:
        append_run(tmp_path / "shards" / "b.example", run)
    done = scrapy_here("health", str(tmp_path), "--no-pages")
    assert done.returncode == 6
    first, second, advice, total = done.stdout.splitlines()
    assert first.startswith(f"{tmp_path}/shards/a.example: example.cn: well;")
    assert second.startswith(f"{tmp_path}/shards/b.example: example.cn: failing;")
    assert advice == f"  next: see scrapy outcomes {tmp_path}/shards/b.example --failed"
    assert total == "2 crawls: 2 publishers (1 well, 1 failing)"


def test_first_run_has_no_usual(tmp_path: Path) -> None:
    """Without a past nothing is compared; one article is an article."""
    for run in history(replace(USUAL, articles=1)):
        append_run(tmp_path, run)
    done = scrapy_here("health", str(tmp_path))
    assert done.stdout.startswith("example.cn: too young to tell; 1 article in the last run\n")
