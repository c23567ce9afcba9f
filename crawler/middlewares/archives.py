"""Requests captures from web archives at the pace that they allow (middleware)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from crawler.internals.downloader import slow_down
from crawler.state.requests import CAPTURED, DELAY, RANGE

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler

UNCODED = b"identity"
"""Captures are requested without a coding, so that their bytes are the archived ones."""


class ArchivePace:
    """Gives each web archive one connection and its delay, and requests parts of files.

    The delay is the one declared for the archive, or WEB_ARCHIVE_DELAY. AutoThrottle does not change it.
    """

    def __init__(self, crawl: Crawler) -> None:
        self._crawl = crawl
        self._delay = crawl.settings.getfloat("WEB_ARCHIVE_DELAY")
        self._most_of_list = crawl.settings.getint("ENTRIES_BYTES_MAX")

    @classmethod
    def from_crawler(cls, crawl: Crawler) -> Self:
        """Build the middleware for a crawl."""
        return cls(crawl)

    def process_request(self, request: Request) -> None:
        """Set the delay, the coding, the part, and the maximum size of a list."""
        declared = request.meta.get(DELAY)
        if declared is None:
            return
        slow_down(self._crawl, request, self._delay or declared)
        request.meta["autothrottle_dont_adjust_delay"] = True
        if request.meta.get(CAPTURED):
            request.headers["Accept-Encoding"] = UNCODED
        else:
            request.meta["download_maxsize"] = self._most_of_list
        if part := request.meta.get(RANGE):
            request.headers["Range"] = f"bytes={part}"
