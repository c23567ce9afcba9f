"""The `news` spider: finds the articles of a site from whatever leads to them."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import asdict, replace
from itertools import chain
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urljoin

from scrapy import Request, Spider
from scrapy.http import Response
from twisted.python.failure import Failure

from crawler.discovery.announced import Announced
from crawler.discovery.arguments import Arguments, parse_arguments
from crawler.discovery.entries import content_of, read_entries
from crawler.discovery.frontier import Frontier, Link
from crawler.discovery.joining import join_parts
from crawler.discovery.links import feeds_of
from crawler.discovery.pagers import article_parts
from crawler.discovery.paging import Paging
from crawler.discovery.scope import Days, Scope, Seen
from crawler.discovery.shapes import Shape
from crawler.discovery.sniff import Kind, sniff
from crawler.discovery.traps import Bounds
from crawler.discovery.url_shapes import HOME_PATHS
from crawler.extraction.page import Page
from crawler.logs import printable
from crawler.safety.deadline import TookTooLongError
from crawler.scheduling.hosts import hosts_of
from crawler.spiders.responses import asked_url, is_redirected, reason_of
from crawler.spiders.sights import Sight, look_at
from crawler.text.urls import host_of, path_of

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

logger = logging.getLogger(__name__)

# What is fetched first where many requests wait: articles, then what announces them, then lists page by page.
ARTICLE, ANNOUNCED, LIST, FURTHER = 30, 20, 10, 0
# The start is asked in every run, and what a list that was read before leads to is news: both go before all
# that waits from earlier runs.
START, NEWS = 60, 40  # the second is added to those above


SLICE = 100  # entries of a file that are followed at a stretch


class NewsSpider(Spider):
    """Harvests a news site.

    It fetches and discovers; whether a page is an article in the end, the pipelines decide. Every HTML
    page that may be one is yielded as a `Page`, an article over several pages as one `Page` with its parts.
    """

    name = "news"

    def __init__(self, **arguments: str) -> None:
        super().__init__(self.name)
        self.arguments: Arguments = parse_arguments(arguments)
        days = Days(self.arguments.since, self.arguments.until)
        self.frontier = Frontier(Scope(self.arguments.scope), days, Seen())

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """Build the spider, with the bounds of the crawl's settings."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        repeats, segments = map(crawler.settings.getint, ("PATH_REPEATS_MAX", "PATH_SEGMENTS_MAX"))
        spider.frontier = replace(spider.frontier, bounds=Bounds(repeats, segments))
        return spider

    @classmethod
    def starts_of(cls, **arguments: str) -> tuple[str, ...]:
        """Return the start URLs. Raises ArgumentError where the arguments of a command line cannot be."""
        return parse_arguments(arguments).start

    async def start(self) -> AsyncIterator[Any]:
        """Ask for every start URL; what each of them is, the response tells."""
        for url in self.arguments.start:
            landed = self.frontier.seen.landed(url)
            if landed is not None:
                self.frontier.scope.follow(url, landed)
            if self.frontier.seen.is_due(url):
                yield self._request(url, START, started=True)

    def remember(self, seen: Seen) -> None:
        """Look URLs up in the crawl's ledger from now on, and no longer in memory."""
        self.frontier = replace(self.frontier, seen=seen)

    async def parse(
        self, response: Response, started: bool = False, paging: dict[str, Any] | None = None, nested: int = 0
    ) -> AsyncIterator[Any]:
        """Take a response for what it is.

        `paging` tells how far the list was read that it is a page of, `nested` how many sitemaps lead to it.
        What it was taken for is left in `meta`: `kind` and `fresh` (how many new links it led to), or
        `rejected` (why it is of no use).
        """
        if not self._is_wanted(response, started=started):
            return
        content = content_of(response.body, self.settings.getint("ENTRIES_BYTES_MAX"))
        beginning = next(content, b"")
        kind = sniff(beginning, response.url)
        if kind is Kind.HTML:
            async for result in self._from_html(response, started, Paging.of(paging)):
                yield result
        elif kind is Kind.OTHER:
            response.meta["rejected"] = "not a web page"
            self._count("failed/not a web page", "harvest")
        else:
            for number, request in enumerate(
                self._from_entries(response, chain([beginning], content), kind, nested)
            ):
                yield request
                if number % SLICE == SLICE - 1:
                    await asyncio.sleep(0)  # other pages go on meanwhile
        self._tell_cut()

    def _is_wanted(self, response: Response, *, started: bool) -> bool:
        """Whether a response is new and in scope; only a redirect leads to one that is not."""
        if not is_redirected(response):
            return True
        asked = asked_url(response)
        if started:
            self.frontier.scope.follow(asked, response.url)
        elif not self.frontier.scope.covers(response.url):
            logger.info("not followed out of scope: %s, from %s", response.url, asked)
            response.meta["rejected"] = "redirected out of scope"
            self._count("failed/redirected out of scope", "harvest")
            return False
        if self.frontier.seen.landed(asked) == response.url or self.frontier.seen.is_new(response.url):
            return True
        response.meta["rejected"] = "redirected to a known page"
        self._count("redirects to known pages")
        return False

    async def _from_html(self, response: Response, started: bool, paging: Paging) -> AsyncIterator[Any]:
        sight = self._look(response, started=started, listed=bool(paging.read))
        if sight is None:
            return
        use = sight.use
        if paging.read or use.leads_on:
            self._count("hubs")
            response.meta["kind"] = "further page" if paging.read else "list"
            for request in self._from_hub(sight, response, started, paging):
                yield request
        if use.may_be_article and not (paging.read and use.leads_on):
            article = await self._article(sight)
            if article is not None:
                yield article
            else:
                response.meta["rejected"] = "part of an article on its way"

    def _look(self, response: Response, **of: bool) -> Sight | None:
        """Look at a page; None, and a line in the log, where that takes too long."""
        try:
            return look_at(response, self.settings, **of)
        except TookTooLongError:
            logger.warning("took too long to parse (PARSE_TIMEOUT): %s", printable(response.url))
            response.meta["rejected"] = "took too long to parse (PARSE_TIMEOUT)"
            hosts_of(self.crawler).cost(host_of(response.url), self.settings.getfloat("PARSE_TIMEOUT"))
            self._count("failed/took too long to parse (PARSE_TIMEOUT)", "harvest")
            return None

    def _from_hub(self, sight: Sight, response: Response, started: bool, paging: Paging) -> Iterator[Request]:
        """Follow a list: its articles, other lists, feeds; of a home page the sitemaps; its further pages."""
        page, further = sight.page, sight.further
        rise = _rise(response)
        fresh = 0
        for link in self.frontier.links(page, apart_from=further):
            fresh += link.shape is not Shape.HUB
            yield self._request(link.url, rise + _priority(link), page.url)
        for url in feeds_of(page):
            if self.frontier.admits(url, page.url):
                yield self._request(url, rise + ANNOUNCED, page.url)
        response.meta["fresh"] = fresh
        if started and path_of(page.url) in HOME_PATHS:
            yield from self._robots(page.url)
        if paging.read:  # the pages of a list lie at one depth, however many they are
            response.meta["depth"] -= 1
        yield from self._further(
            paging.read_on(list(further), fresh=fresh, was_read=bool(rise)), page.url, rise
        )

    def _further(self, paging: Paging, url: str, rise: int = 0) -> Iterator[Request]:
        """Ask for the next page of a list, unless enough of it has been read."""
        most = self.settings.getint("LIST_PAGES_MAX", 200)
        while not paging.is_over(most):
            target, paging = paging.ahead[0], paging.without_first()
            if self.frontier.admits_again(target):
                request = self._request(target, rise + FURTHER - paging.read, url, paging=asdict(paging))
                request.meta["again"] = True  # in each run anew: its contents move on to the next page
                yield request
                return
        if paging.ahead and paging.read >= most:
            logger.info("list left after %d pages (LIST_PAGES_MAX): %s", paging.read, url)
            self._count("cut/pages of a list (LIST_PAGES_MAX)", "harvest")

    def _robots(self, url: str) -> Iterator[Request]:
        """Ask for the robots.txt of a site, for the sitemaps in it; that there may be none is no failure."""
        target = urljoin(url, "/robots.txt")
        if self.frontier.admits(target, url):
            request = self._request(target, ANNOUNCED, url).replace(callback=self.parse_robots)
            request.meta["handle_httpstatus_all"] = True
            yield request

    def parse_robots(self, response: Response) -> Iterator[Request]:
        """Follow the sitemaps that a robots.txt names."""
        if response.status == 200:
            response.meta["kind"] = "list"
            yield from self._from_entries(response, [response.body], Kind.ROBOTS)

    def _from_entries(
        self, response: Response, content: Iterable[bytes], kind: Kind, nested: int = 0
    ) -> Iterator[Request]:
        """Follow a feed, a sitemap, a robots.txt or a list of URLs."""
        url = response.url
        self._count(kind.value)
        response.meta["kind"] = "list"
        is_index = kind in (Kind.SITEMAP_INDEX, Kind.ROBOTS)
        bound = "SITEMAP_CHILDREN_MAX" if is_index else "ENTRIES_MAX"
        faults: list[str] = []
        found = read_entries(content, kind, url, faults)
        entries = Announced(found, self.frontier.scope, self.settings.getint(bound))
        if is_index:
            yield from self._from_index(response, entries, nested)
        else:
            yield from self._from_list(response, entries)
        if entries.foreign:
            hosts = ",".join(sorted(entries.foreign))
            logger.warning("nothing in %s is in scope; for its entries, write -a scope=%s", url, hosts)
        if entries.is_cut:
            self._count(f"cut/entries of a {kind.value} ({bound})", "harvest")
        if faults:
            self._count(f"broken {kind.value}")
            logger.warning("%s is broken (%s); what is sound in it is read", url, "; ".join(faults))

    def _from_index(self, response: Response, entries: Announced, nested: int) -> Iterator[Request]:
        """Follow the sitemaps that a sitemap or a robots.txt names, up to a depth."""
        for target in self.frontier.indexes(entries, response.url):
            if nested >= self.settings.getint("SITEMAP_DEPTH_MAX"):
                self._count("cut/sitemaps within sitemaps (SITEMAP_DEPTH_MAX)", "harvest")
                return
            yield self._request(target, _rise(response) + ANNOUNCED, response.url, nested=nested + 1)

    def _from_list(self, response: Response, entries: Announced) -> Iterator[Request]:
        """Follow the articles and lists that a file names."""
        for link in self.frontier.entries(entries, response.url):
            response.meta["fresh"] = True
            yield self._request(link.url, _rise(response) + _priority(link), response.url)

    def _tell_cut(self) -> None:
        """Count what the frontier did not follow."""
        for reason, count in (+self.frontier.cut).items():
            if self.crawler.stats is not None:
                self.crawler.stats.inc_value(f"harvest/cut/{reason}", count)
        self.frontier.cut.clear()

    async def _article(self, sight: Sight) -> Page | None:
        """The article that a page belongs to; None where that is on its way already."""
        page, parts = sight.page, sight.parts
        if parts.first is None:
            return await join_parts(page, parts, self._part)
        if not self.frontier.admits(parts.first):
            self._count("parts of articles on their way")
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
            sight = self._look(response)
            return None if sight is None else sight.page
        logger.info("part of an article not fetched (HTTP %d, %s): %s", response.status, response.url, url)
        if response.status == 200:  # other answers are counted for all requests alike
            self._count("failed/part that is another page", "harvest")
        return None

    def failed(self, failure: Failure) -> Iterator[Request]:
        """Say in a line what could not be fetched, and why. A list goes on with its next page."""
        request: Request = failure.request  # type: ignore[attr-defined]
        logger.info("not fetched (%s): %s", reason_of(failure.value), request.url)
        paging = request.cb_kwargs.get("paging")
        if paging is not None:
            yield from self._further(Paging.of(paging).missed(), request.url)

    def _request(self, url: str, priority: int, found_on: str | None = None, **arguments: Any) -> Request:
        """A request whose arguments are of JSON's types, so that a ledger can keep it."""
        # Every URL was met here for the first time: Scrapy need not fingerprint it again.
        request = Request(url, self.parse, errback=self.failed, priority=priority, dont_filter=True)
        return request.replace(cb_kwargs=arguments, meta={"found_on": found_on} if found_on else {})

    def _count(self, name: str, group: str = "news") -> None:
        if self.crawler.stats is not None:
            self.crawler.stats.inc_value(f"{group}/{name}")


def _priority(link: Link) -> int:
    return LIST if link.shape is Shape.HUB else ARTICLE


def _rise(response: Response) -> int:
    """How much earlier than others is fetched what a page leads to that was read in an earlier run."""
    return NEWS if response.meta.get("visits") else 0
