"""Tracks the active visits, with the results of each page until it is finished."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from scrapy import Request, signals
from scrapy.http import Response
from twisted.python.failure import Failure

from crawler.accounting.drops import BeyondLimit
from crawler.ledger.errands import Errand
from crawler.ledger.ledger import Ledger, NewRevision
from crawler.ledger.plan import Outcome
from crawler.ledger.removals import restores
from crawler.reasons import Cause, Reason
from crawler.state.endings import Result, ending_of, new_revision, result_of_drop, result_of_record
from crawler.state.files import CrawlFiles, NoFiles
from crawler.state.marked import Marked
from crawler.state.requests import ERRAND

if TYPE_CHECKING:
    from scrapy.crawler import Crawler


@dataclass(slots=True)
class Visit:
    """An active visit."""

    errand: Errand
    stored: list[NewRevision] = field(default_factory=list)
    results: list[Result] = field(default_factory=list)
    """Results of the page's items."""
    aliases: list[str] = field(default_factory=list)
    retries: int = 0
    redirects: int = 0
    is_returned: bool = False
    """Whether it is queued again instead of being finished."""


class Visits:
    """Collects the results of each page from Scrapy's signals, and stores them in the ledger at its end."""

    def __init__(self, files: CrawlFiles | NoFiles, marked: Marked) -> None:
        self._files = files
        self._marked = marked
        self._open: dict[int, Visit] = {}
        self.by_host: Counter[str] = Counter()
        """Number of active visits, by host."""
        self.waits: Counter[int] = Counter()
        """Number of times that each errand was queued again for a pause of its host."""
        self.ended: Counter[Outcome] = Counter()
        """Number of finished visits, by outcome."""
        self.restored = 0
        """Number of articles that were removed and are back."""
        self.taken = 0
        self.returned = 0
        self.lost = 0
        """Number of records that could not be written, though Scrapy counts them as scraped."""
        self.are_enough = False
        """Whether no further visit begins, because `-a limit=` articles have passed the pipelines; they may
        still wait for their pictures. A page that is queued again must not be visited twice in one run: it
        would be a duplicate of itself, and lost.
        """
        self.is_abandoned = False
        """Whether visits that end from now on do not count, because their downloads were cancelled."""

    def connect(self, crawl: Crawler) -> None:
        """Listen to a crawl."""
        crawl.signals.connect(self.item_scraped, signals.item_scraped)
        crawl.signals.connect(self.item_dropped, signals.item_dropped)
        crawl.signals.connect(self.item_error, signals.item_error)
        crawl.signals.connect(self.spider_error, signals.spider_error)
        crawl.signals.connect(self.spider_idle, signals.spider_idle)

    @property
    def unfinished(self) -> int:
        """Number of unfinished visits, which are queued again."""
        return self.returned + len(self._open)

    def begin(self, errand: Errand) -> None:
        """Start the visit of an errand."""
        self._open[errand.id] = Visit(errand, retries=errand.tries)
        self.by_host[errand.host] += 1
        self.taken += 1

    def of(self, source: Request | Response | Failure | None) -> Visit | None:
        """Return the visit that a request, a response or a failure belongs to."""
        request = source if isinstance(source, Request) else getattr(source, "request", None)
        return None if request is None else self._open.get(request.meta.get(ERRAND, 0))

    def item_scraped(self, item: Any, response: Response | Failure | None) -> None:
        """Keep a record until its page is finished. A record without a page is stored at once."""
        visit = self.of(response)
        try:
            revision = new_revision(item, self._marked)
        except Exception as error:  # noqa: BLE001  whatever a foreign item holds, it costs itself alone
            self._add(visit, Result(Outcome.FAILED, Reason(Cause.NOT_JSON, str(error))))
            self.lost += 1
            return
        if visit is not None:
            visit.stored.append(revision)
            visit.aliases += [getattr(item, "url", ""), *getattr(item, "pages", ())]
            visit.results.append(result_of_record(item, revision))
        else:
            self._files.in_ledger(lambda ledger: ledger.store(revision), otherwise=None)

    def item_dropped(self, item: Any, response: Response | Failure | None, exception: BaseException) -> None:
        """Record the reason of a dropped item."""
        visit = self.of(response)
        if visit is not None:
            visit.is_returned |= isinstance(exception, BeyondLimit)
            visit.aliases += [getattr(item, "url", ""), *(part.url for part in getattr(item, "parts", ()))]
        self._add(visit, result_of_drop(item, exception))

    def item_error(self, response: Response | Failure | None) -> None:
        """Record a fault in a pipeline."""
        self._add(self.of(response), Result(Outcome.FAILED, Reason(Cause.PIPELINE_FAULT)))

    def spider_error(self, response: Response | Failure | None) -> None:
        """Record a fault in the spider."""
        self._add(self.of(response), Result(Outcome.FAILED, Reason(Cause.SPIDER_FAULT)))

    def spider_idle(self) -> None:
        """Finish the visits whose requests a middleware dropped: no component works on them any more."""
        for visit in list(self._open.values()):
            visit.results.append(Result(Outcome.FAILED, Reason(Cause.DROPPED_ON_THE_WAY)))
            self._finish(visit, None)

    def finished(self, result: Response | Failure, request: Request) -> None:
        """Finish a visit, after its callback and items."""
        visit = self.of(request)
        if visit is not None:
            self._finish(visit, result)

    def put_back(self, ledger: Ledger, visit: Visit, priority: int) -> None:
        """Queue a page again whose download is retried. Raises `LedgerWriteError`."""
        self._close(visit)
        self.returned += 1
        ledger.errands.put_back(visit.errand, priority, visit.retries)

    def _finish(self, visit: Visit, result: Response | Failure | None) -> None:
        if (
            not self.is_abandoned
        ):  # otherwise it stays in flight in the ledger, and the next run queues it again
            self._files.in_ledger(lambda ledger: self._store(ledger, visit, result), otherwise=None)

    def _store(self, ledger: Ledger, visit: Visit, result: Response | Failure | None) -> None:
        if visit.is_returned:
            self.put_back(ledger, visit, visit.errand.priority)
            return
        self._close(visit)
        self.waits.pop(visit.errand.id, None)
        ending = ending_of(visit.errand, visit.results, visit.aliases, result)
        ledger.finish(visit.errand, ending, visit.stored)
        self.ended[Outcome.REMOVED if ending.removal else ending.outcome] += 1
        self.restored += restores(visit.errand, ending)

    def _close(self, visit: Visit) -> None:
        del self._open[visit.errand.id]
        self.by_host[visit.errand.host] -= 1
        if not self.by_host[visit.errand.host]:
            del self.by_host[visit.errand.host]
        self._files.turns.release(visit.errand.host)

    def _add(self, visit: Visit | None, result: Result) -> None:
        if visit is not None:
            visit.results.append(result)
