"""Undoes the content coding of responses, within bounds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Self

from scrapy.downloadermiddlewares.httpcompression import ACCEPTED_ENCODINGS
from scrapy.downloadermiddlewares.retry import get_retry_request
from scrapy.exceptions import IgnoreRequest, ResponseDataLossError
from scrapy.responsetypes import responsetypes

from crawler.safety.unpacking import CutShortError, TooLargeError, unpack
from crawler.text.urls import path_of

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

CODINGS = frozenset({"gzip", "x-gzip", "deflate", "br", "zstd"})
_LISTS = re.compile(r"\.(?:xml|rss|atom|txt|gz)$", re.IGNORECASE)


class TooLargeUnpacked(IgnoreRequest):
    """More than DOWNLOAD_MAXSIZE came out of a compressed response. Raised by `Unpacking`."""

    def __init__(self) -> None:
        super().__init__("too large when unpacked")


class Unpacking:
    """Asks for compressed responses and unpacks them.

    Scrapy's own middleware takes what a stream that was cut short still gave for the whole page; here it is
    asked for again, and has failed as `cut short` in the end. Sitemaps and feeds may be larger than pages.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._most = crawler.settings.getint("DOWNLOAD_MAXSIZE")
        self._most_of_list = max(self._most, crawler.settings.getint("ENTRIES_BYTES_MAX"))

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build the middleware for a crawl."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Say which codings are understood, and how much may come."""
        request.headers.setdefault("Accept-Encoding", b", ".join(ACCEPTED_ENCODINGS))
        if _LISTS.search(path_of(request.url)):
            request.meta.setdefault("download_maxsize", self._most_of_list)

    def process_response(self, request: Request, response: Response) -> Request | Response:
        """Return the response unpacked, or the request once more. Raises `TooLargeUnpacked`."""
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
        """The request once more. Raises ResponseDataLossError where it was made often enough."""
        spider = self._crawler.spider
        again = get_retry_request(request, spider=spider, reason=ResponseDataLossError) if spider else None
        if again is None:
            raise ResponseDataLossError
        return again


def _codings(response: Response) -> list[str]:
    """The codings in the order in which they were applied; `identity` is none."""
    values = ",".join(value.decode("latin-1") for value in response.headers.getlist("Content-Encoding"))
    return [coding for each in values.split(",") if (coding := each.strip().lower()) not in ("", "identity")]


def _unpacked(response: Response, body: bytes, left: list[str]) -> Response:
    """The response with the body unpacked, and with the codings that nobody here understands."""
    headers = response.headers.copy()
    headers["Content-Encoding"] = left
    if not left:
        del headers["Content-Encoding"]
    kind = responsetypes.from_args(headers=headers, url=response.url, body=body)
    return response.replace(cls=kind, headers=headers, body=body)
