"""Measures the memory of a long crawl: `python -m benchmarks.memory [PAGES]`, 100,000 by default.

The news spider harvests a local newspaper of small pages, with ledger and archive. A hundred times during the
crawl, the resident memory of its process is read, and that of all processes of its session together; pages
that two processes share count for both.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.papers import served
from benchmarks.plots import keep
from benchmarks.results import Curves
from benchmarks.tables import table
from benchmarks.throughput import HASTE

SAMPLES, ROWS = 100, 10
LOOK = 0.2  # seconds
MIB = 1 << 20
PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True, slots=True)
class Sample:
    """The memory of a crawl after a number of pages."""

    pages: int
    parent: float
    everything: float
    """MiB: of its process, of all processes of its session."""
    processes: int


class Lines:
    """Counts the lines of a file that grows."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._offset = 0
        self.count = 0

    def look(self) -> int:
        """Read the new lines; return the number of all lines."""
        if self._path.is_file():
            with self._path.open("rb") as file:
                file.seek(self._offset)
                while block := file.read(MIB):
                    self.count += block.count(b"\n")
                    self._offset += len(block)
        return self.count


def resident(session: int) -> dict[int, float]:
    """Return the MiB that each process of a session holds, by its id."""
    held = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                fields = (folder / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()
                if int(fields[3]) == session:
                    held[int(folder.name)] = int(fields[21]) * PAGE / MIB
            except (OSError, IndexError):  # it ended just now
                continue
    return held


def watched(process: subprocess.Popen[bytes], file: Path, pages: int) -> Iterator[Sample]:
    """Yield a sample after each hundredth of the pages, until the crawl ends."""
    lines, step = Lines(file), max(1, pages // SAMPLES)
    due = step
    while process.poll() is None:
        if lines.look() >= due and (held := resident(process.pid)):
            yield Sample(lines.count, held.get(process.pid, 0.0), sum(held.values()), len(held))
            due = (lines.count // step + 1) * step
        time.sleep(LOOK)
    if process.returncode or lines.look() != pages:
        raise RuntimeError(f"{lines.count} of {pages} articles, status {process.returncode}")


def measured(pages: int) -> list[Sample]:
    """Crawl a newspaper. Raises RuntimeError if the crawl fails or an article is missing."""
    with tempfile.TemporaryDirectory() as folder, served(pages) as origin:
        command = [sys.executable, "-m", "scrapy", "crawl", "news", "-a", f"start={origin}/"]
        for setting in (*HASTE, "STATUS=off", "HOST_PAGES_MAX=1000000", f"CRAWL_DIR={folder}"):
            command += ["-s", setting]
        process = subprocess.Popen(command, start_new_session=True)  # noqa: S603  the project's own command
        try:
            return list(watched(process, Path(folder) / "articles.jsonl", pages))
        finally:
            process.kill()
            process.wait()


def main(pages: int = 100_000) -> None:
    """Measure; print a table and draw a plot."""
    samples = measured(pages)
    shown = [*samples[:: max(1, len(samples) // ROWS)], samples[-1]]
    rows = [
        (f"{each.pages:,}", f"{each.parent:.0f}", f"{each.everything:.0f}", str(each.processes))
        for each in dict.fromkeys(shown)
    ]
    print(table(("articles", "MiB, its process", "MiB, all processes", "processes"), rows))
    points = {
        "all processes": [(each.pages, round(each.everything, 1)) for each in samples],
        "the crawl's own process": [(each.pages, round(each.parent, 1)) for each in samples],
    }
    keep("memory", Curves(f"Memory of a crawl of {pages:,} articles", "articles", "MiB", points))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
