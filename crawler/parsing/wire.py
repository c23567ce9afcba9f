"""Defines the protocol between a crawl and its parsing processes: pickled values, each with its length.

Both ends are this program, on one machine; the socket has no name, so no other process can reach it.
"""

from __future__ import annotations

import pickle
import struct
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from crawler.parsing.pages import FetchedPage, ReadingBounds
from crawler.parsing.questions import Question

READY = "ready"
"""First message of a process, when it is ready."""
_NUMBER = struct.Struct("!I")


@dataclass(frozen=True, slots=True)
class FailedQuestion:
    """A failed question; the process continues."""

    is_late: bool
    message: str
    """The exception, in a line."""
    trace: str = ""


def packed(value: Any) -> list[bytes | memoryview]:
    """Return a value in the form of the protocol: number of pieces, their lengths, the pieces.

    The first piece is the pickled value; the others are bodies of pages, which are not copied (PEP 574).
    """
    bodies: list[pickle.PickleBuffer] = []
    head = pickle.dumps(value, protocol=5, buffer_callback=bodies.append)
    pieces: list[bytes | memoryview] = [head, *(body.raw() for body in bodies)]
    numbers = (len(pieces), *map(len, pieces))
    return [b"".join(map(_NUMBER.pack, numbers)), *pieces]


class Unpacker:
    """Decodes received values."""

    def __init__(self) -> None:
        self._held = bytearray()

    def feed(self, piece: bytes | memoryview) -> Iterator[Any]:
        """Take received bytes; yield the complete values."""
        self._held += piece
        while (lengths := self._lengths()) is not None:
            start = _NUMBER.size * (1 + len(lengths))
            if len(self._held) < start + sum(lengths):
                return
            pieces = []
            for length in lengths:
                pieces.append(bytes(memoryview(self._held)[start : start + length]))
                start += length
            del self._held[:start]
            yield pickle.loads(pieces[0], buffers=pieces[1:])  # noqa: S301  see above

    def _lengths(self) -> tuple[int, ...] | None:
        """Return the lengths of the next value's pieces, once known."""
        if len(self._held) < _NUMBER.size:
            return None
        count = _NUMBER.unpack_from(self._held)[0]
        if len(self._held) < _NUMBER.size * (1 + count):
            return None
        return struct.unpack_from(f"!{count}I", self._held, _NUMBER.size)


def question(asked: Question | FetchedPage, terms: ReadingBounds) -> list[bytes | memoryview]:
    """Return a question in the form of the protocol, without data that a parser does not need."""
    if isinstance(asked, Question):
        return packed((replace(asked, page=_bare(asked.page, terms)), terms))
    return packed((_bare(asked, terms), terms))


def _bare(page: FetchedPage, terms: ReadingBounds) -> FetchedPage:
    parts = tuple(_bare(part, terms) for part in page.parts)
    # One byte more than the bound shows that there were more.
    body: Any = pickle.PickleBuffer(memoryview(page.body)[: terms.largest + 1])
    return replace(page, body=body, exchange=None, reading=None, parts=parts)
