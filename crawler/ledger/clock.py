"""Keeps the time of a run, which advances evenly even if the machine's clock is changed."""

from __future__ import annotations

import time
from collections.abc import Callable

from crawler.ledger.journal import Journal

EARLIEST = 1_735_689_600.0
"""Unix time (2025): a clock that shows an earlier time is wrong, since this program did not exist then."""
AHEAD = 60.0
"""Seconds by which times may lie ahead: routine corrections of clocks are smaller."""


def steady(begun: float) -> Callable[[], float]:
    """Return a clock that starts at `begun` and advances with the seconds that pass."""
    ticks = time.monotonic()
    return lambda: begun + time.monotonic() - ticks


def beginning(journal: Journal, now: float) -> float:
    """Return the time at which a run begins: now, or after all earlier runs if the clock must be wrong.

    Raises `LedgerWriteError`.
    """
    if now >= EARLIEST:
        return now
    last = journal.row("SELECT max(started), max(ended) FROM runs")
    return max(EARLIEST, *(each or 0.0 for each in last or ())) + 1.0


def unwind(journal: Journal, now: float, past: float) -> None:
    """Correct times that lie ahead, if the clock of an earlier run was ahead. Raises `LedgerWriteError`.

    The real time of such a visit is unknown: it counts as in the `past`, and the next visit is due now.
    """
    if journal.row("SELECT 1 FROM runs WHERE started > ? LIMIT 1", now + AHEAD) is None:
        return
    journal.write("UPDATE runs SET round = ? WHERE round > ?", past, now)
    journal.write("UPDATE hosts SET until = ? WHERE until > ?", now, now)
    journal.write("UPDATE urls SET found = ? WHERE found > ?", now, now)
    journal.write("UPDATE sources SET changed = ? WHERE changed > ?", now, now)
    due = "CASE WHEN next_visit IS NOT NULL THEN ? END"
    journal.write(f"UPDATE urls SET visited = ?, next_visit = {due} WHERE visited > ?", past, now, now)  # noqa: S608
