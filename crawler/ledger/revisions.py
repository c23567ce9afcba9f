"""Stores the revisions of every article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from crawler.ledger.events import Events
from crawler.ledger.journal import Journal
from crawler.ledger.keys import url_key


@dataclass(frozen=True, slots=True)
class Revision:
    """One revision of an article."""

    id: str
    revision: int
    content: bytes
    """Concatenated digests of the content fields."""
    story: bytes | None
    source: bytes
    """Key of the source URL."""
    fetched: str | None
    start: int | None
    """Offset of its line in articles.jsonl; None if the line was removed."""


class Revisions:
    """The stored revisions of each article. Raises `LedgerWriteError` throughout."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._events = Events(journal)

    def add(self, revision: Revision) -> None:
        """Record a revision, with its event if its line is in the output."""
        values = (revision.id, revision.revision, revision.content, revision.story, revision.source)
        statement = "INSERT OR REPLACE INTO revisions VALUES (?, ?, ?, ?, ?, ?, ?)"
        self._journal.write(statement, *values, revision.fetched, revision.start)
        if revision.start is not None:
            self._events.add_stored(revision.id, revision.revision)

    def latest(self, article: str) -> Revision | None:
        """Return the latest revision of an article."""
        statement = "SELECT * FROM revisions WHERE id = ? ORDER BY revision DESC LIMIT 1"
        row = self._journal.row(statement, article)
        return Revision(*row) if row else None

    def all_of(self, article: str) -> Iterator[Revision]:
        """Yield the revisions of an article, in order."""
        for row in self._journal.rows("SELECT * FROM revisions WHERE id = ? ORDER BY revision", article):
            yield Revision(*row)

    def copied(self, article: str, story: bytes | None) -> str | None:
        """Return the id of another article with the same text."""
        statement = "SELECT id FROM revisions WHERE story = ? AND id <> ? LIMIT 1"
        row = self._journal.row(statement, story, article) if story else None
        return str(row[0]) if row else None

    def article_at(self, url: str) -> str | None:
        """Return the id of the article at a URL."""
        key = url_key(url)
        row = self._journal.row("SELECT article FROM urls WHERE key = ? AND article IS NOT NULL", key)
        row = row or self._journal.row("SELECT id FROM revisions WHERE source = ? LIMIT 1", key)
        return str(row[0]) if row else None
