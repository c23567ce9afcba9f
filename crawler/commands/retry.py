"""`scrapy retry`: queue the failed URLs again, or also the rejected ones."""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterable
from pathlib import Path

from crawler.accounting.outcome import ExitStatus
from crawler.commands.each_crawl import SEVERAL, Crawl, in_each
from crawler.commands.printing import end_on_closed_pipe, say
from crawler.internals.commands import DescribedCommand
from crawler.ledger.accounts import Requeued, queue_failed
from crawler.ledger.crawls import LEDGERS
from crawler.ledger.ledger import written
from crawler.ledger.plan import Outcome
from crawler.text.counts import counted

_DESCRIPTION = f"""\
Queue every URL whose last visit failed, including those that are not retried any more, and end the pauses of
hosts (after a firewall, say). The next run of the crawl fetches them. --rejected also queues every page that
was rejected, for a crawl whose declaration or site was repaired.

{SEVERAL}

Examples:
  scrapy retry data/www.example.com
  scrapy retry data/fleet
  scrapy retry data
  scrapy retry data/www.example.com --rejected

Exit status:
  0  queued, or nothing to queue
  2  a path is no crawl, or its ledger cannot be read or written
  8  a run is active in a crawl
"""


class Command(DescribedCommand):
    """Queues the failed URLs of crawls."""

    description = _DESCRIPTION

    def syntax(self) -> str:
        """Return the arguments of the command, as help prints them."""
        return "DIR... [--rejected]"

    def short_desc(self) -> str:
        """Return the description of the command, in one line."""
        return "Queue the failed URLs of crawls again"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the command's own option."""
        super().add_options(parser)
        parser.add_argument("--rejected", action="store_true", help="also queue the pages that were rejected")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Queue them and print their number, or an error in one line."""
        end_on_closed_pipe()
        counts: list[Requeued] = []
        others = (Outcome.REJECTED,) if opts.rejected else ()

        def work(crawl: Crawl) -> ExitStatus:
            counts.append(queued(crawl.folder, others))
            say(f"{crawl.label}{worded(counts[-1])}")
            return ExitStatus.COMPLETE

        done = in_each("retry", args, LEDGERS, work)
        if done.has_summary:
            say(done.summary(f"{counted(sum(each.added for each in counts), 'URL')} queued again"))
        self.exitcode = done.status


def worded(requeued: Requeued) -> str:
    """Word the number of URLs, in a line."""
    waiting = f", {counted(requeued.waiting, 'URL')} queued already" if requeued.waiting else ""
    number = requeued.added + requeued.waiting
    follows = f": run the same crawl to fetch {'it' if number == 1 else 'them'}" if number else ""
    return f"{counted(requeued.added, 'URL')} queued again{waiting}{follows}"


def queued(folder: Path, others: Iterable[Outcome] = ()) -> Requeued:
    """Queue the failed URLs of a crawl, and those with other outcomes. Raises the errors of `written`."""
    with written(folder) as journal:
        return queue_failed(journal, time.time(), others)
