"""Writes the ledger through one connection, with group commits."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any


class LedgerWriteError(Exception):
    """The disk refused the ledger: it is full, or broken. Raised by every method of `Journal`."""


class LedgerDamagedError(LedgerWriteError):
    """The ledger's file does not hold what SQLite wrote into it. Raised by every method of `Journal`."""


REMEDY = (
    "move ledger.sqlite away, with ledger.sqlite-wal and ledger.sqlite-shm; the next run takes the articles"
    " back from articles.jsonl, and requests their pages again"
)
"""What to do about a damaged ledger."""


def is_damage(error: sqlite3.Error) -> bool:
    """Whether an error says that the file is damaged, and not that the disk refused it."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # above it stand the details
    return code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


class Journal:
    """Reads and writes a ledger's database. A transaction is open from the first write to `commit`.

    Writes reach the disk in their order, so a crash loses only the latest ones. A commit for each page would
    cost a disk write each; therefore one `commit` covers many pages.
    """

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self.writes = 0
        """Number of writes since the last commit."""

    def write(self, statement: str, *values: Any) -> int:
        """Execute a statement that changes something; return how many rows it changed."""
        with _REFUSAL:
            return self._changed(statement, values).rowcount

    def write_returning(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        """Execute a statement that changes something and returns rows of what it changed."""
        with _REFUSAL:
            return self._changed(statement, values).fetchall()

    def row(self, statement: str, *values: Any) -> tuple[Any, ...] | None:
        """Return the first row that a query finds."""
        with _REFUSAL:
            found: tuple[Any, ...] | None = self._database.execute(statement, values).fetchone()
            return found

    def rows(self, statement: str, *values: Any) -> Iterator[tuple[Any, ...]]:
        """Return the rows that a query finds, one by one."""
        with _REFUSAL:
            yield from self._database.execute(statement, values)

    def commit(self) -> None:
        """Commit all writes."""
        with _REFUSAL:
            if self._database.in_transaction:
                self._database.execute("COMMIT")
            self.writes = 0

    def _changed(self, statement: str, values: tuple[Any, ...]) -> sqlite3.Cursor:
        if not self._database.in_transaction:
            self._database.execute("BEGIN IMMEDIATE")
        self.writes += 1
        return self._database.execute(statement, values)

    def close(self) -> None:
        """Close the database; what was not committed is forgotten."""
        with _REFUSAL:
            self._database.close()


class _Refusal:
    """Turns what SQLite raises into a `LedgerWriteError`; it is entered a dozen times for a page."""

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, sqlite3.Error):
            if is_damage(error):
                raise LedgerDamagedError(f"the ledger is damaged ({error}): {REMEDY}") from error
            raise LedgerWriteError(f"the ledger cannot be written: {error}") from error


_REFUSAL = _Refusal()
