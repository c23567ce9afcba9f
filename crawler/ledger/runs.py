"""Records the runs of a crawl, groups resumed ones, and handles changed arguments."""

from __future__ import annotations

from dataclasses import dataclass

from crawler.ledger.clock import unwind
from crawler.ledger.journal import Journal
from crawler.ledger.recheck import read_lists_anew
from crawler.reasons.finish import Finish
from crawler.reasons.reason import depending_on_terms

GOES_ON = 1800.0
"""Seconds within which an interrupted run is resumed; a later run requests every list again. It is shorter
than an hour, so that an hourly run that always reaches a limit still reads new lists."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run that has begun."""

    id: int
    since: float
    """Unix time: URLs visited since then belong to this run, and are not visited again in it."""
    resumes: bool
    """Whether it requests the URLs that an interrupted run left, except lists that this run has read
    itself.
    """
    is_first: bool
    """Whether the ledger has no earlier run."""


def begin_run(journal: Journal, terms: str, now: float) -> Run:
    """Record that a run begins. Raises `LedgerWriteError`.

    A round lasts until a run finishes with an empty queue: a run that was killed after its last page has not
    reported its failures. A run with other `terms` (days, hosts) begins a new round, which requests the URLs
    again that the old terms excluded.
    """
    unwind(journal, now, now - GOES_ON - 1)
    last = journal.row("SELECT round, terms, reason FROM runs ORDER BY id DESC LIMIT 1")
    goes_on = last is not None and (last[2] != Finish.FINISHED or _waits(journal))
    is_same = last is not None and last[1] == terms
    if last is not None and not is_same:
        _forget_terms(journal, now)
    began: float = last[0] if last is not None and goes_on and is_same else now
    statement = "INSERT INTO runs (started, round, terms) VALUES (?, ?, ?) RETURNING id"
    since = max(began, now - GOES_ON)
    number: int = journal.write_returning(statement, now, began, terms)[0][0]
    return Run(number, since, since < now, last is None)


def _waits(journal: Journal) -> bool:
    return journal.row("SELECT 1 FROM urls WHERE state = 0 LIMIT 1") is not None


def _forget_terms(journal: Journal, now: float) -> None:
    """Mark all lists as unread, and queue the URLs again that the old terms excluded."""
    read_lists_anew(journal, now)
    for code in depending_on_terms():
        journal.write("UPDATE urls SET state = 0 WHERE state = 2 AND reason = ?", code)
