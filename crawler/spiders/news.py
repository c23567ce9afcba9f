"""The `news` spider: finds the articles of a site from whatever leads to them."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin

from scrapy import Request, Spider
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from crawler.discovery.arguments import Arguments, parse_arguments
from crawler.discovery.entries import Entry, gunzip, read_entries
from crawler.discovery.links import Link, feeds_of, links_of
from crawler.discovery.pagers import Parts, article_parts, list_pages
from crawler.discovery.scope import Scope, Seen
from crawler.discovery.shapes import Shape, role_of
from crawler.discovery.sniff import Kind, sniff
from crawler.extraction.page import Page, parse_page
from crawler.publishers import publisher_of

logger = logging.getLogger(__name__)

# What is fetched first where many requests wait: articles, then what announces them, then lists page by page.
ARTICLE, ANNOUNCED, LIST, FURTHER = 30, 20, 10, 0


class NewsSpider(Spider):
    """Harvests a news site.

    It fetches and discovers; whether a page is an article in the end, the pipelines decide. Every HTML
    page that may be one is yielded as a `Page`, an article over several pages as one `Page` with its parts.
    """

    name = "news"

    def __init__(self, **arguments: str) -> None:
        super().__init__(self.name)
        self.arguments: Arguments = parse_arguments(arguments)
        self.scope = Scope(self.arguments.scope)
        self.seen = Seen()

    @classmethod
    def check_arguments(cls, **arguments: str) -> None:
        """Raise ArgumentError where the arguments of a command line cannot be."""
        parse_arguments(arguments)

    async def start(self) -> AsyncIterator[Any]:
        """Ask for every start URL; what each of them is, the response tells."""
        for url in self.arguments.start:
            if self.seen.is_new(url):
                yield self._request(url, ANNOUNCED, started=True)

    async def parse(self, response: Response, started: bool = False, listed: int = 0) -> AsyncIterator[Any]:
        """Take a response for what it is. `listed` counts the pages of a list up to this one."""
        body = gunzip(response.body)
        kind = sniff(body, response.url)
        if kind is Kind.HTML:
            async for result in self._from_html(response, started, listed):
                yield result
        elif kind is Kind.OTHER:
            self._count("other")
        else:
            self._count(kind.value)
            for request in self._from_entries(read_entries(body, kind, response.url), kind):
                yield request

    async def _from_html(self, response: Response, started: bool, listed: int) -> AsyncIterator[Any]:
        page = _page(response)
        role = role_of(page, publisher_of(page.url), listed=listed > 0, asked_for=started)
        if role.leads_on:
            self._count("hubs")
            for request in self._from_hub(page, started, listed):
                yield request
        if not role.may_be_article:
            return
        parts = article_parts(page)
        if parts.first is None:
            yield await self._with_parts(page, parts)
        elif self.seen.is_new(parts.first):
            yield await self._from_the_first(page, parts.first)

    def _from_hub(self, page: Page, started: bool, listed: int) -> Iterator[Request]:
        """Follow a list: its articles, its further pages, other lists; of a start also feeds and sitemaps."""
        further = list_pages(page)
        wanted = [link for link in links_of(page, publisher_of(page.url)) if self._is_wanted(link)]
        fresh = [link for link in wanted if link.url not in further and self.seen.is_new(link.url)]
        for link in fresh:
            yield self._request(link.url, LIST if link.shape is Shape.HUB else ARTICLE)
        if started:
            yield from self._announcements(page)
        if self._goes_on(page, fresh, listed):
            for url in further:
                if self.scope.covers(url) and self.seen.is_new(url):
                    yield self._request(url, FURTHER - listed, listed=listed + 1)

    def _goes_on(self, page: Page, fresh: list[Link], listed: int) -> bool:
        """Whether the further pages of a list are worth fetching: its last page brought something new."""
        if listed >= self.settings.getint("LIST_PAGES_MAX"):
            logger.info("list cut after %d pages (LIST_PAGES_MAX): %s", listed, page.url)
            return False
        return listed == 0 or any(link.shape is not Shape.HUB for link in fresh)

    def _announcements(self, page: Page) -> Iterator[Request]:
        for url in (*feeds_of(page), urljoin(page.url, "/robots.txt")):
            if self.scope.covers(url) and self.seen.is_new(url):
                yield self._request(url, ANNOUNCED)

    def _from_entries(self, entries: Iterable[Entry], kind: Kind) -> Iterator[Request]:
        """Follow a feed, a sitemap or a list of URLs."""
        leads_on = kind in (Kind.SITEMAP_INDEX, Kind.ROBOTS)
        for entry in entries:
            if self._is_in_range(entry) and self.scope.covers(entry.url) and self.seen.is_new(entry.url):
                yield self._request(entry.url, ANNOUNCED if leads_on else ARTICLE)

    def _is_in_range(self, entry: Entry) -> bool:
        """Whether an entry may lie in the days asked for: what changed last before them does not."""
        since, until = self.arguments.since, self.arguments.until
        last = entry.published or entry.changed
        if since and last and last[:10] < since[: len(last[:10])]:
            return False
        return not (until and entry.published and entry.published[:10] > until)

    def _is_wanted(self, link: Link) -> bool:
        if not self.scope.covers(link.url):
            return False
        since, until, day = self.arguments.since, self.arguments.until, link.day
        if not day:
            return True
        return not ((since and day < since[: len(day)]) or (until and day[: len(until)] > until))

    async def _with_parts(self, page: Page, parts: Parts) -> Page:
        """The page with its further parts; one that cannot be fetched is named as missing."""
        if parts.whole and (whole := await self._part(parts.whole)) is not None:
            return replace(whole, url=page.url)
        found: list[Page] = []
        missing: list[str] = []
        for url in parts.further:
            self.seen.is_new(url)
            part = await self._part(url)
            if part is None:
                missing.append(url)
            else:
                found.append(part)
        return replace(page, parts=tuple(found), missing=tuple(missing))

    async def _from_the_first(self, page: Page, url: str) -> Page:
        """The article of a later page, from its first page on."""
        first = await self._part(url)
        if first is None:
            return replace(page, missing=(url,))
        return await self._with_parts(first, article_parts(first))

    async def _part(self, url: str) -> Page | None:
        """One further page of an article; None where it cannot be fetched."""
        if self.crawler.engine is None:
            raise RuntimeError("the engine runs while responses are parsed")
        try:
            response = await self.crawler.engine.download_async(Request(url, priority=ARTICLE))
        except Exception as error:  # noqa: BLE001  whatever a download raises, the article is not lost
            logger.info("part not fetched (%s): %s", type(error).__name__, url)
            return None
        if response.status != 200:
            return None  # counted and logged with the other failures
        if sniff(response.body) is not Kind.HTML:
            self._count("parts that are no HTML")
            return None
        return _page(response)

    def _request(self, url: str, priority: int, **arguments: Any) -> Request:
        # Every URL was met here for the first time: Scrapy need not fingerprint it again.
        return Request(
            url, self.parse, errback=self.failed, priority=priority, dont_filter=True, cb_kwargs=arguments
        )

    def failed(self, failure: Failure) -> None:
        """Say in a line what could not be fetched, and why; Scrapy's stats count it."""
        request: Request = failure.request  # type: ignore[attr-defined]
        error = failure.value
        if isinstance(error, HttpError):
            reason = f"HTTP {error.response.status}"
        else:
            reason = str(error) if isinstance(error, IgnoreRequest) else type(error).__name__
        logger.info("not fetched (%s): %s", reason, request.url)

    def _count(self, name: str) -> None:
        if self.crawler.stats is not None:
            self.crawler.stats.inc_value(f"news/{name}")


def _page(response: Response) -> Page:
    header = (response.headers.get("Content-Type") or b"").decode("latin-1")
    page = parse_page(response.body, response.url, header or None)
    return replace(page, fetched=datetime.now(UTC).isoformat(timespec="seconds"))
