"""Measures the gain of a fleet by a second worker: `python -m benchmarks.fleet [POLITE] [HURRIED]`.

Eight loopback hosts are harvested by `scrapy fleet` with one worker and with two, in turn: politely (POLITE
articles a host, half a second from request to request: the delay limits), and without any delay (HURRIED
articles a host: the processor limits, which the server shares), where each crawl parses in a process of its
own, and so uses two cores already, or in the crawl's. Both by processes of the fleet, and by the workers of a
Dask cluster, each of one thread. Tells bytes on disk an article, too.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from benchmarks.site import served
from benchmarks.tables import table

HOSTS = 8
COMMON = ("ALLOW_PRIVATE_HOSTS=127.0.0.0/8", "AUTOTHROTTLE_ENABLED=0")
POLITE = (*COMMON, "DOWNLOAD_DELAY=0.5", "RANDOMIZE_DOWNLOAD_DELAY=0")
HURRIED = (*COMMON, "DOWNLOAD_DELAY=0", "CONCURRENT_REQUESTS_PER_DOMAIN=16")
ALONE = (*HURRIED, "PARSE_PROCESSES=0")


def seconds(start: str, folder: Path, workers: int, options: Sequence[str]) -> float:
    """Harvest the hosts; return the seconds. Raises `CalledProcessError` if that fails."""
    port = urlsplit(start).port
    hosts = [f"http://127.0.0.{number}:{port}/" for number in range(1, HOSTS + 1)]
    command = [sys.executable, "-m", "scrapy", "fleet", *hosts, "-d", str(folder), "--workers", str(workers)]
    began = time.perf_counter()
    subprocess.run([*command, *options], check=True, stderr=subprocess.DEVNULL)  # noqa: S603  the project's own command
    return time.perf_counter() - began


def row(name: str, articles: int, settings: Sequence[str], cluster: Sequence[str]) -> tuple[str, ...]:
    """Measure one worker and two; return a row of the table."""
    options = [*cluster, *(part for setting in settings for part in ("-s", setting))]
    with served(articles, "0.0.0.0") as start, tempfile.TemporaryDirectory() as folder:  # noqa: S104  127.0.0.0/8
        took = [seconds(start, Path(folder, str(number)), number, options) for number in (1, 2)]
        sizes = [_size(Path(folder, "2"), kind) // (HOSTS * articles) for kind in _KINDS]
    return (
        f"{name}, {'Dask' if cluster else 'processes'}",
        f"{HOSTS * articles}",
        f"{took[0]:.1f} s",
        f"{took[1]:.1f} s",
        f"{took[0] / took[1]:.2f}",
        *map(str, sizes),
    )


_KINDS = ("pages/*.warc.gz", "ledger.sqlite", "articles.jsonl")


def _size(folder: Path, pattern: str) -> int:
    return sum(file.stat().st_size for file in folder.glob(f"shards/*/{pattern}"))


def main() -> None:
    """Measure, and print a table; sizes are bytes an article."""
    polite, hurried = [*map(int, sys.argv[1:]), *(20, 250)[len(sys.argv) - 1 :]]
    head = ("limited by", "articles", "1 worker", "2 workers", "ratio", "archive", "ledger", "output")
    ways: tuple[tuple[str, ...], ...] = ((), ("--cluster", "local"))
    kinds: tuple[tuple[str, int, Sequence[str]], ...] = (
        ("delay", polite, POLITE),
        ("processor", hurried, HURRIED),
        ("processor, no second process", hurried, ALONE),
    )
    print(table(head, [row(*kind, way) for kind in kinds for way in ways]))


if __name__ == "__main__":
    main()
