"""What goes between a crawl and the processes that parse for it: pickled values, each with its length.

Both ends are this project's own, on one machine; nobody else can reach the socket, which has no name.
"""

from __future__ import annotations

import pickle
import struct
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from crawler.parsing.pages import FetchedPage, Terms
from crawler.parsing.questions import Question

READY = "ready"
"""What a process says first, when it can be asked."""
_NUMBER = struct.Struct("!I")


@dataclass(frozen=True, slots=True)
class Failed:
    """A question that could not be answered; the process that was asked goes on."""

    is_late: bool
    told: str
    """What was raised, in a line."""
    trace: str = ""


def packed(value: Any) -> list[bytes | memoryview]:
    """Return a value as it goes over the wire, piece by piece: how many pieces, their lengths, the pieces.

    The first piece is the pickled value; the others are bodies of pages, which are not copied (PEP 574).
    """
    bodies: list[pickle.PickleBuffer] = []
    head = pickle.dumps(value, protocol=5, buffer_callback=bodies.append)
    pieces: list[bytes | memoryview] = [head, *(body.raw() for body in bodies)]
    numbers = (len(pieces), *map(len, pieces))
    return [b"".join(map(_NUMBER.pack, numbers)), *pieces]


class Unpacker:
    """Makes values of what comes over the wire."""

    def __init__(self) -> None:
        self._held = bytearray()

    def feed(self, piece: bytes | memoryview) -> Iterator[Any]:
        """Take a piece; yield the values that are complete with it."""
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
        """How long the pieces of the next value are, once that is known."""
        if len(self._held) < _NUMBER.size:
            return None
        count = _NUMBER.unpack_from(self._held)[0]
        if len(self._held) < _NUMBER.size * (1 + count):
            return None
        return struct.unpack_from(f"!{count}I", self._held, _NUMBER.size)


def question(asked: Question | FetchedPage, terms: Terms) -> list[bytes | memoryview]:
    """Return a question as it goes over the wire, without what a parser has no use for."""
    if isinstance(asked, Question):
        return packed((replace(asked, page=_bare(asked.page, terms)), terms))
    return packed((_bare(asked, terms), terms))


def _bare(page: FetchedPage, terms: Terms) -> FetchedPage:
    parts = tuple(_bare(part, terms) for part in page.parts)
    # One byte more, by which it is known that there were more.
    body: Any = pickle.PickleBuffer(memoryview(page.body)[: terms.largest + 1])
    return replace(page, body=body, exchange=None, reading=None, parts=parts)
