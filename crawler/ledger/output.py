"""A file of JSON Lines that holds what the ledger has committed: no line less, none twice, none torn."""

from __future__ import annotations

import logging
import os
from pathlib import Path

from crawler.ledger.journal import Journal

logger = logging.getLogger(__name__)


class OutputFile:
    """An append-only file, written behind the ledger.

    A line is committed to the ledger first, then appended to the file; that it is there is recorded with
    the next commit, after the file was synchronised. So the file never holds what the ledger might forget,
    and what the file lacks the ledger still has. Raises `OSError` where the file refuses a line and
    `LedgerWriteError` where the ledger does.
    """

    def __init__(self, journal: Journal, path: Path) -> None:
        self._journal = journal
        self._path = path
        self._pending: list[bytes] = []
        self._is_dirty = False
        self._file: int | None = None
        self.was_shortened = False
        """Whether lines that were in the file are gone, by somebody else's doing."""
        self.end = self._recovered()
        """Where the next line will begin."""
        self._written = self.end

    def add(self, line: bytes) -> int:
        """Put a line into the ledger's transaction; return where it will begin in the file."""
        start = self.end
        self._journal.write("INSERT INTO outbox VALUES (?, ?, ?)", self._path.name, start, line)
        self._pending.append(line)
        self.end += len(line)
        return start

    def before_commit(self) -> None:
        """Record what is in the file, once the disk has it."""
        if self._is_dirty and self._file is not None:
            os.fsync(self._file)
            self._record(self._written)
            self._is_dirty = False

    def after_commit(self) -> None:
        """Append what is committed now."""
        if self._pending:
            text = b"".join(self._pending)
            self._append(text)
            self._pending.clear()
            self._written += len(text)
            self._is_dirty = True

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def _append(self, text: bytes) -> None:
        file = self._opened()
        size = os.fstat(file).st_size
        try:
            rest = memoryview(text)
            while rest:
                rest = rest[os.write(file, rest) :]
        except OSError:
            os.ftruncate(file, size)  # no line is left in the middle; the next run completes the file
            raise

    def _opened(self) -> int:
        if self._file is None:
            self._file = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o644)
            folder = os.open(self._path.parent, os.O_RDONLY)
            os.fsync(folder)  # or a power failure could lose the name of a new file
            os.close(folder)
        return self._file

    def _record(self, written: int) -> None:
        name = self._path.name
        self._journal.write("INSERT OR REPLACE INTO outputs VALUES (?, ?)", name, written)
        self._journal.write("DELETE FROM outbox WHERE file = ? AND start < ?", name, written)

    def _recovered(self) -> int:
        """Cut the file back to what is recorded, complete it with what is committed, return its length."""
        found = self._journal.row("SELECT written FROM outputs WHERE file = ?", self._path.name)
        written = self._recorded(found[0] if found else 0)
        lines = self._journal.rows("SELECT line FROM outbox WHERE file = ? ORDER BY start", self._path.name)
        missing = b"".join(line for (line,) in lines)
        tail = self._tail(written)
        if missing.startswith(tail):
            missing = missing[len(tail) :]
        else:
            logger.warning("Cut off %d bytes of %s that the ledger knows nothing of", len(tail), self._path)
            os.truncate(self._path, written)
            tail = b""
        if missing:
            self._append(missing)
        return self._settled(written + len(tail) + len(missing))

    def _recorded(self, written: int) -> int:
        """Where the recorded part ends; somebody may have taken the file away, or a part of it."""
        size = self._path.stat().st_size if self._path.is_file() else 0
        if size >= written:
            return written
        size = _whole(self._path, size)
        logger.warning("%s lacks %d bytes; what is gone is not written again", self._path, written - size)
        self.was_shortened = True
        return size

    def _tail(self, written: int) -> bytes:
        if not self._path.is_file():
            return b""
        with self._path.open("rb") as file:
            file.seek(written)
            return file.read()

    def _settled(self, size: int) -> int:
        if self._file is not None:
            os.fsync(self._file)
        self._record(size)
        self._journal.write("DELETE FROM outbox WHERE file = ?", self._path.name)
        self._journal.commit()
        return size


def _whole(path: Path, size: int) -> int:
    """How much of a file that somebody shortened consists of whole lines."""
    if not size:
        return 0
    with path.open("rb") as file:
        file.seek(max(0, size - (1 << 24)))
        tail = file.read()
    return size - len(tail) + tail.rfind(b"\n") + 1
