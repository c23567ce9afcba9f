"""Harvests captures from web archives (part of the `news` spider)."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from scrapy import Request

from crawler.accounting.summary import WEB_ARCHIVE
from crawler.captures.answers import answer_of, captured_page, nearest_in
from crawler.captures.requests import capture_request, list_request, meta_of_capture, meta_of_list
from crawler.discovery.shapes import Shape, url_shape
from crawler.items import FoundAs
from crawler.ledger.plan import UrlKind
from crawler.publishers import is_companion, publisher_of
from crawler.reasons import Cause, Reason
from crawler.reasons.reason import http
from crawler.spiders.harvesting import ARTICLE, FURTHER, START
from crawler.spiders.parts import JoinsParts, may_be_part
from crawler.spiders.responses import found_by
from crawler.spiders.sharing import shared
from crawler.state.crawl import state_of
from crawler.state.endings import GONE
from crawler.state.requests import AWAITED, DELAY, FOUND_AS, FOUND_ON, RANGE, named
from crawler.webarchives.archives import ArchivedMoment, WebArchive
from crawler.webarchives.choosing import DATA, PAGES, choose, last_of, nearest
from crawler.webarchives.index import (
    IndexedCapture,
    page_count,
)
from crawler.webarchives.look_up import LookUp, capture_url

if TYPE_CHECKING:
    from scrapy.http import Response

    from crawler.parsing.joining import ParsedPage

logger = logging.getLogger(__name__)

SUBSTITUTE = 25
"""Priority of the question for a page that is gone: after articles, before other lists."""
_MISSING = frozenset((*map(http, GONE), Reason(Cause.HOST_NOT_FOUND), Reason(Cause.SOFT_NOT_FOUND)))
"""Reasons for which a page is looked up in an archive."""
_NO_PAGES = 400
"""Status with which CDX servers without pages answer the question for their number."""


class HarvestsCaptures(JoinsParts):
    """Reads the lists of CDX servers, and the captures that are chosen from them."""

    async def start(self) -> AsyncIterator[Any]:
        """Request the lists of captures that the arguments name, in each run, and the other starts."""
        self._name_archive()
        for look_up in self.arguments.past.look_ups if self.arguments.past else ():
            if self.frontier.seen.claim_due(look_up.request_url()):
                yield self._request_of_index(look_up, START)
        async for request in super().start():
            yield request

    def _name_archive(self) -> None:
        """Tell the summary which web archive the captures come from, if no live site is harvested."""
        past = self.arguments.past
        if past is not None and past.look_ups and self.crawler.stats is not None:
            self.crawler.stats.set_value(WEB_ARCHIVE, past.archive.index)

    def substitutes(self, request: Request, reason: Reason) -> Iterator[Request]:
        """Look a page up in the web archive that the site does not have any more, unless it is stored."""
        past = self.arguments.past
        if past is None or reason not in _MISSING or DELAY in request.meta or AWAITED in request.meta:
            return
        visit = state_of(self.crawler).visits.of(request)
        is_stored = visit is not None and visit.errand.article is not None
        if is_stored or url_shape(request.url, publisher_of(request.url)) in (Shape.HUB, Shape.NEVER):
            return
        look_up = LookUp(archive=past.archive, url=request.url)
        if self.frontier.seen.claim(look_up.request_url(), request.url):
            yield self.question_for(look_up, request.url)

    def question_for(self, look_up: LookUp, found_on: str) -> Request:
        """Return the request that looks up a single page; it is made once."""
        request = self._request_of_index(look_up, SUBSTITUTE, found_on)
        del request.meta["again"]
        return request

    def _request_of_index(self, look_up: LookUp, priority: int, found_on: str | None = None) -> Request:
        request = self.request(look_up.request_url(), priority, found_on, look_up=look_up.kept())
        meta = {**request.meta, **meta_of_list(look_up.archive), "again": True}
        return request.replace(callback=self.parse_index, meta=meta)

    async def parse_index(self, response: Response, look_up: Mapping[str, Any]) -> AsyncIterator[Request]:
        """Read a list of captures, or the number of its pages; request the captures, and the next answer."""
        asked = LookUp.of(look_up)
        response.meta["kind"] = str(UrlKind.FURTHER)
        response.meta["depth"] = max(0, response.meta.get("depth", 0) - 1)  # all answers have one depth
        pages = page_count(response.body) if asked.asks_for_count else None
        if pages is not None:
            requests = self._ask_on(asked.counted(pages), response)
        elif asked.asks_for_count and response.status == _NO_PAGES:
            requests = self._ask_on(asked.unpaged(), response)
        else:
            requests = self._chosen(asked.unpaged() if asked.asks_for_count else asked, response)
        async for request in shared(requests):
            yield request

    def _chosen(self, asked: LookUp, response: Response) -> Iterator[Request]:
        answer = answer_of(response)
        if isinstance(answer, Reason):
            logger.warning("%s: %s", answer.words, response.url)
            self.fail(response, answer)
            return
        self.count("capture list")
        if asked.near:
            yield from self._nearest(answer.captures, asked, response)
            return
        in_time = filter(asked.covers, answer.captures)
        chosen = choose(in_time, asked.choice, asked.archive, asked.held)
        further = asked.after(answer.key, chosen.held, len(answer.captures))
        for capture in chosen.captures if further else last_of(chosen, asked.choice):
            yield from self._wanted(capture, asked, response.url)
        if further is not None:
            yield from self._ask_on(further, response)

    def _nearest(
        self, captures: Sequence[IndexedCapture], asked: LookUp, response: Response
    ) -> Iterator[Request]:
        """Request the capture of a page that is nearest to the time that the start names."""
        capture = nearest(captures, ArchivedMoment(asked.archive, asked.near), PAGES)
        if capture is not None:
            yield from self._wanted(capture, asked, response.url)
        elif asked.is_start:
            logger.warning("%s has no capture of %s with status 200", asked.archive.index, asked.url)
            self.fail(response, Reason(Cause.NOT_CAPTURED))
        else:  # archives lack many pages: another try would be of no use
            response.meta["kind"] = str(UrlKind.OTHER)
            self.reject(response, Reason(Cause.NOT_CAPTURED))

    def _ask_on(self, asked: LookUp | None, response: Response) -> Iterator[Request]:
        if asked is not None and self.frontier.seen.claim_due(asked.request_url()):
            yield self._request_of_index(asked, FURTHER, response.url)

    def _wanted(self, capture: IndexedCapture, asked: LookUp, on: str) -> Iterator[Request]:
        """Request a capture, unless its URL is not that of a page, or it was requested before."""
        if url_shape(capture.url, publisher_of(capture.url)) is Shape.NEVER:
            return
        request = self._capture_request(capture, asked)
        if self.frontier.seen.claim(named(request.url, request.meta.get(RANGE)), on):
            yield request.replace(meta={**request.meta, FOUND_ON: on, FOUND_AS: FoundAs.ARCHIVE})

    def _capture_request(self, capture: IndexedCapture, asked: LookUp) -> Request:
        """Return the request for a capture, by replay or as a part of a WARC file."""
        archive = asked.archive
        kept: dict[str, Any] = {"capture": asdict(capture), "archive": asdict(archive)}
        if asked.is_start:
            kept["for_links"] = replace(asked, is_start=False, near=capture.time).kept()
        request = self.request(capture_url(archive, capture), ARTICLE, **kept)
        meta = {**request.meta, **meta_of_capture(capture, archive)}
        return request.replace(callback=self.parse_capture, meta=meta)

    async def parse_capture(
        self,
        response: Response,
        capture: Mapping[str, Any],
        archive: Mapping[str, Any],
        for_links: Mapping[str, Any] | None = None,
    ) -> AsyncIterator[Any]:
        """Read the article of a capture. Its links lead nowhere, unless it is a list that is a start.

        `for_links` is then the question for the page of a link.
        """
        response.meta["kind"] = str(UrlKind.OTHER)  # a capture does not change
        source, wanted = WebArchive(**archive), IndexedCapture(**capture)
        page = captured_page(response, source, wanted)
        if isinstance(page, Reason):
            logger.info("not fetched (%s): %s", page.words, response.url)
            self.fail(response, page)
            return
        self.count("capture")
        seen = await self.look_at(page, response, is_start=for_links is not None)
        if seen is None:
            return
        if for_links is not None and seen.sight.use.leads_on:
            async for request in shared(self._linked(seen, LookUp.of(for_links), response)):
                yield request
        elif not seen.sight.use.may_be_article:
            self.reject(response, Reason(Cause.HUB_PAGE))
        if not seen.sight.use.may_be_article:
            return
        moment = ArchivedMoment(source, page.fetched or wanted.time)
        article = await self.article_of(seen, partial(self._captured_part, moment))
        if article is None:
            self.reject(response, Reason(Cause.PART_ON_ITS_WAY))
        else:
            state_of(self.crawler).moments.hold(
                article.capture, replace(moment, time=article.fetched or moment.time)
            )
            yield replace(article, found_by=found_by(response))

    def _linked(self, seen: ParsedPage, asked: LookUp, response: Response) -> Iterator[Request]:
        """Look the articles up that a captured list links, each near the time of the list."""
        self.count("hub")
        response.meta["kind"] = str(UrlKind.FURTHER)
        leads = seen.sight.leads
        for link in self.frontier.links(leads.references, seen.page.url, apart_from=leads.further):
            look_up = replace(asked, url=link.url)
            if link.shape is not Shape.HUB and self.frontier.seen.claim(look_up.request_url(), response.url):
                yield self.question_for(look_up, response.url)

    async def _captured_part(self, moment: ArchivedMoment, url: str) -> ParsedPage | None:
        """Return a part of an article from the archive: its capture that is nearest in time."""
        self.frontier.seen.claim(url)
        seen = await self._near(moment, url)
        if isinstance(seen, Reason):
            self.without_part(url, seen)
            return None
        return seen

    async def _near(self, moment: ArchivedMoment, url: str) -> ParsedPage | Reason:
        capture = await self._capture_near(moment, url)
        if isinstance(capture, Reason):
            return capture
        response = await self.download(capture_request(capture, moment.archive))
        if isinstance(response, Reason):
            return response
        page = captured_page(response, moment.archive, capture)
        if isinstance(page, Reason):
            return page
        if not may_be_part(url, page.body):
            return Reason(Cause.PART_ELSEWHERE)
        seen = await self.look_at(page, response, is_part=True)
        failed: Reason | None = response.meta.get("failed")
        return seen or failed or Reason(Cause.NOT_READ, "no page")

    async def _capture_near(self, moment: ArchivedMoment, url: str) -> IndexedCapture | Reason:
        response = await self.download(list_request(moment, url))
        if isinstance(response, Reason):
            return response
        return nearest_in(response, moment, DATA if is_companion(url) else PAGES)
