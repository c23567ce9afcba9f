"""Pauses hosts that ask for it or are dead, without losing their URLs (middleware)."""

from __future__ import annotations

import asyncio
import logging
import time
from typing import TYPE_CHECKING, Self

from scrapy import signals
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
)

from crawler.accounting.refusals import Refusal, reason_of_error
from crawler.internals.downloader import TOOK, Recalled, interruptible_of
from crawler.middlewares.capture import keep_evidence
from crawler.politeness.answers import Answer
from crawler.politeness.pacing import wait_asked
from crawler.politeness.walls import wall_of
from crawler.reasons import Cause, Reason
from crawler.reasons.reason import http
from crawler.state.crawl import state_of
from crawler.state.hosts import Hosts
from crawler.state.requests import PUT_BACK, server_of
from crawler.state.visits import Visits
from crawler.text.urls import path_of

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

logger = logging.getLogger(__name__)

REFUSALS = (429, 503)
EVIDENCE = 3
"""Pages of a firewall that are archived for each host in a run."""
LONGEST_WAIT = 60.0  # seconds that a download waits for a host without a queue: a part, a redirect's target
_NO_ANSWER = (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
)


class HostLeftAlone(Refusal):
    """The request's host is paused. Raised by `HostPauses`."""

    cause = Cause.HOST_LEFT_ALONE
    is_counted = True


class TurnedAway(Refusal):
    """A firewall answered in place of the site at every request for the URL. Raised by `HostPauses`."""

    cause = Cause.BOT_WALL
    is_counted = True


class HostPauses:
    """Records the answers of hosts, and holds requests to paused hosts.

    After 429 and 503 the URL is queued again, up to HOST_WAITS_PER_URL times, without counting as failed. The
    same holds for a host whose robots.txt cannot be fetched, or that is dead. A crawl without a ledger has no
    such queue: requests wait in memory, and each refusal counts as a try.
    """

    def __init__(self, crawl: Crawler) -> None:
        self._crawl = crawl
        self._hosts: Hosts = state_of(crawl).hosts
        self._visits: Visits = state_of(crawl).visits
        self._most = crawl.settings.getint("HOST_WAITS_PER_URL", 3)
        self._has_queue = crawl.settings.getbool("LEDGER_ENABLED")

    @classmethod
    def from_crawler(cls, crawl: Crawler) -> Self:
        """Build the middleware for a crawl."""
        middleware = cls(crawl)
        crawl.signals.connect(middleware.response_downloaded, signals.response_downloaded)
        return middleware

    async def process_request(self, request: Request) -> Request | None:
        """Stop a request to a paused host. Raises `HostLeftAlone`."""
        host = server_of(request.url)
        rest, budget = self._hosts.rests(host), self._hosts.spent(host)
        if not rest and budget is None:
            return None
        visit = self._visits.of(request)
        if visit is not None and visit.errand.host == host:
            return self._put_back(request)
        if budget is not None or (self._has_queue and rest > LONGEST_WAIT):
            raise HostLeftAlone(reason=budget)
        await asyncio.sleep(rest)
        return None

    def response_downloaded(self, request: Request, response: Response) -> None:
        """Record an answer that asks for a pause, before the next request to the host is sent."""
        if response.status in REFUSALS:
            asked = response.headers.get("Retry-After")
            wait = wait_asked(asked.decode("latin-1") if asked else None, time.time())
            reason = http(response.status)
            is_robots = path_of(request.url) == "/robots.txt"
            self._pause(request, Reason(Cause.ROBOTS_UNREACHABLE, reason.code) if is_robots else reason, wait)

    def process_response(self, request: Request, response: Response) -> Request | Response:
        """Record an answer; queue the URL again if the answer asks for a pause."""
        if wall := self._wall(request, response):
            return self._turned_away(request, wall)
        if response.status not in REFUSALS:
            self._hosts.answered(server_of(request.url), _took(request), address_of(request, response))
            return response
        again = self._waits(request)
        if again is None and self._visits.of(request) is not None:
            request.meta["dont_retry"] = True  # it has waited often enough
        return again or response

    def _wall(self, request: Request, response: Response) -> str | None:
        """Return the firewall that answered; a robots.txt and a list by POST have rules of their own."""
        if request.method != "GET" or path_of(request.url) == "/robots.txt":
            return None
        headers = {
            name.decode("latin-1").lower(): b",".join(values).decode("latin-1").lower()
            for name, values in response.headers.items()
        }
        return wall_of(Answer(response.status, response.body, headers))

    def _turned_away(self, request: Request, wall: str) -> Request:
        """Pause the host, keep the evidence, and queue the URL again. Raises `TurnedAway` in the end."""
        reason = Reason(Cause.BOT_WALL, wall)
        host = server_of(request.url)
        if self._hosts.turned_away(host) <= EVIDENCE:
            place = keep_evidence(self._crawl, request)
            logger.warning(
                "A firewall turns the crawl away from %s (%s); evidence: %s", host, wall, place or "-"
            )
        self._pause(request, reason, None)
        again = self._waits(request)
        if again is None:
            self._count(f"failed/{reason.code}")
            raise TurnedAway(wall)
        return again

    def process_exception(self, request: Request, exception: Exception) -> Request | None:
        """Record a failure; queue the URL again if the host caused it."""
        if isinstance(exception, Recalled):
            return self._put_back(request) or request.copy()
        wait = getattr(exception, "retry_after", None)
        if wait is not None:
            return self._without_rules(request, reason_of_error(exception), wait)
        if not isinstance(exception, _NO_ANSWER) or request.meta.get("retry_times"):
            return None
        host = server_of(request.url)
        self._hosts.unanswered(host, reason_of_error(exception), _took(request))
        again = self._waits(request) if self._hosts.rests(host) else None
        if again is not None:
            self._count(f"put_back/{_path_of(type(exception))}")
        return again

    def _without_rules(self, request: Request, reason: Reason, wait: float) -> Request | None:
        """Pause a host whose robots.txt cannot be fetched, until the next try for it."""
        self._pause(request, reason, wait)
        again = self._waits(request)
        if again is None:
            self._count(f"failed/{reason.code}")
        return again

    def _pause(self, request: Request, reason: Reason, wait: float | None) -> None:
        host = server_of(request.url)
        self._hosts.refused(host, reason, wait)
        if (downloader := interruptible_of(self._crawl)) is not None:
            downloader.recall(lambda url: server_of(url) == host)

    def _waits(self, request: Request) -> Request | None:
        """Queue a URL again, unless it has reached HOST_WAITS_PER_URL."""
        visit = self._visits.of(request)
        if visit is None or self._visits.waits[visit.errand.id] >= self._most:
            return None
        self._visits.waits[visit.errand.id] += 1
        return self._put_back(request)

    def _count(self, name: str) -> None:
        self._crawl.stats.inc_value(f"harvest/{name}")

    def _put_back(self, request: Request) -> Request | None:
        if self._visits.of(request) is None:
            return None
        return request.replace(meta={**request.meta, PUT_BACK: True}, dont_filter=True)


def address_of(request: Request, response: Response) -> str | None:
    """Return the address of the server that answered, or None behind a proxy, whose address it would be."""
    return str(response.ip_address) if response.ip_address and not request.meta.get("proxy") else None


def _path_of(kind: type) -> str:
    return f"{kind.__module__}.{kind.__qualname__}"


def _took(request: Request) -> float:
    return float(request.meta.get(TOOK) or request.meta.get("download_latency") or 0.0)
