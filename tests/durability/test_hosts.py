"""Tests of hosts that come and go: a directory taken twice, other names, clocks set ahead and back."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from crawler.accounting.outcome import ExitStatus
from crawler.samplesite import Reply, Server
from tests.durability.damage import Attack, damage_of, tally
from tests.durability.machine import Clock, between, host, needs_shim
from tests.durability.site import LONG, Crawl, generated, holding, story
from tests.house.site import ROOT, environment

STORIES = 24
SEEDS = range(int(os.environ.get("KILL_SEEDS", "1")))
KILLING = ("tests.durability.killing", "never")
DAY, YEAR = 86_400.0, 365 * 86_400.0
SHIFTS = [10 * YEAR, 2 * DAY, 3600.0, -3600.0, -2 * DAY, -10 * YEAR, -50 * YEAR]


def articles(crawl: Crawl) -> list[str]:
    """Return the URLs of all articles."""
    return [crawl.server.origin + story(number) for number in range(STORIES)]


TAKING = """
import sys
from pathlib import Path
from crawler.ledger import lock
lock.SILENCE = 60.0
try:
    lock.Lock(Path(sys.argv[1]))
except lock.DirectoryInUseError as error:
    sys.exit(str(error))
"""


def refusal(crawl: Crawl) -> str:
    """Return the words with which a host is refused, if a sign of the holder comes within a minute."""
    command = [sys.executable, "-c", TAKING, str(crawl.folder)]
    surroundings = {**environment(), **crawl.variables}
    done = subprocess.run(command, cwd=ROOT, env=surroundings, capture_output=True, text=True, check=False)  # noqa: S603
    return done.stderr


@needs_shim
@pytest.mark.parametrize("seed", SEEDS)
def test_a_directory_is_taken_twice(seed: int, tmp_path: Path) -> None:
    """A host that sees no lock is refused while the other one works; one that stood still gives way."""
    dice = random.Random(seed)
    with generated(tmp_path / "site", STORIES, channels=2) as server:
        first, second, third = (
            Crawl(server, tmp_path / "crawl", variables=host(tmp_path, name))
            for name in ("one", "two", "three")
        )
        rooms = [("-s", f"LEDGER_DIR={tmp_path / str(number)}") for number in range(3)]
        with first.start(*rooms[0]) as running:
            with holding(server, dice.randint(3, 30)) as is_held:
                assert is_held.wait(LONG)
                refused = refusal(second)
                os.kill(running.pid, signal.SIGSTOP)
            assert second.killed_at(dice.randint(1, 200), *rooms[1]).returncode == -signal.SIGKILL
            os.kill(running.pid, signal.SIGCONT)
            _, words = running.communicate(timeout=LONG)
        assert "is in use by process" in refused
        assert "on one since" in refused
        assert running.returncode == ExitStatus.DIRECTORY_IN_USE, words
        assert "on two since" in words
        last = third.run(*rooms[2], by=KILLING)
    assert "Traceback" not in words + last.stderr
    tally(Attack.TAKEN_TWICE, 2, damage_of(third.folder, articles(third)))


@contextmanager
def set_while_running(server: Server, clock: Clock, requests: int, seconds: float) -> Iterator[None]:
    """Set a clock when the server has received a number of requests."""
    reply = server.site.reply
    end = len(server.hits) + requests

    def setting(target: str, origin: str) -> Reply:
        if len(server.hits) >= end:
            clock.set(seconds)
        return reply(target, origin)

    server.site.reply = setting  # type: ignore[method-assign]
    try:
        yield
    finally:
        server.site.reply = reply  # type: ignore[method-assign]


@needs_shim
@pytest.mark.parametrize("seed", SEEDS)
def test_the_clock_is_set(seed: int, tmp_path: Path) -> None:
    """Ahead or back, before a run and in the midst of it, and it is killed: nothing waits for that time."""
    dice, clock = random.Random(seed), Clock(tmp_path / "clock")
    with generated(tmp_path / "site", STORIES, channels=2) as server:
        crawl = Crawl(server, tmp_path / "crawl", variables=clock.variables)
        for shift in dice.sample(SHIFTS, 2):
            clock.set(shift)
            with set_while_running(server, clock, dice.randint(1, 20), dice.choice(SHIFTS)):
                crawl.killed_at(dice.randint(8, 100))
        clock.set(0)
        last = crawl.run()
    assert "Traceback" not in last.stderr
    tally(Attack.CLOCK, 4, damage_of(crawl.folder, articles(crawl)))


@needs_shim
@pytest.mark.parametrize("seed", SEEDS)
def test_the_host_is_renamed(seed: int, tmp_path: Path) -> None:
    """A container that is started anew has another name, and resumes at once."""
    dice = random.Random(seed)
    with generated(tmp_path / "site", STORIES, channels=2) as server:
        crawl = Crawl(server, tmp_path / "crawl")
        named = replace(crawl, variables=between({"HOST_NAME": "container"}))
        assert named.killed_at(dice.randint(8, 200)).returncode == -signal.SIGKILL
        last = crawl.run()
    assert "waiting" not in last.stderr
    tally(Attack.HOST_NAME, 1, damage_of(crawl.folder, articles(crawl)))
