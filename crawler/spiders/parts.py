"""The part of the `news` spider that looks at pages and brings the pages of an article together."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from scrapy import Request

from crawler.discovery.joining import join_parts
from crawler.discovery.pagers import article_parts
from crawler.discovery.sniff import Kind, sniff
from crawler.logs import printable
from crawler.safety.deadline import TookTooLongError
from crawler.scheduling.hosts import hosts_of
from crawler.spiders.harvesting import ARTICLE, Harvesting
from crawler.spiders.responses import is_redirected, reason_of
from crawler.spiders.sights import Sight, look_at
from crawler.text.urls import host_of

if TYPE_CHECKING:
    from scrapy.http import Response

    from crawler.extraction.page import Page

logger = logging.getLogger(__name__)


class JoinsParts(Harvesting):
    """Looks at pages in bounded time, and fetches the parts of an article."""

    def look(self, response: Response, **of: bool) -> Sight | None:
        """Look at a page; None, and a line in the log, where that takes too long."""
        try:
            return look_at(response, self.settings, **of)
        except TookTooLongError:
            logger.warning("took too long to parse (PARSE_TIMEOUT): %s", printable(response.url))
            hosts_of(self.crawler).cost(host_of(response.url), self.settings.getfloat("PARSE_TIMEOUT"))
            self.reject(response, "took too long to parse (PARSE_TIMEOUT)")
            return None

    async def article_of(self, sight: Sight) -> Page | None:
        """The article that a page belongs to; None where that is on its way already."""
        page, parts = sight.page, sight.parts
        if parts.first is None:
            return await join_parts(page, parts, self._part)
        if not self.frontier.admits(parts.first):
            self.count("parts of articles on their way")
            return None
        first = await self._part(parts.first)
        if first is None:
            return replace(page, missing=(parts.first,))
        return await join_parts(first, article_parts(first), self._part)

    async def _part(self, url: str) -> Page | None:
        """One page of an article; None where it cannot be fetched."""
        if self.crawler.engine is None:
            raise RuntimeError("the engine runs while responses are parsed")
        self.frontier.seen.is_new(url)
        try:
            response = await self.crawler.engine.download_async(Request(url, priority=ARTICLE))
        except Exception as error:  # noqa: BLE001  whatever a download raises, the article is not lost
            logger.info("part of an article not fetched (%s): %s", reason_of(error), url)
            return None
        if response.status == 200 and not is_redirected(response) and sniff(response.body) is Kind.HTML:
            sight = self.look(response)
            return None if sight is None else sight.page
        logger.info("part of an article not fetched (HTTP %d, %s): %s", response.status, response.url, url)
        if response.status == 200:  # other answers are counted for all requests alike
            self.count("failed/part that is another page", "harvest")
        return None
