"""`scrapy report`: write one page about a crawl, with plots and a table of articles."""

from __future__ import annotations

import argparse
from pathlib import Path

from crawler.accounting.outcome import ExitStatus, worst
from crawler.commands.each_crawl import NAME_ONE, SEVERAL, complain
from crawler.commands.printing import end_on_closed_pipe, say
from crawler.internals.commands import DescribedCommand
from crawler.ledger.crawls import CRAWLS, find_crawls
from crawler.program import program
from crawler.reporting.report import REPORT, ReportError, write_report
from crawler.text.counts import counted

_DESCRIPTION = f"""\
Write report.html into the directory of a crawl or a fleet, or one page about several crawls. The report shows
articles by day, channel, source and place, the fill rates of all fields now and in earlier runs, the outcomes
of the last run, the slowest hosts, and a searchable table of articles, each with its record and evidence. The
report of several crawls also has a table of them. The page is one file that loads nothing from the network;
you may mail it. `-s REPORT=1` writes it at the end of each run of a crawl.

{SEVERAL}

Examples:
  scrapy report data/www.example.com
  scrapy report data/fleet
  scrapy report data/www.example.com -o /srv/www/example.html
  scrapy report data/* -o /srv/www/all.html

Exit status: 0; 2 if there are no articles, a path is no crawl, a ledger cannot be read (the page then lacks
its sources), or pygal is missing; 4 if the page cannot be written.
"""


class Command(DescribedCommand):
    """Writes the report of crawls."""

    description = _DESCRIPTION

    def syntax(self) -> str:
        """Return the arguments of the command, as help prints them."""
        return "DIR... [-o FILE]"

    def short_desc(self) -> str:
        """Return the description of the command, in one line."""
        return "Write report.html: plots, fill rates and articles of crawls on one page"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the command's own option."""
        super().add_options(parser)
        parser.add_argument(
            "-o",
            "--out",
            type=Path,
            metavar="FILE",
            help="the file to write (DIR/report.html); required if you name several",
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Write the page and name it, or print an error in one line."""
        end_on_closed_pipe()
        crawls = find_crawls(args, CRAWLS)
        failures = [complain("report", str(error)) for error in crawls.errors]
        try:
            if crawls.paths or not args:
                path = _path(args, opts.out)
                errors = write_report(_title(args, len(crawls.paths)), crawls, path)
                failures += [complain("report", words) for words in errors]
                say(str(path))
        except ReportError as error:
            failures.append(complain("report", str(error)))
        except OSError as error:
            words = f"the report cannot be written: {error}"
            failures.append(complain("report", words, ExitStatus.OUTPUT_FAILED))
        self.exitcode = worst(failures)


def _path(args: list[str], out: Path | None) -> Path:
    if not args:
        raise ReportError(f"{NAME_ONE}: {program()} report data/www.example.com")
    if out is None and len(args) > 1:
        raise ReportError("name the file for a report of several directories: -o FILE")
    return out or Path(args[0]) / REPORT


def _title(args: list[str], crawls: int) -> str:
    return Path(args[0]).resolve().name if len(args) == 1 else counted(crawls, "crawl")
