"""Finds and indexes the WARC files of the crawls of an export."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from crawler.archive.cdxj import Indexed, read_index
from crawler.exporting.sources import ArticleFile
from crawler.ledger.archive import PAGES, own_files

_REPORTED = 1000  # captures between two reports


class NoArchiveError(ValueError):
    """No crawl of an export has WARC files; the message gives the remedy. Raised by `archive_files`."""


@dataclass(frozen=True, slots=True)
class ArchiveFile:
    """A WARC file of a crawl."""

    crawl: str
    """Name of its crawl."""
    path: Path

    @property
    def place(self) -> str:
        """Its path in the crawl's directory, as in the field `archive` of records."""
        return f"{PAGES}/{self.path.name}"


def archive_files(sources: Sequence[ArticleFile]) -> list[ArchiveFile]:
    """Return the WARC files of crawls, in the order of crawls and files. Raises `NoArchiveError`."""
    files = [
        ArchiveFile(source.name, path) for source in sources for path in own_files(source.file.parent / PAGES)
    ]
    if not files:
        names = ", ".join(source.name for source in sources[:3])
        raise NoArchiveError(
            f"no WARC file in {PAGES}/ of {names}: name the directory of a crawl that archived its pages"
        )
    return files


@dataclass(slots=True)
class ArchiveIndex:
    """The index of WARC files. Its numbers hold when all lines have been read."""

    files: Sequence[tuple[str, Path]]
    """Each file with its name in the index."""
    captures: int = 0
    damaged: int = 0
    """Records that cannot be read, which the index leaves out."""
    newest: str = ""
    """The WARC-Date of the latest capture."""
    ends: dict[str, int] = field(default_factory=dict)
    """The end of the last complete record of each file, by its name: a crawl may append meanwhile."""
    report: Callable[[int], None] = lambda _: None
    """Gets the number of captures from time to time."""

    def lines(self) -> Iterator[bytes]:
        """Yield the lines of CDXJ, in the order of files and records. Raises OSError."""
        for name, path in self.files:
            self.ends[name] = 0
            for record in read_index(path, name):
                if not isinstance(record, Indexed):
                    self.damaged += 1
                    continue
                self.ends[name] = record.end
                if record.line is not None:
                    self.captures += 1
                    self.newest = max(self.newest, record.date)
                    if self.captures % _REPORTED == 0:
                        self.report(self.captures)
                    yield record.line.encode()
