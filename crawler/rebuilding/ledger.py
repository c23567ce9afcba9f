"""Rebuilds the ledger of a crawl from its articles and its archive."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from crawler.archive.reading import Capture, end_of_last_record, read_captures, read_info
from crawler.ledger.archive import PAGES, own_files
from crawler.ledger.durable import synchronise
from crawler.ledger.journal import Journal
from crawler.ledger.keys import url_key
from crawler.ledger.ledger import ARTICLES, LEDGER, REMOVALS
from crawler.ledger.lock import Lock
from crawler.ledger.output import OutputFile
from crawler.ledger.schema import LOGS, connect
from crawler.rebuilding.articles import (
    articles_in,
    plan_visits,
    take_articles,
    take_moved,
    take_removals,
)
from crawler.state.files import revision_of_line

_NEW = ".rebuilt.sqlite"
"""Name of the new ledger until it is complete."""
_STAMPED, _STAMP = re.compile(r"\d{20}"), "%Y%m%d%H%M%S%f"
"""Form of the time in the first record of an archive's file."""


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """The result of a rebuilding."""

    articles: int
    captures: int
    moved: tuple[int, ...]
    """Number of articles in each of the files that were moved out of the output."""
    aside: Path | None
    """The former ledger; None if there was none."""


def rebuild(folder: Path, more: Sequence[Path], rechecks: Sequence[float]) -> Rebuilt:
    """Make a ledger from the output and the archive of a crawl; move the former one aside.

    `more` are files of articles that were moved out of the output. `rechecks` are the ages, in seconds, at
    which articles are visited again. If the process is killed, the former ledger is still there, or aside.
    Raises `UnusableFileError`, `DirectoryInUseError`, `LedgerWriteError` and OSError.
    """
    lock = Lock(folder)
    try:
        new = folder / _NEW
        _delete(new)
        with closing(connect(new)) as database:
            journal = Journal(database)
            counts = _filled(journal, folder, more, rechecks)
            journal.commit()
            database.execute("PRAGMA journal_mode = DELETE")
        synchronise(new)
        lock.renew()
        aside = _moved_aside(folder / LEDGER)
        new.rename(folder / LEDGER)
        synchronise(folder)
        return Rebuilt(*counts, aside)
    finally:
        _delete(new)
        lock.release()


def _filled(
    journal: Journal, folder: Path, more: Sequence[Path], rechecks: Sequence[float]
) -> tuple[int, int, tuple[int, ...]]:
    output = OutputFile(journal, folder / ARTICLES, revision_of_line)
    removals = OutputFile(journal, folder / REMOVALS)
    output.close()
    removals.close()
    journal.write("CREATE TEMP TABLE validators (place TEXT PRIMARY KEY, etag TEXT, modified TEXT)")
    captures = _take_archive(journal, folder, _places(folder / ARTICLES))
    moved = tuple(take_moved(journal, path) for path in more)
    for path in (*more, folder / ARTICLES):
        take_articles(journal, path)
    take_removals(journal, folder / REMOVALS)
    plan_visits(journal, rechecks)
    count = journal.row("SELECT count(DISTINCT id) FROM revisions")
    return (count[0] if count else 0), captures, moved


def _delete(path: Path) -> None:
    for suffix in ("", *LOGS):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _moved_aside(path: Path) -> Path | None:
    """Rename a ledger and its logs; the logs first, because SQLite would apply them to the new ledger."""
    if not path.exists() and not path.is_symlink():
        _delete(path)
        return None
    aside = path.with_name(f"{path.name}.damaged-{datetime.now(UTC):%Y%m%dT%H%M%S%fZ}")
    for suffix in (*LOGS, ""):
        part = path.with_name(path.name + suffix)
        if part.exists() or part.is_symlink():
            part.rename(aside.with_name(aside.name + suffix))
    return aside


def _places(path: Path) -> Iterable[str]:
    """Return the names of the files that hold the pages of the articles."""
    for _, article in articles_in(path):
        if article.archive:
            yield article.archive.partition("#")[0].rpartition("/")[2]


def _take_archive(journal: Journal, folder: Path, named: Iterable[str]) -> int:
    """Record runs, lengths and captures of the archive's files that belong to the crawl."""
    infos = {path: read_info(path) for path in own_files(folder / PAGES)}
    crawls = {path.name: info.get("crawl-begun", "") for path, info in infos.items()}
    votes = Counter(stamp for name in named if _STAMPED.fullmatch(stamp := crawls.get(name, "")))
    if not votes:
        return 0
    crawl = votes.most_common(1)[0][0]
    mine = {path: info for path, info in infos.items() if info.get("crawl-begun") == crawl}
    stamps = {crawl, *(info.get("run-begun", "") for info in mine.values())}
    for stamp in sorted(filter(_STAMPED.fullmatch, stamps)):
        began = datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC).timestamp()
        journal.write("INSERT INTO runs (started, round, terms) VALUES (?, ?, '')", began, began)
    return sum(_take_file(journal, path) for path in mine)


def _take_file(journal: Journal, path: Path) -> int:
    """Record the length and the captures of a file, and truncate an incomplete record; count the captures."""
    name, length = f"{PAGES}/{path.name}", end_of_last_record(path)
    os.truncate(path, length)
    journal.write("INSERT OR REPLACE INTO outputs VALUES (?, ?)", name, length)
    captures = list(read_captures(path))
    for capture in captures:
        _take_capture(journal, capture, f"{name}#{capture.offset}")
    return len(captures)


def _take_capture(journal: Journal, capture: Capture, place: str) -> None:
    key = url_key(capture.url)
    if capture.is_payload:
        kept = (key, capture.url, capture.date, capture.digest, place)
        journal.write("INSERT OR REPLACE INTO captures VALUES (?, ?, ?, ?, ?)", *kept)
        validators = (place, capture.etag, capture.modified)
        journal.write("INSERT OR REPLACE INTO validators VALUES (?, ?, ?)", *validators)
    else:
        kept_before = "SELECT ?, url, date, digest, place FROM captures WHERE digest = ? LIMIT 1"
        journal.write(f"INSERT OR REPLACE INTO captures {kept_before}", key, capture.digest)
