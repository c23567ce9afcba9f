"""Chooses the directory of a crawl (add-on)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Self
from urllib.parse import urlsplit

from crawler.feeds.outputs import directory_name
from crawler.internals.project import project_folder
from crawler.webarchives.starts import original_of

if TYPE_CHECKING:
    from scrapy import Spider
    from scrapy.crawler import Crawler
    from scrapy.settings import Settings


_FETCH_PICTURES = {"crawler.pipelines.pictures.FetchPictures": 950}
"""The pipeline that PHOTOS adds, behind those that drop articles."""


class CrawlDirectory:
    """Sets CRAWL_DIR, and gives the crawl a ledger inside it unless the user names an output.

    It is an add-on, because only add-ons run after the spider has its arguments and before Scrapy reads its
    settings. A crawl with an output from the user is a plain Scrapy crawl: its frontier is in memory, and it
    writes nothing but that output.
    """

    def __init__(self, spider: Spider | None) -> None:
        self.spider = spider

    @classmethod
    def from_crawler(cls, crawl: Crawler) -> Self:
        """Build the add-on for a crawl."""
        return cls(crawl.spider)

    def update_settings(self, settings: Settings) -> None:
        """Complete the settings of a spider with `start` or a directory; others keep theirs."""
        host = start_host(self.spider) or getattr(self.spider, "directory", None)
        if host is None:
            return
        if not settings.get("CRAWL_DIR"):
            # This priority is above that of settings.py, unlike an add-on's own priority.
            settings.set("CRAWL_DIR", str(project_folder() / "data" / directory_name(host)), "cmdline")
        if not settings.getdict("FEEDS") and settings.getbool("LEDGER_ENABLED", True):
            _use_ledger(settings)
        elif not settings.getdict("FEEDS") and (output := getattr(self.spider, "output", None)):
            file = str(Path(settings["CRAWL_DIR"]) / output)
            settings.set("FEEDS", {file: {"format": "jsonlines"}}, "addon")
        limit = getattr(getattr(self.spider, "arguments", None), "limit", None)
        if limit is not None and start_host(self.spider):  # Scrapy would wait forever if no request were made
            settings.set("CLOSESPIDER_ITEMCOUNT", limit, "addon")


def _use_ledger(settings: Settings) -> None:
    settings.set("CRAWL_DIR", str(Path(settings["CRAWL_DIR"]).absolute()), "cmdline")
    settings.set("LEDGER_ENABLED", True, "addon")
    settings.set("SCHEDULER", "crawler.scheduling.scheduler.LedgerScheduler", "addon")
    settings.set("DOWNLOADER", "crawler.internals.downloader.InterruptibleDownloader", "addon")
    middlewares = settings["DOWNLOADER_MIDDLEWARES"]
    middlewares.set("crawler.middlewares.conditional.AskIfChanged", 545, "addon")
    middlewares.set("crawler.middlewares.capture.CaptureResponses", 1000, "addon")  # sees the server's bytes
    if settings.getbool("PHOTOS"):
        pipelines = {**settings.getdict("ITEM_PIPELINES"), **_FETCH_PICTURES}
        settings.set("ITEM_PIPELINES", pipelines, "cmdline")


def start_host(spider: Spider | None) -> str | None:
    """Return host and port of a spider's first start URL; None without arguments."""
    start = getattr(getattr(spider, "arguments", None), "start", None)
    return urlsplit(original_of(start[0])).netloc.rpartition("@")[2] if start else None
