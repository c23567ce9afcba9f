"""The pipelines that keep out what is there already, in this run or on file from an earlier one."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Self

from crawler.accounting.drops import CopiedArticle, DuplicateArticle, UnchangedArticle
from crawler.feeds import appended_file
from crawler.items import Article
from crawler.records.earlier import Earlier, Known, read_earlier
from crawler.records.lines import mend_last_line
from crawler.records.revisions import changed_fields, fingerprint

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

logger = logging.getLogger(__name__)


class DropDuplicates:
    """Drops an article that came already in this run, and copies of one under other URLs of its site."""

    def __init__(self) -> None:
        self.ids: set[str] = set()
        self.stories: dict[bytes, str] = {}

    def process_item(self, item: Article) -> Article:
        """Return the article. Raises `DuplicateArticle` or `CopiedArticle`."""
        mark = fingerprint(item)
        if mark.id in self.ids:
            raise DuplicateArticle(f"{item.canonical_url} came already")
        first = self.stories.get(mark.story) if mark.story else None
        if first is not None:
            raise CopiedArticle(f"the same as {first}")
        self.ids.add(mark.id)
        if mark.story:
            self.stories[mark.story] = item.url
        return item


class DropUnchanged:
    """Drops what an earlier run wrote into the same file; what changed since gets the next revision."""

    def __init__(self, earlier: Earlier | None) -> None:
        self.earlier = earlier

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build the pipeline for a crawl, from the file that its feeds append to."""
        path = appended_file(crawler.settings.getdict("FEEDS"))
        return cls(_read(path) if path else None)

    def process_item(self, item: Article) -> Article:
        """Return the article with its revision. Raises `UnchangedArticle` or `CopiedArticle`."""
        if self.earlier is None:
            return item
        mark = fingerprint(item)
        known = self.earlier.known(mark)
        if known is None:
            if other := self.earlier.copied(mark):
                raise CopiedArticle(f"the same as {other} of an earlier run")
            return item
        if known.content == mark.content:
            raise UnchangedArticle(f"revision {known.revision} is on file")
        return _revised(item, self.earlier, known)


def _read(path: Path) -> Earlier:
    mend_last_line(path)
    earlier = read_earlier(path)
    if earlier.unreadable:
        logger.warning("%d lines of %s are no articles and are passed over", earlier.unreadable, path)
    return earlier


def _revised(article: Article, earlier: Earlier, known: Known) -> Article:
    changed = changed_fields(earlier.article(known), article)
    return replace(article, revision=known.revision + 1, changed=changed)
