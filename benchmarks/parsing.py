"""Measures the parsing process beside a crawl: `python -m benchmarks.parsing [PAGES]`.

The same crawl of the same local site runs with it and without it, in turn; medians, and CPU time of both
processes together.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from statistics import median

from benchmarks.site import served
from benchmarks.tables import table
from benchmarks.throughput import Run, crawl

BESIDE, WITHIN = "in a process beside it", "in the crawl's own process"


def run(start: str, processes: int) -> Run:
    """Crawl once."""
    with tempfile.TemporaryDirectory() as folder:
        settings = ("-s", f"CRAWL_DIR={folder}", "-s", f"PARSE_PROCESSES={processes}")
        return crawl(start, settings, Path(folder, "articles.jsonl"))


def main(pages: int, rounds: int) -> None:
    """Measure, and print a table."""
    with served(pages) as start:
        runs = [{BESIDE: run(start, 1), WITHIN: run(start, 0)} for _ in range(rounds)]
    rows = [
        (
            name,
            f"{pages / median(each[name].clock for each in runs):.0f}",
            f"{median(each[WITHIN].clock / each[name].clock for each in runs):.2f}",
            f"{1000 * median(each[name].processor for each in runs) / pages:.1f}",
            f"{median(each[name].processor / each[WITHIN].processor for each in runs):.2f}",
        )
        for name in (BESIDE, WITHIN)
    ]
    print(table((f"{pages:,} pages, parsed", "pages/s", "speed", "CPU ms/page", "of CPU"), rows))


if __name__ == "__main__":
    given = [int(text) for text in sys.argv[1:]]
    main(*given, *(2000, 3)[len(given) :])
