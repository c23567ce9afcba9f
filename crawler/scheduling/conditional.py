"""The middleware that asks for a page only if it changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from crawler.scheduling.visits import Visits, visits_of

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

NOT_MODIFIED = 304


class AskIfChanged:
    """Sends the validators of the last visit; where the server says 304, no callback sees the answer.

    A page is taken for unchanged only when its server says so, never because it looks fresh.
    """

    def __init__(self, visits: Visits) -> None:
        self.visits = visits

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build the middleware for a crawl."""
        return cls(visits_of(crawler))

    def process_request(self, request: Request) -> None:
        """Add the validators, where the URL was visited before."""
        visit = self.visits.of(request)
        if visit is None or request.url != (visit.errand.landed or visit.errand.url):
            return
        if visit.errand.etag:
            request.headers.setdefault("If-None-Match", visit.errand.etag)
        if visit.errand.modified:
            request.headers.setdefault("If-Modified-Since", visit.errand.modified)

    def process_response(self, request: Request, response: Response) -> Response:
        """Withhold from the spider what did not change."""
        if response.status == NOT_MODIFIED and self.visits.of(request) is not None:
            request.callback = _nothing
            request.meta["handle_httpstatus_list"] = [NOT_MODIFIED]
        return response


def _nothing(response: Response, **_: Any) -> None:
    """Find nothing new in a page that did not change."""
