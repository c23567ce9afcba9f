"""Keeps a ledger on a local disk, and copies it to its crawl's directory (its home).

SQLite's write-ahead log cannot live on storage that machines share. So the crawl writes a ledger on its own
machine; from time to time, a copy of its committed state replaces the ledger at home, at once and as a whole.
If a machine is lost, so are its commits after the last copy: the next run takes back the records in output
and archive, and requests the missing pages again.
"""

from __future__ import annotations

import hashlib
import logging
import shutil
import sqlite3
import threading
import time
from contextlib import closing
from pathlib import Path

from crawler.ledger.durable import synchronise
from crawler.ledger.schema import check_file, worded

logger = logging.getLogger(__name__)

SHARE = 20
"""Minimum pause between copies, as a multiple of the duration of the last one."""
_PATIENCE = 30.0  # seconds to wait until a reader of the ledger at home has finished


class AwayLedger:
    """The ledger of a crawl whose directory is `home`, copied to the folder `room` of this machine.

    A ledger that an earlier run left in the room is ignored: another machine may have continued the crawl
    since. Raises `LedgerFormatError`, `LedgerWriteError` and `OSError`.
    """

    def __init__(self, home: Path, room: Path, name: str, period: float) -> None:
        mark = hashlib.sha256(str(home.absolute()).encode()).hexdigest()[:12]
        self.folder = room.absolute() / f"{home.name}-{mark}"
        """Folder of the local ledger."""
        self._home = home / name
        check_file(self._home, self._home.parent)
        self.is_new = not self._home.is_file()
        """Whether the crawl had no ledger yet."""
        self._here = self.folder / name
        self._period = period
        self._copying: threading.Thread | None = None
        self._next = time.monotonic() + period
        self._fetch()

    def _fetch(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        if self.is_new:
            return
        try:
            _settle(self._home)
            _copy(self._home, self._here)
        except sqlite3.Error as error:
            raise worded(error, self._home, self._home.parent) from error

    def tend(self) -> None:
        """Start a copy in a thread if one is due."""
        is_busy = self._copying is not None and self._copying.is_alive()
        if not is_busy and time.monotonic() >= self._next:
            self._copying = threading.Thread(target=self._copy_timely, daemon=True)
            self._copying.start()

    def _copy_timely(self) -> None:
        began = time.monotonic()
        try:
            self._replace_home()
        except (OSError, sqlite3.Error) as error:
            logger.warning(
                "The ledger could not be copied to the crawl's directory (%s); it is retried.", error
            )
        took = time.monotonic() - began
        self._next = time.monotonic() + max(self._period, SHARE * took)

    def bring_home(self) -> None:
        """Copy the committed state. Raises OSError and `sqlite3.Error`; home then keeps the earlier copy."""
        if self._copying is not None:
            self._copying.join()
        self._replace_home()

    def _replace_home(self) -> None:
        snapshot, beside = self.folder / "snapshot", self._home.with_name(f".{self._home.name}.copy")
        snapshot.unlink(missing_ok=True)
        _copy(self._here, snapshot)
        shutil.copyfile(snapshot, beside)
        synchronise(beside)
        beside.replace(self._home)
        synchronise(self._home.parent)
        snapshot.unlink()

    def leave(self) -> None:
        """Delete the local folder, once the ledger is copied."""
        shutil.rmtree(self.folder, ignore_errors=True)


def _copy(source: Path, target: Path) -> None:
    """Copy a snapshot of a database into a new file that has no log beside it."""
    with closing(sqlite3.connect(source, timeout=_PATIENCE)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)
        new.execute("PRAGMA journal_mode = DELETE")


def _settle(path: Path) -> None:
    """Write a ledger's log into the ledger, so that another file may replace it.

    SQLite would take a remaining log for the log of the new file. Raises `sqlite3.Error`.
    """
    if path.with_name(f"{path.name}-wal").exists():
        with closing(sqlite3.connect(path, timeout=_PATIENCE)) as ledger:
            ledger.execute("PRAGMA journal_mode = DELETE")
