"""Implements Scrapy's scheduler with a ledger: the frontier is on disk, and hosts take turns."""

from __future__ import annotations

import logging
from collections import deque
from typing import TYPE_CHECKING, Self

from scrapy import Request, Spider
from scrapy.core.scheduler import BaseScheduler

from crawler.internals.engine import watch_pages
from crawler.scheduling.noise import LedgerNoise
from crawler.scheduling.seen import LedgerSeen
from crawler.state.crawl import state_of
from crawler.state.files import CrawlFiles, NoFiles
from crawler.state.requests import DELAY, PUT_BACK, asked_for, restored

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapy.crawler import Crawler

    from crawler.ledger.accounts import RunAccounts
    from crawler.ledger.ledger import Ledger
    from crawler.ledger.turns import Turns

logger = logging.getLogger(__name__)

AHEAD = 2  # active visits of a host for each of its connections: one is fetched, one is read


class LedgerScheduler(BaseScheduler):
    """Queues new URLs, returns those of the hosts in turn, and knows the page of each request.

    Each URL taken from the ledger is an errand. It ends when its callback or errback is exhausted, its items
    passed the pipelines and its requests are queued; then `Visits` stores all of it in the ledger. Redirects
    belong to their errand and wait in memory; retries are queued again.
    """

    def __init__(self, crawl: Crawler, files: CrawlFiles) -> None:
        self._crawl = crawl
        self._files = files
        self._visits, self._hosts = state_of(crawl).visits, state_of(crawl).hosts
        self._following: deque[Request] = deque()
        self._most = AHEAD * max(1, crawl.settings.getint("CONCURRENT_REQUESTS_PER_DOMAIN"))

    @classmethod
    def from_crawler(cls, crawl: Crawler) -> Self:
        """Build the scheduler for a crawl. Raises `RuntimeError` if the crawl has no directory."""
        files = state_of(crawl).files
        if isinstance(files, NoFiles):
            raise RuntimeError("this scheduler needs the extension LedgerKeeper")  # noqa: TRY004  no argument is wrong
        return cls(crawl, files)

    def open(self, spider: Spider) -> None:
        """Connect the spider to the ledger, and watch for finished pages."""
        remember = getattr(spider, "remember", None)
        if remember is not None:
            remember(LedgerSeen(self._files), LedgerNoise(self._files))
        watch_pages(self._crawl, self._visits.finished)
        self._hosts.remember()
        resumes = self._files.in_ledger(lambda ledger: ledger.resumes, otherwise=False)
        self._crawl.stats.set_value("ledger/resumes", resumes)
        if waiting := self._files.turns.waiting:
            logger.info("Resuming: %d queued from earlier runs or due again", waiting.total())

    def has_pending_requests(self) -> bool:
        """Return whether a URL is queued that this run will still request."""
        return self._files.in_ledger(self._has_pending, otherwise=False)

    def _has_pending(self, ledger: Ledger) -> bool:
        if self._following or self._visits.are_enough:
            return bool(self._following)
        return any(map(self._hosts.may_wait, ledger.errands.turns.waiting))

    def enqueue_request(self, request: Request) -> bool:
        """Queue a request; return whether it was queued."""
        return self._files.in_ledger(lambda ledger: self._enqueue(ledger, request), otherwise=False)

    def _enqueue(self, ledger: Ledger, request: Request) -> bool:
        visit = self._visits.of(request)
        if visit is not None and request.meta.get(PUT_BACK):
            self._visits.put_back(ledger, visit, request.priority)
            return True
        if visit is not None and request.meta.get("retry_times", 0) > visit.retries:
            visit.retries = request.meta["retry_times"]
            self._visits.put_back(ledger, visit, request.priority)
            return True
        if visit is not None and request.meta.get("redirect_times", 0) > visit.redirects:
            visit.redirects = request.meta["redirect_times"]
            self._following.append(request)
            return True
        return self._add(ledger, request)

    def next_request(self) -> Request | None:
        """Return the next request of a host that is not busy, or None."""
        return self._files.in_ledger(self._next, otherwise=None)

    def _next(self, ledger: Ledger) -> Request | None:
        return self._following.popleft() if self._following else self._taken(ledger)

    def close(self, reason: str) -> None:
        """Record the end of the run, and put its counts into the stats."""
        self._tell_left_alone()
        self._hosts.close()
        accounts = self._files.end(reason, self._visits.taken, self._visits.unfinished)
        self._crawl.stats.set_value("ledger/restored", self._visits.restored)
        self._crawl.stats.set_value("ledger/refusal", self._files.refusal)
        self._crawl.stats.inc_value("harvest/output_lost", self._visits.lost)
        passed = self._crawl.stats.get_value("item_scraped_count", 0) - self._visits.lost
        self._crawl.stats.set_value("ledger/unwritten", max(0, passed - self._files.appended))
        for name, value in stats_of(accounts) if accounts else ():
            self._crawl.stats.set_value(f"ledger/{name}", value)

    def _tell_left_alone(self) -> None:
        """Count the URLs that wait for a paused host, by reason."""
        waiting = self._files.turns.waiting
        for host, reason in self._hosts.left_alone():
            if waiting.get(host):
                self._crawl.stats.inc_value(f"harvest/left_alone/{reason.code}", waiting[host])

    def _add(self, ledger: Ledger, request: Request) -> bool:
        spider = self._crawl.spider
        if spider is None:
            return False
        asked = asked_for(request, spider)
        if asked is None:
            logger.warning("request not stored in the ledger; it is lost if the crawl is killed: %s", request)
            self._following.append(request)
            return True
        return ledger.errands.add(asked, ledger.now())

    def _taken(self, ledger: Ledger) -> Request | None:
        spider = self._crawl.spider
        if spider is None or self._visits.are_enough:
            return None
        host = self._next_host(ledger.errands.turns)
        errand = ledger.errands.take(host) if host is not None else None
        if errand is None:
            return None
        self._visits.begin(errand)
        request = restored(errand, spider)
        most = 1 if DELAY in request.meta else self._most
        if self._visits.by_host[errand.host] >= most:
            ledger.errands.turns.hold(errand.host)  # until one of the visits ends
        return request

    def _next_host(self, turns: Turns) -> str | None:
        """Return the next host, unless its domain or its address has enough active ones."""
        self._hosts.neighbours.tend(turns)
        while (host := turns.next()) is not None:
            if self._hosts.may_have_turn(host):
                return host
        return None


def stats_of(accounts: RunAccounts) -> Iterator[tuple[str, int]]:
    """Return a run's counts for Scrapy's stats."""
    yield "visited", accounts.taken - accounts.returned
    yield "difference", accounts.difference
    yield "waiting", accounts.waiting
    yield "articles", accounts.articles
    yield from ((f"outcome/{outcome}", count) for outcome, count in accounts.outcomes.items())
    for outcome, reasons in accounts.reasons.items():
        yield from ((f"reason/{outcome}/{reason.code}", count) for reason, count in reasons.items())
    yield from ((f"failed/{reason.code}", count) for reason, count in accounts.failed.items())
