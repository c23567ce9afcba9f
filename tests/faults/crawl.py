"""Crawls of hostile hosts as a user runs them, and their results."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from crawler.ledger.accounts import url_accounts
from crawler.ledger.journal import Journal
from crawler.ledger.ledger import LEDGER
from crawler.ledger.schema import read_only
from tests.faults.server import Behaviour, response, says
from tests.house import processes
from tests.house.processes import Process
from tests.house.site import LONGEST, ROOT, environment
from tests.spiders.harvest import article, listing

HASTE = (
    *("DOWNLOAD_DELAY=0", "AUTOTHROTTLE_ENABLED=0", "RETRY_TIMES=1", "DOWNLOAD_TIMEOUT=30"),
    *("HOST_PAUSE_FIRST=0.05", "HOST_DEAD_AFTER=50", "ALLOW_PRIVATE_HOSTS=127.0.0.0/8"),
)
"""Settings that spare a test the pauses and patience that a real site is owed; a healthy page may take its
time on a busy machine, so tests with pages that hang set a shorter DOWNLOAD_TIMEOUT."""


def story(number: int) -> str:
    """Return the path of a healthy article."""
    return f"/2022-08/{number % 28 + 1:02}/content_{number}.htm"


def healthy(faults: Mapping[str, Behaviour], stories: int = 4) -> dict[str, Behaviour]:
    """Return a home page that links to each fault and to a number of articles, with all of them."""
    paths = [story(number) for number in range(1, stories + 1)]
    pages = {path: article(number) for number, path in enumerate(paths, 1)}
    pages["/"] = listing(*faults, *paths)
    return {**{path: says(response(text.encode())) for path, text in pages.items()}, **faults}


@dataclass(frozen=True)
class Ran:
    """The result of a run."""

    folder: Path
    status: int
    """Exit status."""
    log: str

    @property
    def records(self) -> list[dict[str, Any]]:
        """The articles that were written, as any JSON Lines reader sees them."""
        file = self.folder / "articles.jsonl"
        return [json.loads(line) for line in file.read_text("utf-8").splitlines()] if file.is_file() else []

    def paths(self, origin: str) -> set[str]:
        """Return the paths of the records of one host."""
        urls = (record["url"] for record in self.records)
        return {url.removeprefix(origin) for url in urls if url.startswith(origin)}

    def outcomes(self) -> dict[str, dict[str, Any]]:
        """Return, by URL, the row of `scrapy outcomes --jsonl`."""
        with closing(read_only(self.folder / LEDGER)) as database:
            return {account.url: asdict(account) for account in url_accounts(Journal(database), None)}

    def reason(self, url: str) -> str | None:
        """Return why a URL brought nothing."""
        row = self.outcomes().get(url)
        return None if row is None else row["reason"]


@dataclass(frozen=True)
class Measured(Ran):
    """What came of a run, and what it cost."""

    peak: int
    """Most memory that the process held, in MiB."""
    seconds: float
    """Processor time of it and of the process that parses: no matter how busy the machine is."""


def crawl(
    folder: Path,
    start: str,
    *settings: str,
    arguments: Iterable[str] = (),
    variables: Mapping[str, str] | None = None,
) -> Ran:
    """Crawl from a start URL; `settings` are `NAME=VALUE`, later ones win over HASTE."""
    options = _options(folder, start, settings, arguments)
    with _log(folder).open("wb") as log:
        process = processes.start(
            [sys.executable, "-m", "scrapy", *options],
            cwd=ROOT,
            env={**environment(), **(variables or {})},
            stderr=log,
            stdout=log,
        )
        status = _end(process)
    return Ran(folder, status, _log(folder).read_text("utf-8"))


def measured_crawl(folder: Path, start: str, *settings: str) -> Measured:
    """Crawl likewise, in an interpreter that shares no memory with another one, nor with a tracer."""
    cost = folder / "cost.txt"
    untraced = {name: value for name, value in environment().items() if not name.startswith("COVERAGE_")}
    command = [sys.executable, "-m", "tests.faults.measured", str(cost), *_options(folder, start, settings)]
    with _log(folder).open("wb") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=untraced, stderr=log, stdout=log)  # noqa: S603
        status = _end(process)
    peak, seconds = cost.read_text("ascii").split()
    return Measured(folder, status, _log(folder).read_text("utf-8"), int(peak), float(seconds))


def _options(folder: Path, start: str, settings: Iterable[str], arguments: Iterable[str] = ()) -> list[str]:
    options = ["crawl", "news", "-a", f"start={start}"]
    for setting in (*HASTE, f"CRAWL_DIR={folder}", *settings):
        options += ["-s", setting]
    for argument in arguments:
        options += ["-a", argument]
    return options


def _log(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder / "log.txt"


def _end(process: Process) -> int:
    """Return the exit status of a crawl, which is killed if it hangs."""
    try:
        return process.wait(LONGEST)
    except subprocess.TimeoutExpired:
        process.kill()
        return process.wait()
