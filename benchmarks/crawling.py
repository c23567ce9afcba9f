"""The whole crawl beside lean Scrapy spiders on the same local site: `make bench-crawl`.

Ours extracts, and keeps ledger and archive; the first of the others only follows links, the second extracts
with trafilatura as well. The ratios are medians of the rounds, in each of which all three crawl, in turn.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from benchmarks.plots import keep
from benchmarks.results import Bars
from benchmarks.site import served
from benchmarks.tables import table
from benchmarks.throughput import HASTE

OURS, LEAN, WITH_TRAFILATURA = "this crawl", "links alone", "Scrapy with trafilatura"


def command(name: str, start: str, folder: Path) -> tuple[list[str], Path]:
    """Return the command of a crawler, and its output."""
    if name == OURS:
        settings = [part for setting in (*HASTE, f"CRAWL_DIR={folder}") for part in ("-s", setting)]
        return ["scrapy", "crawl", "news", "-a", f"start={start}", *settings], folder / "articles.jsonl"
    out = folder / "pages.jsonl"
    more = ["trafilatura"] if name == WITH_TRAFILATURA else []
    return ["benchmarks.lean", start, str(out), *more], out


def seconds(name: str, start: str, pages: int) -> float:
    """Return the seconds that a crawler takes for all pages. Raises RuntimeError if some are missing."""
    with tempfile.TemporaryDirectory() as folder:
        called, out = command(name, start, Path(folder))
        began = time.perf_counter()
        subprocess.run([sys.executable, "-m", *called], check=True)  # noqa: S603  the project's own commands
        took = time.perf_counter() - began
        lines = out.read_bytes().count(b"\n")
    if lines != pages:
        raise RuntimeError(f"{name}: {lines} of {pages} pages")
    return took


def main(pages: int, rounds: int) -> None:
    """Measure; print a table and draw a plot."""
    names = (OURS, LEAN, WITH_TRAFILATURA)
    with served(pages) as start:
        times = [{name: seconds(name, start, pages) for name in names} for _ in range(rounds)]
    rates = {name: pages / median(each[name] for each in times) for name in names}
    shares = {name: median(each[name] / each[OURS] for each in times) for name in names}
    rows = [(name, f"{rates[name]:.0f}", f"{shares[name]:.2f}") for name in names]
    print(table((f"{pages:,} pages of 64 kB", "pages/s", "speed of ours, as a multiple of it"), rows))
    title = f"Speed of a crawl of {pages:,} pages of 64 kB, × this crawl"
    keep("crawling", Bars(title, {"speed": {name: round(1 / share, 2) for name, share in shares.items()}}))


if __name__ == "__main__":
    given = [int(text) for text in sys.argv[1:]]
    main(*given, *(5000, 3)[len(given) :])
