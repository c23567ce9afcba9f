"""Reconciles an output file with its ledger, after a change from outside.

The ledger may be older than the file (a backup, a lost log), or somebody may have changed the file. No
complete record is lost: records that the ledger lacks are added to it; lines that are no records, and
repeated ones, are moved aside.
"""

from __future__ import annotations

import json
import logging
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from typing import Any, BinaryIO

from crawler.ledger.journal import Journal
from crawler.ledger.revisions import Revision, Revisions

logger = logging.getLogger(__name__)

ASIDE = ".aside"
"""Suffix of the file for lines that do not belong in the output."""
_PIECE = 1 << 20  # bytes copied at once

Reader = Callable[[bytes], Revision | None]
"""Reads a line; None for a record that is no article. Raises ValueError for an invalid line."""


def read_record(line: bytes) -> None:
    """Read a line of a file without articles. Raises ValueError for an invalid line."""
    if not isinstance(json.loads(line), dict):
        raise ValueError("not a JSON object")  # noqa: TRY004  the content is wrong, not the argument


class LineStanding(Enum):
    """The relation of a line to the ledger."""

    UNKNOWN = "unknown"
    """An article that was missing in the ledger, and is added."""
    KNOWN = "known"
    OTHER = "no article"
    """A record of another kind, such as those of your own spiders."""
    REPEATED = "there already"
    BROKEN = "no record"


_STRAY = (LineStanding.REPEATED, LineStanding.BROKEN)


@dataclass(frozen=True, slots=True)
class Stray:
    """A line that does not belong in the file."""

    start: int
    length: int


@dataclass(frozen=True, slots=True)
class Reconciled:
    """The content of a file, and its missing lines."""

    end: int
    """Its length."""
    missing: tuple[bytes, ...]
    """Committed lines that are missing in it."""
    counts: Counter[LineStanding]


class Reconciliation:
    """Sorts the lines of a file from `begin` on; `committed` are lines that belong in it.

    Nothing is committed here; if the process is killed before the commit, all of it is repeated. Raises
    `LedgerWriteError` and `OSError`.
    """

    def __init__(
        self, journal: Journal, path: Path, begin: int, committed: Iterable[bytes], read: Reader
    ) -> None:
        self._journal = journal
        self._path = path
        self._begin = begin
        self._read = read
        self._committed = dict.fromkeys(committed)

    def run(self) -> Reconciled:
        """Record the offset of each article's line; move aside lines that do not belong in the file."""
        if self._read is not read_record:
            self._journal.write("UPDATE revisions SET start = NULL WHERE start >= ?", self._begin)
        _mend_end(self._path, self._begin, self._read)
        counts: Counter[LineStanding] = Counter()
        strays: list[Stray] = []
        start = end = self._begin
        for line in _lines(self._path, self._begin):
            standing = self._standing(line, end)
            counts[standing] += 1
            if standing in _STRAY:
                strays.append(Stray(start, len(line)))
            start += len(line)
            end += 0 if standing in _STRAY else len(line)
        if strays:
            _move_aside(self._path, strays)
        _tell(self._path, counts)
        return Reconciled(end, tuple(filter(self._is_missing, self._committed)), counts)

    def place(self, line: bytes, start: int) -> None:
        """Record the offset of a missing line, which is appended now."""
        revision = self._revision(line)
        if revision is not None:
            self._set_start(revision, start)

    def _standing(self, line: bytes, start: int) -> LineStanding:
        self._committed.pop(line, None)
        try:
            revision = self._read(line)
        except ValueError:
            return LineStanding.BROKEN
        if revision is None:
            return LineStanding.OTHER
        known = self._start_of(revision)
        if known is None:
            Revisions(self._journal).add(replace(revision, start=start))
            return LineStanding.UNKNOWN
        if known[0] is not None:
            return LineStanding.REPEATED
        self._set_start(revision, start)
        return LineStanding.KNOWN

    def _is_missing(self, line: bytes) -> bool:
        """Return whether the file lacks a line, also in an edited form."""
        revision = self._revision(line)
        known = self._start_of(revision) if revision is not None else None
        return known is None or known[0] is None

    def _revision(self, line: bytes) -> Revision | None:
        with suppress(ValueError):  # the lines of a user's own spider count, too, whatever they contain
            return self._read(line)
        return None

    def _start_of(self, revision: Revision) -> tuple[Any, ...] | None:
        statement = "SELECT start FROM revisions WHERE id = ? AND revision = ?"
        return self._journal.row(statement, revision.id, revision.revision)

    def _set_start(self, revision: Revision, start: int) -> None:
        statement = "UPDATE revisions SET start = ? WHERE id = ? AND revision = ?"
        self._journal.write(statement, start, revision.id, revision.revision)


def _lines(path: Path, begin: int) -> Iterator[bytes]:
    """Yield the lines of a file from an offset on; none without a file."""
    if path.is_file():
        with path.open("rb") as file:
            file.seek(begin)
            yield from file


def _mend_end(path: Path, begin: int, read: Reader) -> None:
    """Add the last line's missing line feed, or truncate an incomplete line."""
    last = b""
    for last in _lines(path, begin):  # noqa: B007  the last one counts
        pass
    if not last or last.endswith(b"\n"):
        return
    with path.open("r+b") as file:
        end = file.seek(0, os.SEEK_END)
        try:
            read(last)
            file.write(b"\n")
        except ValueError:
            file.truncate(end - len(last))
            logger.warning("Truncated %d bytes of an incomplete line of %s", len(last), path)


def _move_aside(path: Path, strays: list[Stray]) -> None:
    """Copy the strays into their own file, then replace the output by one without them."""
    path = path.resolve()  # a symbolic link stays one
    aside, new = path.with_name(path.name + ASIDE), path.with_name(f".{path.name}.new")
    with path.open("rb") as old, aside.open("ab") as moved, new.open("wb") as left:
        for stray in strays:
            _copy(old, left, stray.start - old.tell())
            _copy(old, moved, stray.length)
        _copy(old, left, path.stat().st_size - old.tell())
        for file in (moved, left):
            file.flush()
            os.fsync(file.fileno())
    new.replace(path)


def _copy(source: BinaryIO, target: BinaryIO, length: int) -> None:
    while piece := source.read(min(length, _PIECE)):
        target.write(piece)
        length -= len(piece)


def _tell(path: Path, counts: Counter[LineStanding]) -> None:
    if counts[LineStanding.UNKNOWN]:
        logger.warning(
            "%s: took back %d articles that the ledger did not know", path, counts[LineStanding.UNKNOWN]
        )
    moved = [f"{counts[each]} {each.value}" for each in _STRAY if counts[each]]
    if moved:
        logger.warning("%s: moved lines to %s%s: %s", path, path.name, ASIDE, ", ".join(moved))
