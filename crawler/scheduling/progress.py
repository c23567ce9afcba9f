"""Reads the progress of a running crawl."""

from __future__ import annotations

import time
from collections import deque
from heapq import nlargest
from typing import TYPE_CHECKING, Any

from crawler.accounting.progress import TOP, Moment, Progress, rate_since, share_and_rest
from crawler.accounting.totals import totals
from crawler.ledger.plan import Outcome
from crawler.scheduling.files import files_of
from crawler.scheduling.hosts import hosts_of
from crawler.scheduling.visits import visits_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scrapy.crawler import Crawler

WINDOW = 60.0  # seconds over which rates are taken


class Watch:
    """Takes snapshots of a crawl; rates cover the last minute."""

    def __init__(self, crawl: Crawler) -> None:
        self._crawl = crawl
        self._began = time.monotonic()
        self._moments: deque[Moment] = deque()

    def look(self) -> Progress:
        """Return the current progress; the spider must be open."""
        stats = self._crawl.stats.get_stats()
        queues = self._queues()
        now = Moment(time.monotonic() - self._began, _pages(stats), self._queued(queues))
        before = self._moments[0] if self._moments else Moment(0.0, 0, 0)
        self._remember(now)
        done, left = share_and_rest(max(self._moments, key=lambda each: each.queued), now)
        longest = dict(nlargest(TOP, queues.items(), key=lambda each: each[1]))
        return Progress(
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

    def _queues(self) -> Mapping[str, int]:
        files = files_of(self._crawl)
        ledger = files.ledger if files is not None else None
        return ledger.errands.turns.waiting if ledger is not None else {}

    def _queued(self, queues: Mapping[str, int]) -> int:
        if queues or files_of(self._crawl) is not None:
            return sum(queues.values())
        slot = self._crawl.engine._slot  # noqa: SLF001  no public way
        scheduler: Any = slot.scheduler if slot is not None else None
        return len(scheduler) if hasattr(scheduler, "__len__") else 0

    def _failed(self, stats: Mapping[str, Any]) -> int:
        """Return the number of failed URLs, as the summary will count them."""
        if files_of(self._crawl) is not None:
            return visits_of(self._crawl).ended[Outcome.FAILED]
        return totals(stats).failed.total()

    def _delays(self, hosts: Mapping[str, int]) -> dict[str, float]:
        """The delays of these hosts; Scrapy's slots go by host without port."""
        slots = self._crawl.engine.downloader.slots
        found = ((host, slots.get(host.rpartition(":")[0] or host)) for host in hosts)
        return {host: slot.delay for host, slot in found if slot is not None}

    def _pauses(self, hosts: Mapping[str, int]) -> dict[str, float]:
        known = hosts_of(self._crawl)
        rests = ((host, known.rests(host)) for host in hosts)
        return {host: rest for host, rest in rests if rest}


def _pages(stats: Mapping[str, Any]) -> int:
    robots = sum(
        count for name, count in stats.items() if name.startswith("robotstxt/response_status_count/")
    )
    return int(stats.get("response_received_count", 0)) - int(robots)
