"""Reads the articles of an export: from a crawl's directory, a fleet's with its shards, or a file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from crawler.items import Article
from crawler.ledger.ledger import REMOVALS
from crawler.ledger.removals import removed_articles
from crawler.records.lines import Line, article_or_none, whole_lines

ARTICLES = ("articles.jsonl", "replayed.jsonl")
"""Names of the output in a directory: of a crawl, of a replay."""
SHARDS = "shards"
"""Folder of a fleet's directory in which each host's crawl has its own directory."""
_ID = re.compile(rb'"id":"([0-9a-f]{16})"')


class SourceError(ValueError):
    """There is nothing to export; the message says what to write instead. Raised by `sources_of`."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file of articles."""

    name: str
    """Name of the crawl, under which manifests record the position in the file."""
    file: Path

    @property
    def removals(self) -> Path:
        """File of the removed articles, beside that of the articles; there may be none."""
        return self.file.with_name(REMOVALS)


@dataclass(frozen=True, slots=True)
class Revision:
    """A revision of an article, as stored."""

    article: Article
    line: bytes
    """The line, with its line feed."""
    removed: str | None = None
    """When the site was seen to have removed the article (ISO 8601, UTC); None if it has not."""


@dataclass(slots=True)
class Revisions:
    """The revisions to export, in the order of the files, and the position in each file."""

    sources: Sequence[Source]
    since: Mapping[str, int]
    """Revisions of each source in earlier exports, which are skipped."""
    is_latest: bool
    """Whether only the latest revision of each article is exported."""
    positions: dict[str, int] = field(default_factory=dict)
    """Revisions of each source read so far, with the skipped ones."""
    unreadable: int = 0
    """Lines that are no articles."""
    removals_since: Mapping[str, int] = field(default_factory=dict)
    """Lines of each source's removals in earlier exports."""

    def __iter__(self) -> Iterator[Revision]:
        """Yield the revisions; an article in two shards comes from the first."""
        homes = self._homes()
        for number, source in enumerate(self.sources):
            removed = removed_articles(source.removals)
            for index, line in self._lines(source):
                home = homes.get(_id_of(line.text)) if homes is not None else None
                if home is not None and (home[0] != number or (self.is_latest and home[1] != index)):
                    continue
                article = article_or_none(line.text)
                if article is None:
                    self.unreadable += 1
                else:
                    yield Revision(article, line.text + b"\n", removed.get(article.id))

    def _homes(self) -> dict[int, tuple[int, int]] | None:
        """Return for each article its source, and the position of its last revision there."""
        if not self.is_latest and len(self.sources) == 1:
            return None
        homes: dict[int, tuple[int, int]] = {}
        for number, source in enumerate(self.sources):
            for index, line in self._lines(source):
                id_ = _id_of(line.text)
                if homes.get(id_, (number, 0))[0] == number:
                    homes[id_] = (number, index)
        return homes

    def _lines(self, source: Source) -> Iterator[tuple[int, Line]]:
        since = self.since.get(source.name, 0)
        end = self.positions.get(source.name)  # lines that are written meanwhile belong to the next export
        with source.file.open("rb") as file:
            index = -1
            for index, line in enumerate(whole_lines(file)):
                if end is not None and index >= end:
                    return
                if index >= since:
                    yield index, line
        self.positions.setdefault(source.name, index + 1)


def _id_of(line: bytes) -> int:
    found = _ID.search(line, 0, 200)
    return int(found[1], 16) if found else -1


def sources_of(path: Path) -> list[Source]:
    """Return the files of articles in a directory, or the file that is given. Raises `SourceError`."""
    if path.is_file():
        return [Source(path.name, path)]
    if not path.is_dir():
        raise SourceError(f"there is no {path}; name the directory of a crawl, such as data/www.example.com")
    if (path / SHARDS).is_dir():
        found = [each for shard in sorted((path / SHARDS).iterdir()) for each in _in(shard)]
    else:
        found = _in(path)
    if not found:
        raise SourceError(
            f"no articles in {path}: neither {' nor '.join(ARTICLES)}, nor {SHARDS}/*/ with them"
        )
    return found


def _in(folder: Path) -> list[Source]:
    return [Source(folder.name, folder / name) for name in ARTICLES if (folder / name).is_file()][:1]
