"""Assigns articles to wire stories, by near-identical text (pipeline)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Self

from crawler.items import Article
from crawler.ledger.journal import Journal
from crawler.ledger.schema import connect
from crawler.ledger.stories import Stories
from crawler.state.crawl import state_of
from crawler.state.files import CrawlFiles, NoFiles
from crawler.state.marked import Marked
from crawler.state.stories import story_of

if TYPE_CHECKING:
    from scrapy.crawler import Crawler


class NameStories:
    """Sets the story of each article.

    Earlier stories are known from the crawl's ledger, or without one, from this run.
    """

    def __init__(self, files: CrawlFiles | NoFiles, marked: Marked) -> None:
        self.files = files
        self.marked = marked
        self.journal = None if isinstance(files, CrawlFiles) else Journal(connect(Path(":memory:")))

    @classmethod
    def from_crawler(cls, crawl: Crawler) -> Self:
        """Build the pipeline for a crawl."""
        return cls(state_of(crawl).files, state_of(crawl).marked)

    def process_item(self, item: Article) -> Article:
        """Return the article with its story."""
        if self.journal is not None:
            return self._named(item, Stories(self.journal))
        return self.files.in_ledger(lambda ledger: self._named(item, ledger.stories), otherwise=item)

    def _named(self, item: Article, stories: Stories) -> Article:
        return replace(item, story=story_of(item, self.marked.of(item).sketch, stories))

    def close_spider(self) -> None:
        """Forget the stories of this run."""
        if self.journal is not None:
            self.journal.close()
