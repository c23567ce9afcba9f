"""Runs `scrapy` in this process and kills it, as `kill -9` does, at its Nth write to ledger or output.

`python -m tests.durability.killing N crawl news ...` counts, as one write each: a statement that changes the
ledger, a commit before and after it is made, an append to the output or the archive before, in the middle of
and after it, an fsync of the output, each step of copying a ledger home, and of writing a picture. It commits
after every third visit instead of twice a second, so that the commits before the Nth write depend on no
machine's speed. With `end` for N it is killed when all is committed but the end of the run, with `never`
from outside alone. With `upgrade-N` each statement counts from the opening of the ledger on. Other commands
than `crawl` are killed in the same way, `export` also at each record and each step of its end.

It waits two seconds, not five, for a sign of another machine. Production code knows nothing of this.
"""

from __future__ import annotations

import os
import signal
import sqlite3
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

from scrapy.cmdline import execute

from crawler.exporting import drafts, export
from crawler.exporting.selection import select
from crawler.extensions import ledger_keeper
from crawler.ledger import away, durable, lock, pictures
from crawler.ledger.archive import Archive
from crawler.ledger.away import AwayLedger
from crawler.ledger.journal import Journal
from crawler.ledger.ledger import Ledger
from crawler.ledger.output import OutputFile
from crawler.state.visits import Visits

VISITS = 3
"""Visits after which everything is committed."""
NEVER = 10**9
"""More writes, and more seconds, than a crawl has."""


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
        if countdown.left == 1 and text:  # an append of nothing makes no file
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
    copy, synchronise = away._copy, durable.synchronise

    def counted_copy(source: Path, target: Path) -> None:
        countdown.step()
        copy(source, target)
        countdown.step()

    def counted_synchronise(path: Path) -> None:
        countdown.step()  # the copy lies beside the ledger, or has just taken its place
        synchronise(path)
        countdown.step()

    away._copy = counted_copy
    vars(away)["synchronise"] = counted_synchronise


def arm_pictures(countdown: Countdown) -> None:
    """Let the steps of writing the file of a picture count: before its bytes, before and after its name."""
    folder, synchronise = durable.make_folder, durable.synchronise

    def counted_folder(path: Path) -> None:
        countdown.step()
        folder(path)
        countdown.step()

    def counted_synchronise(path: Path) -> None:
        countdown.step()
        synchronise(path)
        countdown.step()

    vars(pictures).update(make_folder=counted_folder, synchronise=counted_synchronise)


def commit_by_visits() -> None:
    """Commit by the number of visits, not by the clock; each copy of the ledger comes two commits later."""
    finish, tend = Visits._finish, AwayLedger.tend
    ended = count(1)

    def finish_and_commit(self: Visits, visit: Any, result: Any) -> None:
        finish(self, visit, result)
        if next(ended) % VISITS == 0 and self._files is not None:
            self._files.commit()

    def await_and_tend(self: AwayLedger) -> None:
        if self._copying is not None:
            self._copying.join()
        tend(self)

    ledger_keeper.EVERY, away.SHARE = NEVER, 0
    Visits._finish = finish_and_commit  # type: ignore[method-assign]
    AwayLedger.tend = await_and_tend  # type: ignore[method-assign]


def arm_export(countdown: Countdown) -> None:
    """Let the records of an export count, and the steps of its end."""
    tree, name = durable.synchronise_tree, durable.synchronise

    def counted(*given: Any) -> Iterator[Any]:
        for revision in select(*given):
            countdown.step()
            yield revision

    def stepped(act: Callable[[Path], None]) -> Callable[[Path], None]:
        def around(path: Path) -> None:
            countdown.step()
            act(path)
            countdown.step()

        return around

    vars(export)["select"] = counted
    vars(drafts).update(synchronise_tree=stepped(tree), synchronise=stepped(name))


def arm_upgrade(countdown: Countdown) -> None:
    """Let every statement count, those that read and those of an upgrade as well."""
    connect = sqlite3.connect

    def traced(*given: Any, **options: Any) -> sqlite3.Connection:
        database: sqlite3.Connection = connect(*given, **options)
        database.set_trace_callback(lambda _: countdown.step())
        return database

    vars(sqlite3)["connect"] = traced


def arm_end(countdown: Countdown) -> None:
    """Let the process be killed between the last visit and the end of the run."""

    def killed(self: Ledger, reason: str, taken: int, returned: int) -> Any:  # noqa: ARG001  as `end` has them
        self.commit()
        countdown.left = 0
        countdown.step()

    Ledger.end = killed  # type: ignore[method-assign]


if __name__ == "__main__":
    commit_by_visits()
    lock.SILENCE = 2.0
    kind, _, number = sys.argv[1].rpartition("-")
    given = Countdown(int(number) if number.isdecimal() else NEVER)
    if kind == "upgrade":
        arm_upgrade(given)
    else:
        arm(given)
        arm_copies(given)
        arm_pictures(given)
        arm_export(given)
    if number == "end":
        arm_end(given)
    execute(["scrapy", *sys.argv[2:]])
