"""Adds each run of a crawl's directory to its history, and writes the report if REPORT is set (extension)."""

from __future__ import annotations

import contextlib
import logging
import time
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Self

from scrapy import signals
from scrapy.exceptions import NotConfigured

from crawler.accounting.history import HostRun, PublisherRun, RunRecord, append_run, publisher_name
from crawler.accounting.outcome import outcome
from crawler.accounting.tally import Tally
from crawler.items import Article
from crawler.ledger.accounts import host_accounts, waiting_urls
from crawler.ledger.crawls import CRAWLS, find_crawls
from crawler.ledger.journal import Journal, LedgerWriteError
from crawler.ledger.ledger import LEDGER
from crawler.ledger.plan import Outcome as Visit
from crawler.ledger.schema import LedgerFormatError, read_only
from crawler.reasons import Cause, Reason
from crawler.state.crawl import state_of
from crawler.state.files import CrawlFiles, NoFiles
from crawler.text.urls import host_of

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

logger = logging.getLogger(__name__)

REASONS = 20
"""Maximum number of reasons in the history, for each publisher."""


class History:
    """Records the counts of each run, by publisher.

    Outcomes come from the ledger, which is closed by then and read again. A history that cannot be written
    only causes a warning.
    """

    def __init__(self, crawl: Crawler, files: CrawlFiles) -> None:
        self._crawl = crawl
        self._files = files
        self._run = files.in_ledger(lambda ledger: ledger.run, otherwise=None)
        self._began = time.time()
        self._tallies: defaultdict[str, Tally] = defaultdict(Tally)

    @classmethod
    def from_crawler(cls, crawl: Crawler) -> Self:
        """Build the extension. Raises `NotConfigured` if the crawl has no directory."""
        files = state_of(crawl).files
        if isinstance(files, NoFiles):
            raise NotConfigured
        extension = cls(crawl, files)
        crawl.signals.connect(extension.item_scraped, signals.item_scraped)
        crawl.signals.connect(extension.spider_closed, signals.spider_closed)
        return extension

    def item_scraped(self, item: Any) -> None:
        """Count a written article."""
        if isinstance(item, Article):
            self._tallies[item.publisher or host_of(item.url)].add(item)

    def spider_closed(self) -> None:
        """Add the run to the history, then write the report if REPORT is set."""
        if self._run is None:
            return
        try:
            append_run(self._files.folder, self._record(self._run))
        except (LedgerFormatError, LedgerWriteError, OSError) as error:
            logger.warning("The run could not be added to the history: %s", error)
        if self._crawl.settings.getbool("REPORT"):
            self._report()

    def _record(self, run: int) -> RunRecord:
        costs = list(state_of(self._crawl).hosts.costs())
        with contextlib.closing(read_only(self._files.folder / LEDGER)) as database:
            journal = Journal(database)
            unanswered = unanswered_urls(waiting_urls(journal), {host for host, *_ in costs})
            publishers = publisher_runs(host_accounts(journal, run), self._tallies, unanswered)
        return RunRecord(
            run=run,
            started=_iso(self._began),
            ended=_iso(time.time()),
            status=int(outcome(self._crawl.stats.get_stats())),
            publishers=publishers,
            hosts={host: HostRun(answers=count, seconds=round(spent, 2)) for host, count, spent in costs},
        )

    def _report(self) -> None:
        from crawler.reporting.report import REPORT, ReportError, write_report  # noqa: PLC0415  few runs write it

        try:
            folder = self._files.folder
            for words in write_report(folder.resolve().name, find_crawls([folder], CRAWLS), folder / REPORT):
                logger.warning("The report lacks a table: %s", words)
            logger.info("Wrote the report %s", folder / REPORT)
        except (ReportError, OSError) as error:
            logger.warning("The report could not be written: %s", error)


def unanswered_urls(
    rows: Iterable[tuple[str, str, int]], answered: Collection[str]
) -> dict[str, Counter[Reason]]:
    """Count the URLs that wait for hosts which never answered, by publisher and by reason.

    `rows` are host, code of the reason, and number of URLs; `answered` are the hosts that answered.
    """
    unanswered: defaultdict[str, Counter[Reason]] = defaultdict(Counter)
    for host, code, count in rows:
        if host not in answered:
            unanswered[publisher_name(host)][Reason.parse(code)] += count
    return unanswered


def publisher_runs(
    rows: Iterable[tuple[str, str, str, int]],
    tallies: Mapping[str, Tally],
    unanswered: Mapping[str, Counter[Reason]],
) -> dict[str, PublisherRun]:
    """Sum up by publisher.

    `rows` are host, outcome, code of the reason, and number of URLs; `tallies` count the written articles.
    """
    outcomes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    reasons: defaultdict[str, Counter[Reason]] = defaultdict(Counter)
    for host, ended, code, count in rows:
        name = publisher_name(host)
        outcomes[name][ended] += count
        if code and ended in (Visit.REJECTED, Visit.FAILED, Visit.REMOVED):
            reasons[name][Reason.parse(code)] += count
    none = Tally()
    return {
        name: PublisherRun(
            articles=tallies.get(name, none).written,
            unchanged=outcomes[name][Visit.UNCHANGED],
            rejected=outcomes[name][Visit.REJECTED],
            failed=outcomes[name][Visit.FAILED],
            removed=outcomes[name][Visit.REMOVED],
            listed=outcomes[name][Visit.LISTED],
            filled=dict(tallies.get(name, none).filled),
            reasons=_most(reasons[name]),
            unanswered=dict(unanswered.get(name, {})),
        )
        for name in sorted({*outcomes, *tallies, *unanswered})
    }


def _most(reasons: Counter[Reason]) -> dict[Reason, int]:
    """Return the most frequent reasons, and the sum of the others, so that the total stays the same."""
    counts = dict(reasons.most_common(REASONS))
    rest = reasons.total() - sum(counts.values())
    return {**counts, **({Reason(Cause.OTHER, "other reasons"): rest} if rest else {})}


def _iso(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")
