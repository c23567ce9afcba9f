"""Runs a command in each crawl that its command line names: an error in one does not stop the others."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from crawler.accounting.outcome import ExitStatus, worst
from crawler.ledger.crawls import Sign, find_crawls
from crawler.ledger.journal import LedgerDamagedError, LedgerLockedError, LedgerWriteError
from crawler.ledger.lock import DirectoryInUseError
from crawler.ledger.schema import LedgerFormatError
from crawler.logs import printable
from crawler.program import program
from crawler.text.counts import counted

SEVERAL = """\
DIR is the directory of a crawl, of a fleet, or one that holds directories of crawls and fleets, such as data;
you may name several. If a crawl cannot be used, standard error names it, and the command continues with the
others. The exit status is the worst of all."""
"""A paragraph for the help of commands that take several directories."""
NAME_ONE = "name the directory of a crawl or several"
_ERRORS = (LedgerFormatError, LedgerWriteError, sqlite3.Error, DirectoryInUseError, OSError)


@dataclass(frozen=True, slots=True)
class Crawl:
    """A crawl that a command works on."""

    folder: Path
    label: str
    """The beginning of its lines: `data/www.example.com: `; empty if the command line names one crawl."""


@dataclass(frozen=True, slots=True)
class CommandResult:
    """The result of a command's work in all crawls."""

    status: ExitStatus
    """The worst status of all crawls."""
    crawls: int
    """Crawls in which the work was done."""
    failed: int
    """Paths and crawls in which it failed; each was named on standard error."""
    has_summary: bool
    """Whether the command ends with a line about all crawls."""

    def summary(self, words: str) -> str:
        """Word the last line of a command's output, with these words for the sum of all crawls."""
        if not self.failed:
            return f"{counted(self.crawls, 'crawl')}: {words}"
        done = f"{self.crawls:,} of {counted(self.crawls + self.failed, 'crawl')}"
        return f"{done}: {words}; {counted(self.failed, 'crawl')} unusable, see standard error"


def in_each(
    command: str, arguments: Sequence[str], sign: Sign, work: Callable[[Crawl], ExitStatus]
) -> CommandResult:
    """Run `work` in each crawl that the arguments name; report errors on standard error.

    `work` returns its exit status. Errors of ledgers, locks and files in one crawl do not stop the others.
    """
    if not arguments:
        return CommandResult(
            complain(command, f"{NAME_ONE}: {program()} {command} data/www.example.com"), 0, 1, False
        )
    crawls = find_crawls(arguments, sign)
    failures = [complain(command, str(error)) for error in crawls.errors]
    statuses = []
    for folder in crawls.paths:
        crawl = Crawl(folder, f"{folder}: " if crawls.are_several else "")
        try:
            statuses.append(work(crawl))
        except _ERRORS as error:
            failures.append(complain(command, _named(crawl, _words_of(error, folder)), _status_of(error)))
    has_summary = crawls.are_several and bool(statuses)
    return CommandResult(worst((*statuses, *failures)), len(statuses), len(failures), has_summary)


def complain(command: str, words: str, status: ExitStatus = ExitStatus.BAD_ARGUMENTS) -> ExitStatus:
    """Print an error on standard error; return the exit status."""
    sys.stderr.write(f"{program()} {command}: {printable(words)}\n")
    return status


def _named(crawl: Crawl, words: str) -> str:
    """Return the words of an error with the crawl before them, unless they name it."""
    return words if str(crawl.folder) in words else f"{crawl.label}{words}"


def _words_of(error: Exception, folder: Path) -> str:
    return error.within(folder) if isinstance(error, LedgerDamagedError) else str(error)


def _status_of(error: Exception) -> ExitStatus:
    if isinstance(error, DirectoryInUseError | LedgerLockedError):
        return ExitStatus.DIRECTORY_IN_USE
    return ExitStatus.OUTPUT_FAILED if isinstance(error, OSError) else ExitStatus.BAD_ARGUMENTS
