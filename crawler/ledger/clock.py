"""The time of a run, which goes on evenly whatever becomes of the machine's clock meanwhile."""

from __future__ import annotations

import time
from collections.abc import Callable

from crawler.ledger.journal import Journal

EARLIEST = 1_735_689_600.0
"""Unix time (2025) before which there was no such program: a clock that tells it is wrong."""
AHEAD = 60.0
"""Seconds by which times may lie ahead: clocks are corrected by less all the time."""


def steady(begun: float) -> Callable[[], float]:
    """Return a clock that says `begun` now, and goes on by the seconds that pass."""
    ticks = time.monotonic()
    return lambda: begun + time.monotonic() - ticks


def beginning(journal: Journal, now: float) -> float:
    """Return when a run begins: now, or after all earlier ones where the clock cannot be right.

    Raises `LedgerWriteError`.
    """
    if now >= EARLIEST:
        return now
    last = journal.row("SELECT max(started), max(ended) FROM runs")
    return max(EARLIEST, *(each or 0.0 for each in last or ())) + 1.0


def unwind(journal: Journal, now: float, past: float) -> None:
    """Take times that lie ahead back, where the clock of an earlier run was ahead. Raises `LedgerWriteError`.

    When a page was really visited nobody knows: it counts as visited in the `past`, and is due now.
    """
    if journal.row("SELECT 1 FROM runs WHERE started > ? LIMIT 1", now + AHEAD) is None:
        return
    journal.write("UPDATE runs SET round = ? WHERE round > ?", past, now)
    journal.write("UPDATE hosts SET until = ? WHERE until > ?", now, now)
    journal.write("UPDATE urls SET found = ? WHERE found > ?", now, now)
    journal.write("UPDATE sources SET changed = ? WHERE changed > ?", now, now)
    due = "CASE WHEN next_visit IS NOT NULL THEN ? END"
    journal.write(f"UPDATE urls SET visited = ?, next_visit = {due} WHERE visited > ?", past, now, now)  # noqa: S608
