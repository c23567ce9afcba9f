"""Tests of runs that stand still for a while: Ctrl-Z and fg, a paused container, a closed lid."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from crawler.accounting.outcome import ExitStatus
from crawler.samplesite import Server
from tests.durability.damage import Attack, damage_of, tally
from tests.durability.site import BROKEN, LONG, Crawl, generated, story
from tests.house import processes
from tests.house.processes import Process
from tests.house.site import ROOT, environment

STORIES = 96
SEEDS = range(int(os.environ.get("KILL_SEEDS", "1")))
PAUSES = 8
PAUSE = 1.2  # seconds; longer than a page may take
BOUNDS = ("-s", "PARSE_TIMEOUT=0.5")


def started(crawl: Crawl) -> Process:
    """Start a run in a group of its own, as a shell starts a job."""
    return processes.start(
        [sys.executable, "-m", "scrapy", *crawl.command(*BOUNDS)],
        cwd=ROOT,
        env=environment(),
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def pause(running: Process) -> bool:
    """Let a job stand still for a while; return whether it was still there."""
    if running.poll() is not None:
        return False
    os.killpg(running.pid, signal.SIGSTOP)
    threading.Event().wait(PAUSE)
    os.killpg(running.pid, signal.SIGCONT)
    return True


def wait_for_requests(server: Server, count: int, running: Process) -> None:
    """Wait until a server has got a number of requests, or the job is over."""
    deadline = time.monotonic() + LONG
    while len(server.hits) < count and running.poll() is None:
        assert time.monotonic() < deadline
        threading.Event().wait(0.01)


@pytest.mark.fault(77)
@pytest.mark.parametrize("seed", SEEDS)
def test_pauses_cost_no_page(seed: int, tmp_path: Path) -> None:
    """A run that was stopped at several moments gives the same as any run."""
    dice = random.Random(seed)
    with generated(tmp_path / "site", STORIES) as server:
        crawl = Crawl(server, tmp_path / "crawl")
        with started(crawl) as running:
            pauses = 0
            for requests in sorted(dice.sample(range(3, STORIES), PAUSES)):  # before, only Python starts
                wait_for_requests(server, requests, running)
                pauses += pause(running)
            _, words = running.communicate(timeout=LONG)
    assert pauses > 2
    assert "PARSE_TIMEOUT" not in words
    assert running.returncode == ExitStatus.PARTIAL, words  # one page always answers 500
    assert crawl.ask("SELECT url FROM urls WHERE outcome = 'failed' AND reason <> 'http:404'") == [
        server.origin + BROKEN
    ]
    expected = [server.origin + story(number) for number in range(STORIES)]
    tally(Attack.PAUSE, pauses, damage_of(crawl.folder, expected))
