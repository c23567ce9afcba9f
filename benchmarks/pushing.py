"""Measures events and pushes: `python -m benchmarks.pushing [EVENTS]`.

First the CPU time that events cost a crawl's ledger, in turn with and without them; then pushes to a webhook
on loopback, and to PostgreSQL and NATS if their servers are installed (`make servers`).
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from unittest import mock

from benchmarks.tables import table
from crawler.ledger.events import Events
from tests.ledger.examples import asked, stored, taken
from tests.pushing.examples import SECRET, add_articles, opened, receiving, revision
from tests.pushing.servers import nats_server, postgresql
from tests.pushing.test_servers import new_database, new_stream

ROUNDS = 5
COMMIT = 10  # visits in a transaction, as of a crawl of 20 pages/s


def filling(folder: Path, count: int) -> float:
    """Return the CPU time in which a ledger stores articles, in seconds."""
    ledger = opened(folder)
    revisions = [revision(number) for number in range(count)]
    for number in range(count):
        ledger.errands.add(asked(number), time.time())
    ledger.commit()
    began = time.process_time()
    for number, new in enumerate(revisions, start=1):
        ledger.finish(taken(ledger), stored(number), [new])
        if number % COMMIT == 0:
            ledger.commit()
    took = time.process_time() - began
    ledger.close()
    return took


def _nothing(*_: object) -> None:
    """Record no event."""


def cost(count: int) -> tuple[float, float]:
    """Return the CPU time of an article in the ledger, in ms, with events and without; the best of each."""
    times: dict[bool, list[float]] = {True: [], False: []}
    for _ in range(ROUNDS):
        for has_events, measured in times.items():
            with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
                if not has_events:
                    stack.enter_context(mock.patch.object(Events, "add_stored", _nothing))
                measured.append(filling(Path(folder) / "crawl", count))
    return min(times[True]) / count * 1000, min(times[False]) / count * 1000


def push(folder: Path, url: str, *options: str) -> tuple[float, float]:
    """Push a crawl; return the time and the CPU time, in seconds."""
    began, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    command = [
        sys.executable,
        "-m",
        "scrapy",
        "push",
        str(folder),
        "--to",
        url,
        "--again-from",
        "1",
        *options,
    ]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603  as named
    return time.monotonic() - began, resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


def rates(folder: Path, count: int) -> list[tuple[str, str, str]]:
    """Push to each target; return its name, events a second, and CPU time of an event in ms."""
    add_articles(folder / "all", *range(count))
    add_articles(folder / "one", 1)
    with ExitStack() as stack:
        hook = stack.enter_context(receiving()).url
        database, broker = stack.enter_context(postgresql()), stack.enter_context(nats_server())
        start = push(folder / "one", hook)

        def row(name: str, url: str, *options: str) -> tuple[str, str, str]:
            took, spent = push(folder / "all", url, *options)
            return name, f"{count / (took - start[0]):,.0f}", f"{(spent - start[1]) / count * 1000:.2f}"

        return [
            row("webhook", hook),
            row("webhook, --batch 50", hook, "--batch", "50"),
            row("PostgreSQL", new_database(database, "measured")),
            row("NATS JetStream", new_stream(broker, "measured")),
        ]


def main(count: int) -> None:
    """Measure, and print tables."""
    os.environ["PUSH_SECRETS"] = SECRET
    on, off = cost(count)
    print(f"ledger, ms of CPU time an article: {on:.3f} with events, {off:.3f} without")
    with tempfile.TemporaryDirectory() as folder:
        print(table((f"{count:,} events to", "a second", "ms of CPU time"), rates(Path(folder), count)))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3000)
