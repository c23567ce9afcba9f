"""Stores for each target of a crawl which events it has acknowledged.

The file `push.sqlite` stands beside the ledger. The ledger itself is no place for it: a writer beside a crawl
would make the crawl wait, and with LEDGER_DIR the ledger in the directory is a copy that is replaced. The
directory may then be on network storage; therefore the file has no write-ahead log.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from crawler.ledger.lock import DirectoryInUseError
from crawler.pushing.reading import Position

try:
    import fcntl
except ImportError:  # Windows: commands that lock nothing work there
    fcntl = None  # type: ignore[assignment]

FILE = "push.sqlite"
"""Name of the file inside a crawl's directory."""
_TABLE = """
CREATE TABLE IF NOT EXISTS deliveries (
    target TEXT PRIMARY KEY,  -- its name, see targets.py
    log TEXT NOT NULL,        -- the position, see reading.Position
    serial INTEGER NOT NULL,
    event TEXT NOT NULL,
    ended INTEGER NOT NULL,   -- whether the target wants no more events
    error TEXT,               -- of the last try; null after a success
    tries INTEGER NOT NULL,   -- failed ones in a row
    next_try REAL             -- Unix time
) WITHOUT ROWID
"""
_COLUMNS = "target, log, serial, event, ended, error, tries, next_try"
_PATIENCE = 30.0  # seconds to wait for another process that writes the file


class TargetInUseError(DirectoryInUseError):
    """Another process pushes to the same target. Raised by `claimed`."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """The state of a target."""

    target: str
    position: Position = field(default_factory=Position)
    """The last acknowledged event."""
    has_ended: bool = False
    """Whether the target wants no more events."""
    error: str | None = None
    """The error of the last try; None after a success."""
    tries: int = 0
    """Number of failed tries in a row."""
    next_try: float | None = None
    """Unix time of the next try."""


class Deliveries:
    """The targets of the crawl in a folder. Raises OSError if its file cannot be used."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE
        with _explained(self._path), ExitStack() as failing:
            self._database = sqlite3.connect(self._path, timeout=_PATIENCE, isolation_level=None)
            failing.callback(self._database.close)
            self._database.execute("PRAGMA journal_mode = TRUNCATE")
            self._database.execute(_TABLE)
            failing.pop_all()

    def get(self, target: str) -> Delivery | None:
        """Return the state of a target; None if nothing was pushed to it yet."""
        return next((each for each in self.all() if each.target == target), None)

    def all(self) -> list[Delivery]:
        """Return the states of all targets, by name."""
        with _explained(self._path):
            return _all(self._database)

    def put(self, delivery: Delivery) -> None:
        """Store the state of a target."""
        position = delivery.position
        row = (delivery.target, position.log, position.serial, position.event, delivery.has_ended)
        with _explained(self._path):
            self._database.execute(
                f"INSERT OR REPLACE INTO deliveries ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
                (*row, delivery.error, delivery.tries, delivery.next_try),
            )

    def close(self) -> None:
        """Close the file."""
        self._database.close()


def stored_deliveries(folder: Path) -> list[Delivery]:
    """Return the states of the targets of a crawl; none if nothing was pushed yet. Raises OSError.

    Nothing is written, so that the folder may be read-only, except that SQLite rolls back the change of a
    killed push.
    """
    path = folder / FILE
    if not path.is_file() or not path.stat().st_size:
        return []
    location = f"{path.absolute().as_uri()}?mode=rw"
    with _explained(path), closing(sqlite3.connect(location, timeout=_PATIENCE, uri=True)) as database:
        return _all(database)


def _all(database: sqlite3.Connection) -> list[Delivery]:
    rows = database.execute(f"SELECT {_COLUMNS} FROM deliveries ORDER BY target")  # noqa: S608
    return [
        Delivery(target, Position(log, serial, event), bool(ended), *more)
        for target, log, serial, event, ended, *more in rows
    ]


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Raise an OSError with advice in place of SQLite's errors."""
    try:
        yield
    except sqlite3.Error as error:
        advice = "make room on the disk, or end other programs that use it"
        if getattr(error, "sqlite_errorcode", None) in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
            advice = "move it away, after which all events are sent again"
        raise OSError(f"{path} cannot be used ({error}): {advice}") from error


@contextmanager
def claimed(folder: Path, number: int) -> Iterator[None]:
    """Claim a target for this process, so that one process at a time sends its events.

    `number` identifies the target. Raises `TargetInUseError`, and OSError on a system without such locks.
    """
    if fcntl is None:
        raise OSError(f"{folder}: Windows has no locks for a push: use Linux, macOS or WSL")
    file = os.open(folder / f"{FILE}.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, number)
        except (BlockingIOError, PermissionError) as error:
            raise TargetInUseError(
                f"another process pushes {folder} to this target: wait until it ends, or stop it"
            ) from error
        yield
    finally:
        os.close(file)
