"""Sends archived pages through the pipelines of a crawl, without network (the `archive` spider)."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import AsyncIterator, Coroutine, Iterator
from typing import TYPE_CHECKING, Any

from scrapy import Spider

from crawler.archive.reading import Damaged, locate_pages
from crawler.reasons import Cause, Reason
from crawler.replay.pages import LIST, PART, PageOutcome, page_at
from crawler.spiders.archive_arguments import parse_arguments
from crawler.state.crawl import state_of

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings

    from crawler.parsing.pages import FetchedPage

logger = logging.getLogger(__name__)

AHEAD = 4  # pages that are parsed at once


class ArchiveSpider(Spider):
    """Reads the pages of WARC files of any program, and yields those that may be articles.

    The articles go to `-o` or `-O`, or else to `replayed.jsonl` in CRAWL_DIR (`data/archive/`). Revisit
    records only repeat another record, and are skipped.
    """

    name = "archive"
    directory = "archive"
    output = "replayed.jsonl"

    def __init__(self, **arguments: str) -> None:
        super().__init__(self.name)
        self.arguments = parse_arguments(arguments)

    @classmethod
    def update_settings(cls, settings: BaseSettings) -> None:
        """Remove the settings for the network."""
        super().update_settings(settings)
        for name in ("LEDGER_ENABLED", "ARCHIVE", "ROBOTSTXT_OBEY"):
            settings.set(name, False, "spider")

    @classmethod
    def starts_of(cls, **arguments: str) -> tuple[str, ...]:
        """Return no URL, since nothing is fetched. Raises ArgumentError for invalid arguments."""
        parse_arguments(arguments)
        return ()

    async def start(self) -> AsyncIterator[Any]:
        """Yield the pages of all files, in the order of the files and their records."""
        async for page in self._pages():
            self.crawler.stats.inc_value("downloader/response_status_count/200")  # as if it had been fetched
            if isinstance(page, PageOutcome):
                self._tell(page)
            else:
                yield page
            await asyncio.sleep(0)  # lets signals, the log and the pipelines run
            if self._has_enough():
                self.crawler.stats.inc_value(f"harvest/cut/{Cause.ARCHIVED_PAGES}")
                return

    async def _pages(self) -> AsyncIterator[FetchedPage | PageOutcome]:
        """Parse the pages, a few at once; with a limit, one by one."""
        ahead: deque[asyncio.Task[FetchedPage | PageOutcome]] = deque()
        for parsing in self._located():
            ahead.append(asyncio.ensure_future(parsing))
            if len(ahead) > (AHEAD if self.arguments.limit is None else 0):
                yield await ahead.popleft()
        while ahead:
            yield await ahead.popleft()

    def _has_enough(self) -> bool:
        limit = self.arguments.limit
        return limit is not None and self.crawler.stats.get_value("item_scraped_count", 0) >= limit

    def _located(self) -> Iterator[Coroutine[Any, Any, FetchedPage | PageOutcome]]:
        parsers, runs = state_of(self.crawler).parsers, state_of(self.crawler).archived_runs
        for path in self.arguments.files:
            logger.info("reading %s", path)
            try:
                runs.note(path)
                for located in locate_pages(path, self.arguments.selection):
                    if isinstance(located, Damaged):
                        yield _ready(PageOutcome(located.place, None, Reason(Cause.DAMAGED, located.reason)))
                    else:
                        yield page_at(path, located.offset, parsers)
            except OSError as error:
                yield _ready(PageOutcome(str(path), None, Reason(Cause.DAMAGED, str(error.strerror))))

    def _tell(self, outcome: PageOutcome) -> None:
        """Count a page that is no article, and log a damaged record."""
        stats = self.crawler.stats
        if outcome.reason in (LIST, PART):
            stats.inc_value("news/hub" if outcome.reason == LIST else "news/part of another article")
            return
        reason = outcome.reason or Reason(Cause.NOT_READ)
        counted = Reason(Cause.DAMAGED, "damaged records") if outcome.is_damaged else reason
        stats.inc_value(f"harvest/failed/{counted.code}")
        logger.warning("not read: %s (%s)", outcome.place, reason.words)


async def _ready(outcome: PageOutcome) -> PageOutcome:
    return outcome
