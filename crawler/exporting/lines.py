"""Writes compressed parts of JSON Lines, with records, text-free records, or objects of JSON-LD or ninjs."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO, cast

from crawler.exporting.jsonld import news_article
from crawler.exporting.ninjs import news_object
from crawler.exporting.sources import StoredRevision
from crawler.exporting.textfree import without_text
from crawler.records.lines import json_line

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

PACKINGS = ("gz", "zst", "none")


class LinesWriter:
    """Writes parts with a fixed number of records: `articles-00001.jsonl.gz` and so on."""

    def __init__(
        self, folder: Path, line_of: Callable[[StoredRevision], bytes], packing: str, most: int
    ) -> None:
        self._folder = folder
        self._line_of = line_of
        self._packing = packing
        self._most = most
        self._file: BinaryIO | None = None
        self._left = 0
        self._parts = 0

    def write(self, revision: StoredRevision) -> None:
        """Write one record. Raises `OSError` if the disk refuses it."""
        if not self._left:
            self._begin()
        self._left -= 1
        cast("BinaryIO", self._file).write(self._line_of(revision))

    def close(self) -> None:
        """Finish the last part; without any record, write an empty one."""
        if not self._parts:
            self._begin()
        if self._file is not None:
            self._file.close()
            self._file = None

    def _begin(self) -> None:
        if self._file is not None:
            self._file.close()
        self._parts += 1
        suffix = "" if self._packing == "none" else f".{self._packing}"
        self._file = _opened(self._folder / f"articles-{self._parts:05}.jsonl{suffix}", self._packing)
        self._left = self._most


def _opened(path: Path, packing: str) -> BinaryIO:
    """Open a part; equal records give equal bytes, without a time stamp."""
    if packing == "gz":
        raw = path.open("wb")
        return _Closing(gzip.GzipFile(filename="", mode="wb", fileobj=raw, mtime=0), raw)  # type: ignore[return-value]
    if packing == "zst":
        return cast("BinaryIO", zstd.open(path, "wb"))
    return path.open("wb")


class _Closing:
    """A compressed file that also closes the file below it, which `GzipFile` leaves open."""

    def __init__(self, packed: gzip.GzipFile, raw: BinaryIO) -> None:
        self._packed = packed
        self._raw = raw

    def write(self, data: bytes) -> int:
        return self._packed.write(data)

    def close(self) -> None:
        self._packed.close()
        self._raw.close()


def whole_line(revision: StoredRevision) -> bytes:
    """Return the stored line, byte for byte."""
    return revision.line


def text_free_line(revision: StoredRevision) -> bytes:
    """Return the record without its text."""
    return json_line(without_text(revision.article))


def json_ld_line(revision: StoredRevision) -> bytes:
    """Return the article as a line of JSON-LD."""
    return json_line(news_article(revision.article))


def ninjs_line(revision: StoredRevision) -> bytes:
    """Return the article as a line of ninjs."""
    return json_line(news_object(revision.article, revision.removed))


def read_part(path: Path) -> Iterator[Any]:
    """Yield the lines of a part that `LinesWriter` wrote, decompressed."""
    opener: Any = {".gz": gzip.open, ".zst": zstd.open}.get(path.suffix, open)
    with opener(path, "rb") as file:
        yield from file
