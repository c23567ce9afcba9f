"""Parses pages, and joins the pages of an article (part of the `news` spider)."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from scrapy import Request

from crawler.accounting.refusals import reason_of_error
from crawler.discovery.sniff import ResponseKind, sniff
from crawler.logs import printable
from crawler.parsing.joining import Fetch, ParsedPage, join_parts
from crawler.parsing.process import ParserClosedError, ParserDiedError
from crawler.parsing.questions import Question
from crawler.publishers import is_companion
from crawler.reasons import Cause, Reason
from crawler.reasons.reason import http
from crawler.safety.deadline import TookTooLongError
from crawler.spiders.harvesting import ARTICLE, Harvesting
from crawler.spiders.responses import is_redirected, page_of
from crawler.state.crawl import state_of
from crawler.state.requests import server_of

if TYPE_CHECKING:
    from scrapy.http import Response

    from crawler.parsing.pages import FetchedPage

logger = logging.getLogger(__name__)


class JoinsParts(Harvesting):
    """Parses pages within a time limit, and fetches the parts of an article."""

    async def look(self, response: Response, **how: bool) -> ParsedPage | None:
        """Parse a page; return None, with a line in the log, if it takes too long or the parser dies."""
        return await self.look_at(page_of(response), response, **how)

    async def look_at(self, page: FetchedPage, response: Response, **how: bool) -> ParsedPage | None:
        """Parse a page that came with a response, as `look` does."""
        question = Question(page, with_days=self.frontier.days.are_bounded, **how)
        try:
            return ParsedPage(question.page, await state_of(self.crawler).parsers.look(question))
        except TookTooLongError:
            logger.warning("%s: %s", Reason(Cause.PARSED_TOO_LONG).words, printable(response.url))
            spent = state_of(self.crawler).parsers.spent_in_vain
            state_of(self.crawler).hosts.cost(server_of(response.url), spent)
            self.fail(response, Reason(Cause.PARSED_TOO_LONG))
        except ParserDiedError as error:
            logger.warning("%s: %s", error, printable(response.url))
            self.fail(response, Reason(Cause.PARSER_DIED))
        except ParserClosedError:
            self.fail(response, Reason(Cause.BROKEN_OFF))
        return None

    async def article_of(self, seen: ParsedPage, fetch: Fetch | None = None) -> FetchedPage | None:
        """Return the article that a page belongs to, or None if it was requested already.

        `fetch` fetches its other pages; by default from the site.
        """
        fetch = fetch or self._part
        page, first = seen.page, seen.sight.parts.first
        if first is None:
            return await self._joined(seen, fetch)
        if not self.frontier.claim(first):
            self.count("later part of an article")
            return None
        first_page = await fetch(first)
        if first_page is None:
            return replace(page, missing=(first,))
        return await self._joined(first_page, fetch)

    async def _joined(self, first: ParsedPage, fetch: Fetch) -> FetchedPage:
        """Return the article that begins on a page, with its reading result."""
        return await state_of(self.crawler).parsers.with_reading(await join_parts(first, fetch))

    async def _part(self, url: str) -> ParsedPage | None:
        """Return one page of an article, or None if it cannot be fetched."""
        self.frontier.seen.claim(url)
        response = await self._download(url)
        if isinstance(response, Reason):
            why = response
        elif (seen := await self.look(response, is_part=True)) is not None:
            return seen
        else:
            why = response.meta["failed"]
        self.without_part(url, why)
        return None

    def without_part(self, url: str, why: Reason) -> None:
        """Count and record a part that cannot be fetched."""
        self.count(f"part/{why.code}", "harvest")
        files = state_of(self.crawler).files
        files.in_ledger(lambda ledger: ledger.parts.note(url, why), otherwise=None)
        logger.info("part of an article not fetched (%s): %s", why.words, url)

    async def download(self, request: Request) -> Response | Reason:
        """Return the response to a request within a visit, or the reason for a missing one."""
        if self.crawler.engine is None:
            raise RuntimeError("the engine runs while responses are parsed")
        try:
            response = await self.crawler.engine.download_async(request)
        except Exception as error:  # noqa: BLE001  whatever a download raises, the article is not lost
            return reason_of_error(error)
        return response if response.status // 100 == 2 else http(response.status)

    async def _download(self, url: str) -> Response | Reason:
        """Return the response with a part, or the reason for a missing one."""
        response = await self.download(Request(url, priority=ARTICLE))
        if isinstance(response, Reason):
            return response
        if response.status != 200:
            return http(response.status)
        if is_redirected(response) or not may_be_part(url, response.body):
            return Reason(Cause.PART_ELSEWHERE)
        return response


def may_be_part(url: str, body: bytes) -> bool:
    """Return whether a file is of the kind of a part: HTML, or JSON at the URL of a companion."""
    return sniff(body) is (ResponseKind.JSON if is_companion(url) else ResponseKind.HTML)
