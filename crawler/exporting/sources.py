"""Reads the articles of an export, from the directories of crawls or from files."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from crawler.items import Article
from crawler.ledger.crawls import REPLAYED, distinct_names
from crawler.ledger.ledger import ARTICLES, REMOVALS
from crawler.ledger.removals import removed_articles
from crawler.records.lines import FileLine, read_article_line, whole_lines

_ID = re.compile(rb'"id":"([0-9a-f]{16})"')


@dataclass(frozen=True, slots=True)
class ArticleFile:
    """A file of articles."""

    name: str
    """Name of the crawl, under which manifests record the position in the file; it is unique."""
    file: Path

    @property
    def removals(self) -> Path:
        """File of the removed articles, beside that of the articles; it may not exist."""
        return self.file.with_name(REMOVALS)


@dataclass(frozen=True, slots=True)
class StoredRevision:
    """A revision of an article, as stored."""

    article: Article
    line: bytes
    """The line, with its line feed."""
    crawl: str
    """Name of its source."""
    removed: str | None = None
    """Time at which the site was seen to have removed the article (ISO 8601, UTC), or None."""


@dataclass(slots=True)
class StoredRevisions:
    """The revisions to export, in the order of the files, and the position in each file."""

    sources: Sequence[ArticleFile]
    since: Mapping[str, int]
    """Revisions of each source in earlier exports, which are skipped."""
    is_latest: bool
    """Whether only the latest revision of each article is exported."""
    positions: dict[str, int] = field(default_factory=dict)
    """Revisions of each source read so far, with the skipped ones."""
    unreadable: list[str] = field(default_factory=list)
    """The places and the faults of lines that are no articles: `articles.jsonl, line 5: …`."""
    removals_since: Mapping[str, int] = field(default_factory=dict)
    """Lines of each source's removals in earlier exports."""

    def __iter__(self) -> Iterator[StoredRevision]:
        """Yield the revisions; an article in two sources comes from the first."""
        homes = self._homes()
        for number, source in enumerate(self.sources):
            since = self.since.get(source.name, 0)
            removed = removed_articles(source.removals)
            for index, line in self._lines(source):
                if index < since or not self._is_home(homes.get(_id_of(line.text)), number, index):
                    continue
                try:
                    article = read_article_line(line.text)
                except ValueError as error:
                    self.unreadable.append(f"{source.file}, line {index + 1}: {error}")
                else:
                    yield StoredRevision(article, line.text + b"\n", source.name, removed.get(article.id))

    def _is_home(self, home: tuple[int, int] | None, number: int, index: int) -> bool:
        """Return whether the revision at an index of a source, by its number, is the one to export."""
        return home is None or (home[0] == number and (home[1] == index or not self.is_latest))

    def _homes(self) -> dict[int | None, tuple[int, int]]:
        """Return for each article its source, and the position of its last revision there."""
        homes: dict[int | None, tuple[int, int]] = {}
        if not self.is_latest and len(self.sources) == 1:
            return homes
        for number, source in enumerate(self.sources):
            for index, line in self._lines(source):
                id_ = _id_of(line.text)
                if id_ is not None and homes.get(id_, (number, 0))[0] == number:
                    homes[id_] = (number, index)
        return homes

    def _lines(self, source: ArticleFile) -> Iterator[tuple[int, FileLine]]:
        end = self.positions.get(source.name)  # lines written meanwhile belong to the next export
        with source.file.open("rb") as file:
            index = -1
            for index, line in enumerate(whole_lines(file)):
                if end is not None and index >= end:
                    return
                yield index, line
        self.positions.setdefault(source.name, index + 1)


def _id_of(line: bytes) -> int | None:
    match = _ID.search(line, 0, 200)
    return int(match[1], 16) if match else None


def is_cut(file: Path) -> bool:
    """Return whether the last line of a file is incomplete: it is written, or was cut. Raises OSError."""
    with file.open("rb") as opened:
        return bool(opened.seek(0, 2)) and opened.seek(-1, 2) >= 0 and opened.read() != b"\n"


def sources_of(paths: Sequence[Path]) -> list[ArticleFile]:
    """Return the files of articles in the directories of crawls; a crawl without articles has none.

    A path of a file is a source itself.
    """
    files = ((name, _output(path)) for name, path in zip(distinct_names(paths), paths, strict=True))
    return [ArticleFile(name, file) for name, file in files if file is not None]


def _output(path: Path) -> Path | None:
    if path.is_file():
        return path
    return next((path / name for name in (ARTICLES, REPLAYED) if (path / name).is_file()), None)
