"""Runs `scrapy` for as long as it is attended: `python -m crawler.fleet.attended PARENT POST ...`.

If its fleet or worker is killed, a crawl would continue unattended and hold its directory. This module stops
it, as by SIGTERM; committed work stays. PARENT is the process that started it. POST is a `Post` as JSON, for
the fleet's heartbeat, or `null` if the fleet itself is the parent.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
import time
from collections.abc import Callable

from crawler.fleet.heartbeat import KILLED, Listener, Post
from crawler.internals.commands import run_command
from crawler.internals.project import choose_settings

EVERY = 0.5  # seconds


def attend(listen: Callable[[], int], act: Callable[[int], None], stop: threading.Event) -> None:
    """Call `act` at each request to end the crawl, with its number: 1, 2, 3."""
    acted = 0
    while acted < KILLED and not stop.wait(EVERY):
        requests = listen()
        while acted < requests:
            acted += 1
            act(acted)


def ears(parent: int, post: Post | None) -> Callable[[], int]:
    """Return a function that counts the requests to end: from the parent's death, or from the fleet."""
    heart = Listener(post, time.monotonic()) if post is not None else None

    def listen() -> int:
        orphaned = int(os.getppid() != parent)
        return max(orphaned, heart.listen()) if heart is not None else orphaned

    return listen


def _end(count: int) -> None:
    os.kill(os.getpid(), signal.SIGKILL if count == KILLED else signal.SIGTERM)


def main() -> None:
    """Run the command, and watch its parent or fleet."""
    post = json.loads(sys.argv[2])
    watch = (ears(int(sys.argv[1]), Post(**post) if post else None), _end, threading.Event())
    threading.Thread(target=attend, args=watch, daemon=True).start()
    choose_settings()  # a worker of a cluster runs in no project
    run_command(sys.argv[3:])


if __name__ == "__main__":
    main()
