"""`scrapy report`: write one page about a crawl, with plots and a table of articles."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from scrapy.commands import ScrapyCommand

from crawler.accounting.outcome import Outcome
from crawler.commands.printing import end_on_closed_pipe
from crawler.reporting.report import ReportError, write_report

_DESCRIPTION = """\
Write report.html into the directory of a crawl or a fleet. The report shows articles by day, channel, source
and place, the fill rates of all fields now and in earlier runs, the outcomes of the last run, the slowest
hosts, and a searchable table of articles, each with its record and evidence. A fleet's report also has a
table of its sites. The page is one file that loads nothing from the network; you may mail it. `-s REPORT=1`
writes it at the end of each run of a crawl.

Examples:
  scrapy report data/www.example.com
  scrapy report data/fleet
  scrapy report data/www.example.com -o /srv/www/example.html

Exit status: 0; 2 if there are no articles or pygal is missing; 4 if the page cannot be written.
"""


class Command(ScrapyCommand):
    """Writes the report of a directory."""

    requires_crawler_process = False

    def syntax(self) -> str:
        """Show how the command is called."""
        return "DIR [-o FILE]"

    def short_desc(self) -> str:
        """Say in a line what the command does."""
        return "Write report.html: plots, fill rates and articles of a crawl on one page"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the command's own option."""
        super().add_options(parser)
        parser.formatter_class = argparse.RawDescriptionHelpFormatter
        parser.description = _DESCRIPTION
        parser.add_argument(
            "-o", "--out", type=Path, metavar="FILE", help="the file to write (DIR/report.html)"
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Write the page and name it, or say in one line what is wrong."""
        end_on_closed_pipe()
        try:
            print(write_report(_folder(args), opts.out))
        except ReportError as error:
            self._end(str(error), Outcome.BAD_ARGUMENTS)
        except OSError as error:
            self._end(f"the report cannot be written: {error}", Outcome.OUTPUT_FAILED)

    def _end(self, complaint: str, status: Outcome) -> None:
        sys.stderr.write(f"scrapy report: {complaint}\n")
        self.exitcode = status


def _folder(args: list[str]) -> Path:
    if len(args) != 1:
        raise ReportError("name the directory of one crawl or fleet: scrapy report data/www.example.com")
    return Path(args[0])
