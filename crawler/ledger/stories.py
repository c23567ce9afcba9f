"""Stores the stories of articles, and finds them by the bands of their sketches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crawler.ledger.journal import Journal

_MOST = 50  # stories compared with an article; more have a common band only if their texts are formulas


@dataclass(frozen=True, slots=True)
class Story:
    """A story, with the sketch of its first article."""

    name: str
    sketch: bytes


class Stories:
    """The stored stories. Raises `LedgerWriteError` throughout.

    Only the first article of a story is stored, so that a chain of slightly similar articles does not become
    one story.
    """

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def add(self, story: Story, bands: Sequence[int], algorithm: int) -> None:
        """Record a story; `algorithm` names the algorithm of its sketch."""
        statement = "INSERT INTO stories (name, sketch, algorithm) VALUES (?, ?, ?) RETURNING id"
        ((number,),) = self._journal.write_returning(statement, story.name, story.sketch, algorithm)
        rows = ", ".join(["(?, ?)"] * len(bands))  # the same statement each time: SQLite prepares it once
        values = (value for band in bands for value in (band, number))
        self._journal.write(f"INSERT OR IGNORE INTO bands VALUES {rows}", *values)  # noqa: S608  nothing but marks

    def candidates(self, bands: Sequence[int], algorithm: int) -> Iterator[Story]:
        """Yield the stories with a common band, the latest first."""
        marks = ", ".join("?" for _ in bands)
        statement = (
            "SELECT name, sketch FROM stories WHERE algorithm = ? AND id IN"  # noqa: S608  nothing but marks
            f" (SELECT story FROM bands WHERE band IN ({marks})) ORDER BY id DESC LIMIT {_MOST}"
        )
        return (Story(*row) for row in self._journal.rows(statement, algorithm, *bands))

    def is_known(self, name: str) -> bool:
        """Return whether a story of this name is known."""
        return self._journal.row("SELECT 1 FROM stories WHERE name = ?", name) is not None
