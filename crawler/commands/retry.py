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
from crawler.ledger.ledger import ARTICLES, written
from crawler.ledger.missing import (
    WAITING,
    MissingPart,
    MissingPicture,
    lines_of,
    missing_parts,
    missing_pictures,
    queue_articles,
    want_pictures,
)
from crawler.ledger.pictures import PictureOutcome
from crawler.ledger.plan import Outcome
from crawler.text.counts import counted

_DESCRIPTION = f"""\
Queue every URL whose last visit failed, including those that are not retried any more, and end the pauses of
hosts (after a firewall, say). The next run of the crawl fetches them. --rejected also queues every page that
was rejected, for a crawl whose declaration or site was repaired. --pictures also queues the articles whose
pictures failed, and with --rejected those whose pictures were refused, for a changed setting: the next run
with PHOTOS=1 writes an article again if one of them comes. --parts also queues the articles that lack one of
their pages or companions.

{SEVERAL}

Examples:
  scrapy retry data/www.example.com
  scrapy retry data/fleet
  scrapy retry data
  scrapy retry data/www.example.com --rejected
  scrapy retry data/www.example.com --pictures

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
        return "DIR... [--rejected] [--pictures] [--parts]"

    def short_desc(self) -> str:
        """Return the description of the command, in one line."""
        return "Queue the failed URLs of crawls again"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the command's own option."""
        super().add_options(parser)
        parser.add_argument("--rejected", action="store_true", help="also queue the pages that were rejected")
        parser.add_argument(
            "--pictures", action="store_true", help="also queue the articles whose pictures failed"
        )
        parser.add_argument(
            "--parts", action="store_true", help="also queue the articles that lack a page or a companion"
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Queue them and print their number, or an error in one line."""
        end_on_closed_pipe()
        counts: list[Requeued] = []
        others = (Outcome.REJECTED,) if opts.rejected else ()

        def work(crawl: Crawl) -> ExitStatus:
            counts.append(queued(crawl.folder, others))
            say(f"{crawl.label}{worded(counts[-1])}")
            if opts.pictures or opts.parts:
                articles = _incomplete_queued(crawl.folder, opts)
                say(f"{crawl.label}{_worded_incomplete(articles, opts)}")
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


def _incomplete_queued(folder: Path, opts: argparse.Namespace) -> int:
    """Queue the articles that lack pictures or parts, as the options say; return their number.

    With --rejected, refused pictures count, too. Raises the errors of `written`.
    """
    with written(folder) as journal:
        pictures, parts = list[MissingPicture](), list[MissingPart]()
        if opts.pictures:
            left_out = {WAITING} if opts.rejected else {WAITING, PictureOutcome.REFUSED}
            missing = missing_pictures(lines_of(folder / ARTICLES), journal)
            pictures = [each for each in missing if each.outcome not in left_out]
        if opts.parts:
            parts = list(missing_parts(lines_of(folder / ARTICLES), journal))
        want_pictures(pictures, journal)
        return queue_articles((*pictures, *parts), journal)


def _worded_incomplete(articles: int, opts: argparse.Namespace) -> str:
    """Word the number of queued articles, and the files that they lack, in a line."""
    lack = " and ".join(name for name in ("pictures", "parts") if getattr(opts, name))
    option = ", with -s PHOTOS=1," if opts.pictures else ""
    follows = f": run the same crawl{option} to fetch them" if articles else ""
    return f"{counted(articles, 'article')} queued again for missing {lack}{follows}"
