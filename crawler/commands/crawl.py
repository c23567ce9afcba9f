"""`scrapy crawl`: Scrapy's own command, with checked arguments and meaningful exit statuses."""

from __future__ import annotations

import argparse
import gc
import logging
import re
import shlex
import sys
from collections.abc import Mapping
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING, Any

from scrapy.settings import SETTINGS_PRIORITIES

import crawler.spiders.archive_arguments as replaying
import crawler.spiders.arguments as harvesting
from crawler.accounting.outcome import MEANINGS, ExitStatus, outcome
from crawler.commands.command_line import (
    address_complaint,
    check_log_level,
    check_modules,
    check_pairs,
    misspelt,
    spider_complaint,
)
from crawler.commands.crawl_settings import machine_complaint, pipeline_complaint, value_complaint
from crawler.commands.printing import write_or_discard
from crawler.declaring.own import use_own_publishers
from crawler.feeds.outputs import local_path
from crawler.internals.commands import CrawlCommand, settings_of
from crawler.internals.project import spiders_of
from crawler.ledger.invocations import Invocation, latest_invocation
from crawler.ledger.journal import LedgerWriteError
from crawler.ledger.schema import LedgerFormatError
from crawler.logs import go_on_without_log, quieten
from crawler.program import program
from crawler.publishers import DeclarationError
from crawler.safety.addresses import Allowed
from crawler.spiders.argument_error import ArgumentError
from crawler.state.crawl import state_of

if TYPE_CHECKING:
    from scrapy import Spider
    from scrapy.crawler import Crawler
    from scrapy.settings import Settings

logger = logging.getLogger(__name__)

_CONTACT = re.compile(r"\w@\w|https?://")

WIDTH = 110  # characters of a line of the help
_DESCRIPTION = """\
Harvest a news site: fetch it, and write one JSON line for each article.

Examples:
  scrapy crawl news -a start=http://www.example.com/world/
  scrapy crawl news -a start=example.com -a since=2024-05-01 -a until=2024-05-31
  scrapy crawl news -a start=urls.txt -a limit=100 -O out.jsonl

Without -o and -O, the articles are appended to data/HOST/articles.jsonl (or to a file in -s CRAWL_DIR=DIR).
A stored article is written again only when it has changed. You may stop the crawl at any time; run the same
command to resume. With CRAWL_DIR of an earlier crawl and without a start, arguments and settings are those of
its latest run. With -s PHOTOS=1, the pictures of the articles are fetched into CRAWL_DIR/photos, too.
"""


def _listed(title: str, meanings: Mapping[str, str]) -> str:
    """Return a list for the help: names to the left, meanings to the right."""
    width = max(map(len, meanings))
    wrapped = (
        fill(
            text,
            WIDTH,
            initial_indent=f"  {name:{width}}  ",
            subsequent_indent=" " * (width + 4),
            break_long_words=False,
            break_on_hyphens=False,
        )
        for name, text in meanings.items()
    )
    return "\n".join(("", title, *wrapped, ""))


class Command(CrawlCommand):
    """Runs a spider by its name."""

    def short_desc(self) -> str:
        """Return the description of the command, in one line."""
        return f"Harvest a site: {program()} crawl news -a start=URL"

    def long_desc(self) -> str:
        """Return the text of the command's help, with the spiders' arguments and the exit statuses."""
        statuses = {f"{status.value:2}": meaning for status, meaning in MEANINGS.items()}
        return _DESCRIPTION + "".join(
            (
                _listed("Arguments of news, each behind -a as NAME=VALUE:", harvesting.KNOWN),
                _listed("Arguments of archive, which reads WARC files again:", replaying.KNOWN),
                _listed("Exit status:", statuses),
            )
        )

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Apply the options, and hide Scrapy's own log messages from now on."""
        check_pairs("-a", opts.spargs, "-a start=http://www.example.com/")
        check_pairs("-s", opts.set, "-s DOWNLOAD_DELAY=1")
        super().process_options(args, opts)
        self._repeat(args, opts)
        check_modules(settings_of(self).getlist("SPIDER_MODULES"))
        check_log_level(settings_of(self)["LOG_LEVEL"])
        quieten(str(settings_of(self)["LOG_LEVEL"]))
        go_on_without_log()

    def _repeat(self, args: list[str], opts: argparse.Namespace) -> None:
        """Take missing arguments and settings from the latest run in CRAWL_DIR, if no start is given."""
        settings = settings_of(self)
        invocation = repeated(args, opts.spargs, settings)
        if invocation is None:
            return
        sys.stderr.write(f"{program()} crawl: as in the latest run: {shlex.join(invocation.words())}\n")
        opts.spargs = {**invocation.arguments, **opts.spargs}
        for name, value in invocation.settings.items():
            if (settings.getpriority(name) or 0) < SETTINGS_PRIORITIES["cmdline"]:
                settings.set(name, value, "cmdline")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Check the arguments, crawl, and set the exit status."""
        settings = settings_of(self)
        if complaint := declaration_complaint(settings) or complaint_about(args, opts.spargs, settings):
            sys.stderr.write(f"{program()} crawl: {complaint}\n")
            self.exitcode = ExitStatus.BAD_ARGUMENTS
            return
        if complaint := output_complaint(settings):
            sys.stderr.write(f"{program()} crawl: {complaint}\n")
            self.exitcode = ExitStatus.OUTPUT_FAILED
            return
        advice = advice_about(args[0], opts.spargs, settings)
        for words in (*misspelt(opts.set, settings), *filter(None, (advice, photo_advice(settings)))):
            sys.stderr.write(f"{program()} crawl: {words}\n")
        self._crawl(args[0], opts.spargs)

    def _crawl(self, name: str, arguments: dict[str, Any]) -> None:
        process = self.crawler_process
        if process is None:
            raise RuntimeError("Scrapy gives this command a crawler process before it runs it")
        crawl = self.new_crawl(name)
        process.crawl(crawl, **arguments)
        gc.freeze()  # loaded modules stay: collections need not visit them
        process.start()
        self.exitcode = 1 if process.bootstrap_failed else _ended(crawl)
        if self.exitcode == ExitStatus.OUTPUT_FAILED:
            write_or_discard()


def _ended(crawl: Crawler) -> ExitStatus:
    """Return the exit status of a crawl; commit and log one that a second Ctrl-C stopped."""
    files = state_of(crawl).files
    files.commit()
    files.close()
    stats = crawl.stats.get_stats()
    if "finish_reason" in stats:
        return outcome(stats)
    logger.info("stopped at once; run the same command to resume")
    return ExitStatus.INTERRUPTED


def repeated(names: list[str], arguments: dict[str, Any], settings: Settings) -> Invocation | None:
    """Return the invocation of the latest run in CRAWL_DIR, without its limits.

    None if the command line names a start or an output, or if the directory has no run of the spider.
    """
    if "start" in arguments or not settings["CRAWL_DIR"] or settings.getdict("FEEDS"):
        return None
    try:
        invocation = latest_invocation(Path(settings["CRAWL_DIR"]))
    except (LedgerFormatError, LedgerWriteError):  # a start is needed; the crawl itself names other faults
        return None
    return invocation.without_limits() if names == [invocation.spider] else None


def complaint_about(names: list[str], arguments: dict[str, Any], settings: Settings) -> str | None:
    """Word the first error of the command line with its remedy, or return None."""
    spiders = spiders_of(settings)
    if complaint := spider_complaint(names, spiders.list()):
        return complaint
    spider = spiders.load(names[0])
    if hasattr(spider, "starts_of") and (complaint := pipeline_complaint(settings)):
        return complaint
    if complaint := machine_complaint(settings) or value_complaint(settings):
        return complaint
    try:
        return address_complaint(_starts(spider, arguments), settings)
    except ArgumentError as error:
        return " ".join(str(error).split())


def declaration_complaint(settings: Settings) -> str | None:
    """Read the user's own declarations; word an error in one of the files, or return None."""
    try:
        use_own_publishers(settings)
    except DeclarationError as error:
        return str(error)
    return None


def output_complaint(settings: Settings) -> str | None:
    """Word the error of a path of -o or -O that the system refuses, or return None."""
    for path in filter(None, map(local_path, settings.getdict("FEEDS"))):
        try:
            path.exists()
        except OSError as error:  # the name is too long, or a folder must not be entered
            return f"the output cannot be written: {error}"
    return None


def advice_about(name: str, arguments: dict[str, Any], settings: Settings) -> str | None:
    """Return a warning that USER_AGENT has no contact, or None if it has one or no start is public."""
    if _CONTACT.search(str(settings["USER_AGENT"])):
        return None
    starts = _starts(spiders_of(settings).load(name), arguments)
    if not any(map(Allowed().admits_by_name, starts)):
        return None
    return 'USER_AGENT has no contact; add one: -s USER_AGENT="my-archive (+mailto:me@example.org)"'


def photo_advice(settings: Settings) -> str | None:
    """Return a warning that no pictures are fetched without a directory, or None."""
    if settings.getbool("PHOTOS") and settings.getdict("FEEDS"):
        return "PHOTOS has no effect with -o and -O: pictures lie in a crawl's directory"
    return None


def _starts(spider: type[Spider], arguments: dict[str, Any]) -> tuple[str, ...]:
    starts_of = getattr(spider, "starts_of", None)
    return starts_of(**arguments) if starts_of is not None else ()
