"""Queues every URL that a crawl has stored, so that its next run requests it again."""

from __future__ import annotations

from dataclasses import dataclass

from crawler.ledger.journal import Journal
from crawler.ledger.plan import UrlKind


@dataclass(frozen=True, slots=True)
class Rechecked:
    """Numbers of URLs that wait for the next run."""

    articles: int
    lists: int


def queue_all(journal: Journal, now: float) -> Rechecked:
    """Queue every article and every list, also removed and failed ones. Raises `LedgerWriteError`.

    Lists are then read to their ends, not only to the first page without a new URL.
    """
    read_lists_anew(journal, now)
    kinds = (UrlKind.ARTICLE, UrlKind.LIST)
    for kind in kinds:
        journal.write("UPDATE urls SET state = 0, tries = 0, failures = 0 WHERE kind = ? AND state = 2", kind)
    return Rechecked(*(_queued(journal, kind) for kind in kinds))


def read_lists_anew(journal: Journal, now: float) -> None:
    """Mark all lists and their further pages as unread. Raises `LedgerWriteError`."""
    journal.write(
        "UPDATE urls SET etag = NULL, modified = NULL, visits = 0,"
        " next_visit = CASE kind WHEN 'list' THEN ? END WHERE kind IN ('list', 'further page')",
        now,
    )


def _queued(journal: Journal, kind: UrlKind) -> int:
    row = journal.row("SELECT count(*) FROM urls WHERE state = 0 AND kind = ?", kind)
    return int(row[0]) if row else 0
