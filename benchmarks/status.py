"""What showing progress costs: `python -m benchmarks.status [PAGES] [ROUNDS]`.

The same spider harvests the same local site with live rows on a terminal, with lines of JSON every second and
without a status, in turn, all in one run; the fastest crawl of each counts. CPU time is told beside the time
on the clock: on a busy machine it is the steadier.
"""

from __future__ import annotations

import os
import pty
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from benchmarks.site import served
from benchmarks.tables import table
from benchmarks.throughput import HASTE

LIVE, JSON, NONE = "live rows on a terminal", "JSON every second", "no status"
WAYS = {
    LIVE: ("STATUS=auto",),
    JSON: ("STATUS=json", "STATUS_EVERY=1"),
    NONE: ("STATUS=off",),
}


def crawl(start: str, folder: Path, settings: tuple[str, ...]) -> tuple[float, float]:
    """Crawl on a terminal of its own; return the seconds on the clock and of the processor."""
    command = [sys.executable, "-m", "scrapy", "crawl", "news", "-a", f"start={start}"]
    for setting in (*HASTE, f"CRAWL_DIR={folder}", *settings):
        command += ["-s", setting]
    ours, theirs = pty.openpty()
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=theirs, stderr=theirs)  # noqa: S603  the project's own command
    os.close(theirs)
    reader = threading.Thread(target=_drain, args=(ours,))
    reader.start()
    _, status, usage = os.wait4(process.pid, 0)
    clock = time.perf_counter() - began
    reader.join()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"the crawl ended with status {process.returncode}")
    return clock, usage.ru_utime + usage.ru_stime


def _drain(terminal: int) -> None:
    try:
        while os.read(terminal, 1 << 16):
            pass
    except OSError:  # so a terminal ends on Linux
        os.close(terminal)


def measured(pages: int, rounds: int) -> dict[str, list[tuple[float, float]]]:
    """Crawl in each of the ways, in turn."""
    runs: dict[str, list[tuple[float, float]]] = {name: [] for name in WAYS}
    with served(pages) as start, tempfile.TemporaryDirectory() as folder:
        for number in range(rounds):
            for name in WAYS if number % 2 else reversed(WAYS):
                place = Path(folder) / "crawl"
                runs[name].append(crawl(start, place, WAYS[name]))
                shutil.rmtree(place)
    return runs


def main() -> None:
    """Measure, and print a table."""
    pages, rounds = [*map(int, sys.argv[1:]), *(5000, 5)[len(sys.argv) - 1 :]]
    runs = measured(pages, rounds)
    clock, processor = (
        {name: min(run[number] for run in found) for name, found in runs.items()} for number in (0, 1)
    )
    rows = [
        (
            name,
            f"{pages / clock[name]:.0f}",
            f"{clock[NONE] / clock[name]:.3f}",
            f"{1000 * processor[name] / pages:.2f}",
            f"{processor[name] / processor[NONE]:.3f}",
        )
        for name in runs
    ]
    print(table(("", "pages/s", "throughput", "CPU ms/page", "of CPU"), rows))


if __name__ == "__main__":
    main()
