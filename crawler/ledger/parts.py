"""Stores why parts of articles, pages and companions, could not be fetched."""

from __future__ import annotations

from crawler.ledger.journal import Journal
from crawler.reasons import Reason


class MissedParts:
    """The parts that a crawl could not fetch, each with the reason of its last request, by URL.

    Raises `LedgerWriteError`.
    """

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def note(self, url: str, reason: Reason) -> None:
        """Record why a part could not be fetched."""
        self._journal.write("INSERT OR REPLACE INTO missed_parts VALUES (?, ?)", url, reason.code)

    def reason_of(self, url: str) -> Reason | None:
        """Return why a part could not be fetched; None if that is not recorded."""
        row = self._journal.row("SELECT reason FROM missed_parts WHERE url = ?", url)
        return Reason.parse(row[0]) if row else None
