"""A run that finds nothing new, as a multiple of `scrapy version`: `python -m benchmarks.idle [ROUNDS]`.

It is the most frequent run of a scheduled crawl. The local site has a home page, a list and eight articles.
CPU time of both processes of the crawl counts, not the clock: on a busy machine it is the steadier.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from statistics import median

from benchmarks.site import served
from benchmarks.tables import table
from benchmarks.throughput import HASTE

ARTICLES = 8
HOUR = 3600.0
"""Seconds."""


@dataclass(frozen=True, slots=True)
class Cost:
    """The cost of a command."""

    processor: float
    """Seconds of CPU time, children included."""
    memory: int
    """MiB at the most, of the largest process so far."""


def cost(*arguments: str) -> Cost:
    """Run `scrapy` with these arguments. Raises CalledProcessError where that fails."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(  # noqa: S603  the project's own command
        [sys.executable, "-m", "scrapy", *arguments], check=True, stdout=subprocess.DEVNULL
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(processor, after.ru_maxrss // 1024)


def measured(rounds: int) -> tuple[list[Cost], list[Cost]]:
    """Return the costs of runs without news and of `scrapy version`, in turn."""
    with served(ARTICLES) as start, tempfile.TemporaryDirectory() as folder:
        settings = [part for setting in (*HASTE, f"CRAWL_DIR={folder}") for part in ("-s", setting)]
        crawl = ("crawl", "news", "-a", f"start={start}", *settings)
        subprocess.run([sys.executable, "-m", "scrapy", *crawl], check=True)  # noqa: S603  brings the articles
        pairs = [(cost(*crawl), cost("version")) for _ in range(rounds)]
    return [idle for idle, _ in pairs], [version for _, version in pairs]


def main(rounds: int) -> None:
    """Measure, and print a table."""
    idle, version = measured(rounds)
    multiple = median(one.processor / other.processor for one, other in zip(idle, version, strict=True))
    seconds = median(each.processor for each in idle)
    rows = [
        ("a run without news", f"{seconds:.2f}", f"{multiple:.2f}", f"{idle[0].memory}"),
        ("scrapy version", f"{median(each.processor for each in version):.2f}", "1.00", "–"),
    ]
    print(table(("", "CPU s", "×", "MiB"), rows))
    print(f"\nTwo cores are enough for {2 * HOUR / seconds:,.0f} such runs an hour.")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
