"""`scrapy outcomes`: list the outcome of every URL of a crawl."""

from __future__ import annotations

import argparse
import contextlib
import json
import sqlite3
import sys
from dataclasses import asdict
from pathlib import Path

from scrapy.commands import ScrapyCommand

from crawler.accounting.outcome import Outcome as Status
from crawler.commands.printing import end_on_closed_pipe, say, write_json
from crawler.ledger.accounts import UrlAccount, url_accounts
from crawler.ledger.journal import Journal, LedgerWriteError
from crawler.ledger.ledger import LEDGER
from crawler.ledger.plan import Outcome
from crawler.ledger.schema import LedgerFormatError, read_only

_DESCRIPTION = """\
List the last visit of every URL of a crawl: outcome, reason, number of tries, URL and referrer. With
--last-run, these are the URLs that the summary of the last run counts. You may run it while the crawl is
running.

Examples:
  scrapy outcomes data/www.example.com --failed
  scrapy outcomes data/www.example.com --rejected --jsonl | jq .reason
"""


class Command(ScrapyCommand):
    """Lists the URLs of a ledger."""

    requires_crawler_process = False

    def syntax(self) -> str:
        """Show how the command is called."""
        return "DIR [--failed|--rejected|--unchanged|--stored|--removed|--listed] [--last-run] [--jsonl]"

    def short_desc(self) -> str:
        """Say in a line what the command does."""
        return "List the outcome of every URL of a crawl"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the command's own options."""
        super().add_options(parser)
        parser.formatter_class = argparse.RawDescriptionHelpFormatter
        parser.description = _DESCRIPTION
        chosen = parser.add_mutually_exclusive_group()
        for outcome in Outcome:
            words = f"only URLs with the outcome {outcome}"
            chosen.add_argument(
                f"--{outcome}", dest="outcome", action="store_const", const=outcome, help=words
            )
        parser.add_argument("--last-run", action="store_true", help="only URLs that the last run visited")
        parser.add_argument("--jsonl", action="store_true", help="one line of JSON for each URL")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Print the list, or one line that says what is wrong."""
        end_on_closed_pipe()
        try:
            with contextlib.closing(opened(args)) as database:
                for account in url_accounts(Journal(database), opts.outcome, of_last_run=opts.last_run):
                    _print(account, is_json=opts.jsonl)
        except (LedgerFormatError, LedgerWriteError) as error:
            sys.stderr.write(f"scrapy outcomes: {error}\n")
            self.exitcode = Status.BAD_ARGUMENTS


def _print(account: UrlAccount, *, is_json: bool) -> None:
    if is_json:
        write_json(json.dumps(asdict(account), ensure_ascii=False) + "\n")
    else:
        say(worded(account))


def opened(args: list[str]) -> sqlite3.Connection:
    """Open the ledger that the command line names. Raises `LedgerFormatError` where there is none."""
    if len(args) != 1:
        raise LedgerFormatError("name the directory of one crawl: scrapy outcomes data/www.example.com")
    return read_only(Path(args[0]) / LEDGER)


def worded(account: UrlAccount) -> str:
    """Word the last visit of a URL, in a line."""
    reason = f" ({account.reason})" if account.reason else ""
    tries = f", {account.tries + 1} tries" if account.tries else ""
    found_on = f", from {account.found_on}" if account.found_on else ""
    return f"{account.outcome}{reason}{tries}: {account.url}{found_on}"
