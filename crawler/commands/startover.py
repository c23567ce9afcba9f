"""`scrapy startover`: move the files of a crawl aside, so that its next run begins anew."""

from __future__ import annotations

import argparse
import shlex
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from crawler.accounting.outcome import ExitStatus
from crawler.commands.each_crawl import complain
from crawler.commands.printing import say
from crawler.internals.commands import DescribedCommand
from crawler.ledger.crawls import HISTORY
from crawler.ledger.invocations import latest_invocation
from crawler.ledger.journal import LedgerWriteError
from crawler.ledger.ledger import ARTICLES, LEDGER, REMOVALS
from crawler.ledger.lock import DirectoryInUseError, Lock
from crawler.ledger.schema import LOGS, LedgerFormatError
from crawler.pictures.names import FOLDER as PHOTOS
from crawler.program import program

_DESCRIPTION = """\
Start a crawl over: move its ledger, articles, pictures, history and archive to DIR/earlier/TIME/. The next
run then fetches everything as if for the first time. Nothing is deleted. Without --yes, nothing is moved
either: the command only says what it would do. To look for changes in known articles, use `scrapy recheck`.

Examples:
  scrapy startover data/www.example.com
  scrapy startover data/www.example.com --yes

Exit status:
  0  moved; without --yes, nothing was done
  2  the path is no crawl
  4  a file could not be moved
  8  a run is active in the crawl
"""
_LEDGER = (LEDGER, *(f"{LEDGER}{suffix}" for suffix in LOGS))
FILES = (*_LEDGER, ARTICLES, REMOVALS, HISTORY, "pages", PHOTOS)
"""Files to move, the ledger first: after a crash, the next run adds the articles to a new ledger."""
EARLIER = "earlier"
"""Folder in a crawl's directory for the files that were moved aside."""


class Command(DescribedCommand):
    """Moves the files of a crawl aside."""

    description = _DESCRIPTION

    def syntax(self) -> str:
        """Return the arguments of the command, as help prints them."""
        return "DIR [--yes]"

    def short_desc(self) -> str:
        """Return the description of the command, in one line."""
        return "Move the files of a crawl aside, so that its next run begins anew"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the command's own options."""
        super().add_options(parser)
        parser.add_argument("--yes", action="store_true", help="move the files instead of only naming them")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Print the names of the files to move, and move them with --yes; or print an error in one line."""
        folder = Path(args[0]) if len(args) == 1 else None
        files = present(folder) if folder is not None else []
        if folder is None or not files:
            example = f"{program()} startover data/www.example.com"
            empty = f"there is no crawl in {folder}: " if folder is not None else ""
            self.exitcode = complain("startover", f"{empty}name the directory of one crawl: {example}")
            return
        to = folder / EARLIER / f"{datetime.now(UTC):%Y%m%dT%H%M%S}"
        try:
            say(*_plan(folder, files, to, is_done=opts.yes))
            if opts.yes:
                move(folder, files, to)
        except DirectoryInUseError as error:
            self.exitcode = complain("startover", str(error), ExitStatus.DIRECTORY_IN_USE)
        except OSError as error:
            self.exitcode = complain("startover", str(error), ExitStatus.OUTPUT_FAILED)


def present(folder: Path) -> list[str]:
    """Return the names of a crawl's files, in the order in which they are moved."""
    return [name for name in FILES if (folder / name).exists()]


def move(folder: Path, names: list[str], to: Path) -> None:
    """Move files of a crawl. Raises OSError, and `DirectoryInUseError` while a run is active."""
    lock = Lock(folder)
    try:
        to.mkdir(parents=True)
        for name in names:
            (folder / name).rename(to / name)
    finally:
        lock.release()


def _plan(folder: Path, names: list[str], to: Path, *, is_done: bool) -> Iterator[str]:
    yield f"{'moving' if is_done else 'would move'} to {to}/: {', '.join(names)}"
    command = [program(), "crawl", *_again(folder), "-s", f"CRAWL_DIR={folder}"]
    yield f"the next run fetches everything again: {shlex.join(command)}"
    if not is_done:
        yield "nothing was moved: add --yes to do it"


def _again(folder: Path) -> list[str]:
    """Return the words that repeat the crawl, which its ledger will no longer know."""
    try:
        invocation = latest_invocation(folder).without_limits()
    except (LedgerFormatError, LedgerWriteError):  # damaged, a reason to start over
        return ["news", "-a", "start=URL"]
    return [invocation.spider, *invocation.words()]
