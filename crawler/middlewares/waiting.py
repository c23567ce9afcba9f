"""Pauses hosts, and queues the waiting URLs again."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from crawler.internals.downloader import interruptible_of
from crawler.politeness.pacing import wait_asked
from crawler.reasons import Reason
from crawler.state.crawl import state_of
from crawler.state.requests import DELAY, PUT_BACK, server_of

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response


class WaitingUrls:
    """The URLs that wait for a pause of their host to end, each at most HOST_WAITS_PER_URL times."""

    def __init__(self, crawl: Crawler) -> None:
        self._crawl = crawl
        self._hosts = state_of(crawl).hosts
        self._visits = state_of(crawl).visits
        self._most = crawl.settings.getint("HOST_WAITS_PER_URL", 3)

    def pause(self, host: str, reason: Reason, wait: float | None) -> None:
        """Pause a host, for `wait` seconds or without a length; recall its requests in flight."""
        self._hosts.refused(host, reason, wait)
        if (downloader := interruptible_of(self._crawl)) is not None:
            downloader.recall(lambda url: server_of(url) == host)

    def queued_again(self, request: Request, *, sink: int = 1) -> Request | None:
        """Queue a URL again, or return None if it has waited often enough, or belongs to no visit.

        Its priority sinks, so that another URL of the host shows whether the pause has helped. Captures of a
        web archive keep their order.
        """
        visit = self._visits.of(request)
        if visit is None or self._visits.waits[visit.errand.id] >= self._most:
            return None
        self._visits.waits[visit.errand.id] += 1
        return _put_back(request, visit.errand.priority - (0 if DELAY in request.meta else sink))

    def put_back(self, request: Request) -> Request | None:
        """Queue a URL again in its place, without counting it as a wait."""
        visit = self._visits.of(request)
        return None if visit is None else _put_back(request, visit.errand.priority)

    def count(self, name: str) -> None:
        """Count an event in the crawl's stats."""
        self._crawl.stats.inc_value(f"harvest/{name}")


def _put_back(request: Request, priority: int) -> Request:
    return request.replace(meta={**request.meta, PUT_BACK: True}, priority=priority, dont_filter=True)


def asked_wait(response: Response) -> float | None:
    """Return the seconds that an answer asks to wait (Retry-After), or None."""
    asked = response.headers.get("Retry-After")
    return wait_asked(asked.decode("latin-1") if asked else None, time.time())
