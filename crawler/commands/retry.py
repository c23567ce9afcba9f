"""`scrapy retry`: queue the failed URLs again."""

from __future__ import annotations

import argparse
import sqlite3
import sys
from pathlib import Path

from scrapy.commands import ScrapyCommand

from crawler.accounting.outcome import Outcome as Status
from crawler.commands.printing import end_on_closed_pipe
from crawler.ledger.accounts import Requeued, queue_failed
from crawler.ledger.journal import LedgerWriteError
from crawler.ledger.ledger import written
from crawler.ledger.lock import DirectoryInUseError
from crawler.ledger.schema import LedgerFormatError
from crawler.text.counts import counted

_DESCRIPTION = """\
Queue every URL whose last visit failed, including those that are not retried any more. The next run of the
crawl fetches them.

Example:
  scrapy retry data/www.example.com
"""


class Command(ScrapyCommand):
    """Queues the failed URLs of a ledger."""

    requires_crawler_process = False

    def syntax(self) -> str:
        """Show how the command is called."""
        return "DIR"

    def short_desc(self) -> str:
        """Say in a line what the command does."""
        return "Queue the failed URLs of a crawl again"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Describe the command; it has no options of its own."""
        super().add_options(parser)
        parser.formatter_class = argparse.RawDescriptionHelpFormatter
        parser.description = _DESCRIPTION

    def run(self, args: list[str], opts: argparse.Namespace) -> None:  # noqa: ARG002  Scrapy's signature
        """Queue them and say how many, or say in one line what is wrong."""
        end_on_closed_pipe()
        try:
            print(worded(queued(args)))
        except (LedgerFormatError, LedgerWriteError, sqlite3.Error) as error:
            self._refuse(error, Status.BAD_ARGUMENTS)
        except DirectoryInUseError as error:
            self._refuse(error, Status.DIRECTORY_IN_USE)

    def _refuse(self, error: Exception, status: Status) -> None:
        sys.stderr.write(f"scrapy retry: {error}\n")
        self.exitcode = status


def worded(found: Requeued) -> str:
    """Word the number of URLs, in a line."""
    waiting = f"; {counted(found.waiting, 'URL')} queued already" if found.waiting else ""
    return f"{counted(found.added, 'URL')} queued again for the next run of the crawl{waiting}"


def queued(args: list[str]) -> Requeued:
    """Queue the failed URLs. Raises the errors of `written`."""
    if len(args) != 1:
        raise LedgerFormatError("name the directory of one crawl: scrapy retry data/www.example.com")
    with written(Path(args[0])) as journal:
        return queue_failed(journal)
