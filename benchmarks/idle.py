"""Runs that find nothing new, as multiples of `scrapy version`: `python -m benchmarks.idle [ROUNDS] [HOSTS]`.

They are the most frequent runs of a scheduled crawl. The local site has a home page, a list and eight
articles, and answers 304 to its validators; a second one knows none. CPU time of all processes counts, not
the clock: on a busy machine it is the steadier. Then a fleet harvests such a site on each of HOSTS loopback
addresses, at the usual pace, and again.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit

from benchmarks.site import NO_TAGS, served
from benchmarks.tables import table
from benchmarks.throughput import HASTE

ARTICLES = 8
ROUNDS, HOSTS = 9, 50
HOUR = 3600.0
"""Seconds."""
CORES = 2
SITES = 1000
SCRAPY, HARVEST = ("-m", "scrapy"), ("-m", "crawler")


@dataclass(frozen=True, slots=True)
class Cost:
    """The cost of a command."""

    processor: float
    """Seconds of CPU time, of all its processes."""
    clock: float
    """Seconds."""
    memory: int
    """MiB at the most, of its largest process."""


def cost(command: Sequence[str], environment: Mapping[str, str]) -> Cost:
    """Run a command of this project. Raises CalledProcessError if it fails."""
    began = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603  the project's own command
        [sys.executable, *command], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Cost(_processor(usage), time.perf_counter() - began, usage.ru_maxrss // 1024)


def _processor(usage: resource.struct_rusage) -> float:
    return usage.ru_utime + usage.ru_stime


def compiled(folder: str) -> dict[str, str]:
    """Return an environment in which Python keeps compiled modules, as an installed package has them."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": folder}


def measured(rounds: int, folder: Path, environment: Mapping[str, str]) -> dict[str, list[Cost]]:
    """Return the costs of runs without news and of `scrapy version`, in turn."""
    with served(ARTICLES) as start, served(ARTICLES, tags=NO_TAGS) as plain:
        crawl = _crawl(start, folder / "crawl")
        commands = {
            "`scrapy crawl`": (*SCRAPY, *crawl),
            "`harvest crawl`, as in a fleet": (*HARVEST, *crawl),
            "`scrapy crawl`, no validators": (*SCRAPY, *_crawl(plain, folder / "plain")),
            "`scrapy version`": (*SCRAPY, "version"),
        }
        for command in commands.values():  # brings the articles, and compiles all modules
            cost(command, environment)
        turns = [
            {name: cost(command, environment) for name, command in commands.items()} for _ in range(rounds)
        ]
    return {name: [turn[name] for turn in turns] for name in commands}


def _crawl(start: str, folder: Path) -> tuple[str, ...]:
    settings = [part for setting in (*HASTE, f"CRAWL_DIR={folder}") for part in ("-s", setting)]
    return ("crawl", "news", "-a", f"start={start}", *settings)


def rows_of(costs: Mapping[str, Sequence[Cost]]) -> Iterator[tuple[str, ...]]:
    """Yield a row for each command, with the median of its multiples of `scrapy version`."""
    yardstick = costs["`scrapy version`"]
    for name, runs in costs.items():
        multiple = median(run.processor / other.processor for run, other in zip(runs, yardstick, strict=True))
        seconds = median(run.processor for run in runs)
        yield name, f"{seconds:.2f}", f"{multiple:.2f}", f"{max(run.memory for run in runs)}"


def fleet(hosts: int, folder: Path, environment: Mapping[str, str]) -> tuple[Cost, Cost]:
    """Return the costs of a fleet's first run and of its second one, which finds nothing new."""
    with served(ARTICLES, "0.0.0.0") as start:  # noqa: S104  all of 127.0.0.0/8
        port = urlsplit(start).port
        starts = [f"http://127.0.0.{number}:{port}/" for number in range(1, hosts + 1)]
        command = (*HARVEST, "fleet", *starts, "-d", str(folder), "-s", "ALLOW_PRIVATE_HOSTS=127.0.0.0/8")
        return cost(command, environment), cost(command, environment)


def main(rounds: int, hosts: int) -> None:
    """Measure, and print two tables."""
    with tempfile.TemporaryDirectory() as name:
        folder, environment = Path(name), compiled(f"{name}/compiled")
        costs = measured(rounds, folder, environment)
        print(table(("", "CPU s", "×", "MiB"), list(rows_of(costs))), flush=True)
        first, again = fleet(hosts, folder / "fleet", environment)
    rows = [
        (name, f"{run.processor:.1f}", f"{run.processor / hosts:.2f}", f"{run.clock:.0f}", f"{run.memory}")
        for name, run in (("first run", first), ("without news", again))
    ]
    print(f"\n{table((f'a fleet of {hosts} hosts', 'CPU s', 'CPU s a host', 's', 'MiB'), rows)}")
    share = SITES * again.processor / hosts / (CORES * HOUR)
    print(f"\n{SITES:,} such sites an hour take {share:.0%} of two cores.")


if __name__ == "__main__":
    main(*[*map(int, sys.argv[1:]), *(ROUNDS, HOSTS)[len(sys.argv) - 1 :]])
