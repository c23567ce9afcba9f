"""Reads a file of articles for other programs: typed, one by one, also while it grows, from any offset."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self, cast

from crawler.items import Article
from crawler.records.lines import read_article_line, whole_lines


class Articles(Iterator[Article]):
    """The articles of a file, in order; use it in a `for`, or with `with` if you may stop early.

    An incomplete last line is left for the next call.
    """

    offset: int
    """Offset of the next article in bytes: pass it to `read_articles` later to continue there."""
    line: int
    """Number of lines read."""

    def __init__(self, file: BinaryIO, offset: int) -> None:
        file.seek(offset)
        self._file = file
        self._lines = whole_lines(file)
        self.offset = offset
        self.line = 0

    def __next__(self) -> Article:
        """Return the next article. Raises ValueError, with the place, for a line that is no article.

        The next call then reads the line behind it.
        """
        line = next(self._lines, None)
        if line is None:
            self.close()
            raise StopIteration
        self.offset = line.offset + len(line.text) + 1
        self.line += 1
        try:
            return read_article_line(line.text)
        except ValueError as error:
            raise ValueError(f"{self._file.name}, at byte {line.offset}: {error}") from None

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def __enter__(self) -> Self:
        """Return the iterator itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file."""
        self.close()


def read_articles(path: str | Path, offset: int = 0) -> Articles:
    """Read the articles of a JSON Lines file (`articles.jsonl`, also gzipped as `.gz`), one by one.

    `offset` is the offset of an earlier call, in bytes of the decompressed file. Unknown keys are ignored.
    Raises OSError if the file cannot be read.
    """
    # The iterator closes it.
    opened = gzip.open(path, "rb") if str(path).endswith(".gz") else Path(path).open("rb")  # noqa: SIM115
    return Articles(cast("BinaryIO", opened), offset)
