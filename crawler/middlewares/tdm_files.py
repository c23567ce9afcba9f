"""Requests each site's tdmrep.json before its first page, if the setting TDMREP asks for it (middleware)."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from scrapy import Request
from scrapy.exceptions import IgnoreRequest, NotConfigured
from scrapy.http.request import NO_CALLBACK

from crawler.middlewares.per_origin import PerOrigin
from crawler.politeness.tdmrep import PATH, TdmFile, parse_tdm_file
from crawler.state.requests import DELAY, SITE_FILE, TDM_FILE

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

logger = logging.getLogger(__name__)

_NONE = TdmFile()


@dataclass(frozen=True, slots=True)
class _Known:
    file: TdmFile
    until: float


class TdmFiles:
    """Notes the reservations that a site's tdmrep.json states for a request, in its meta.

    The file is requested once for each origin, as any page: robots.txt and pauses hold for it. A site without
    a usable file reserves nothing by it, and no page fails for it. An answer is kept for
    ROBOTS_CACHE_SECONDS, a failure for ROBOTS_RETRY_SECONDS.
    """

    def __init__(self, crawl: Crawler) -> None:
        if not crawl.settings.getbool("TDMREP"):
            raise NotConfigured
        self.crawl = crawl
        self.keep = crawl.settings.getfloat("ROBOTS_CACHE_SECONDS")
        self.retry = crawl.settings.getfloat("ROBOTS_RETRY_SECONDS")
        self._known = PerOrigin(self._ask)

    @classmethod
    def from_crawler(cls, crawl: Crawler) -> Self:
        """Build the middleware for a crawl. Raises `NotConfigured` if the crawl reads no such files."""
        return cls(crawl)

    async def process_request(self, request: Request) -> None:
        """Keep the reservations of a request; those of a web archive concern none of its captures."""
        if DELAY in request.meta or SITE_FILE in request.meta or request.meta.get("dont_obey_robotstxt"):
            return
        known = await self._known.of(request.url)
        request.meta[TDM_FILE] = known.file.reservations(request.url)

    async def _ask(self, origin: str) -> _Known:
        """Fetch the file of an origin. Never raises: without an answer, there is no file."""
        request = Request(f"{origin}{PATH}", NO_CALLBACK, meta={SITE_FILE: True, "dont_retry": True})
        try:
            response = await self.crawl.engine.download_async(request)
        except IgnoreRequest as error:  # robots.txt forbids it, or the host is paused
            logger.debug("tdmrep.json of %s is not read: %s", origin, error)
            return _Known(_NONE, time.monotonic() + self.retry)
        except Exception as error:  # noqa: BLE001  whatever fails, the site's pages are fetched
            self._count(f"exception_type_count/{type(error).__module__}.{type(error).__qualname__}")
            logger.info("tdmrep.json of %s is not read: %s", origin, error)
            return _Known(_NONE, time.monotonic() + self.retry)
        self._count(f"response_status_count/{response.status}")
        file = parse_tdm_file(response.body) if response.status // 100 == 2 else _NONE
        return _Known(file, time.monotonic() + self.keep)

    def _count(self, name: str) -> None:
        self.crawl.stats.inc_value(f"tdmrep/{name}")
