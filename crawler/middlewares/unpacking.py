"""Decodes the content coding of responses, within bounds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Self

from scrapy.downloadermiddlewares.retry import get_retry_request
from scrapy.exceptions import ResponseDataLossError

from crawler.accounting.refusals import Refusal
from crawler.internals.responses import response_class
from crawler.reasons import Cause
from crawler.safety.unpacking import CutShortError, TooLargeError, unpack
from crawler.text.urls import path_of

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

ACCEPTED = b"gzip, deflate, br, zstd"
"""The codings that requests accept."""
CODINGS = frozenset({"gzip", "x-gzip", "deflate", "br", "zstd"})
_LISTS = re.compile(r"\.(?:xml|rss|atom|txt|gz)$", re.IGNORECASE)


class TooLargeUnpacked(Refusal):
    """A decompressed response exceeds DOWNLOAD_MAXSIZE. Raised by `Unpacking`."""

    cause = Cause.TOO_LARGE_UNPACKED


class Unpacking:
    """Requests compressed responses and decompresses them.

    Scrapy's own middleware accepts a truncated stream as the page. Here it is requested again, and finally
    fails as `cut short`. Sitemaps and feeds may be larger than pages.
    """

    def __init__(self, crawl: Crawler) -> None:
        self._crawl = crawl
        self._most = crawl.settings.getint("DOWNLOAD_MAXSIZE")
        self._most_of_list = max(self._most, crawl.settings.getint("ENTRIES_BYTES_MAX"))

    @classmethod
    def from_crawler(cls, crawl: Crawler) -> Self:
        """Build the middleware for a crawl."""
        return cls(crawl)

    def process_request(self, request: Request) -> None:
        """Set the accepted codings, and the maximum size."""
        request.headers.setdefault("Accept-Encoding", ACCEPTED)
        if _LISTS.search(path_of(request.url)):
            request.meta.setdefault("download_maxsize", self._most_of_list)

    def process_response(self, request: Request, response: Response) -> Request | Response:
        """Return the decompressed response, or the request for a retry. Raises `TooLargeUnpacked`."""
        codings = _codings(response)
        if not codings or request.method == "HEAD":
            return response
        body, most = response.body, request.meta.get("download_maxsize", self._most)
        try:
            while codings and codings[-1] in CODINGS:
                body = unpack(body, codings.pop(), most)
        except TooLargeError:
            raise TooLargeUnpacked from None
        except CutShortError:
            return self._again(request)
        return _unpacked(response, body, codings)

    def _again(self, request: Request) -> Request:
        """Return the request for a retry. Raises ResponseDataLossError after the last one."""
        spider = self._crawl.spider
        again = get_retry_request(request, spider=spider, reason=ResponseDataLossError) if spider else None
        if again is None:
            raise ResponseDataLossError
        return again


def _codings(response: Response) -> list[str]:
    """Return the codings in the order of their application, without `identity`."""
    values = ",".join(value.decode("latin-1") for value in response.headers.getlist("Content-Encoding"))
    return [coding for each in values.split(",") if (coding := each.strip().lower()) not in ("", "identity")]


def _unpacked(response: Response, body: bytes, left: list[str]) -> Response:
    """Return the response with the body decompressed, as far as its codings are known."""
    headers = response.headers.copy()
    headers["Content-Encoding"] = left
    if not left:
        del headers["Content-Encoding"]
    return response.replace(cls=response_class(headers, response.url, body), headers=headers, body=body)
