"""Drops pages that are no articles, and articles outside the requested range (pipelines)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Self

from crawler.accounting.drops import REJECTIONS, BeyondLimit, OutOfRange
from crawler.items import Article
from crawler.reasons import Reason
from crawler.state.crawl import CrawlState, state_of
from crawler.text.counts import counted
from crawler.validation import unsoundness

if TYPE_CHECKING:
    from scrapy.crawler import Crawler


class RejectUnsound:
    """Drops pages that are no articles, each with a reason."""

    def process_item(self, item: Article) -> Article:
        """Return the article. Raises a subclass of `Rejected` if the page is no article."""
        cause = unsoundness(item)
        if cause is not None:
            raise REJECTIONS[cause](Reason(cause).sentence)
        return item


class RejectOutOfRange:
    """Drops articles published before `-a since=` or after `-a until=`; both days belong to the range.

    Days are compared as printed, in the page's own time zone. An article without a date passes.
    """

    def __init__(self, since: str | None, until: str | None) -> None:
        self.since = since
        self.until = until

    @classmethod
    def from_crawler(cls, crawl: Crawler) -> Self:
        """Build the pipeline for a crawl; the range is the spider's `arguments`."""
        arguments = getattr(crawl.spider, "arguments", None)
        return cls(_day(getattr(arguments, "since", None)), _day(getattr(arguments, "until", None)))

    def process_item(self, item: Article) -> Article:
        """Return the article. Raises `OutOfRange` if it is outside the range."""
        day = (item.published or "")[:10]
        if day and self.since and day < self.since[: len(day)]:
            raise OutOfRange(f"published {day}, before {self.since}")
        if day and self.until and day > self.until:
            raise OutOfRange(f"published {day}, after {self.until}")
        return item


class KeepToLimit:
    """Passes exactly the number of articles in `-a limit=`.

    Scrapy's CLOSESPIDER_ITEMCOUNT, which the add-on CrawlDirectory sets from the same argument, ends the
    crawl; this pipeline drops the pages that are still in flight.
    """

    def __init__(self, limit: int | None, state: CrawlState | None = None) -> None:
        self.limit = limit
        self.state = state
        self.passed = 0

    @classmethod
    def from_crawler(cls, crawl: Crawler) -> Self:
        """Build the pipeline for a crawl; the limit is the spider's `arguments.limit`."""
        return cls(getattr(getattr(crawl.spider, "arguments", None), "limit", None), state_of(crawl))

    def process_item(self, item: Article) -> Article:
        """Return the article. Raises `BeyondLimit` after the last allowed one."""
        if self.limit is not None and self.passed >= self.limit:
            raise BeyondLimit(f"the limit of {counted(self.limit, 'article')} is reached")
        self.passed += 1
        if self.state is not None:
            self.state.visits.are_enough = self.passed == self.limit
        return item


def _day(value: date | str | None) -> str | None:
    return value.isoformat()[:10] if isinstance(value, date) else value
