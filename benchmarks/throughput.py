"""Measures the cost of ledger and archive: `python -m benchmarks.throughput [PAGES] [ROUNDS]`.

The same spider and pipelines harvest the same local site with ledger and archive, with the ledger alone, and
with Scrapy's own queue in memory, in turn. CPU time stands beside the time on the clock: on a busy machine it
varies less.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.site import served
from benchmarks.tables import table

HASTE = (
    *("DOWNLOAD_DELAY=0", "AUTOTHROTTLE_ENABLED=0", "CONCURRENT_REQUESTS_PER_DOMAIN=16", "LOG_LEVEL=ERROR"),
    *("DETAILS=all", "ALLOW_PRIVATE_HOSTS=127.0.0.1"),
)
ARCHIVE, LEDGER, MEMORY = "with ledger and archive", "with the ledger", "Scrapy's queue in memory"


@dataclass(frozen=True, slots=True)
class Run:
    """The cost of one crawl."""

    articles: int
    clock: float
    """Seconds."""
    processor: float
    """Seconds of CPU time."""
    memory: int
    """MiB at the most."""


def crawl(start: str, output: Sequence[str], file: Path) -> Run:
    """Crawl in a process of its own. Raises `RuntimeError` if that fails."""
    command = [sys.executable, "-m", "scrapy", "crawl", "news", "-a", f"start={start}", *output]
    for setting in HASTE:
        command += ["-s", setting]
    began = time.perf_counter()
    process = subprocess.Popen(command)  # noqa: S603  the project's own command
    _, status, usage = os.wait4(process.pid, 0)
    clock = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"the crawl ended with status {process.returncode}")
    lines = file.read_bytes().count(b"\n")
    return Run(lines, clock, usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024)


def measured(pages: int, rounds: int) -> dict[str, list[Run]]:
    """Crawl in each of the ways, in turn."""
    names = (ARCHIVE, LEDGER, MEMORY)
    runs: dict[str, list[Run]] = {name: [] for name in names}
    with served(pages) as start, tempfile.TemporaryDirectory() as folder:
        for number in range(rounds):
            for name in names if number % 2 else reversed(names):
                place = Path(folder) / str(len(runs[name]))
                file = place / "articles.jsonl"
                place.mkdir()
                archive = ("-s", f"ARCHIVE={int(name is ARCHIVE)}")
                output = ("-O", str(file)) if name is MEMORY else ("-s", f"CRAWL_DIR={place}", *archive)
                runs[name].append(crawl(start, output, file))
                shutil.rmtree(place)
    return runs


def rows(runs: dict[str, list[Run]]) -> list[tuple[str, ...]]:
    """Return the table's rows: medians, and each as a share of the crawl in memory."""
    clock, processor = (
        {name: median(getattr(run, field) for run in own) for name, own in runs.items()}
        for field in ("clock", "processor")
    )
    return [
        (
            name,
            f"{own[0].articles}",
            f"{own[0].articles / clock[name]:.0f}",
            f"{clock[MEMORY] / clock[name]:.2f}",
            f"{1000 * processor[name] / own[0].articles:.1f}",
            f"{processor[MEMORY] / processor[name]:.2f}",
            f"{max(run.memory for run in own)}",
        )
        for name, own in runs.items()
    ]


def main() -> None:
    """Measure, and print a table."""
    pages, rounds = [*map(int, sys.argv[1:]), *(5000, 4)[len(sys.argv) - 1 :]]
    head = ("", "articles", "pages/s", "throughput", "CPU ms/page", "of CPU", "MiB")
    print(table(head, rows(measured(pages, rounds))))


if __name__ == "__main__":
    main()
