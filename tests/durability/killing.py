"""Runs `scrapy` in this process and kills it, as `kill -9` does, at its Nth write to ledger or output.

`python -m tests.durability.killing N crawl news ...` counts, as one write each: a statement that changes the
ledger, a commit before and after it is made, an append to the output or the archive before, in the middle of
and after it, an fsync of the output, and each step of copying a ledger home. Production code knows nothing
of this.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import Any

from scrapy.cmdline import execute

from crawler.ledger import away
from crawler.ledger.archive import Archive
from crawler.ledger.journal import Journal
from crawler.ledger.output import OutputFile


class Countdown:
    """Kills the process when as many steps as it was given are over."""

    def __init__(self, steps: int) -> None:
        self.left = steps

    def step(self) -> None:
        """Count one write."""
        self.left -= 1
        if self.left <= 0:
            os.kill(os.getpid(), signal.SIGKILL)


def arm(countdown: Countdown) -> None:
    """Let every write count."""
    changed, commit = Journal._changed, Journal.commit
    append, before_commit, write = OutputFile._append, OutputFile.before_commit, Archive._write

    def counted_change(self: Journal, statement: str, values: tuple[Any, ...]) -> Any:
        countdown.step()
        return changed(self, statement, values)

    def counted_commit(self: Journal) -> None:
        countdown.step()
        commit(self)
        countdown.step()

    def torn_append(self: OutputFile, text: bytes) -> None:
        countdown.step()
        if countdown.left == 1:
            os.write(self._opened(), text[: len(text) // 2])
        countdown.step()
        append(self, text)
        countdown.step()

    def torn_write(self: Archive, records: bytes) -> None:
        countdown.step()
        if countdown.left == 1 and self._file is not None:
            os.write(self._file, records[: len(records) // 2])
        countdown.step()
        write(self, records)
        countdown.step()

    def counted_sync(self: OutputFile) -> None:
        before_commit(self)
        countdown.step()

    Journal._changed = counted_change  # type: ignore[method-assign]
    Journal.commit = counted_commit  # type: ignore[method-assign]
    OutputFile._append = torn_append  # type: ignore[method-assign]
    Archive._write = torn_write  # type: ignore[method-assign]
    OutputFile.before_commit = counted_sync  # type: ignore[method-assign]


def arm_copies(countdown: Countdown) -> None:
    """Let the steps of copying a ledger home count, too."""
    copy, synchronise = away._copy, away._synchronise

    def counted_copy(source: Path, target: Path) -> None:
        countdown.step()
        copy(source, target)
        countdown.step()

    def counted_synchronise(path: Path) -> None:
        countdown.step()  # the copy lies beside the ledger, or has just taken its place
        synchronise(path)
        countdown.step()

    away._copy, away._synchronise = counted_copy, counted_synchronise


if __name__ == "__main__":
    given = Countdown(int(sys.argv[1]))
    arm(given)
    arm_copies(given)
    execute(["scrapy", *sys.argv[2:]])
