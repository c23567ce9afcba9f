"""Runs `scrapy` and leaves behind what it cost: `python -m tests.faults.measured FILE ARGUMENTS`.

The file holds the most memory in MiB and the seconds of processor time, with a space between them.
A crawl has a process beside it that parses. A hundred times a second it is looked how much both hold; of the
second one the files that it maps are left out, Python and its libraries, since the first one maps them, too.
What the first one held at its greatest is known from the system.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import re
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

from scrapy.cmdline import execute

OWN = Path("/proc/self")
EVERY = 0.01  # seconds


class Peaks:
    """The most that the processes held, in kB."""

    def __init__(self) -> None:
        self._most = 0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def megabytes(self) -> int:
        """Stop looking; return the most, in MiB."""
        self._over.set()
        self._thread.join()
        return max(self._most, figure(OWN, "VmHWM")) // 1024

    def _watch(self) -> None:
        while not self._over.wait(EVERY):
            self._most = max(self._most, held(OWN))


def held(process: Path) -> int:
    """Return what a process and those that it has started hold now, in kB."""
    return figure(process, "VmRSS") + sum(
        figure(Path("/proc", name), "RssAnon") for name in children(process)
    )


def children(process: Path) -> Iterator[str]:
    """Yield the numbers of the processes that one has started."""
    with contextlib.suppress(OSError):  # it, or a thread of it, has ended meanwhile
        for task in (process / "task").iterdir():
            yield from (task / "children").read_text("ascii").split()


def figure(process: Path, name: str) -> int:
    """Return what the system tells of a process, in kB; 0 where it has ended."""
    try:
        match = re.search(rf"^{name}:\s*(\d+) kB", (process / "status").read_text("ascii"), re.MULTILINE)
    except OSError:
        return 0
    return int(match[1]) if match else 0


def processor_time() -> float:
    """Return what this process and those that it has started and outlived have computed, in seconds."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


if __name__ == "__main__":
    file = Path(sys.argv[1])
    peaks = Peaks()
    atexit.register(lambda: file.write_text(f"{peaks.megabytes()} {processor_time()}", encoding="ascii"))
    execute(["scrapy", *sys.argv[2:]])
