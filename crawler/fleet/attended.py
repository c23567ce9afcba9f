"""Runs `scrapy` for as long as the process lives that started it: `python -m crawler.fleet.attended PID ...`.

A crawl whose fleet or worker was killed would go on unseen and hold its directory; it is stopped instead, as
by SIGTERM, and what it did stays.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable

from scrapy.cmdline import execute

EVERY = 0.5  # seconds


def when_orphaned(parent: int, act: Callable[[], None], stop: threading.Event) -> None:
    """Call `act` once the process `parent` is no longer this one's parent."""
    while not stop.wait(EVERY):
        if os.getppid() != parent:
            act()
            return


def main() -> None:
    """Run the command, and watch."""
    watch = (int(sys.argv[1]), lambda: os.kill(os.getpid(), signal.SIGTERM), threading.Event())
    threading.Thread(target=when_orphaned, args=watch, daemon=True).start()
    execute(["scrapy", *sys.argv[2:]])


if __name__ == "__main__":
    main()
