"""Opens WARC files so that no header of a record fills the memory."""

from __future__ import annotations

from typing import Any, BinaryIO

from warcio.archiveiterator import ArchiveIterator

HEAD_LINES, HEAD_BYTES = 10_000, 1 << 20
"""Largest header of a record, or of the HTTP message in it. A larger one makes the record damaged."""
_PARSERS = ("warc_parser", "http_parser", "http_req_parser")


class HeaderTooLargeError(ValueError):
    """A header has too many lines or bytes. Raised while records are read."""


def open_records(file: BinaryIO) -> Any:
    """Return warcio's iterator over the records of a file; it raises `HeaderTooLargeError`."""
    records = ArchiveIterator(file)
    for name in _PARSERS:
        setattr(records.loader, name, _Parser(getattr(records.loader, name)))
    return records


class _Parser:
    """A parser of headers that reads no further than the bounds."""

    def __init__(self, inner: Any) -> None:
        self._inner = inner

    def parse(self, stream: Any, full_statusline: bytes | None = None) -> Any:
        """Return the header at the beginning of a stream. Raises `HeaderTooLargeError` or like warcio."""
        return self._inner.parse(_Head(stream), full_statusline)


class _Head:
    """The first lines of a stream."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self._lines = HEAD_LINES
        self._bytes = HEAD_BYTES

    def readline(self) -> bytes:
        """Return the next line. Raises `HeaderTooLargeError` beyond the bounds."""
        line: bytes = self._stream.readline(self._bytes)
        self._lines -= 1
        self._bytes -= len(line)
        if self._lines <= 0 or self._bytes <= 0:
            raise HeaderTooLargeError("header too large")
        return line
