"""Writes a file of JSON Lines with exactly the committed lines of the ledger."""

from __future__ import annotations

import logging
import os
from pathlib import Path

from crawler.ledger.durable import naming, synchronise
from crawler.ledger.journal import Journal
from crawler.ledger.reconciliation import LineStanding, Reader, Reconciliation, read_record
from crawler.ledger.regular import refuse_irregular

logger = logging.getLogger(__name__)


class OutputFile:
    """An append-only file, written behind the ledger.

    A line is committed to the ledger first, then appended to the file; the next commit records that the file
    has it, after the file was synchronised. So the ledger knows every line in the file, and still holds every
    line that the file lacks. If the file was changed since, `read` decides which of its lines are articles;
    the resulting changes of the ledger are on disk after the next commit. Raises `OSError` if the file
    refuses a line and `LedgerWriteError` if the ledger does.
    """

    def __init__(self, journal: Journal, path: Path, read: Reader = read_record) -> None:
        self._journal = journal
        self._path = path
        self._pending: list[bytes] = []
        self._is_dirty = False
        self._file: int | None = None
        self._read = read
        self.taken_back = 0
        """Number of articles in the file that were missing in the ledger."""
        self.appended = 0
        """Number of lines of this run in the file."""
        self.end = self._recovered()
        """Offset of the next line."""
        self._written = self._begun = self.end

    def add(self, line: bytes) -> int:
        """Add a line to the ledger's transaction; return its future offset in the file."""
        start = self.end
        self._journal.write("INSERT INTO outbox VALUES (?, ?, ?)", self._path.name, start, line)
        self._pending.append(line)
        self.end += len(line)
        return start

    def before_commit(self) -> None:
        """Record the length of the file, after synchronising it."""
        if self._is_dirty and self._file is not None:
            with naming(self._path):
                os.fsync(self._file)
            if os.fstat(self._file).st_nlink:
                self._record(self._written)
            else:
                self._begin_anew(self._file)
            self._is_dirty = False

    def after_commit(self) -> None:
        """Append the lines that are now committed."""
        if self._pending:
            text = b"".join(self._pending)
            self._append(text)
            self.appended += len(self._pending)
            self._pending.clear()
            self._written += len(text)
            self._is_dirty = True

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def _begin_anew(self, removed: int) -> None:
        """Write the lines of this run into the file that replaced the deleted one.

        An editor that writes a copy and renames it loses the lines that were appended meanwhile.
        """
        own = _lines_from(removed, self._begun) if self._path.exists() else []
        self._file = None
        self.end = self._written = self._begun = self._reconciled(0, [*own, *self._outbox()])
        self.appended += len(self._pending)
        self._pending.clear()
        os.close(removed)

    def _append(self, text: bytes) -> None:
        if not text:
            return
        with naming(self._path):
            file = self._opened()
            size = os.fstat(file).st_size
            try:
                rest = memoryview(text)
                while rest:
                    rest = rest[os.write(file, rest) :]
            except OSError:
                os.ftruncate(file, size)  # no incomplete line stays in the middle; the next run completes it
                raise

    def _opened(self) -> int:
        if self._file is None:
            self._file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o644)
            synchronise(self._path.parent)  # or a power failure could lose the name of a new file
        return self._file

    def _record(self, written: int) -> None:
        name = self._path.name
        self._journal.write("INSERT OR REPLACE INTO outputs VALUES (?, ?)", name, written)
        self._journal.write("DELETE FROM outbox WHERE file = ? AND start < ?", name, written)

    def _recovered(self) -> int:
        """Append the missing committed lines to the file, and return its length."""
        refuse_irregular(self._path)
        written = recorded_length(self._journal, self._path.name)
        lines = self._outbox()
        committed = b"".join(lines)
        size = self._path.stat().st_size if self._path.is_file() else 0
        if size < written:
            logger.warning(
                "%s is %d bytes shorter than the ledger records; missing articles are not written again. "
                "To start over, delete the directory.",
                self._path,
                written - size,
            )
        is_whole = ends_with_line(self._path, written)
        if is_whole and committed.startswith(tail := _piece(self._path, written, len(committed) + 1)):
            self._append(committed[len(tail) :])
            return self._settled(written + len(committed))
        return self._reconciled(written if is_whole else 0, lines)

    def _outbox(self) -> list[bytes]:
        """Return the lines, committed or in the open transaction, that are not recorded in the file yet."""
        rows = self._journal.rows("SELECT line FROM outbox WHERE file = ? ORDER BY start", self._path.name)
        return [line for (line,) in rows]

    def _reconciled(self, begin: int, committed: list[bytes]) -> int:
        """Reconcile a changed file with the ledger, and complete it."""
        reconciliation = Reconciliation(self._journal, self._path, begin, committed, self._read)
        reconciled = reconciliation.run()
        self.taken_back = reconciled.counts[LineStanding.UNKNOWN]
        end = reconciled.end
        for line in reconciled.missing:
            reconciliation.place(line, end)
            end += len(line)
        self._append(b"".join(reconciled.missing))
        return self._settled(end)

    def _settled(self, size: int) -> int:
        if size:
            os.fsync(self._opened())  # also lines of other programs
        self._record(size)
        self._journal.write("DELETE FROM outbox WHERE file = ?", self._path.name)
        return size


def recorded_length(journal: Journal, name: str) -> int:
    """Return the length of a file that the ledger has recorded, in bytes; 0 for an unknown file."""
    row = journal.row("SELECT written FROM outputs WHERE file = ?", name)
    return int(row[0]) if row else 0


def ends_with_line(path: Path, length: int) -> bool:
    """Return whether a file has at least this length, and a line ends there."""
    return length <= 0 or _piece(path, length - 1, 1) == b"\n"


def _piece(path: Path, start: int, most: int) -> bytes:
    """Return a piece of a file; empty if there is none."""
    if not path.is_file():
        return b""
    with path.open("rb") as file:
        file.seek(start)
        return file.read(most)


def _lines_from(file: int, start: int) -> list[bytes]:
    with os.fdopen(os.dup(file), "rb") as opened:
        opened.seek(start)
        return opened.readlines()
