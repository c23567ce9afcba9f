"""Measures the display of progress: `python -m benchmarks.status [PAGES]`.

The news spider harvests a local site with live rows on a terminal, and with lines of JSON every second. The
CPU time for reading the crawl's state and for showing it, drawing included, is measured inside the crawl and
given as a share of the crawl's whole CPU time, so that other load on the machine matters little.
"""

from __future__ import annotations

import os
import pty
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from scrapy.cmdline import execute

from benchmarks.site import served
from benchmarks.tables import table
from benchmarks.throughput import HASTE
from crawler.extensions.status import Status

WAYS = {
    "live rows on a terminal": ("STATUS=auto",),
    "JSON every second": ("STATUS=json", "STATUS_EVERY=1"),
}


class Watched(Status):
    """The status, with a clock for its own work."""

    spent = 0.0
    shown = 0

    def _show(self) -> None:
        began = time.process_time()
        super()._show()
        Watched.spent += time.process_time() - began
        Watched.shown += 1


def crawl(start: str, folder: str, report: str, *settings: str) -> None:
    """Crawl in this process; write to a file: number of displays, their seconds, the crawl's seconds."""
    extension = {"crawler.extensions.status.Status": None, "benchmarks.status.Watched": 850}
    words = ["scrapy", "crawl", "news", "-a", f"start={start}"]
    for setting in (*HASTE, f"CRAWL_DIR={folder}", *settings):
        words += ["-s", setting]
    import crawler.settings as project  # noqa: PLC0415  changed for this process alone

    project.EXTENSIONS.update(extension)
    try:
        execute(words)
    finally:
        from benchmarks.status import Watched as Seen  # noqa: PLC0415  this module runs as __main__, too

        Path(report).write_text(f"{Seen.shown} {Seen.spent} {time.process_time()}", "utf-8")


def measured(start: str, settings: tuple[str, ...]) -> tuple[int, float, float]:
    """Crawl on a terminal of its own; return the values that `crawl` writes."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report"
        words = ["--inside", start, f"{folder}/crawl", str(report), *settings]
        ours, theirs = pty.openpty()
        process = subprocess.Popen(  # noqa: S603  this module itself
            [sys.executable, "-m", "benchmarks.status", *words], stdout=theirs, stderr=theirs
        )
        os.close(theirs)
        reader = threading.Thread(target=_drain, args=(ours,))
        reader.start()
        process.wait()
        reader.join()
        shown, spent, everything = report.read_text("utf-8").split()
        return int(shown), float(spent), float(everything)


def _drain(terminal: int) -> None:
    try:
        while os.read(terminal, 1 << 16):
            pass
    except OSError:  # a closed terminal on Linux
        os.close(terminal)


def main() -> None:
    """Measure, and print a table."""
    if sys.argv[1:2] == ["--inside"]:
        crawl(*sys.argv[2:])
        return
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else 3000
    with served(pages) as start:
        figures = {name: measured(start, settings) for name, settings in WAYS.items()}
    rows = [
        (name, f"{shown}", f"{1000 * spent / max(1, shown):.2f}", f"{100 * spent / everything:.2f} %")
        for name, (shown, spent, everything) in figures.items()
    ]
    print(table(("", "times shown", "CPU ms each", "of the crawl's CPU"), rows))


if __name__ == "__main__":
    main()
