"""Writes the ledger through one connection, with group commits."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from crawler.program import program


class LedgerWriteError(Exception):
    """The disk refused the ledger: it is full, or broken. Raised by every method of `Journal`."""


class LedgerDamagedError(LedgerWriteError):
    """The ledger's file differs from the data that SQLite wrote. Raised by every method of `Journal`."""

    def __str__(self) -> str:
        """Word the damage and the remedy, for an unknown directory."""
        return self.within("DIR")

    def within(self, folder: Path | str) -> str:
        """Word the damage and the remedy for the ledger of a directory."""
        return f"{super().__str__()}: {remedy(folder)}"


class LedgerLockedError(LedgerWriteError):
    """Another program has locked the ledger. Raised by every method of `Journal`."""


class LedgerClosedError(LedgerWriteError):
    """The ledger's file may not be opened or written. Raised by every method of `Journal`."""


def remedy(folder: Path | str = "DIR") -> str:
    """Word the remedy for a damaged ledger of the crawl in a directory."""
    return (
        f"`{program()} ledger rebuild {folder}` moves the ledger aside and makes a new one from the articles"
        " and the archive"
    )


def making(folder: Path) -> str:
    """Word the remedy for a lost ledger of the crawl in a directory."""
    return f"next: {program()} ledger rebuild {folder}, which makes one from the articles and the archive"


_REFUSED = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_NOMEM)
_LOCKED = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_CLOSED = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM)


SQLITE_ERRORS = (sqlite3.Error, UnicodeDecodeError)
"""Errors of SQLite. A message for a damaged file may quote bytes of it, which Python cannot decode."""


def ledger_error(error: sqlite3.Error | UnicodeDecodeError) -> LedgerWriteError:
    """Word an error of SQLite by its kind; every other kind than these three means a damaged file."""
    kind = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the higher bits hold the details
    if kind in _REFUSED or isinstance(error, sqlite3.ProgrammingError):
        return LedgerWriteError(f"the ledger cannot be written: {error}")
    if kind in _LOCKED:
        return LedgerLockedError(f"another program has locked the ledger ({error}): close it, then try again")
    if kind in _CLOSED:
        return LedgerClosedError(
            f"the ledger cannot be opened or written ({error}): check the permissions of ledger.sqlite and of"
            " its directory, or use a CRAWL_DIR with a shorter path"
        )
    return LedgerDamagedError(f"the ledger is damaged ({error})")


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
        """Execute a statement that changes rows; return their number."""
        with _REFUSAL:
            return self._changed(statement, values).rowcount

    def write_returning(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        """Execute a statement that changes rows; return the rows of its `RETURNING` clause."""
        with _REFUSAL:
            return self._changed(statement, values).fetchall()

    def row(self, statement: str, *values: Any) -> tuple[Any, ...] | None:
        """Return the first row of a query."""
        with _REFUSAL:
            row: tuple[Any, ...] | None = self._database.execute(statement, values).fetchone()
            return row

    def rows(self, statement: str, *values: Any) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a query, one by one."""
        with _REFUSAL:
            for row in self._database.execute(statement, values):  # noqa: UP028  see below
                yield row  # `yield from` would close the cursor with the generator, maybe after the database

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
        """Close the database; uncommitted writes are lost."""
        with _REFUSAL:
            self._database.close()


class _Refusal:
    """Converts errors of SQLite to a `LedgerWriteError`; it is entered a dozen times for a page."""

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, SQLITE_ERRORS):
            raise ledger_error(error) from error


_REFUSAL = _Refusal()
