"""`scrapy audit`: list the articles that a site announced and the crawl does not have."""

from __future__ import annotations

import argparse
import contextlib
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from crawler.accounting.outcome import ExitStatus
from crawler.commands.each_crawl import SEVERAL, Crawl, in_each
from crawler.commands.printing import end_on_closed_pipe, say
from crawler.commands.retry import worded as worded_queue
from crawler.commands.substitutes import queue_substitutes
from crawler.internals.commands import DescribedCommand
from crawler.ledger.accounts import Requeued
from crawler.ledger.audit import Announced, Row, announced, audit, by_day, queue_gaps
from crawler.ledger.crawls import LEDGERS
from crawler.ledger.journal import Journal
from crawler.ledger.ledger import LEDGER, written
from crawler.ledger.schema import read_only
from crawler.ledger.serials import Series, met_urls, serials
from crawler.program import program
from crawler.text.counts import counted
from crawler.webarchives.archives import ArchiveError, WebArchive, archive_of

_SHOWN = 8  # gaps of a series that are listed by their numbers

_DESCRIPTION = f"""\
Compare the articles that channel lists, feeds and sitemaps announced with the harvested ones, by channel and
day. Gaps are URLs that failed, that answered "not found" with status 200, or that were not visited yet. Other
rejected pages are no articles and no gaps. --fill queues the URLs of gaps for the next run (those that were
not visited yet are queued already); with --from-archives, the next run looks them up in a web archive
instead, also those that are gone.
Articles that the site removed are stored, and no gaps. The list ends with the gaps in serial content ids
(content_4711.htm): numbers that no page linked to. --by-day prints a line for each day instead, over all
channels.

{SEVERAL}

Examples:
  scrapy audit data/www.example.com
  scrapy audit data/www.example.com --fill
  scrapy audit data/www.example.com --fill --from-archives https://web.archive.org
  scrapy audit data/www.example.com --by-day
  scrapy audit data | tail -n 1

Exit status:
  0  no announced article is missing, except those that are gone (404, 410) or forbidden by robots.txt
  2  a path is no crawl, or its ledger cannot be read
  6  articles are missing that a later run may fetch
  8  another run is active, so that --fill can queue nothing
"""


class Command(DescribedCommand):
    """Names the gaps of crawls."""

    description = _DESCRIPTION

    def syntax(self) -> str:
        """Return the arguments of the command, as help prints them."""
        return "DIR... [--fill [--from-archives ADDRESS]] [--by-day]"

    def short_desc(self) -> str:
        """Return the description of the command, in one line."""
        return "List the articles that sites announced and the crawls do not have"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the command's own option."""
        super().add_options(parser)
        parser.add_argument("--fill", action="store_true", help="queue the failed URLs for the next run")
        parser.add_argument(
            "--from-archives",
            metavar="ADDRESS",
            help="with --fill: look them up in this web archive",
        )
        parser.add_argument(
            "--index", metavar="URL", help="the archive's CDX server, if it cannot be known from the address"
        )
        parser.add_argument("--by-day", action="store_true", help="one line for each day, without the URLs")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Print the audit, or an error in one line."""
        end_on_closed_pipe()
        rows: list[Row] = []
        try:
            archive = archive_of(opts.from_archives, opts.index) if opts.from_archives else None
        except ArchiveError as error:
            sys.stderr.write(f"{program()} audit: {str(error).replace('archive=', '--from-archives ')}\n")
            self.exitcode = ExitStatus.BAD_ARGUMENTS
            return

        def work(crawl: Crawl) -> ExitStatus:
            checked = audited(crawl.folder)
            series = map(worded_series, checked.series)
            lines = worded_days(checked.rows) if opts.by_day else (*worded(checked.rows), *series)
            say(*(crawl.label + line for line in lines))
            rows.extend(checked.rows)
            if opts.fill:
                say(f"{crawl.label}{worded_queue(filled(crawl.folder, checked.rows, archive))}")
            has_gaps = any(row.may_be_filled for row in checked.rows)
            return ExitStatus.PARTIAL if has_gaps else ExitStatus.COMPLETE

        done = in_each("audit", args, LEDGERS, work)
        if done.has_summary:
            say(done.summary(worded_sum(rows)))
        self.exitcode = done.status


@dataclass(frozen=True, slots=True)
class Audit:
    """The audit of one crawl."""

    rows: Sequence[Row]
    series: Sequence[Series]


def audited(folder: Path) -> Audit:
    """Audit a crawl. Raises `LedgerFormatError` if there is no ledger, and `LedgerWriteError`."""
    with contextlib.closing(read_only(folder / LEDGER)) as database:
        journal = Journal(database)
        return Audit(audit(announced(journal)), serials(met_urls(journal)))


def filled(folder: Path, rows: Iterable[Row], archive: WebArchive | None = None) -> Requeued:
    """Queue the gaps, or look-ups in an archive; return their number. Raises the errors of `written`."""
    if archive is not None:
        return queue_substitutes(folder, rows, archive)
    with written(folder) as journal:
        return queue_gaps(journal, rows)


def worded(rows: Sequence[Row]) -> Iterator[str]:
    """Word an audit: the channels and days with gaps, each with its URLs, and the sum."""
    for row in rows:
        if row.gaps:
            yield f"{row.channel} {row.day or 'no day'}: {row.harvested} of {row.announced}, missing:"
            yield from (f"  {gap.url} ({_why(gap)})" for gap in row.gaps)
    yield worded_sum(rows)


def worded_sum(rows: Sequence[Row]) -> str:
    """Word the sum of an audit, of one crawl or of several."""
    harvested, announced_urls = sum(row.harvested for row in rows), sum(row.announced for row in rows)
    gone, rejected = sum(row.removed for row in rows), sum(row.rejected for row in rows)
    removed = f" ({gone:,} of them removed by the site)" if gone else ""
    refused = f", {rejected:,} rejected" if rejected else ""
    stored = f"{harvested:,} of {announced_urls:,} announced URLs are stored articles{removed}"
    return f"{stored}{refused}; {_missing(rows)}"


def _missing(rows: Sequence[Row]) -> str:
    """Word the number of gaps: `3 missing (a later run may fetch 1)`."""
    gaps = [gap for row in rows for gap in row.gaps]
    if not gaps:
        return "none missing"
    open_ = sum(gap.may_be_filled for gap in gaps)
    return f"{len(gaps):,} missing (a later run may fetch {open_:,})"


def _why(gap: Announced) -> str:
    return gap.reason.words if gap.reason else "not visited yet"


def worded_days(rows: Sequence[Row]) -> Iterator[str]:
    """Word the sums of each day, over all channels."""
    for sums in by_day(rows):
        yield (
            f"{sums.day or 'no day'}: {sums.harvested:,} of {sums.announced:,} announced URLs are stored"
            f" articles, {len(sums.gaps):,} missing, {sums.rejected:,} rejected"
        )


def worded_series(series: Series) -> str:
    """Word the gaps in a series of content ids, the widest of them by their numbers."""
    widest = sorted(series.gaps, key=lambda gap: gap[0] - gap[1])[:_SHOWN]
    runs = ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in sorted(widest))
    more = len(series.gaps) - len(widest)
    rest = f" and {counted(more, 'more gap')}" if more else ""
    return (
        f"{series.name}: {counted(series.missing, 'number')} missing in runs of ids that are otherwise known"
        f" ({series.known:,} from {series.first} to {series.last}): {runs}{rest}"
    )
