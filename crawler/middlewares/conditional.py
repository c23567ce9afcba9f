"""Requests a page only if it has changed (middleware)."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Self

from crawler.ledger.digests import digest_of, is_digest
from crawler.state.crawl import state_of
from crawler.state.requests import WHOLE
from crawler.state.visits import Visits

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from scrapy.statscollectors import StatsCollector

    from crawler.ledger.errands import Errand

NOT_MODIFIED = 304
SAME = "news/unchanged list"
"""Counter of lists that came again with the same bytes."""


class AskIfChanged:
    """Sends the validators of the last visit; an unchanged page reaches no callback.

    A page counts as unchanged if its server says so (304). A list also does if its server, which knows no
    validators, sends the same bytes again. No page counts as unchanged because of its age.
    """

    def __init__(self, visits: Visits, stats: StatsCollector) -> None:
        self.visits = visits
        self.stats = stats

    @classmethod
    def from_crawler(cls, crawl: Crawler) -> Self:
        """Build the middleware for a crawl."""
        return cls(state_of(crawl).visits, crawl.stats)

    def process_request(self, request: Request) -> None:
        """Add the validators, if the URL was visited before."""
        visit = self.visits.of(request)
        if visit is None or request.url != (visit.errand.landed or visit.errand.url):
            return
        if request.meta.get(WHOLE):  # its callback must run
            return
        if visit.errand.etag and not is_digest(visit.errand.etag):
            request.headers.setdefault("If-None-Match", visit.errand.etag)
        if visit.errand.modified:
            request.headers.setdefault("If-Modified-Since", visit.errand.modified)

    def process_response(self, request: Request, response: Response) -> Response:
        """Hide unchanged pages from the spider, with status 304."""
        visit = self.visits.of(request)
        if visit is None:
            return response
        if _is_same(visit.errand, request, response):
            self.stats.inc_value(SAME)
        elif response.status != NOT_MODIFIED:
            return response
        request.callback = _nothing
        request.meta["handle_httpstatus_list"] = [NOT_MODIFIED]
        return response.replace(status=NOT_MODIFIED)


def _is_same(errand: Errand, request: Request, response: Response) -> bool:
    """Return whether a list has the bytes of its last visit."""
    if response.status != HTTPStatus.OK or request.meta.get(WHOLE) or not is_digest(errand.etag or ""):
        return False
    return errand.etag == digest_of(response.body)


def _nothing(response: Response, **_: Any) -> None:
    """Yield nothing for an unchanged page."""
