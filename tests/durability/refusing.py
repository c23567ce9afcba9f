"""Runs `scrapy` in this process on a disk that is full from its Nth write to one file on.

`python -m tests.durability.refusing output N crawl news ...`, or `ledger` or `archive` for another file. Half
of the data that does not fit is written. Production code knows nothing of this.
"""

from __future__ import annotations

import errno
import os
import sqlite3
import sys
from typing import Any

from scrapy.cmdline import execute

from crawler.ledger.journal import Journal
from crawler.ledger.output import OutputFile


class Room:
    """How many writes the disk still takes."""

    def __init__(self, writes: int) -> None:
        self.left = writes

    def take(self) -> bool:
        """Return whether there is room for another write."""
        self.left -= 1
        return self.left >= 0


def fill_output(room: Room) -> None:
    """Refuse lines."""
    append = OutputFile._append

    def refused(self: OutputFile, text: bytes) -> None:
        if not room.take():
            os.write(self._opened(), text[: len(text) // 2])
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        append(self, text)

    OutputFile._append = refused  # type: ignore[method-assign]


def fill_archive(room: Room) -> None:
    """Refuse raw pages."""
    open_file, write = os.open, os.write
    archived: set[int] = set()

    def opened(path: Any, *options: Any) -> int:
        file = open_file(path, *options)
        (archived.add if str(path).endswith(".warc.gz") else archived.discard)(file)
        return file

    def refused(file: int, text: bytes) -> int:
        if file in archived and not room.take():
            write(file, text[: len(text) // 2])
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return write(file, text)

    os.open, os.write = opened, refused  # type: ignore[assignment]


def fill_ledger(room: Room) -> None:
    """Refuse statements."""
    changed = Journal._changed

    def refused(self: Journal, statement: str, values: tuple[Any, ...]) -> Any:
        if not room.take():
            error = sqlite3.OperationalError("database or disk is full")
            error.sqlite_errorcode = sqlite3.SQLITE_FULL
            raise error
        return changed(self, statement, values)

    Journal._changed = refused  # type: ignore[method-assign]


if __name__ == "__main__":
    {"output": fill_output, "ledger": fill_ledger, "archive": fill_archive}[sys.argv[1]](
        Room(int(sys.argv[2]))
    )
    execute(["scrapy", *sys.argv[3:]])
