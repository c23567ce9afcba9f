"""Drops articles that this run or an earlier one has stored already (pipelines)."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Self

from crawler.accounting.drops import CopiedArticle, DuplicateArticle, OlderCapture, UnchangedArticle
from crawler.feeds.outputs import appended_file
from crawler.items import Article
from crawler.records.addresses import under_own_url
from crawler.records.earlier import Earlier, Known, read_earlier
from crawler.records.lines import mend_last_line
from crawler.records.marks import Marks
from crawler.records.revisions import are_of_other_articles, changed_between
from crawler.records.stories import ALIKE, likeness
from crawler.state.archived import ArchivedRuns
from crawler.state.crawl import state_of
from crawler.state.earlier import LedgerEarlier
from crawler.state.files import CrawlFiles
from crawler.state.marked import Marked
from crawler.text.urls import same_article_key

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

logger = logging.getLogger(__name__)


RECENT = 10_000  # articles kept in memory; the ledger has the others


class DropDuplicates:
    """Drops articles that this run has met already, and copies under other URLs of their site.

    If archives are read again, each of the runs that wrote them counts separately.
    """

    def __init__(self, marked: Marked, most: int | None = None, runs: ArchivedRuns | None = None) -> None:
        self.marked = marked
        self.most = most
        self.runs = runs or ArchivedRuns()
        self.run = ""
        self.ids: dict[str, Marks] = {}
        self.stories: dict[bytes, str] = {}
        self.urls: dict[str, str] = {}

    @classmethod
    def from_crawler(cls, crawl: Crawler) -> Self:
        """Build the pipeline for a crawl."""
        state = state_of(crawl)
        most = RECENT if isinstance(state.files, CrawlFiles) else None
        return cls(state.marked, most, state.archived_runs)

    def process_item(self, item: Article) -> Article:
        """Return the article. Raises `DuplicateArticle` or `CopiedArticle`.

        Captures of a web archive may show one article at several times.
        """
        if self._begins_anew(item):
            self.ids.clear()
            self.stories.clear()
            self.urls.clear()
        marks = self.marked.of(item)
        mark = marks.fingerprint
        if (earlier := self.ids.get(mark.id)) is not None:
            if _is_elsewhere(item) and _tell_apart(marks, earlier):
                return self.process_item(under_own_url(item))
            if not _is_capture(item) or not changed_between(earlier.fingerprint.content, mark.content):
                raise DuplicateArticle(f"the same article came from {self.urls[mark.id]}")
        first = self.stories.get(mark.story) if mark.story else None
        if first is not None and first != self.urls.get(mark.id):
            raise CopiedArticle(f"the same as {first}")
        self.ids[mark.id] = marks
        self.urls[mark.id] = item.url
        if mark.story:
            self.stories[mark.story] = item.url
        return item

    def _begins_anew(self, item: Article) -> bool:
        before, self.run = self.run, self.runs.of(item.archive)
        return self.run != before or (self.most is not None and len(self.ids) >= self.most)


class DropUnchanged:
    """Drops unchanged articles; a changed article gets the next revision.

    The stored articles are known from the crawl's ledger, or without one, from the file that its feeds append
    to and from this run.
    """

    def __init__(
        self, marked: Marked, earlier: Earlier | LedgerEarlier, *, has_pictures: bool = False
    ) -> None:
        self.marked = marked
        self.earlier = earlier
        self.has_pictures = has_pictures

    @classmethod
    def from_crawler(cls, crawl: Crawler) -> Self:
        """Build the pipeline for a crawl."""
        state = state_of(crawl)
        if isinstance(state.files, CrawlFiles):
            has_pictures = crawl.settings.getbool("PHOTOS")
            return cls(state.marked, LedgerEarlier(state.files), has_pictures=has_pictures)
        path = appended_file(crawl.settings.getdict("FEEDS"))
        return cls(state.marked, _read(path) if path else Earlier())

    def process_item(self, item: Article) -> Article:
        """Return the article with its revision.

        Raises `UnchangedArticle`, `OlderCapture`, `DuplicateArticle` or `CopiedArticle`.
        """
        article = self._revised(item)
        self.earlier.learn(article, self.marked.of(article).fingerprint)
        return article

    def _revised(self, item: Article) -> Article:
        mark = self.marked.of(item).fingerprint
        known = self.earlier.known(mark)
        if known is None:
            if other := self.earlier.copied(mark):
                raise CopiedArticle(f"the same as {other} of an earlier run")
            return item
        changed = changed_between(known.content, mark.content)
        if not changed and self._is_for_pictures(item, known):
            return replace(item, revision=known.revision + 1)
        if not changed:
            raise UnchangedArticle(f"revision {known.revision} is stored", item.id)
        if _is_elsewhere(item) and are_of_other_articles(known.content, mark.content):
            return self._revised(under_own_url(item))
        if not self.earlier.is_home(item):
            raise DuplicateArticle("the article is stored from another URL")
        if _is_capture(item) and (item.fetched or "") < (known.fetched or ""):
            raise OlderCapture(f"revision {known.revision} was fetched later, on {known.fetched}")
        return replace(item, revision=known.revision + 1, changed=changed)

    def _is_for_pictures(self, item: Article, known: Known) -> bool:
        """Return whether an unchanged article may get the pictures that it lacks; `FetchPictures` decides."""
        is_older = _is_capture(item) and (item.fetched or "") < (known.fetched or "")
        return self.has_pictures and not is_older and self.earlier.lacks_pictures(item)


def _is_capture(article: Article) -> bool:
    """Return whether an article was read from a web archive."""
    return "capture" in article.evidence


def _is_elsewhere(article: Article) -> bool:
    """Return whether an article's id comes from a canonical link to another URL."""
    return same_article_key(article.url) != same_article_key(article.canonical_url)


def _tell_apart(one: Marks, other: Marks) -> bool:
    """Return whether two pages with one canonical link are different articles; then it is neither's URL."""
    if "headline" not in changed_between(one.fingerprint.content, other.fingerprint.content):
        return False
    if one.sketch is None or other.sketch is None:
        return are_of_other_articles(one.fingerprint.content, other.fingerprint.content)
    return likeness(one.sketch.slots, other.sketch.slots) < ALIKE


def _read(path: Path) -> Earlier:
    mend_last_line(path)
    earlier = read_earlier(path)
    if earlier.unreadable:
        logger.warning("lines that are no articles, skipped: %d of %s", earlier.unreadable, path)
    return earlier
