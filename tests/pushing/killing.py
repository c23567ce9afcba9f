"""Kills pushes and servers while articles are added, for tests."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.house import processes
from tests.house.site import ROOT, environment
from tests.pushing.examples import SECRET, add_articles
from tests.pushing.servers import Server

SEEDS = range(int(os.environ.get("KILL_SEEDS", "1")))
ROUNDS = 5
"""Pushes that are killed."""
POINTS = ROUNDS + 1
"""Kills of pushes and of the server."""
EACH = 40
"""Articles that are added before each of them."""


@contextmanager
def started(
    folder: Path, url: str, *options: str, stdin: int = subprocess.DEVNULL
) -> Iterator[processes.Process]:
    """Start a push in a process of its own; kill it at the end of the context, if it still runs."""
    command = [sys.executable, "-m", "scrapy", "push", str(folder), "--to", url, *options]
    variables = {**environment(), "PUSH_SECRETS": SECRET}
    quiet = subprocess.DEVNULL
    with processes.start(
        command, cwd=ROOT, env=variables, stdin=stdin, stdout=quiet, stderr=quiet
    ) as process:
        try:
            yield process
        finally:
            if process.poll() is None:
                process.kill()


def push_through_kills(folder: Path, url: str, server: Server, seed: int) -> list[str]:
    """Push events while pushes and their server are killed; return the ids of all events, in order."""
    dice = random.Random(seed)
    ids: list[str] = []
    for turn in range(ROUNDS):
        ids += add_articles(folder, *range(turn * EACH, (turn + 1) * EACH))
        with started(folder, url, "--follow") as process:
            time.sleep(dice.uniform(0.2, 0.7))
            if turn == ROUNDS // 2:
                server.kill()
                server.start()
    with started(folder, url) as process:
        assert process.wait(60) == 0
    return ids


def ended(process: processes.Process) -> int:
    """Ask a push to end; return its exit status."""
    process.send_signal(signal.SIGTERM)
    return int(process.wait(60))
