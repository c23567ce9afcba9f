"""Keeps responses as received, before decompression, for the archive (middleware)."""

from __future__ import annotations

from datetime import UTC, datetime
from http import HTTPStatus
from typing import TYPE_CHECKING, Self

from scrapy.exceptions import NotConfigured

from crawler.items import OVERLONG, UNVERIFIED, Exchange
from crawler.state.crawl import state_of
from crawler.state.files import CrawlFiles, NoFiles
from crawler.state.headers import pairs
from crawler.state.requests import CAPTURED, EXCHANGE, PLACE

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

    from crawler.ledger.archive import Archive


class CaptureResponses:
    """Runs next to the downloader; a pipeline archives the pages that may be articles.

    With ARCHIVE_ALL every response is archived at once. A 304 answer for an archived page is always archived.
    """

    def __init__(self, files: CrawlFiles) -> None:
        self.files = files

    @classmethod
    def from_crawler(cls, crawl: Crawler) -> Self:
        """Build the middleware. Raises `NotConfigured` if the crawl has no directory."""
        files = state_of(crawl).files
        if isinstance(files, NoFiles):
            raise NotConfigured
        return cls(files)

    def process_response(self, request: Request, response: Response) -> Response:
        """Return the unchanged response."""
        self.files.in_archive(lambda archive: _capture(archive, request, response), otherwise=None)
        return response


def _capture(archive: Archive, request: Request, response: Response) -> None:
    exchange = exchange_of(request, response)
    if response.status == HTTPStatus.NOT_MODIFIED:
        archive.keep_unchanged(exchange)
    elif archive.terms.is_all and CAPTURED not in request.meta:  # captures are archived as originals
        request.meta[PLACE] = archive.keep(exchange)
    else:
        request.meta[EXCHANGE] = exchange


def keep_evidence(crawl: Crawler, request: Request) -> str | None:
    """Archive a response that is no article; return its place, or None without an archive."""
    exchange: Exchange | None = request.meta.get(EXCHANGE)
    if exchange is None:
        return request.meta.get(PLACE)
    return state_of(crawl).files.in_archive(lambda archive: archive.keep(exchange), otherwise=None)


def exchange_of(request: Request, response: Response) -> Exchange:
    """Return a request with its response, as far as Scrapy preserves them."""
    return Exchange(
        url=response.url,
        date=f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%S.%fZ}",
        method=request.method,
        asked=pairs(request.headers),
        status=response.status,
        protocol=response.protocol or "HTTP/1.1",
        headers=pairs(response.headers),
        body=response.body,
        address=str(response.ip_address) if response.ip_address else None,
        remarks=tuple(flag for flag in response.flags if flag in (UNVERIFIED, OVERLONG)),
    )
