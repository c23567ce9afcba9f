"""Tests of kill -9 while captures are harvested from a web archive: nothing is lost, nothing comes twice."""

from __future__ import annotations

import os
import random
import signal
from pathlib import Path

import pytest

from crawler.accounting.outcome import ExitStatus
from tests.durability.damage import Attack, damage_of, tally
from tests.webarchives.harvests import SITE, Crawl, kept, path
from tests.webarchives.server import PAGED, WAYBACK, Archive, Fault, serving

STORIES = 24
SEEDS = range(int(os.environ.get("KILL_SEEDS", "1")))
"""`make soak` sets more of them; each seed stands for four kills."""
LATER = "20230101000000"
CHANGED = range(0, STORIES, 6)
"""Articles with two versions."""
WHEN = [(1, 40), *[(8, 90)] * 3]
"""Between which writes each of the kills comes. None of the runs comes to its end before."""


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("has_files", [False, True], ids=["replayed", "in files"])
def test_killed_while_captures_are_harvested(seed: int, tmp_path: Path, *, has_files: bool) -> None:
    """Killed at four writes and run again, the harvest ends as if nothing had happened."""
    dice = random.Random(seed)
    faults = {"page=2": [Fault(503)], "resumeKey=4": [Fault(429)]}
    captures = [*map(kept, range(STORIES)), *(kept(number, LATER, "closed") for number in CHANGED)]
    with serving(Archive(captures, PAGED if has_files else WAYBACK, per_page=4, faults=faults)) as archive:
        address = archive.files if has_files else archive.address
        crawl = Crawl(archive, tmp_path / "crawl", address=address)
        for first, last in WHEN:
            write = str(dice.randint(first, last))
            killed = crawl.run("-a", "captures=all", by=("tests.durability.killing", write))
            assert killed.returncode == -signal.SIGKILL, killed.stderr
        ended = crawl.run("-a", "captures=all")
    assert ended.returncode == ExitStatus.COMPLETE, ended.stderr
    assert "add up" not in ended.stderr
    urls = [SITE + path(number) for number in (*range(STORIES), *CHANGED)]
    tally(Attack.KILL_IN_THE_PAST, len(WHEN), damage_of(crawl.folder, urls))
    versions = [(each["url"], each["revision"], each["headline"].split()[3]) for each in crawl.records()]
    opened = [(SITE + path(number), 1, "opened") for number in range(STORIES)]
    closed = [(SITE + path(number), 2, "closed") for number in CHANGED]
    assert sorted(versions) == sorted(opened + closed)
