"""Keeps from one run to the next which query parameters are noise, with the articles that prove it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from crawler.ledger.journal import Journal
from crawler.ledger.keys import url_key


@dataclass(frozen=True, slots=True)
class Decision:
    """The decision whether parameters make a difference on a page."""

    page: str
    """URL up to the query."""
    names: tuple[str, ...]
    differs: bool


class NoiseTable:
    """The decisions about parameters, and the last article of each page that has such parameters.

    Raises `LedgerWriteError` throughout.
    """

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def decisions(self, since: float) -> Iterator[Decision]:
        """Yield the decisions since a time (Unix)."""
        for page, names, differs in self._journal.rows(
            "SELECT page, names, differs FROM noise WHERE noted >= ?", since
        ):
            yield Decision(page, tuple(names.split()), bool(differs))

    def decide(self, decision: Decision, now: float) -> None:
        """Record a decision in place of an earlier one."""
        values = (decision.page, " ".join(decision.names), decision.differs, now)
        self._journal.write("INSERT OR REPLACE INTO noise VALUES (?, ?, ?, ?)", *values)

    def was_read(self, bare: str) -> bool:
        """Return whether an article was read under a URL with parameters; `bare` is the URL without them."""
        return self._journal.row("SELECT 1 FROM variants WHERE bare = ?", url_key(bare)) is not None

    def exchange(self, bare: str, url: str, text: bytes) -> bytes | None:
        """Record the signature of an article; return that of its page under another URL, if there was one."""
        keys = (url_key(bare), url_key(url))
        known = self._journal.row("SELECT url, text FROM variants WHERE bare = ?", keys[0])
        self._journal.write("INSERT OR REPLACE INTO variants VALUES (?, ?, ?)", *keys, text)
        return bytes(known[1]) if known is not None and known[0] != keys[1] else None
