"""Requests a page only if it has changed (middleware)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from crawler.state.crawl import state_of
from crawler.state.requests import WHOLE
from crawler.state.visits import Visits

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

NOT_MODIFIED = 304


class AskIfChanged:
    """Sends the validators of the last visit; an answer 304 reaches no callback.

    A page counts as unchanged only if its server says so, never because of its age.
    """

    def __init__(self, visits: Visits) -> None:
        self.visits = visits

    @classmethod
    def from_crawler(cls, crawl: Crawler) -> Self:
        """Build the middleware for a crawl."""
        return cls(state_of(crawl).visits)

    def process_request(self, request: Request) -> None:
        """Add the validators, if the URL was visited before."""
        visit = self.visits.of(request)
        if visit is None or request.url != (visit.errand.landed or visit.errand.url):
            return
        if request.meta.get(WHOLE):  # its callback must run
            return
        if visit.errand.etag:
            request.headers.setdefault("If-None-Match", visit.errand.etag)
        if visit.errand.modified:
            request.headers.setdefault("If-Modified-Since", visit.errand.modified)

    def process_response(self, request: Request, response: Response) -> Response:
        """Hide unchanged pages from the spider."""
        if response.status == NOT_MODIFIED and self.visits.of(request) is not None:
            request.callback = _nothing
            request.meta["handle_httpstatus_list"] = [NOT_MODIFIED]
        return response


def _nothing(response: Response, **_: Any) -> None:
    """Yield nothing for an unchanged page."""
