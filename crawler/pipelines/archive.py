"""Archives the pages that may be articles (pipeline)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Self

from scrapy.exceptions import NotConfigured

from crawler.items import Article
from crawler.parsing.pages import FetchedPage
from crawler.state.crawl import state_of
from crawler.state.files import CrawlFiles, NoFiles

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

    from crawler.ledger.archive import Archive


class ArchivePages:
    """Appends a page and its parts to the crawl's WARC file, also if the article is dropped later."""

    def __init__(self, files: CrawlFiles) -> None:
        self.files = files

    @classmethod
    def from_crawler(cls, crawl: Crawler) -> Self:
        """Build the pipeline for a crawl. Raises `NotConfigured` if the crawl archives nothing."""
        files = state_of(crawl).files
        if isinstance(files, NoFiles) or not crawl.settings.getbool("ARCHIVE"):
            raise NotConfigured
        return cls(files)

    def process_item(self, item: FetchedPage | Article) -> FetchedPage | Article:
        """Return the page with its place in the archive."""
        if not isinstance(item, FetchedPage):
            return item
        return self.files.in_archive(lambda archive: _kept(item, archive), otherwise=item)


def _kept(page: FetchedPage, archive: Archive) -> FetchedPage:
    place = archive.keep(page.exchange) if page.exchange is not None else page.archive
    parts = tuple(_kept(part, archive) for part in page.parts)
    return replace(page, archive=place, exchange=None, parts=parts)
