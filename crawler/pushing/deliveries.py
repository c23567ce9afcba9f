"""Stores for each target of a crawl which events it has acknowledged.

The file `push.sqlite` stands beside the ledger. The ledger itself is no place for it: a writer beside a crawl
would make the crawl wait, and with LEDGER_DIR the ledger in the directory is a copy that is replaced. The
directory may then be on network storage; therefore the file has no write-ahead log.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
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
    """The targets of the crawl in a folder. Raises OSError if it is unusable, else `sqlite3.Error`."""

    def __init__(self, folder: Path) -> None:
        self._database = sqlite3.connect(folder / FILE, timeout=_PATIENCE, isolation_level=None)
        try:
            self._database.execute("PRAGMA journal_mode = TRUNCATE")
            self._database.execute(_TABLE)
        except sqlite3.DatabaseError as error:
            self._database.close()
            raise OSError(
                f"{folder / FILE} cannot be used ({error}): close other programs that use it, or move it"
                " away, after which all events are sent again"
            ) from error

    def get(self, target: str) -> Delivery | None:
        """Return the state of a target; None if nothing was pushed to it yet."""
        return next((each for each in self.all() if each.target == target), None)

    def all(self) -> list[Delivery]:
        """Return the states of all targets, by name."""
        rows = self._database.execute(f"SELECT {_COLUMNS} FROM deliveries ORDER BY target")  # noqa: S608
        return [
            Delivery(target, Position(log, serial, event), bool(ended), *more)
            for target, log, serial, event, ended, *more in rows
        ]

    def put(self, delivery: Delivery) -> None:
        """Store the state of a target."""
        position = delivery.position
        row = (delivery.target, position.log, position.serial, position.event, delivery.has_ended)
        self._database.execute(
            f"INSERT OR REPLACE INTO deliveries ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
            (*row, delivery.error, delivery.tries, delivery.next_try),
        )

    def close(self) -> None:
        """Close the file."""
        self._database.close()


def stored_deliveries(folder: Path) -> list[Delivery]:
    """Return the states of the targets of a crawl; none if nothing was pushed yet. Raises `sqlite3.Error`."""
    if not (folder / FILE).is_file():
        return []
    with closing(Deliveries(folder)) as deliveries:
        return deliveries.all()


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
