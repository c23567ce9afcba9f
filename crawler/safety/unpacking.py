"""Decompresses within a bound, and distinguishes truncated streams from complete ones."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any, Protocol

import brotli

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

_PIECE = 64 * 1024  # bytes read or returned at a time
_GZIP_MAGIC = b"\x1f\x8b"
_GZIP, _RAW_DEFLATE = 31, -15  # zlib's window bits


class CutShortError(ValueError):
    """The compressed stream is truncated or damaged. Raised by `unpack`."""


class TooLargeError(ValueError):
    """The decompressed data exceeds the bound. Raised by `unpack`."""


class _Unpacker(Protocol):
    def feed(self, data: bytes) -> Iterator[bytes]:
        """Decompress a piece. Raises ValueError if it is damaged."""

    def is_whole(self) -> bool:
        """Return whether the stream is complete."""


def unpack(body: bytes, encoding: str, most: int) -> bytes:
    """Decode one content coding: `gzip`, `x-gzip`, `deflate`, `br` or `zstd` (RFC 9110, 8.4.1).

    Raises `TooLargeError` beyond `most` bytes, `CutShortError` if the stream is truncated.
    """
    out = BytesIO()
    try:
        for piece in unpacked(body, encoding):
            out.write(piece)
            if out.tell() > most:
                out.close()  # so that a stored exception does not keep the data
                raise TooLargeError
    except CutShortError:
        if not out.tell() and not body.startswith(_GZIP_MAGIC) and encoding.endswith("gzip"):
            return body  # some servers declare gzip for plain bodies; browsers show them
        raise
    return out.getvalue()


def unpacked(body: bytes, encoding: str) -> Iterator[bytes]:
    """Decode a content coding piece by piece. Raises `CutShortError` after the valid pieces."""
    unpacker = _unpacker(body, encoding)
    try:
        for start in range(0, len(body), _PIECE):
            yield from unpacker.feed(body[start : start + _PIECE])
            if unpacker.is_whole() and not body.startswith(_GZIP_MAGIC, start + _PIECE):
                return  # bytes after the stream are ignored
    except (ValueError, OSError, zlib.error, brotli.error, zstd.ZstdError) as error:
        raise CutShortError from error
    if not unpacker.is_whole():
        raise CutShortError


def bounded(pieces: Iterable[bytes], most: int) -> Iterator[bytes]:
    """Yield the valid pieces, up to `most` bytes in all."""
    room = most
    try:
        for piece in pieces:
            yield piece[:room]
            room -= len(piece)
            if room <= 0:
                return
    except CutShortError:
        return


def _unpacker(body: bytes, encoding: str) -> _Unpacker:
    if encoding == "br":
        return _Brotli()
    if encoding == "zstd":
        return _Zstd()
    return _Zlib(_GZIP if encoding.endswith("gzip") else _deflate_bits(body))


def _deflate_bits(body: bytes) -> int:
    """Return zlib's window bits: `deflate` means zlib's format, but some servers send the bare stream."""
    try:
        zlib.decompressobj().decompress(body[:_PIECE], 1)
    except zlib.error:
        return _RAW_DEFLATE
    return zlib.MAX_WBITS


class _Zlib:
    """Decompresses gzip, also with several members, and deflate."""

    def __init__(self, bits: int) -> None:
        self._bits = bits
        self._stream: Any = zlib.decompressobj(bits)

    def feed(self, data: bytes) -> Iterator[bytes]:
        if self._stream.eof:
            self._stream = zlib.decompressobj(self._bits)  # another member
        while data:
            yield self._stream.decompress(data, _PIECE)
            data = self._stream.unconsumed_tail
            if self._stream.eof and self._stream.unused_data.startswith(_GZIP_MAGIC):
                data, self._stream = self._stream.unused_data, zlib.decompressobj(self._bits)

    def is_whole(self) -> bool:
        return bool(self._stream.eof)


class _Brotli:
    def __init__(self) -> None:
        self._stream: Any = brotli.Decompressor()

    def feed(self, data: bytes) -> Iterator[bytes]:
        piece = self._stream.process(data, output_buffer_limit=_PIECE)
        while piece:
            yield piece
            piece = self._stream.process(b"", output_buffer_limit=_PIECE)

    def is_whole(self) -> bool:
        return bool(self._stream.is_finished())


class _Zstd:
    def __init__(self) -> None:
        self._stream: Any = zstd.ZstdDecompressor()

    def feed(self, data: bytes) -> Iterator[bytes]:
        yield self._stream.decompress(data, _PIECE)
        while not (self._stream.eof or self._stream.needs_input):
            yield self._stream.decompress(b"", _PIECE)

    def is_whole(self) -> bool:
        return bool(self._stream.eof)
