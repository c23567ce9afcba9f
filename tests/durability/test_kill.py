"""Tests of kill -9: whenever it comes, nothing is lost, nothing comes twice, no line is torn."""

from __future__ import annotations

import os
import random
import signal
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from crawler.accounting.outcome import ExitStatus
from tests.durability.damage import Attack, damage_of, tally
from tests.durability.site import LONG, Crawl, check_archive, check_events, generated, holding, story

STORIES = 96
SEEDS = range(int(os.environ.get("KILL_SEEDS", "1")))
"""`make soak` sets more of them; each seed stands for ten kills."""


WHEN = [(1, 8), (1, 40), *[(8, 140)] * 8]
"""Between which writes each of the kills comes: the first ones while the ledger is being made. They are fewer
altogether than the 1,300 of the whole crawl, so that none of the runs comes to its end."""
FROM_OUTSIDE = ("tests.durability.killing", "never")


@pytest.mark.fault(106)
@pytest.mark.fault(1, 2)
@pytest.mark.parametrize("seed", SEEDS)
def test_killed_ten_times(seed: int, tmp_path: Path) -> None:
    """Killed at ten writes and run again, the crawl ends as if nothing had been."""
    dice = random.Random(seed)
    with generated(tmp_path / "site", STORIES) as server:
        crawl = Crawl(server, tmp_path / "crawl")
        for first, last in WHEN:
            done = crawl.done()
            assert crawl.killed_at(dice.randint(first, last)).returncode == -signal.SIGKILL
            check_asked(crawl, done)
        done = crawl.done()
        assert done  # or nothing is gone on with
        ended = crawl.run()
        check_asked(crawl, done)
    check_complete(crawl, ended, Attack.KILL_AT_WRITE, len(WHEN))


@pytest.mark.fault(1, 2)
@pytest.mark.parametrize("seed", SEEDS)
def test_killed_from_outside(seed: int, tmp_path: Path) -> None:
    """Killed while pages are under way, whatever the process is doing."""
    dice = random.Random(seed)
    with generated(tmp_path / "site", STORIES) as server:
        crawl = Crawl(server, tmp_path / "crawl")
        for _ in range(3):
            done, begin = crawl.done(), len(server.hits)
            with (
                holding(
                    server, dice.randint(3, 40)
                ) as is_held,  # or it might come to its end before the kill
                crawl.start(by=FROM_OUTSIDE) as running,
            ):
                assert is_held.wait(LONG)
                running.kill()
                running.communicate()
            crawl.asked = Counter(server.hits[begin:])
            check_asked(crawl, done)
        last = crawl.run()
    check_complete(crawl, last, Attack.KILL_FROM_OUTSIDE, 3)


@pytest.mark.fault(1, 2)
def test_killed_after_the_last_page(tmp_path: Path) -> None:
    """A run killed just before its end resumes: it requests nothing, and reports failures."""
    with generated(tmp_path / "site", STORIES) as server:
        crawl = Crawl(server, tmp_path / "crawl")
        assert crawl.killed_at("end").returncode == -signal.SIGKILL
        last = crawl.run()
    assert not crawl.asked
    check_complete(crawl, last, Attack.KILL_AT_WRITE, 1)


def check_complete(crawl: Crawl, last: subprocess.CompletedProcess[str], attack: Attack, points: int) -> None:
    """Check that every article is there once, in whole lines, and that the counts add up."""
    origin = crawl.server.origin
    tally(attack, points, damage_of(crawl.folder, [origin + story(number) for number in range(STORIES)]))
    assert last.returncode == ExitStatus.PARTIAL, last.stderr  # one URL answers 500
    for words in ("do not add up", "does not add up", "Traceback"):
        assert words not in last.stderr
    records = crawl.records()
    assert {record["revision"] for record in records} == {1}
    assert not (crawl.folder / "removals.jsonl").exists(), (crawl.folder / "removals.jsonl").read_text()
    assert crawl.ask("SELECT count(*) FROM outbox") == [0]
    check_archive(crawl)
    check_events(crawl)


def check_asked(crawl: Crawl, done: set[str]) -> None:
    """Check that no finished URL was requested again, and that no article is stored twice."""
    assert crawl.ask("SELECT count(*) - count(DISTINCT id) FROM revisions") in ([], [0])
    assert not {path for path in crawl.asked if path in done and path != "/robots.txt"}
