"""Reports progress: live on a terminal, in log lines elsewhere (extension)."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING, Protocol, Self

from scrapy import signals
from scrapy.exceptions import NotConfigured
from scrapy.utils.asyncio import create_looping_call

from crawler.accounting.progress import CrawlProgress, progress_json, progress_line
from crawler.feeds.outputs import output_of
from crawler.state.crawl import state_of
from crawler.state.files import CrawlFiles
from crawler.state.progress import Watch

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

logger = logging.getLogger(__name__)

WAYS = ("auto", "plain", "json", "off")
LIVE_EVERY = 1.0  # seconds between updates of the panel; more updates cost more without a gain


class Display(Protocol):
    """A way to show progress."""

    every: float
    """Seconds between updates."""

    def show(self, progress: CrawlProgress) -> None:
        """Show the progress."""

    def close(self) -> None:
        """Leave the terminal as it was."""


class StatusLines:
    """Lines of the log, or of JSON on standard error."""

    def __init__(self, every: float, *, is_json: bool) -> None:
        self.every = every
        self._is_json = is_json

    def show(self, progress: CrawlProgress) -> None:
        """Write a line."""
        if self._is_json:
            sys.stderr.write(progress_json(progress) + "\n")
            sys.stderr.flush()
        elif progress.pages:
            logger.info("%s", progress_line(progress))

    def close(self) -> None:
        """Do nothing: lines need no cleaning up."""


class Status:
    """Shows progress in the form of STATUS, every STATUS_EVERY seconds (live: every second)."""

    def __init__(self, crawl: Crawler, display: Display) -> None:
        self._crawl = crawl
        self._watch = Watch(crawl)
        self._display = display
        self._loop = create_looping_call(self._show)

    @classmethod
    def from_crawler(cls, crawl: Crawler) -> Self:
        """Build the extension. Raises `NotConfigured` if STATUS is `off`, or the crawl has no output."""
        display = display_for(
            str(crawl.settings["STATUS"]).lower(),
            crawl.settings.getfloat("STATUS_EVERY"),
            is_terminal=sys.stderr.isatty(),
        )
        if display is None or not _harvests(crawl):
            raise NotConfigured
        extension = cls(crawl, display)
        crawl.signals.connect(extension.spider_opened, signals.spider_opened)
        crawl.signals.connect(extension.spider_closed, signals.spider_closed)
        return extension

    def spider_opened(self) -> None:
        """Start to show progress."""
        self._loop.start(self._display.every, now=not isinstance(self._display, StatusLines))

    def spider_closed(self) -> None:
        """Stop; JSON gets the last figures."""
        if self._loop.running:
            self._loop.stop()
        if isinstance(self._display, StatusLines):
            self._show()
        self._display.close()

    def _show(self) -> None:
        self._display.show(self._watch.look())


def display_for(way: str, every: float, *, is_terminal: bool) -> Display | None:
    """Return the display for STATUS; None for `off`. Raises ValueError for an unknown value."""
    if way not in WAYS:
        raise ValueError(f"STATUS={way}: write one of {', '.join(WAYS)}")
    if way == "off":
        return None
    if way == "auto" and is_terminal:
        from crawler.extensions.panel import Panel  # noqa: PLC0415  rich takes a tenth of a second to load

        return Panel(LIVE_EVERY)
    return StatusLines(every, is_json=way == "json")


def _harvests(crawl: Crawler) -> bool:
    """Return whether the crawl has an output; `scrapy fetch` and `scrapy shell` have none."""
    has_directory = isinstance(state_of(crawl).files, CrawlFiles)
    return has_directory or bool(output_of(crawl.settings.getdict("FEEDS")))
