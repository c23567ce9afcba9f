"""Assigns articles to wire stories, by near-identical text (pipeline)."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Self

from crawler.items import Article
from crawler.ledger.journal import Journal
from crawler.ledger.schema import connect
from crawler.ledger.stories import Stories
from crawler.scheduling.files import CrawlFiles, files_of
from crawler.scheduling.marked import Marked, marked_of
from crawler.scheduling.stories import story_of

if TYPE_CHECKING:
    from scrapy.crawler import Crawler


class NameStories:
    """Sets the story of each article.

    Earlier stories are known from the crawl's ledger, or without one, from this run.
    """

    def __init__(self, files: CrawlFiles | None, marked: Marked) -> None:
        self.files = files
        self.marked = marked
        self.journal = None if files else Journal(connect(Path(":memory:")))

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build the pipeline for a crawl."""
        return cls(files_of(crawler), marked_of(crawler))

    def process_item(self, item: Article) -> Article:
        """Return the article with its story."""
        with ExitStack() as guard:
            if self.files is not None:
                guard.enter_context(self.files.guarded())
            stories = self._stories()
            if stories is None:
                return item
            return replace(item, story=story_of(item, self.marked.of(item).sketch, stories))
        return item

    def close_spider(self) -> None:
        """Forget the stories of this run."""
        if self.journal is not None:
            self.journal.close()

    def _stories(self) -> Stories | None:
        if self.journal is not None:
            return Stories(self.journal)
        return self.files.ledger.stories if self.files and self.files.ledger else None
