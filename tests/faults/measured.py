"""Runs `scrapy` and writes its cost: `python -m tests.faults.measured FILE ARGUMENTS`.

The file holds the maximum memory in MiB and the seconds of CPU time, with a space between them. A crawl has a
parsing process beside it. A hundred times a second the memory of both is read; of the second one the mapped
files are not counted, Python and its libraries, since the first one maps them, too. The system itself knows
the maximum of the first one.
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
    """Return the present memory of a process and its children, in kB."""
    return figure(process, "VmRSS") + sum(
        figure(Path("/proc", name), "RssAnon") for name in children(process)
    )


def children(process: Path) -> Iterator[str]:
    """Yield the numbers of the processes that one has started."""
    with contextlib.suppress(OSError):  # it, or a thread of it, has ended meanwhile
        for task in (process / "task").iterdir():
            yield from (task / "children").read_text("ascii").split()


def figure(process: Path, name: str) -> int:
    """Return a figure of the system about a process, in kB; 0 after its end."""
    try:
        match = re.search(rf"^{name}:\s*(\d+) kB", (process / "status").read_text("ascii"), re.MULTILINE)
    except OSError:
        return 0
    return int(match[1]) if match else 0


def processor_time() -> float:
    """Return the CPU time of this process and its ended children, in seconds."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


if __name__ == "__main__":
    file = Path(sys.argv[1])
    peaks = Peaks()
    atexit.register(lambda: file.write_text(f"{peaks.megabytes()} {processor_time()}", encoding="ascii"))
    execute(["scrapy", *sys.argv[2:]])
