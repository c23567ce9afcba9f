"""What keeps the log readable: little in a normal run, and an event a line whatever sites send."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from scrapy import signals

from crawler.logs import keep_to_lines, make_what_is_written, quieten

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from scrapy.settings import Settings


class QuietLog:
    """The add-on that withholds what Scrapy says about itself, unless LOG_LEVEL is DEBUG."""

    def update_settings(self, settings: Settings) -> None:
        """Apply LOG_LEVEL, before Scrapy lists its components."""
        quieten(str(settings["LOG_LEVEL"]))


class HonestLog:
    """The extension that lets no site forge a line, from the opening of the spider on."""

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build the extension and connect it to the crawl's signals."""
        extension = cls()
        crawler.signals.connect(extension.spider_opened, signals.spider_opened)
        return extension

    def spider_opened(self) -> None:
        """Nothing that a site sent has been logged yet."""
        keep_to_lines()
        make_what_is_written()
