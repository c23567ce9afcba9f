"""Defines the base of the `news` spider: its arguments, its frontier and its requests."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Self

from scrapy import Request, Spider
from scrapy.http import Response

from crawler.discovery.contents import Contents
from crawler.discovery.frontier import Frontier, Link
from crawler.discovery.noise import Noise
from crawler.discovery.scope import Days, Scope, SeenUrls
from crawler.discovery.shapes import Shape
from crawler.discovery.sniff import ResponseKind
from crawler.discovery.traps import UrlBounds
from crawler.items import FoundAs
from crawler.reasons import Reason
from crawler.spiders.arguments import Arguments, parse_arguments, repeatable
from crawler.state.requests import (
    AWAITED,
    CONTENTS,
    FILE,
    FORM,
    FOUND_AS,
    FOUND_AT,
    FOUND_ON,
    posted,
    posted_body,
)
from crawler.state.requests import START as AS_START

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from twisted.python.failure import Failure

# Priorities: articles first, then feeds and sitemaps, then further pages of lists.
ARTICLE, ANNOUNCED, LIST, FURTHER = 30, 20, 10, 0
# The start is requested in every run, and new links of a known list are news: both come before all URLs
# queued in earlier runs.
START, NEWS = 60, 40  # the second is added to those above

OF_DAY = "of_day"
"""Key in the meta of a response that is the list of a day."""


class Harvesting(Spider):
    """A spider with the arguments of `news`, a frontier, and requests that a ledger can store."""

    def __init__(self, **arguments: str) -> None:
        super().__init__(self.name)
        self.arguments: Arguments = parse_arguments(arguments)
        self.given = repeatable(arguments)
        """The arguments in repeatable form, for the next run."""
        days = Days(self.arguments.since, self.arguments.until)
        self.frontier = Frontier(Scope(self.arguments.scope), days, SeenUrls())

    @classmethod
    def from_crawler(  # type: ignore[override]  # Scrapy gives its crawler by position
        cls, crawl: Crawler, /, *args: Any, **kwargs: Any
    ) -> Self:
        """Build the spider, with the bounds of the crawl's settings."""
        spider = super().from_crawler(crawl, *args, **kwargs)
        names = (
            *("PATH_REPEATS_MAX", "PATH_SEGMENTS_MAX", "PARAMETERS_MAX", "DOMAIN_HOSTS_MAX"),
            "GROWING_LINKS_MAX",
        )
        spider.frontier = replace(spider.frontier, bounds=UrlBounds(*map(crawl.settings.getint, names)))
        return spider

    @classmethod
    def starts_of(cls, **arguments: str) -> tuple[str, ...]:
        """Return the addresses that are requested first. Raises ArgumentError for invalid arguments."""
        return parse_arguments(arguments).requested

    async def start(self) -> AsyncIterator[Any]:
        """Request every start URL; the response shows its type."""
        for url in self.arguments.pages:
            landed = self.frontier.seen.landed(url)
            if landed is not None:
                self.frontier.scope.follow(url, landed)
            if self.frontier.seen.claim_due(url):
                request = self.request(url, START, started=True)
                yield request.replace(meta={**request.meta, AWAITED: AS_START})

    def remember(self, seen: SeenUrls, noise: Noise) -> None:
        """Look URLs and parameters up in the crawl's ledger from now on, and no longer in memory."""
        self.frontier = replace(self.frontier, seen=seen, noise=noise)

    def failed(self, failure: Failure) -> Iterator[Request]:
        """Log a failed request with its reason, in a line."""
        raise NotImplementedError

    def request(self, url: str, priority: int, found_on: str | None = None, **arguments: Any) -> Request:
        """Return a request whose arguments have JSON's types, so that a ledger can store it.

        A URL that another page named counts as one of a list.
        """
        named = {FOUND_ON: found_on, FOUND_AS: FoundAs.LIST} if found_on else {}
        # All URLs here are new: Scrapy need not fingerprint them again.
        request = Request(
            url,
            self.parse,
            errback=self.failed,
            priority=priority,
            dont_filter=True,
            cb_kwargs=arguments,
            meta={**named, FOUND_AT: time.time()},
        )
        body = posted_body(url)
        return request if body is None else posted(request, body)

    def request_of_link(self, link: Link, response: Response, found_as: FoundAs) -> Request:
        """Return a request for the target of a link, or for an entry of a file, on a page."""
        request = self.request(link.url, rise_of(response) + priority_of(link), response.url)
        request.meta[FOUND_AS] = found_as
        return request

    def request_of_file(self, url: str, priority: int, found_on: str, **arguments: Any) -> Request:
        """Return a request for a feed, a sitemap or a JSON list: any other answer is the source's failure."""
        request = self.request(url, priority, found_on, **arguments)
        request.meta[AWAITED] = FILE
        return request

    def note_contents(self, response: Response, contents: Contents, kind: ResponseKind) -> None:
        """Store the contents that a source announced in `meta`, for its state."""
        response.meta.update({CONTENTS: contents, FORM: kind.value})

    def reject(self, response: Response, why: Reason) -> None:
        """Record why a response is of no use."""
        response.meta["rejected"] = why
        self.count(f"rejected/{why.code}", "harvest")

    def fail(self, response: Response, why: Reason) -> None:
        """Record why a response, which may be of use, could not be read: its visit has failed."""
        response.meta["failed"] = why
        self.count(f"failed/{why.code}", "harvest")

    def cut(self, bound: Reason) -> None:
        """Count a bound that excluded a URL."""
        self.count(f"cut/{bound.code}", "harvest")

    def count(self, name: str, group: str = "news") -> None:
        """Count an event in the crawl's statistics."""
        if self.crawler.stats is not None:
            self.crawler.stats.inc_value(f"{group}/{name}")


def priority_of(link: Link) -> int:
    """Return the priority of a link's target."""
    return LIST if link.shape is Shape.HUB else ARTICLE


def rise_of(response: Response) -> int:
    """Return the additional priority for the links of a page that an earlier run has read."""
    return NEWS if response.meta.get("visits") else 0
