"""Pauses hosts that ask for it or are dead, without losing their URLs (middleware)."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Self

from scrapy import signals
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
)

from crawler.accounting.refusals import Refusal, reason_of_error
from crawler.internals.downloader import TOOK, Recalled
from crawler.middlewares.waiting import WaitingUrls, asked_wait
from crawler.reasons import Cause, Reason
from crawler.reasons.reason import http
from crawler.state.crawl import state_of
from crawler.state.hosts import Hosts
from crawler.state.requests import PICTURE, server_of
from crawler.state.visits import Visits
from crawler.text.urls import path_of

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

REFUSALS = (429, 503)
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
        self._waiting = WaitingUrls(crawl)
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
            return self._waiting.put_back(request)
        if budget is not None or (self._has_queue and rest > LONGEST_WAIT):
            raise HostLeftAlone(reason=budget)
        await asyncio.sleep(rest)
        return None

    def response_downloaded(self, request: Request, response: Response) -> None:
        """Record an answer that asks for a pause, before the next request to the host is sent."""
        if response.status in REFUSALS:
            reason = http(response.status)
            if path_of(request.url) == "/robots.txt":
                reason = Reason(Cause.ROBOTS_UNREACHABLE, reason.code)
            self._waiting.pause(server_of(request.url), reason, asked_wait(response))

    def process_response(self, request: Request, response: Response) -> Request | Response:
        """Record an answer; queue the URL again if the answer asks for a pause."""
        if response.status not in REFUSALS:
            self._note_answer(request, response)
            return response
        again = self._waiting.queued_again(request)
        if again is None and self._visits.of(request) is not None:
            request.meta["dont_retry"] = True  # it has waited often enough
        return again or response

    def _note_answer(self, request: Request, response: Response) -> None:
        if PICTURE in request.meta:
            self._hosts.gave_picture(server_of(request.url), _took(request))
        else:
            self._hosts.answered(server_of(request.url), _took(request), address_of(request, response))

    def process_exception(self, request: Request, exception: Exception) -> Request | None:
        """Record a failure; queue the URL again if the host caused it."""
        if isinstance(exception, Recalled):
            return self._waiting.put_back(request) or request.copy()
        wait = getattr(exception, "retry_after", None)
        if wait is not None:
            return self._without_rules(request, reason_of_error(exception), wait)
        if not isinstance(exception, _NO_ANSWER) or request.meta.get("retry_times"):
            return None
        host = server_of(request.url)
        self._hosts.unanswered(host, reason_of_error(exception), _took(request))
        again = self._waiting.queued_again(request) if self._hosts.rests(host) else None
        if again is not None:
            self._waiting.count(f"put_back/{_path_of(type(exception))}")
        return again

    def _without_rules(self, request: Request, reason: Reason, wait: float) -> Request | None:
        """Pause a host whose robots.txt cannot be fetched, until the next try for it."""
        self._waiting.pause(server_of(request.url), reason, wait)
        again = self._waiting.queued_again(request)
        if again is None and PICTURE not in request.meta:
            self._waiting.count(f"failed/{reason.code}")
        return again


def address_of(request: Request, response: Response) -> str | None:
    """Return the address of the server that answered, or None behind a proxy, whose address it would be."""
    return str(response.ip_address) if response.ip_address and not request.meta.get("proxy") else None


def _path_of(kind: type) -> str:
    return f"{kind.__module__}.{kind.__qualname__}"


def _took(request: Request) -> float:
    return float(request.meta.get(TOOK) or request.meta.get("download_latency") or 0.0)
