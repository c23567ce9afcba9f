"""Opens a crawl's ledger, commits it a few times a second, and closes it (extension)."""

from __future__ import annotations

import logging
import time
from pathlib import Path
from typing import TYPE_CHECKING, Self

from scrapy import signals
from scrapy.exceptions import CloseSpider, NotConfigured
from scrapy.utils.asyncio import create_looping_call

from crawler.internals.downloader import interruptible_of
from crawler.internals.engine import is_closing
from crawler.state.crawl import state_of
from crawler.state.files import CrawlFiles

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

logger = logging.getLogger(__name__)

EVERY = 0.5  # seconds between commits: the work lost in a power failure, which the next run repeats


class LedgerKeeper:
    """Keeps the ledger of a crawl that has a directory.

    If the directory cannot be used, the crawl ends before its first request. When the crawl is told to stop,
    pages in flight may finish within STOP_GRACE seconds; the next run fetches the others again.
    """

    def __init__(self, crawl: Crawler) -> None:
        if not crawl.settings.getbool("LEDGER_ENABLED"):
            raise NotConfigured
        self._crawl = crawl
        self._files: CrawlFiles = state_of(crawl).open_files(Path(crawl.settings["CRAWL_DIR"]))
        self._grace = crawl.settings.getfloat("STOP_GRACE")
        self._stopping: float | None = None
        self._loop = create_looping_call(self._tick)

    @classmethod
    def from_crawler(cls, crawl: Crawler) -> Self:
        """Open the ledger. Raises `NotConfigured` if the crawl has none."""
        extension = cls(crawl)
        crawl.signals.connect(extension.spider_opened, signals.spider_opened)
        crawl.signals.connect(extension.spider_closed, signals.spider_closed)
        return extension

    def spider_opened(self) -> None:
        """Start to commit. Raises `CloseSpider` if the directory cannot be used."""
        if self._files.refusal is not None:
            raise CloseSpider(self._files.refusal)
        self._loop.start(EVERY, now=False)

    def spider_closed(self) -> None:
        """Close the files; the scheduler has recorded the end of the run."""
        if self._loop.running:
            self._loop.stop()
        self._files.close()

    def _tick(self) -> None:
        self._files.commit()
        if is_closing(self._crawl):
            self._stopping = self._stopping or time.monotonic()
            if time.monotonic() - self._stopping >= self._grace:
                self._give_up()

    def _give_up(self) -> None:
        """Cancel pages that delay the end; their state in the ledger does not change."""
        state = state_of(self._crawl)
        state.visits.is_abandoned = True
        state.parsers.close()
        if (downloader := interruptible_of(self._crawl)) is not None:
            downloader.give_up()
