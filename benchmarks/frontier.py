"""Measures a long queue: `python -m benchmarks.frontier`.

Ledgers of more and more queued URLs of a hundred hosts are opened in a process of their own, which then takes
URLs host by host as a crawl does, and finishes them.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.tables import table
from crawler.ledger.errands import Asked, Ending
from crawler.ledger.ledger import Ledger
from crawler.ledger.plan import Outcome, UrlKind
from crawler.reasons import Cause, Reason

SIZES = (10_000, 100_000, 1_000_000)
HOSTS = 100
TAKEN = 5_000
REJECTED = Ending(Outcome.REJECTED, UrlKind.OTHER, Reason(Cause.TOO_SHORT))


def fill(folder: Path, size: int) -> None:
    """Queue a number of URLs."""
    ledger = Ledger(folder)
    for number in range(size):
        host = f"www{number % HOSTS}.example.cn"
        url = f"http://{host}/2022-08/{number % 28 + 1:02}/content_{number}.htm"
        found_on = f"http://{host}/channel_{number % 7}/index.htm"
        ledger.errands.add(
            Asked(url, host, number % 4 * 10, 3, '{"callback":"parse"}', found_on), time.time()
        )
        if number % 10_000 == 0:
            ledger.commit()
    ledger.commit()
    ledger.close()


def work(folder: Path) -> dict[str, float]:
    """Open a ledger, take and finish URLs; return seconds and MiB."""
    began = time.perf_counter()
    ledger = Ledger(folder)
    opened = time.perf_counter() - began
    began = time.perf_counter()
    for number in range(TAKEN):
        host = ledger.errands.turns.next()
        errand = ledger.errands.take(host) if host is not None else None
        if errand is None:
            raise RuntimeError("the queue is longer than this")
        ledger.finish(errand, REJECTED)
        if number % 50 == 0:
            ledger.commit()
    took = time.perf_counter() - began
    ledger.close()
    return {"opened": opened, "each": took / TAKEN, "memory": _memory()}


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Measure, and print a table."""
    rows = []
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            fill(Path(folder), size)
            command = [sys.executable, "-m", "benchmarks.frontier", folder]
            told = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603  itself
            row = json.loads(told.stdout)
            figures = (f"{row['opened']:.2f}", f"{1e6 * row['each']:.0f}", f"{row['memory']:.0f}")
            rows.append((f"{size:,}", *figures))
    print(table(("URLs in the queue", "opened in s", "µs each, taken and finished", "MiB"), rows))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(work(Path(sys.argv[1]))))
    else:
        main()
