"""`scrapy outcomes`: list the outcome of every URL of a crawl."""

from __future__ import annotations

import argparse
import contextlib
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict

from crawler.accounting.outcome import ExitStatus
from crawler.commands.each_crawl import SEVERAL, Crawl, in_each
from crawler.commands.printing import end_on_closed_pipe, say, write_json
from crawler.internals.commands import DescribedCommand
from crawler.ledger.accounts import UrlAccount, url_accounts
from crawler.ledger.crawls import LEDGERS
from crawler.ledger.journal import Journal
from crawler.ledger.ledger import ARTICLES, LEDGER
from crawler.ledger.missing import (
    MissingPart,
    MissingPicture,
    count_missed,
    lines_of,
    missing_parts,
    missing_pictures,
)
from crawler.ledger.plan import Outcome
from crawler.ledger.schema import read_only
from crawler.program import program
from crawler.text.counts import counted, counted_by

_DESCRIPTION = f"""\
List the last visit of every URL of a crawl: outcome, reason, number of tries, URL and referrer. With
--last-run, these are the URLs that the summary of the last run counts. You may run it while the crawl is
running. --pictures lists the pictures that articles lack instead, and --parts their missing pages
and companions, each with its reason and its article.

{SEVERAL}

Examples:
  scrapy outcomes data/www.example.com --failed
  scrapy outcomes data/www.example.com --rejected --jsonl | jq .reason
  scrapy outcomes data/* --failed
  scrapy outcomes data/www.example.com --pictures

Exit status:
  0  listed, even if no URL has the outcome
  2  a path is no crawl, or its ledger cannot be read
"""
_NONE = {
    "URL": "0 URLs: no visit has this outcome\n",
    "picture": "0 pictures: no article lacks one (PHOTOS=1 fetches them)\n",
    "part": "0 parts: no article lacks one\n",
}
"""The message of an empty list, by its contents."""
_Row = UrlAccount | MissingPicture | MissingPart


class Command(DescribedCommand):
    """Lists the URLs of ledgers."""

    description = _DESCRIPTION

    def syntax(self) -> str:
        """Return the arguments of the command, as help prints them."""
        outcomes = "--failed|--rejected|--unchanged|--stored|--removed|--listed|--pictures|--parts"
        return f"DIR... [{outcomes}] [--last-run] [--jsonl]"

    def short_desc(self) -> str:
        """Return the description of the command, in one line."""
        return "List the outcome of every URL of crawls"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the command's own options."""
        super().add_options(parser)
        chosen = parser.add_mutually_exclusive_group()
        for outcome in Outcome:
            words = f"only URLs with the outcome {outcome}"
            chosen.add_argument(
                f"--{outcome}", dest="outcome", action="store_const", const=outcome, help=words
            )
        chosen.add_argument(
            "--pictures", action="store_true", help="the pictures that articles lack, refused or failed"
        )
        chosen.add_argument(
            "--parts", action="store_true", help="the pages and companions that articles lack"
        )
        parser.add_argument(
            "--last-run",
            action="store_true",
            help="only URLs that the last run visited, or pictures of articles that it stored",
        )
        parser.add_argument("--jsonl", action="store_true", help="one line of JSON for each of them")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Print the list, or an error in one line."""
        end_on_closed_pipe()
        counts: Counter[str] = Counter()

        def work(crawl: Crawl) -> ExitStatus:
            with contextlib.closing(read_only(crawl.folder / LEDGER)) as database:
                journal = Journal(database)
                for row in _rows(crawl, journal, opts):
                    counts[row.outcome] += 1
                    _print(crawl, row, is_json=opts.jsonl)
                _tell_pictures(crawl, journal, opts)
            return ExitStatus.COMPLETE

        done = in_each("outcomes", args, LEDGERS, work)
        noun = "picture" if opts.pictures else "part" if opts.parts else "URL"
        if done.has_summary:
            print(done.summary(counted_by(counts, noun)), file=sys.stderr if opts.jsonl else sys.stdout)
        elif not counts and not done.failed:
            sys.stderr.write(_NONE[noun])
        self.exitcode = done.status


def _rows(crawl: Crawl, journal: Journal, opts: argparse.Namespace) -> Iterator[_Row]:
    lines = lines_of(crawl.folder / ARTICLES)
    if opts.pictures:
        return missing_pictures(lines, journal, of_last_run=opts.last_run)
    if opts.parts:
        return missing_parts(lines, journal, of_last_run=opts.last_run)
    return url_accounts(journal, opts.outcome, of_last_run=opts.last_run)


def _tell_pictures(crawl: Crawl, journal: Journal, opts: argparse.Namespace) -> None:
    """Name the next command: below a list of URLs the one that lists pictures, below these `retry`."""
    missing = count_missed(journal)
    if (
        not missing
        or opts.jsonl
        or opts.parts
        or opts.outcome not in (None, Outcome.FAILED, Outcome.REJECTED)
    ):
        return
    command = f"retry {crawl.folder} --pictures" if opts.pictures else f"outcomes {crawl.folder} --pictures"
    words = f"{counted(missing, 'picture')} refused or failed: {program()} {command}"
    words += " tries those again that failed" if opts.pictures else " lists them"
    sys.stderr.write(f"{crawl.label}{words}\n")


def _print(crawl: Crawl, row: _Row, *, is_json: bool) -> None:
    if is_json:
        fields = {"crawl": str(crawl.folder), **asdict(row)}
        write_json(json.dumps(fields, ensure_ascii=False) + "\n")
    else:
        say(crawl.label + (worded(row) if isinstance(row, UrlAccount) else _worded_missing(row)))


def _worded_missing(missing: MissingPicture | MissingPart) -> str:
    """Word a missing picture or part, in a line."""
    page = missing.capture or missing.article_url
    if isinstance(missing, MissingPart):
        reason = f" ({missing.reason})" if missing.reason else ""
        return f"{missing.outcome}{reason}: {missing.url}, of {page}"
    tries = f", {counted(missing.tries, 'failure')} in a row" if missing.tries > 1 else ""
    return f"{missing.outcome} ({missing.reason}){tries}: {missing.url}, in {page}"


def worded(account: UrlAccount) -> str:
    """Word the last visit of a URL, in a line."""
    reason = f" ({account.reason})" if account.reason else ""
    tries = f", {account.tries + 1} tries" if account.tries else ""
    found_on = f", from {account.found_on}" if account.found_on else ""
    return f"{account.outcome}{reason}{tries}: {account.url}{found_on}"
