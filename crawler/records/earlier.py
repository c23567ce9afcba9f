"""Indexes the articles of the output file: those of earlier runs, and those that this run adds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from crawler.items import Article
from crawler.records.lines import FileLine, article_or_none, whole_lines
from crawler.records.revisions import Fingerprint, fingerprint
from crawler.text.urls import same_article_key


@dataclass(frozen=True, slots=True)
class Known:
    """The latest stored revision of an article."""

    revision: int
    content: bytes
    source: str = ""
    """The URL that it was read from, normalised for comparison."""
    fetched: str | None = None
    """Time of the fetch: ISO 8601, UTC."""


@dataclass(slots=True)
class Earlier:
    """An index of a file of articles. Only fingerprints are in memory; the records stay on disk."""

    articles: dict[str, Known] = field(default_factory=dict)
    """Latest revisions, by article id."""
    stories: dict[bytes, str] = field(default_factory=dict)
    """Id of the first article of each story."""
    unreadable: int = 0
    """Number of complete lines that are no articles of this program."""

    def known(self, mark: Fingerprint) -> Known | None:
        """Return the latest stored revision of the article with this fingerprint."""
        return self.articles.get(mark.id)

    def copied(self, mark: Fingerprint) -> str | None:
        """Return the id of another stored article with the same content."""
        other = self.stories.get(mark.story) if mark.story else None
        return other if other != mark.id else None

    def lacks_pictures(self, article: Article) -> bool:  # noqa: ARG002  as of a ledger
        """Return False: only a crawl with a ledger fetches pictures."""
        return False

    def is_home(self, article: Article) -> bool:
        """Return whether an article was read at the URL of its earlier revisions, or at its canonical URL.

        Its print version differs in details, and is no new revision.
        """
        read_at, known = same_article_key(article.url), self.articles.get(article.id)
        return known is None or read_at in (known.source, same_article_key(article.canonical_url))

    def learn(self, article: Article, mark: Fingerprint) -> None:
        """Add an article that is written."""
        known = self.articles.get(mark.id)
        if known is None or known.revision <= article.revision:
            source = same_article_key(article.url)
            self.articles[mark.id] = Known(article.revision, mark.content, source, article.fetched)
        if mark.story:
            self.stories.setdefault(mark.story, mark.id)


def read_earlier(path: Path) -> Earlier:
    """Index a file of articles. A missing file counts as empty; an incomplete last line is skipped."""
    earlier = Earlier()
    for line in _lines(path):
        article = article_or_none(line.text)
        if article is None:
            earlier.unreadable += 1
        else:
            earlier.learn(article, fingerprint(article))
    return earlier


def _lines(path: Path) -> Iterator[FileLine]:
    if not path.is_file():
        return
    with path.open("rb") as file:
        yield from whole_lines(file)
