"""Limits the weight of one answer in the queue of those that wait for the spider."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.core.scraper import Slot
from scrapy.http import Response

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from twisted.python.failure import Failure

SHARE = 5
"""Answers of any size that are processed at once, at least."""


class SharedSlot(Slot):
    """Counts an answer with a part of the queue's size at most.

    Scrapy sends no request while the answers that are being processed have more bytes than
    SCRAPER_SLOT_MAX_ACTIVE_SIZE. One list of 200,000 entries has more; all other hosts waited until its last
    entry was read.
    """

    def add_response_request(self, result: Response | Failure, request: Request):  # type: ignore[no-untyped-def]
        """Queue an answer."""
        added = super().add_response_request(result, request)
        self.active_size -= self._beyond(result)
        return added

    def finish_response(self, result: Response | Failure, request: Request) -> None:
        """Forget an answer that is processed."""
        super().finish_response(result, request)
        self.active_size += self._beyond(result)

    def _beyond(self, result: Response | Failure) -> int:
        most = self.max_active_size // SHARE
        return max(0, len(result.body) - most) if isinstance(result, Response) else 0


def share_slot(crawl: Crawler) -> None:
    """Use such a queue in a crawl whose spider was opened just now."""
    scraper = crawl.engine.scraper
    scraper.slot = SharedSlot(crawl.settings.getint("SCRAPER_SLOT_MAX_ACTIVE_SIZE"))
