"""Holds the hosts of a running crawl, with their pauses and reasons."""

from __future__ import annotations

import logging
import time
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from scrapy.utils.asyncio import CallLaterResult, call_later

from crawler.internals.engine import fetch_next
from crawler.ledger.hosts import Resting, keep_resting, resting_hosts
from crawler.politeness.pacing import Host, PauseTerms, answered, cost, refused, spent, unanswered
from crawler.reasons import Reason
from crawler.state.files import CrawlFiles, NoFiles
from crawler.state.neighbours import GroupBounds, Neighbours
from crawler.state.visits import Visits

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from scrapy.settings import BaseSettings

logger = logging.getLogger(__name__)

PAUSED, SPENT = "paused", "spent"  # reasons to hold a host
_NEW = Host()
_MOMENT = 1.0
"""Seconds; a pause that is extended by less is the same pause."""


class Hosts:
    """Keeps each host's state (see `politeness.pacing`), and excludes paused hosts from taking turns.

    The clock is the monotonic one; the ledger, which outlives it, has Unix times.
    """

    def __init__(self, crawl: Crawler, files: CrawlFiles | NoFiles, visits: Visits) -> None:
        self._crawl = crawl
        self._files = files
        self._visits = visits
        self._terms = terms_of(crawl.settings)
        self._patience = crawl.settings.getfloat("HOST_PATIENCE", 300)
        self._known: dict[str, Host] = {}
        self._timers: dict[str, CallLaterResult] = {}
        self._walls: Counter[str] = Counter()
        self.neighbours = Neighbours(*group_bounds(crawl.settings), self._is_live)

    def remember(self) -> None:
        """Take over the paused hosts of the last run."""
        none: list[Resting] = []
        for resting in self._files.in_ledger(lambda ledger: resting_hosts(ledger.journal), otherwise=none):
            left = resting.until - time.time()
            if left > 0:
                until = time.monotonic() + min(left, self._terms.longest)
                self._set(resting.host, Host(until, resting.strikes, reason=resting.reason))

    def answered(self, host: str, seconds: float, address: str | None = None) -> None:
        """Record an answer of a host, its seconds, and the address of its server."""
        self._set(host, answered(self._of(host), seconds))
        self.neighbours.answered(host, address)

    def gave_picture(self, host: str, seconds: float) -> None:
        """Record an answer with a picture: its time counts, and it is no page."""
        self._set(host, answered(self._of(host), seconds, pages=0))

    def may_have_turn(self, host: str) -> bool:
        """Return whether a host may have its turn now; otherwise hold it."""
        if self.neighbours.spent(host):
            self._hold(host, SPENT)
            return False
        return self.neighbours.claim_turn(host, self._files.turns)

    def cost(self, host: str, seconds: float) -> None:
        """Record the time of parsing a page in vain."""
        self._set(host, cost(self._of(host), seconds))

    def refused(self, host: str, reason: Reason, wait: float | None) -> None:
        """Record that a host asks for a pause, of `wait` seconds or without a length."""
        self._set(host, refused(self._of(host), reason, wait, time.monotonic(), self._terms))

    def turned_away(self, host: str) -> int:
        """Record an answer of a firewall; return their number in this run."""
        self._walls[host] += 1
        return self._walls[host]

    def unanswered(self, host: str, reason: Reason, seconds: float) -> None:
        """Record that a host did not answer, and the time waited."""
        self._set(host, unanswered(self._of(host), reason, seconds, time.monotonic(), self._terms))

    def rests(self, host: str) -> float:
        """Return the remaining seconds of a host's pause."""
        return self._of(host).rests(time.monotonic())

    def spent(self, host: str) -> Reason | None:
        """Return the bound that a host has reached."""
        return spent(self._of(host), self._terms) or self.neighbours.spent(host)

    def may_wait(self, host: str) -> bool:
        """Return whether this run still waits for a host."""
        return not self.spent(host) and self.rests(host) <= self._patience

    def left_alone(self) -> Iterator[tuple[str, Reason]]:
        """Yield the paused hosts, each with its reason."""
        for host in {**self._known, **dict.fromkeys(self.neighbours.hosts())}:
            reason = self.spent(host) or (self._of(host).reason if self.rests(host) else None)
            if reason is not None:
                yield host, reason

    def costs(self) -> Iterator[tuple[str, int, float]]:
        """Yield each host's answers in this run, and the seconds spent waiting for them."""
        for host, known in self._known.items():
            if known.pages:
                yield host, known.pages, known.seconds

    def close(self) -> None:
        """Stop all timers, and store the paused hosts for the next run."""
        for timer in self._timers.values():
            timer.cancel()
        self._timers.clear()
        now = time.time()
        kept = [
            Resting(host, now + self.rests(host), self._of(host).strikes, reason)
            for host, reason in self.left_alone()
        ]
        self._files.in_ledger(lambda ledger: keep_resting(ledger.journal, kept), otherwise=None)

    def _is_live(self, host: str) -> bool:
        """Return whether a host has URLs to fetch and is not paused for the rest of the run."""
        if self.rests(host) or self.spent(host):
            return False
        return bool(self._files.turns.waiting.get(host) or self._visits.by_host.get(host))

    def _of(self, host: str) -> Host:
        return self._known.get(host, _NEW)

    def _set(self, host: str, new: Host) -> None:
        before = self._of(host)
        self._known[host] = new
        if new.until > before.until:
            self._log_pause(host, before, new)
            self._hold(host, PAUSED)
            self._wake_later(host)
        bound = spent(new, self._terms)
        if bound and not spent(before, self._terms):
            logger.info("%s is paused for the rest of the run: %s", host, bound.words)
            self._hold(host, SPENT)

    def _log_pause(self, host: str, before: Host, new: Host) -> None:
        """Log a pause once: several requests in flight extend it by less than `_MOMENT`."""
        if before.rests(time.monotonic()) and new.until - before.until < _MOMENT:
            return
        words = new.reason.words if new.reason else "-"
        logger.info("%s is paused for %.0f s: %s", host, self.rests(host), words)

    def _hold(self, host: str, why: str) -> None:
        self._files.turns.hold(host, why)

    def _wake_later(self, host: str) -> None:
        if host in self._timers:
            self._timers[host].cancel()
        self._timers[host] = call_later(self.rests(host), self._wake, host)

    def _wake(self, host: str) -> None:
        del self._timers[host]
        self._files.turns.release(host, PAUSED)
        fetch_next(self._crawl)


def terms_of(settings: BaseSettings) -> PauseTerms:
    """Read the terms from the settings."""
    usual = PauseTerms()
    return PauseTerms(
        first=settings.getfloat("HOST_PAUSE_FIRST", usual.first),
        longest=min(settings.getfloat("HOST_PAUSE_MAX", usual.longest), usual.longest),
        dead_after=settings.getint("HOST_DEAD_AFTER", usual.dead_after),
        dead_pause=settings.getfloat("HOST_DEAD_PAUSE", usual.dead_pause),
        pages=settings.getint("HOST_PAGES_MAX", usual.pages),
        seconds=settings.getfloat("HOST_SECONDS_MAX", usual.seconds),
    )


def group_bounds(settings: BaseSettings) -> tuple[GroupBounds, GroupBounds]:
    """Read the bounds of a registered domain and of an address from the settings."""
    return (
        GroupBounds(settings.getint("DOMAIN_HOSTS_AT_ONCE"), settings.getint("DOMAIN_PAGES_MAX")),
        GroupBounds(settings.getint("ADDRESS_HOSTS_AT_ONCE"), settings.getint("ADDRESS_PAGES_MAX")),
    )
