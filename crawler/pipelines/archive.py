"""Archives the pages that may be articles (pipeline)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Self

from scrapy.exceptions import NotConfigured

from crawler.items import Article
from crawler.parsing.pages import FetchedPage
from crawler.scheduling.files import CrawlFiles, files_of

if TYPE_CHECKING:
    from scrapy.crawler import Crawler


class ArchivePages:
    """Appends a page and its parts to the crawl's WARC file, also if the article is dropped later."""

    def __init__(self, files: CrawlFiles) -> None:
        self.files = files

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build the pipeline for a crawl. Raises `NotConfigured` if the crawl archives nothing."""
        files = files_of(crawler)
        if files is None or not crawler.settings.getbool("ARCHIVE"):
            raise NotConfigured
        return cls(files)

    def process_item(self, item: FetchedPage | Article) -> FetchedPage | Article:
        """Return the page with its place in the archive."""
        return self._kept(item) if isinstance(item, FetchedPage) else item

    def _kept(self, page: FetchedPage) -> FetchedPage:
        archive = self.files.ledger.archive if self.files.ledger is not None else None
        if archive is None:
            return page
        with self.files.guarded():
            place = archive.keep(page.exchange) if page.exchange is not None else page.archive
            parts = tuple(self._kept(part) for part in page.parts)
            return replace(page, archive=place, exchange=None, parts=parts)
        return page
