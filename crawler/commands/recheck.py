"""`scrapy recheck`: queue every article and every list of crawls, for a visit in the next run."""

from __future__ import annotations

import argparse
import time

from crawler.accounting.outcome import ExitStatus
from crawler.commands.each_crawl import SEVERAL, Crawl, in_each
from crawler.commands.printing import end_on_closed_pipe, say
from crawler.internals.commands import DescribedCommand
from crawler.ledger.crawls import LEDGERS
from crawler.ledger.ledger import written
from crawler.ledger.recheck import Rechecked, queue_all
from crawler.text.counts import counted

_DESCRIPTION = f"""\
Queue every article and every list of a crawl again, regardless of when they are due. The next run requests
all of them, each article with its validators: it writes changed articles as new revisions, and reads lists to
their ends. Nothing is deleted. `scrapy startover` forgets a crawl instead.

{SEVERAL}

Examples:
  scrapy recheck data/www.example.com
  scrapy recheck data/fleet

Exit status:
  0  queued
  2  a path is no crawl, or its ledger cannot be read or written
  8  a run is active in a crawl
"""


class Command(DescribedCommand):
    """Queues all articles and lists of crawls."""

    description = _DESCRIPTION

    def syntax(self) -> str:
        """Return the arguments of the command, as help prints them."""
        return "DIR..."

    def short_desc(self) -> str:
        """Return the description of the command, in one line."""
        return "Queue all articles and lists of crawls for a recheck now"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:  # noqa: ARG002  Scrapy's signature
        """Queue them and print their number, or an error in one line."""
        end_on_closed_pipe()
        total = 0

        def work(crawl: Crawl) -> ExitStatus:
            nonlocal total
            with written(crawl.folder) as journal:
                queued = queue_all(journal, time.time())
            say(f"{crawl.label}{_worded(queued)}: run the same crawl to request them")
            total += queued.articles + queued.lists
            return ExitStatus.COMPLETE

        done = in_each("recheck", args, LEDGERS, work)
        if done.has_summary:
            say(done.summary(f"{counted(total, 'URL')} queued"))
        self.exitcode = done.status


def _worded(queued: Rechecked) -> str:
    return f"{counted(queued.articles, 'article')} and {counted(queued.lists, 'list')} queued"
