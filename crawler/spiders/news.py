"""Finds the articles of a site from any start (the `news` spider)."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Iterator
from dataclasses import asdict, replace
from itertools import chain
from typing import TYPE_CHECKING, Any

from scrapy.exceptions import IgnoreRequest

from crawler.accounting.refusals import reason_of_error
from crawler.discovery.contents import Contents
from crawler.discovery.entries import content_of
from crawler.discovery.noise import variant_of
from crawler.discovery.paging import Paging
from crawler.discovery.shapes import Shape, is_declared_article
from crawler.discovery.sniff import ResponseKind, sniff
from crawler.discovery.url_shapes import HOME_PATHS
from crawler.items import FoundAs
from crawler.reasons import Cause, Reason
from crawler.spiders.announcements import ReadsAnnouncements
from crawler.spiders.captures import HarvestsCaptures
from crawler.spiders.days import WalksDays
from crawler.spiders.harvesting import ANNOUNCED, FURTHER, OF_DAY, rise_of
from crawler.spiders.responses import answer_of, asked_url, found_by, is_redirected
from crawler.spiders.sharing import shared
from crawler.text.urls import path_of
from crawler.validation import unsoundness

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.http import Response
    from twisted.python.failure import Failure

    from crawler.parsing.joining import ParsedPage
    from crawler.parsing.pages import FetchedPage
    from crawler.parsing.questions import ParsingResult

logger = logging.getLogger(__name__)


class NewsSpider(ReadsAnnouncements, HarvestsCaptures, WalksDays):
    """Harvests a news site.

    It fetches and discovers; the pipelines decide in the end whether a page is an article. Every HTML page
    that may be one is yielded as a `FetchedPage`, an article over several pages as one `FetchedPage` with its
    parts.
    """

    name = "news"

    async def parse(
        self, response: Response, started: bool = False, paging: dict[str, Any] | None = None, nested: int = 0
    ) -> AsyncIterator[Any]:
        """Detect the type of a response, and follow its links or read its article.

        `paging` is the state of the list of which it is a page, `nested` the number of sitemaps that lead to
        it. The result is in `meta`: `kind` and `fresh` (the number of new links), or `rejected` (the reason).
        """
        if not self._is_wanted(response, started=started):
            return
        content = content_of(response.body, self.settings.getint("ENTRIES_BYTES_MAX"))
        beginning = next(content, b"")
        kind = sniff(beginning, response.url)
        if kind is ResponseKind.HTML or (kind is ResponseKind.JSON and is_declared_article(response.url)):
            async for result in self._from_html(response, started, Paging.of(paging)):
                yield result
        elif kind is ResponseKind.OTHER:
            self.note_contents(response, Contents(), kind)
            self.reject(response, Reason(Cause.NOT_A_PAGE))
        else:
            async for request in shared(
                self.from_entries(response, chain([beginning], content), kind, nested)
            ):
                yield request
            for further in self.next_of_data_list(response, Paging.of(paging)):
                yield further
        self._tell_cut()

    def _is_wanted(self, response: Response, *, started: bool) -> bool:
        """Return whether a response is new and in scope; only a redirect leads to any other."""
        if not is_redirected(response):
            return True
        asked = asked_url(response)
        if started:
            self.frontier.scope.follow(asked, response.url)
        elif not self.frontier.scope.covers(response.url):
            logger.info("redirect out of scope not followed: %s, from %s", response.url, asked)
            self.reject(response, Reason(Cause.OUT_OF_SCOPE))
            return False
        if self.frontier.seen.landed(asked) == response.url or self.frontier.seen.claim(response.url):
            return True
        self.reject(response, Reason(Cause.KNOWN_PAGE))
        self.count("redirect to a known page")
        return False

    async def _from_html(self, response: Response, started: bool, paging: Paging) -> AsyncIterator[Any]:
        is_list = bool(paging.read or response.meta.get(OF_DAY))
        seen = await self.look(response, is_start=started, is_further=is_list)
        if seen is None:
            return
        use = seen.sight.use
        is_same = self._is_same_page(response.url, seen)
        if is_list or use.leads_on:
            self.count("hub")
            response.meta["kind"] = "further page" if paging.read else "list"
            self.note_contents(response, seen.sight.leads.contents, ResponseKind.HTML)
            async for request in shared(self._from_hub(seen.sight, response, started, paging)):
                yield request
        if use.may_be_article and is_same:
            self.reject(response, Reason(Cause.SAME_PAGE))
        elif use.may_be_article and not response.meta.get(OF_DAY):
            if not use.leads_on:
                self.frontier.growth.earn(response.url)
            for result in self._results(await self.article_of(seen), response):
                yield result

    def _results(self, page: FetchedPage | None, response: Response) -> Iterator[Any]:
        """Yield the page of an article, unless it is on its way already.

        A page that answers 200 and says that it does not exist is looked up in the web archive, if one is
        named.
        """
        if page is None:
            self.reject(response, Reason(Cause.PART_ON_ITS_WAY))
            return
        article = page.reading.article if page.reading else None
        is_missing = self.arguments.past and article and unsoundness(article) is Cause.SOFT_NOT_FOUND
        if is_missing and response.request is not None:
            yield from self.substitutes(response.request, Reason(Cause.SOFT_NOT_FOUND))
        yield replace(page, found_by=found_by(response))

    def _is_same_page(self, url: str, seen: ParsedPage) -> bool:
        """Return whether another URL gave the same page under other parameters; learn from the answer."""
        return variant_of(url) is not None and self.frontier.noise.note(url, answer_of(seen.sight))

    def _from_hub(
        self, sight: ParsingResult, response: Response, started: bool, paging: Paging
    ) -> Iterator[Request]:
        """Follow a list: its articles, other lists, feeds and further pages; on a home page also sitemaps."""
        url, rise, leads = response.url, rise_of(response), sight.leads
        found_as = FoundAs.LINK if sight.use.may_be_article and not started else FoundAs.LIST
        fresh = 0
        self.frontier.cut[Reason(Cause.ADDRESS_TOO_LONG)] += leads.too_long
        for link in self.frontier.links(leads.references, url, apart_from=leads.further):
            fresh += link.shape is not Shape.HUB and not link.grows
            yield self.request_of_link(link, response, found_as)
        if fresh:
            self.frontier.growth.earn(url)
        for file in leads.files:
            if self.frontier.claim(file, url):
                yield self.request_of_file(file, rise + ANNOUNCED, url)
        response.meta["fresh"] = fresh
        if started and path_of(url) in HOME_PATHS:
            yield from self.robots(url)
            yield from self.data_lists(url)
        if paging.read:  # the pages of a list have one depth, whatever their number
            response.meta["depth"] -= 1
        yield from self._further(
            paging.read_on(list(leads.further), fresh=fresh, was_read=bool(rise)), url, rise
        )

    def _further(self, paging: Paging, url: str, rise: int = 0) -> Iterator[Request]:
        """Request the next page of a list, unless enough of it has been read."""
        most = self.settings.getint("LIST_PAGES_MAX", 200)
        while not paging.is_over(most):
            target, paging = paging.ahead[0], paging.without_first()
            if self.frontier.claim_due(target):
                request = self.request(target, rise + FURTHER - paging.read, url, paging=asdict(paging))
                request.meta["again"] = True  # requested in each run: its contents move on to the next page
                yield request
                return
        if paging.ahead and paging.read >= most:
            logger.info("stopped reading a list after %d pages (LIST_PAGES_MAX): %s", paging.read, url)
            self.cut(Reason(Cause.LIST_PAGES))

    def _tell_cut(self) -> None:
        """Count the links that the frontier did not follow, by reason."""
        for reason, count in (+self.frontier.cut).items():
            if self.crawler.stats is not None:
                self.crawler.stats.inc_value(f"harvest/cut/{reason.code}", count)
        self.frontier.cut.clear()

    def failed(self, failure: Failure) -> Iterator[Request]:
        """Log a failed request with its reason, in a line. A list continues with its next page."""
        request: Request = failure.request  # type: ignore[attr-defined]
        reason = reason_of_error(failure.value)
        logger.info("not fetched (%s): %s", reason.words, request.url)
        if isinstance(failure.value, IgnoreRequest) and not getattr(failure.value, "is_counted", False):
            self.count(f"failed/{reason.code}", "harvest")  # Scrapy does not count refused responses
        paging = request.cb_kwargs.get("paging")
        if paging is not None:
            yield from self._further(Paging.of(paging).missed(), request.url)
        else:
            yield from self.substitutes(request, reason)
