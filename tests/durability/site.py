"""A generated site with everything that makes a crawl hard to resume, and crawls of it in processes."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

from fastwarc.warc import ArchiveIterator

from crawler.samplesite import Reply, Server
from tests.house import processes
from tests.house.processes import Process
from tests.house.site import LONGEST, ROOT, environment
from tests.spiders.harvest import article, listing, small_site

HASTE = (
    "-s",
    "DOWNLOAD_DELAY=0",
    "-s",
    "AUTOTHROTTLE_ENABLED=0",
    "-s",
    "RETRY_TIMES=1",
    "-s",
    "HOST_PAUSE_FIRST=0.01",
    "-s",
    "ALLOW_PRIVATE_HOSTS=127.0.0.0/8,localhost",
)
PER_LIST = 8
LONG = 60.0  # seconds: no test waits longer for an event, even on a busy machine
BROKEN = "/2022-08/01/content_500.htm"
"""A page that its server cannot deliver."""


def story(number: int) -> str:
    """Return the path of an article."""
    return f"/2022-08/{number % 28 + 1:02}/content_{number}.htm"


def generated(root: Path, stories: int = 96, channels: int = 4) -> Server:
    """Return a server of channels with pages of lists, articles over two pages, redirects and dead links.

    Later pages of a list are reached only by the errback of a missing page.
    """
    pages: dict[str, str] = {}
    responses: dict[str, Any] = {BROKEN: {"status": 500, "file": "/index.htm"}}
    for number in range(stories):
        pages[story(number)] = article(number + 1000)
    for channel in range(channels):
        mine = [story(number) for number in range(channel, stories, channels)]
        count = -(-len(mine) // PER_LIST)
        pager = f'<script>createPageHTML({count + 1}, 0, "index", "htm")</script>'
        for page in range(count):
            links = mine[page * PER_LIST : (page + 1) * PER_LIST]
            # The second page of a list is missing: an errback continues with the third.
            name = f"/channel{channel}/index{f'_{page + 1}' if page else ''}.htm"
            pages[name] = listing(*links, f"/go/{channel}", f"/dead_{channel}.htm", more=pager)
        responses[f"/go/{channel}"] = {"status": 302, "location": mine[-1]}
    two_parts = "<a href='content_1.htm'>1</a> <a href='content_1_2.htm'>2</a>"
    pages[story(1)] = article(1001, two_parts)
    pages[story(1).replace("_1.htm", "_1_2.htm")] = article(2001, two_parts)
    pages["/index.htm"] = listing(*(f"/channel{channel}/index.htm" for channel in range(channels)), BROKEN)
    return small_site(root, pages, responses)


def unmeasured() -> dict[str, str]:
    """Return an environment in which coverage is not measured: its file would find no room either."""
    return {name: value for name, value in environment().items() if not name.startswith("COV")}


@dataclass
class Crawl:
    """A crawl's directory, and the runs in it."""

    server: Server
    folder: Path
    start_url: str | None = None
    """Where it starts; None for the server's home page."""
    asked: Counter[str] = field(default_factory=Counter)
    """Number of requests for each path in the latest run."""
    variables: Mapping[str, str] = field(default_factory=dict)
    """Variables of its processes, beside those of this one."""

    def command(self, *options: str) -> list[str]:
        """Return the arguments of `scrapy`."""
        start = f"start={self.start_url or self.server.origin + '/'}"
        return ["crawl", "news", "-a", start, "-s", f"CRAWL_DIR={self.folder}", *HASTE, *options]

    def run(
        self, *options: str, by: Sequence[str] = ("scrapy",), room: int | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run to the end; `by` is the module that runs it, `room` the largest size of a file in bytes."""
        by = by if room is None else ("tests.durability.limited", str(room))
        begin = len(self.server.hits)
        done = processes.run(
            [sys.executable, "-m", *by, *self.command(*options)],
            cwd=ROOT,
            env={**(environment() if room is None else unmeasured()), **self.variables},
            text=True,
            timeout=LONGEST,
        )
        self.asked = Counter(self.server.hits[begin:])
        return done

    def killed_at(self, write: int | str, *options: str) -> subprocess.CompletedProcess[str]:
        """Run, and be killed at the Nth write, or with `end` when nothing is left but to end."""
        return self.run(*options, by=("tests.durability.killing", str(write)))

    def start(self, *options: str, by: Sequence[str] = ("scrapy",)) -> Process:
        """Start a run in the background; `by` is the module that runs it."""
        return processes.start(
            [sys.executable, "-m", *by, *self.command(*options)],
            cwd=ROOT,
            env={**environment(), **self.variables},
            stderr=subprocess.PIPE,
            text=True,
        )

    def output(self) -> bytes:
        """Read the output."""
        file = self.folder / "articles.jsonl"
        return file.read_bytes() if file.is_file() else b""

    def whole_lines(self) -> bytes:
        """Read the output up to its last newline. A killed run may leave half a line, which the next cuts."""
        output = self.output()
        return output[: output.rfind(b"\n") + 1]

    def records(self, is_killed: bool = False) -> list[dict[str, Any]]:
        """Read the output as any JSON Lines reader does; half a line is an error, except after a kill."""
        whole = self.whole_lines()
        assert is_killed or whole == self.output()
        return [json.loads(line) for line in whole.splitlines()]

    def ask(self, query: str) -> list[Any]:
        """Read the first column of a query to the ledger."""
        if not (self.folder / "ledger.sqlite").is_file():
            return []
        with sqlite3.connect(self.folder / "ledger.sqlite") as database:
            try:
                return [row[0] for row in database.execute(query)]
            except sqlite3.OperationalError:  # killed before it had any tables
                return []
            finally:
                database.rollback()

    def done(self) -> set[str]:
        """Return the paths that the ledger has as done."""
        urls = self.ask("SELECT url FROM urls WHERE state = 2")
        return {url.removeprefix(self.server.origin) for url in urls}

    def later(self, hours: float) -> None:
        """Let time pass."""
        age(self.folder, hours)


def age(folder: Path, hours: float) -> None:
    """Move every time in a crawl's ledger into the past."""
    with sqlite3.connect(folder / "ledger.sqlite") as database:
        seconds = hours * 3600
        database.execute(
            "UPDATE urls SET found = found - ?, visited = visited - ?, next_visit = next_visit - ?",
            (seconds, seconds, seconds),
        )
        database.execute("UPDATE runs SET started = started - ?, round = round - ?", (seconds, seconds))


@contextmanager
def holding(server: Server, answers: int, paths: Container[str] | None = None) -> Iterator[threading.Event]:
    """Let a server answer a number of requests (of these `paths`) and hold later ones until the end.

    The event is set when the first one is held. Nothing is held for longer than `LONG`.
    """
    reply, asked = server.site.reply, count()
    is_held, is_over = threading.Event(), threading.Event()

    def held(target: str, origin: str) -> Reply:
        if (paths is None or target in paths) and next(asked) >= answers:
            is_held.set()
            is_over.wait(LONG)
        return reply(target, origin)

    server.site.reply = held  # type: ignore[method-assign]
    try:
        yield is_held
    finally:
        is_over.set()
        server.site.reply = reply  # type: ignore[method-assign]


def wait_for(condition: Callable[[], bool]) -> None:
    """Wait until something is true."""
    deadline = time.monotonic() + LONG
    while not condition():
        assert time.monotonic() < deadline
        threading.Event().wait(0.02)


def check_events(crawl: Crawl) -> None:
    """Check that each line of the output is one event, in order, and each line about a removal, too."""
    stored = "SELECT article || ' ' || revision FROM events WHERE revision IS NOT NULL ORDER BY serial"
    assert crawl.ask(stored) == [f"{record['id']} {record['revision']}" for record in crawl.records()]
    changes = "SELECT article || ' ' || noted FROM events WHERE revision IS NULL ORDER BY serial"
    file = crawl.folder / "removals.jsonl"
    lines = map(json.loads, file.read_text("utf-8").splitlines() if file.exists() else ())
    assert crawl.ask(changes) == [f"{line['id']} {line['noticed']}" for line in lines]


def check_archive(crawl: Crawl) -> None:
    """Check that every record names its page's place, and that the archive has no incomplete record."""
    for file in (crawl.folder / "pages").iterdir():
        with file.open("rb") as stream:
            assert all(record.verify_block_digest() for record in ArchiveIterator(stream, parse_http=False))
    for told in crawl.records():
        name, _, offset = told["archive"].partition("#")
        with (crawl.folder / name).open("rb") as stream:
            stream.seek(int(offset))
            record = next(iter(ArchiveIterator(stream)))
            assert record.headers["WARC-Target-URI"] == told["url"]
            assert told["headline"].encode() in record.reader.read()
