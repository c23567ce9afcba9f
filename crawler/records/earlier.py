"""Indexes the articles that earlier runs wrote into the output file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from crawler.items import Article
from crawler.records.lines import Line, read_article_line, whole_lines
from crawler.records.revisions import Fingerprint, fingerprint


@dataclass(frozen=True, slots=True)
class Known:
    """The latest stored revision of an article."""

    revision: int
    content: bytes
    offset: int


@dataclass(slots=True)
class Earlier:
    """An index of a file of articles. Only fingerprints are in memory; the records stay on disk."""

    path: Path
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

    def is_home(self, article: Article) -> bool:  # noqa: ARG002  a file does not record it
        """Whether an article was read at the URL of its earlier revisions."""
        return True

    def article(self, known: Known) -> Article:
        """Read a record again."""
        with self.path.open("rb") as file:
            file.seek(known.offset)
            return read_article_line(file.readline())


def read_earlier(path: Path) -> Earlier:
    """Index a file of articles. A missing file counts as empty; an incomplete last line is skipped."""
    earlier = Earlier(path)
    for line in _lines(path):
        try:
            article = read_article_line(line.text)
        except ValueError:
            earlier.unreadable += 1
            continue
        _remember(earlier, article, line.offset)
    return earlier


def _lines(path: Path) -> Iterator[Line]:
    if not path.is_file():
        return
    with path.open("rb") as file:
        yield from whole_lines(file)


def _remember(earlier: Earlier, article: Article, offset: int) -> None:
    mark = fingerprint(article)
    known = earlier.articles.get(mark.id)
    if known is None or known.revision <= article.revision:
        earlier.articles[mark.id] = Known(article.revision, mark.content, offset)
    if mark.story:
        earlier.stories.setdefault(mark.story, mark.id)
