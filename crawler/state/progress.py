"""Reads the progress of a running crawl."""

from __future__ import annotations

import time
from collections import deque
from heapq import nlargest
from typing import TYPE_CHECKING, Any

from crawler.accounting.outcome import NO_PAGES
from crawler.accounting.progress import TOP, CrawlProgress, Moment, rate_since, share_and_rest
from crawler.accounting.totals import totals
from crawler.internals.downloader import delays_of
from crawler.ledger.plan import Outcome
from crawler.state.crawl import state_of
from crawler.state.files import CrawlFiles

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scrapy.crawler import Crawler

WINDOW = 60.0  # seconds over which rates are averaged


class Watch:
    """Takes snapshots of a crawl; rates cover the last minute."""

    def __init__(self, crawl: Crawler) -> None:
        self._crawl = crawl
        self._state = state_of(crawl)
        self._began = time.monotonic()
        self._moments: deque[Moment] = deque()

    def look(self) -> CrawlProgress:
        """Return the current progress; the spider must be open."""
        stats = self._crawl.stats.get_stats()
        queues = self._state.files.turns.waiting
        now = Moment(time.monotonic() - self._began, _pages(stats), self._queued(queues))
        before = self._moments[0] if self._moments else Moment(0.0, 0, 0)
        self._remember(now)
        done, left = share_and_rest(max(self._moments, key=lambda each: each.queued), now)
        longest = dict(nlargest(TOP, queues.items(), key=lambda each: each[1]))
        return CrawlProgress(
            elapsed=now.elapsed,
            articles=stats.get("item_scraped_count", 0),
            pages=now.pages,
            rate=rate_since(before, now),
            failed=self._failed(stats),
            size=stats.get("downloader/response_bytes", 0),
            queued=now.queued,
            queues=longest,
            delays=self._delays(longest),
            pauses=self._pauses(longest),
            done=done,
            left=left,
        )

    def _remember(self, now: Moment) -> None:
        self._moments.append(now)
        while now.elapsed - self._moments[0].elapsed > WINDOW:
            self._moments.popleft()

    def _queued(self, queues: Mapping[str, int]) -> int:
        """Return the number of queued URLs; at the end of a run, of those that wait for the next one."""
        if isinstance(self._state.files, CrawlFiles):
            return int(self._crawl.stats.get_value("ledger/waiting", sum(queues.values())))
        scheduler: Any = self._crawl.engine.scheduler
        return len(scheduler) if hasattr(scheduler, "__len__") else 0

    def _failed(self, stats: Mapping[str, Any]) -> int:
        """Return the number of failed URLs, as the summary will count them."""
        if isinstance(self._state.files, CrawlFiles):
            return self._state.visits.ended[Outcome.FAILED]
        return totals(stats).failed.total()

    def _delays(self, hosts: Mapping[str, int]) -> dict[str, float]:
        """Return the delays of these hosts; Scrapy's slots go by host without port."""
        delays = delays_of(self._crawl)
        pairs = ((host, delays.get(host.rpartition(":")[0] or host)) for host in hosts)
        return {host: delay for host, delay in pairs if delay is not None}

    def _pauses(self, hosts: Mapping[str, int]) -> dict[str, float]:
        rests = ((host, self._state.hosts.rests(host)) for host in hosts)
        return {host: rest for host, rest in rests if rest}


def _pages(stats: Mapping[str, Any]) -> int:
    others = sum(int(count) for name, count in stats.items() if name.startswith(NO_PAGES))
    return int(stats.get("response_received_count", 0)) - others
