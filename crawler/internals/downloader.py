"""Extends Scrapy's downloader: cancels hung downloads, and measures delays from the sending of requests."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

from scrapy import Request, Spider
from scrapy.core.downloader import Downloader, Slot
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from twisted.internet.defer import Deferred

SHARE = 2
"""Hosts of one address that are requested at their full pace; more hosts share it."""
SLOTS = 1000
"""Hosts whose addresses are known; beyond this number, idle ones are forgotten."""
TOOK = "download_took"
"""Key in a request's meta: seconds that its server took for the whole answer."""


class Recalled(IgnoreRequest):
    """The request was recalled before it was sent. The failure of its download."""


class InterruptibleDownloader(Downloader):
    """Downloads as Scrapy does, but can give up, and measures delays from the sending of a request.

    When Scrapy itself is told to stop, it waits for every download: a minute and longer for a server that
    does not answer. It also measures a delay from the beginning of the connection. If connecting takes as
    long as the delay, as over a long distance, two requests would arrive at once.
    """

    def __init__(self, crawl: Crawler) -> None:
        super().__init__(crawl)
        self._running: set[Deferred[Any]] = set()
        self._unsent: dict[Slot, Request] = {}
        self._address: dict[Slot, str] = {}
        self._asked: dict[str, float] = {}
        """Monotonic time of the last request to each address."""

    def fetch(self, request: Request, spider: Spider | None = None) -> Deferred[Any]:  # noqa: ARG002
        """Download a page."""
        download: Deferred[Any] = super().fetch(request)
        self._running.add(download)
        download.addBoth(self._left, download)
        return download

    def give_up(self) -> None:
        """Cancel every running download, with `CancelledError`."""
        for download in list(self._running):
            download.cancel()

    def recall(self, is_meant: Callable[[str], bool]) -> None:
        """Recall the unsent requests for these URLs; they fail with `Recalled`."""
        for slot in list(self.slots.values()):
            waiting = [queued for queued in slot.queue if is_meant(queued[0].url)]
            for queued in waiting:
                slot.queue.remove(queued)
                queued[1].errback(Recalled())

    def sent(self, url: str) -> None:
        """Start the host's delay, because a request was sent."""
        slot = self.slots.get(urlsplit(url).hostname or "") if self._unsent else None
        if slot is not None and self._unsent.pop(slot, None) is not None:
            slot.lastseen = time.monotonic()
            if slot in self._address:
                self._asked[self._address[slot]] = slot.lastseen
            self._process_queue(slot)

    def _process_queue(self, slot: Slot) -> None:
        """Start a host's next request when due, but not while another one is started and not yet sent."""
        if slot not in self._unsent:
            self._keep_pace_of_address(slot)
            super()._process_queue(slot)

    def _keep_pace_of_address(self, slot: Slot) -> None:
        """Make a host wait for the others at its address: together they are as fast as two hosts."""
        asked = self._asked.get(self._address.get(slot, ""))
        if asked is not None and slot.delay:
            slot.lastseen = max(slot.lastseen, asked - slot.delay * (1 - 1 / SHARE))

    async def _download(self, slot: Slot, request: Request) -> Response:
        began = time.monotonic()
        if slot.delay:
            self._unsent[slot] = request
        try:
            response = await super()._download(slot, request)
            self._note_address(slot, request, response)
            return response
        finally:
            request.meta[TOOK] = time.monotonic() - began
            if self._unsent.get(slot) is request:  # the connection failed
                del self._unsent[slot]
                self._process_queue(slot)

    def _note_address(self, slot: Slot, request: Request, response: Response) -> None:
        """Record the address of a host. A proxy's address belongs to no host."""
        if response.ip_address and not request.meta.get("proxy"):
            self._address[slot] = str(response.ip_address)
        if len(self._address) > SLOTS:
            used = set(self.slots.values())
            self._address = {each: where for each, where in self._address.items() if each in used}

    def _left(self, result: Any, download: Deferred[Any]) -> Any:
        self._running.discard(download)
        return result


def interruptible_of(crawl: Crawler) -> InterruptibleDownloader | None:
    """Return the downloader of a crawl that has a ledger; None if it is Scrapy's own."""
    downloader = crawl.engine.downloader
    return downloader if isinstance(downloader, InterruptibleDownloader) else None


def delays_of(crawl: Crawler) -> Mapping[str, float]:
    """Return the current delay of each host (without port), in seconds."""
    return {host: slot.delay for host, slot in crawl.engine.downloader.slots.items()}


def slow_down(crawl: Crawler, request: Request, delay: float) -> None:
    """Send the requests to a request's host one at a time, `delay` seconds apart."""
    downloader = crawl.engine.downloader
    key = downloader.get_slot_key(request)
    downloader.per_slot_settings[key] = {"delay": delay, "concurrency": 1, "jitter": 0.0}
    if (slot := downloader.slots.get(key)) is not None:
        slot.delay, slot.concurrency, slot.jitter = delay, 1, 0.0
