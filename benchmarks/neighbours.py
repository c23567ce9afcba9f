"""Measures the cost of a refusing and a hung host for eight others: `python -m benchmarks.neighbours`.

Both crawls run with the same settings, one after the other; the time is that between the first request to any
of the eight and the last one, as the hosts themselves see it.
"""

from __future__ import annotations

import tempfile
from contextlib import ExitStack
from pathlib import Path

from benchmarks.tables import table
from tests.faults.crawl import crawl, healthy, story
from tests.faults.server import Behaviour, FaultServer, hang, response, says
from tests.spiders.harvest import listing

HOSTS, STORIES = 8, 28
SETTINGS = (
    *("DOWNLOAD_DELAY=0.1", "DOWNLOAD_TIMEOUT=5", "HOST_DEAD_AFTER=5", "HOST_PATIENCE=1"),
    "HOST_PAUSE_FIRST=2",
)


def main() -> None:
    """Run both crawls and print their times and the ratio."""
    alone, beside = (seconds(with_two_more=more) for more in (False, True))
    rows = [
        ("eight hosts alone", f"{alone:.1f} s"),
        ("beside an angry and a hung one", f"{beside:.1f} s"),
        ("ratio", f"{beside / alone:.2f}"),
    ]
    print(table(("", f"{HOSTS} × {STORIES} articles"), rows))


def seconds(*, with_two_more: bool) -> float:
    """Return the seconds of the eight hosts. Raises RuntimeError if one of their articles is missing."""
    calm = [FaultServer(healthy({}, STORIES), f"127.0.0.{number}") for number in range(10, 10 + HOSTS)]
    others = [faulty(hang, "127.0.0.30"), faulty(says(response(b"", "429 Slow Down")), "127.0.0.31")]
    with ExitStack() as stack, tempfile.TemporaryDirectory() as folder:
        servers = [stack.enter_context(server) for server in [*calm, *(others if with_two_more else ())]]
        ran = crawl(Path(folder), ",".join(f"{server.origin}/" for server in servers), *SETTINGS)
        came = [len(ran.paths(server.origin)) for server in calm]
        times = [asked.at for server in calm for asked in server.asked]
    if came != [STORIES] * HOSTS:
        raise RuntimeError(f"articles are missing: {came}")
    return max(times) - min(times)


def faulty(behaviour: Behaviour, host: str) -> FaultServer:
    """Return a host with a sound home page, and with one fault on all articles."""
    paths = list(map(story, range(1, STORIES + 1)))
    home = {"/": says(response(listing(*paths).encode()))}
    return FaultServer({**home, **dict.fromkeys(paths, behaviour)}, host)


if __name__ == "__main__":
    main()
