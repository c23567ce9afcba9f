"""Reads the ledgers of a fleet: the size of each site, and the progress of its crawl."""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from crawler.fleet.shards import Shard
from crawler.ledger.journal import SQLITE_ERRORS, LedgerWriteError
from crawler.ledger.ledger import LEDGER
from crawler.ledger.schema import LedgerFormatError, read_only

_UNREADABLE = (LedgerFormatError, LedgerWriteError, *SQLITE_ERRORS)


@dataclass(frozen=True, slots=True)
class ShardProgress:
    """The progress of a crawl."""

    run: int = 0
    """Number of its latest run; 0 before the first."""
    outcomes: dict[str, int] = field(default_factory=dict)
    """Visited URLs by outcome."""
    waiting: int = 0
    """Queued URLs."""

    @property
    def visited(self) -> int:
        """Number of visited URLs."""
        return sum(self.outcomes.values())


def progress(folder: Path, since: int) -> ShardProgress:
    """Read the progress of a crawl in the runs after the run `since`; zero without a ledger."""
    query = "SELECT outcome, count(*) FROM urls WHERE run > ? AND outcome IS NOT NULL GROUP BY outcome"
    try:
        with closing(read_only(folder / LEDGER)) as ledger:
            outcomes = dict(ledger.execute(query, (since,)).fetchall())
            waiting = ledger.execute("SELECT count(*) FROM urls WHERE state = 0").fetchone()[0]
            run = ledger.execute("SELECT coalesce(max(id), 0) FROM runs").fetchone()[0]
    except _UNREADABLE:  # not complete yet, or unreadable, which the crawl itself reports
        return ShardProgress()
    return ShardProgress(run, outcomes, waiting)


def big_first(shards: Sequence[Shard]) -> list[Shard]:
    """Order shards by expected number of pages, the largest first, so that no large one runs last alone.

    Without a ledger, the number in sites.toml counts. A shard without any number counts as the largest,
    because a first crawl takes longer than a later one.
    """
    expected = {shard.name: _expected(shard) for shard in shards}
    biggest = max(filter(None, expected.values()), default=0)
    sizes = {name: biggest if size is None else size for name, size in expected.items()}
    return sorted(shards, key=lambda shard: -sizes[shard.name])


def _expected(shard: Shard) -> int | None:
    """Return the expected pages: queued and due ones, or those of the last run; None if unknown."""
    due = "SELECT count(*) FROM urls WHERE state = 0 OR next_visit <= ?"
    last = "SELECT taken FROM runs WHERE taken IS NOT NULL ORDER BY id DESC LIMIT 1"
    try:
        with closing(read_only(shard.folder / LEDGER)) as ledger:
            waiting = ledger.execute(due, (time.time(),)).fetchone()[0]
            last_run = ledger.execute(last).fetchone()
    except _UNREADABLE:
        return shard.pages
    return max(int(waiting), int(last_run[0]) if last_run else 0)
