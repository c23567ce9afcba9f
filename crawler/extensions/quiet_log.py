"""Keeps the log readable: short in a normal run, and one event a line, whatever sites send."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from scrapy import signals

from crawler.logs import keep_to_lines, make_what_is_written, quieten

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from scrapy.settings import Settings


class QuietLog:
    """Hides Scrapy's messages about itself, unless LOG_LEVEL is DEBUG (add-on)."""

    def update_settings(self, settings: Settings) -> None:
        """Apply LOG_LEVEL, before Scrapy lists its components."""
        quieten(str(settings["LOG_LEVEL"]))


class HonestLog:
    """Prevents sites from forging log lines, from the opening of the spider on (extension)."""

    @classmethod
    def from_crawler(cls, crawl: Crawler) -> Self:
        """Build the extension and connect it to the crawl's signals."""
        extension = cls()
        crawl.signals.connect(extension.spider_opened, signals.spider_opened)
        return extension

    def spider_opened(self) -> None:
        """Install the formatters, before the first text from a site is logged."""
        keep_to_lines()
        make_what_is_written()
