"""Scrapy's downloader, able to give up what a hung server keeps waiting, and to give back what waits."""

from __future__ import annotations

import time
from typing import Any

from scrapy import Request, Spider
from scrapy.core.downloader import Downloader, Slot
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from twisted.internet.defer import Deferred

from crawler.scheduling.requests import server_of

TOOK = "download_took"
"""Key in a request's meta: how many seconds its server took, the whole answer included."""


class Recalled(IgnoreRequest):
    """A request was given back before it was sent. The failure of its download."""


class InterruptibleDownloader(Downloader):
    """Downloads as Scrapy's does, until it is told to give up.

    Scrapy itself waits for every download when it is told to stop, a minute and longer for a server that
    does not answer.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._running: set[Deferred[Any]] = set()

    def fetch(self, request: Request, spider: Spider | None = None) -> Deferred[Any]:  # noqa: ARG002
        """Download a page."""
        download: Deferred[Any] = super().fetch(request)
        self._running.add(download)
        download.addBoth(self._left, download)
        return download

    def give_up(self) -> None:
        """Let every running download fail now, with `CancelledError`."""
        for download in list(self._running):
            download.cancel()

    def recall(self, host: str) -> None:
        """Give back, as `Recalled`, what waits to be sent to a host (with port)."""
        for slot in list(self.slots.values()):
            waiting = [each for each in slot.queue if server_of(each[0].url) == host]
            for each in waiting:
                slot.queue.remove(each)
                each[1].errback(Recalled())

    async def _download(self, slot: Slot, request: Request) -> Response:
        began = time.monotonic()
        try:
            return await super()._download(slot, request)
        finally:
            request.meta[TOOK] = time.monotonic() - began

    def _left(self, result: Any, download: Deferred[Any]) -> Any:
        self._running.discard(download)
        return result
