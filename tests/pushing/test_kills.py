"""Tests of pushes that are killed, of receivers that die, and of pushes beside a crawl."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from queue import Queue
from urllib.parse import urlsplit

import pytest

from crawler.pushing.deliveries import stored_deliveries
from tests.durability.damage import Attack, damage_of_events, tally
from tests.pushing.examples import Answer, Receiver, add_articles, add_changes, receiving
from tests.pushing.killing import SEEDS, ended, started

KILLS = 5
"""Pushes that are killed for each seed."""
ARTICLES = 12
PATIENCE = 60.0
"""Seconds in which a push must have sent its events."""


def wait_until(is_so: Callable[[], bool]) -> None:
    """Wait until a condition holds."""
    until = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < until
        time.sleep(0.02)


def killing(
    receiver: Receiver, pids: Queue[int], request: int, *, is_accepted: bool
) -> Callable[[int], Answer]:
    """Return answers of which one kills the push, before or after the receiver accepts the event."""
    before = len(receiver.requests)

    def answer(number: int) -> Answer:
        if number - before < request:
            return Answer()
        os.kill(pids.get(timeout=PATIENCE), signal.SIGKILL)
        return Answer(204 if is_accepted else 500)

    return answer


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("is_accepted", [True, False])
@pytest.mark.parametrize("options", [(), ("--batch", "2")])
def test_killed_push_loses_no_event(
    tmp_path: Path, options: tuple[str, ...], is_accepted: bool, seed: int
) -> None:
    """It is killed at one of its requests, before or after its answer; repeated events keep id and order."""
    dice = random.Random(seed)
    ids = [*add_articles(tmp_path, *range(ARTICLES)), *add_changes(tmp_path, 3)]
    with receiving() as receiver:
        for _ in range(KILLS):
            pids: Queue[int] = Queue()
            receiver.answer = killing(receiver, pids, dice.randrange(8), is_accepted=is_accepted)
            with started(tmp_path, receiver.url, *options) as process:
                pids.put(process.pid)
                assert process.wait(PATIENCE) in (-signal.SIGKILL, 0)
        receiver.answer = lambda _: Answer()
        with started(tmp_path, receiver.url, *options) as process:
            assert process.wait(PATIENCE) == 0
    tally(Attack.PUSH, KILLS, damage_of_events(ids, receiver.distinct))


def test_receiver_that_dies(tmp_path: Path) -> None:
    """The push waits for it, and continues with the event that was not acknowledged."""
    ids = add_articles(tmp_path, *range(ARTICLES))
    with ExitStack() as stack:
        with receiving() as first:
            port = urlsplit(first.url).port or 0
            process = stack.enter_context(started(tmp_path, first.url, "--follow"))
            wait_until(lambda: len(first.ids) == ARTICLES)
        ids += add_articles(tmp_path, *range(ARTICLES, 2 * ARTICLES))
        wait_until(lambda: stored_deliveries(tmp_path)[0].error is not None)
        with receiving(port) as second:
            wait_until(lambda: set(ids) <= {*first.ids, *second.ids})
            assert ended(process) == 0
    tally(Attack.PUSH, 1, damage_of_events(ids, dict.fromkeys(first.ids + second.ids)))


def test_follower_sends_what_is_added(tmp_path: Path) -> None:
    """It sees the commits of runs beside it, which it does not disturb, and ends cleanly when told to."""
    ids = add_articles(tmp_path, 0)
    with receiving() as receiver, started(tmp_path, receiver.url, "--follow") as process:
        for number in range(1, 4):
            ids += add_articles(tmp_path, number)
            time.sleep(0.1)
        wait_until(lambda: len(receiver.ids) == 4)
        assert ended(process) == 0
    assert receiver.ids == ids
    assert stored_deliveries(tmp_path)[0].position.serial == 4


def test_end_of_input_sends_the_rest(tmp_path: Path) -> None:
    """A crawl that ends, or is killed, closes the input of its push."""
    ids = add_articles(tmp_path, 0)
    with (
        receiving() as receiver,
        started(tmp_path, receiver.url, "--until-eof", stdin=subprocess.PIPE) as process,
    ):
        wait_until(lambda: len(receiver.ids) == 1)
        ids += add_articles(tmp_path, *range(1, 9))
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(PATIENCE) == 0
    assert receiver.ids == ids


def test_interrupted_push_says_so(tmp_path: Path) -> None:
    """Without --follow, a signal ends it after the current request; the next push continues."""
    ids = add_articles(tmp_path, *range(ARTICLES))
    with receiving() as receiver:
        receiver.answer = lambda _: Answer(delay=0.3)
        with started(tmp_path, receiver.url) as process:
            wait_until(lambda: len(receiver.requests) == 2)
            assert ended(process) == 5
        receiver.answer = lambda _: Answer()
        with started(tmp_path, receiver.url) as process:
            assert process.wait(PATIENCE) == 0
    assert receiver.ids == ids


def test_signal_ends_the_push_of_all_crawls(tmp_path: Path) -> None:
    """The crawls that wait for their turn are not pushed after it."""
    ids = [each for name in "ab" for each in add_articles(tmp_path / name, *range(3))]
    with receiving() as receiver:
        receiver.answer = lambda _: Answer(delay=0.3)
        with started(tmp_path, receiver.url) as process:
            wait_until(lambda: len(receiver.requests) == 1)
            assert ended(process) == 5
        assert receiver.ids == ids[: len(receiver.ids)]
        assert len(receiver.ids) < 3
