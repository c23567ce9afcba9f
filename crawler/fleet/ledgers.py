"""What the ledgers of a fleet tell: how big each site is, and how far its crawl has come."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from crawler.fleet.shards import Shard
from crawler.ledger.ledger import LEDGER
from crawler.ledger.schema import LedgerFormatError, read_only


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a crawl has come."""

    run: int = 0
    """Its latest run; 0 where there was none."""
    outcomes: dict[str, int] = field(default_factory=dict)
    """URLs that were visited since, by what became of them, as the ledger has it."""
    waiting: int = 0
    """URLs that wait in its queue."""

    @property
    def visited(self) -> int:
        """How many URLs were visited."""
        return sum(self.outcomes.values())


def progress(folder: Path, since: int) -> Progress:
    """Read how far a crawl has come in the runs after the run `since`; nothing where it has no ledger yet."""
    query = "SELECT outcome, count(*) FROM urls WHERE run > ? AND outcome IS NOT NULL GROUP BY outcome"
    try:
        with closing(read_only(folder / LEDGER)) as ledger:
            outcomes = dict(ledger.execute(query, (since,)).fetchall())
            waiting = ledger.execute("SELECT count(*) FROM urls WHERE state = 0").fetchone()[0]
            run = ledger.execute("SELECT coalesce(max(id), 0) FROM runs").fetchone()[0]
    except (LedgerFormatError, sqlite3.Error):  # it is being made, or the crawl itself says what is wrong
        return Progress()
    return Progress(run, outcomes, waiting)


def big_first(shards: Sequence[Shard]) -> list[Shard]:
    """Order shards by how many pages they will take, the most first: then no big one is left for the end.

    What was said counts where no ledger tells. What nobody knows counts as much as the biggest: a first crawl
    takes more than a later one.
    """
    told = {shard.name: _expected(shard) for shard in shards}
    biggest = max(filter(None, told.values()), default=0)
    sizes = {name: biggest if size is None else size for name, size in told.items()}
    return sorted(shards, key=lambda shard: -sizes[shard.name])


def _expected(shard: Shard) -> int | None:
    """Pages that a shard will take: what waits or is due, or what its last run took; None where unknown."""
    due = "SELECT count(*) FROM urls WHERE state = 0 OR next_visit <= ?"
    last = "SELECT taken FROM runs WHERE taken IS NOT NULL ORDER BY id DESC LIMIT 1"
    try:
        with closing(read_only(shard.folder / LEDGER)) as ledger:
            waiting = ledger.execute(due, (time.time(),)).fetchone()[0]
            taken = ledger.execute(last).fetchone()
    except (LedgerFormatError, sqlite3.Error):
        return shard.pages
    return max(int(waiting), int(taken[0]) if taken else 0)
