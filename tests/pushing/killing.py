"""Kills pushes and servers while articles are added, for tests."""

from __future__ import annotations

import random
import signal
import sys
import time
from pathlib import Path

from tests.house import processes
from tests.house.site import ROOT, environment
from tests.pushing.examples import SECRET, add_articles
from tests.pushing.servers import Server

ROUNDS = 5
"""Pushes that are killed."""
EACH = 40
"""Articles that are added before each of them."""


def started(folder: Path, url: str, *options: str) -> processes.Process:
    """Start a push in a process of its own."""
    command = [sys.executable, "-m", "scrapy", "push", str(folder), "--to", url, *options]
    return processes.start(
        command, cwd=ROOT, env={**environment(), "PUSH_SECRETS": SECRET}, stdout=-3, stderr=-3
    )


def push_through_kills(folder: Path, url: str, server: Server) -> list[str]:
    """Push events while pushes and their server are killed; return the ids of all events, in order."""
    dice = random.Random(7)
    ids: list[str] = []
    for turn in range(ROUNDS):
        ids += add_articles(folder, *range(turn * EACH, (turn + 1) * EACH))
        with started(folder, url, "--follow") as process:
            time.sleep(dice.uniform(0.2, 0.7))
            if turn == ROUNDS // 2:
                server.kill()
                server.start()
            process.kill()
    with started(folder, url) as process:
        assert process.wait(60) == 0
    return ids


def ended(process: processes.Process) -> int:
    """Ask a push to end; return its exit status."""
    process.send_signal(signal.SIGTERM)
    return int(process.wait(60))
