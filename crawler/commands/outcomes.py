"""`scrapy outcomes`: list the outcome of every URL of a crawl."""

from __future__ import annotations

import argparse
import contextlib
import json
import sys
from collections import Counter
from dataclasses import asdict

from crawler.accounting.outcome import ExitStatus
from crawler.commands.each_crawl import SEVERAL, Crawl, in_each
from crawler.commands.printing import end_on_closed_pipe, say, write_json
from crawler.internals.commands import DescribedCommand
from crawler.ledger.accounts import UrlAccount, url_accounts
from crawler.ledger.crawls import LEDGERS
from crawler.ledger.journal import Journal
from crawler.ledger.ledger import LEDGER
from crawler.ledger.plan import Outcome
from crawler.ledger.schema import read_only
from crawler.text.counts import counted_by

_DESCRIPTION = f"""\
List the last visit of every URL of a crawl: outcome, reason, number of tries, URL and referrer. With
--last-run, these are the URLs that the summary of the last run counts. You may run it while the crawl is
running.

{SEVERAL}

Examples:
  scrapy outcomes data/www.example.com --failed
  scrapy outcomes data/www.example.com --rejected --jsonl | jq .reason
  scrapy outcomes data/* --failed

Exit status:
  0  listed, even if no URL has the outcome
  2  a path is no crawl, or its ledger cannot be read
"""


class Command(DescribedCommand):
    """Lists the URLs of ledgers."""

    description = _DESCRIPTION

    def syntax(self) -> str:
        """Return the arguments of the command, as help prints them."""
        return "DIR... [--failed|--rejected|--unchanged|--stored|--removed|--listed] [--last-run] [--jsonl]"

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
        parser.add_argument("--last-run", action="store_true", help="only URLs that the last run visited")
        parser.add_argument("--jsonl", action="store_true", help="one line of JSON for each URL")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Print the list, or an error in one line."""
        end_on_closed_pipe()
        counts: Counter[str] = Counter()

        def work(crawl: Crawl) -> ExitStatus:
            with contextlib.closing(read_only(crawl.folder / LEDGER)) as database:
                accounts = url_accounts(Journal(database), opts.outcome, of_last_run=opts.last_run)
                for account in accounts:
                    counts[account.outcome] += 1
                    _print(crawl, account, is_json=opts.jsonl)
            return ExitStatus.COMPLETE

        done = in_each("outcomes", args, LEDGERS, work)
        if done.has_summary:
            print(done.summary(counted_by(counts, "URL")), file=sys.stderr if opts.jsonl else sys.stdout)
        elif not counts and not done.failed:
            sys.stderr.write("0 URLs: no visit has this outcome\n")
        self.exitcode = done.status


def _print(crawl: Crawl, account: UrlAccount, *, is_json: bool) -> None:
    if is_json:
        row = {"crawl": str(crawl.folder), **asdict(account)}
        write_json(json.dumps(row, ensure_ascii=False) + "\n")
    else:
        say(crawl.label + worded(account))


def worded(account: UrlAccount) -> str:
    """Word the last visit of a URL, in a line."""
    reason = f" ({account.reason})" if account.reason else ""
    tries = f", {account.tries + 1} tries" if account.tries else ""
    found_on = f", from {account.found_on}" if account.found_on else ""
    return f"{account.outcome}{reason}{tries}: {account.url}{found_on}"
