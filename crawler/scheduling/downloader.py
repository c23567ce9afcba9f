"""Scrapy's downloader, able to give up what a hung server keeps waiting."""

from __future__ import annotations

from typing import Any

from scrapy import Request, Spider
from scrapy.core.downloader import Downloader
from scrapy.crawler import Crawler
from twisted.internet.defer import Deferred


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

    def _left(self, result: Any, download: Deferred[Any]) -> Any:
        self._running.discard(download)
        return result
