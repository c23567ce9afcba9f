"""Defines the protocol between a crawl and its parsing processes: values in MessagePack, each with its size.

Both ends are this program, on one machine; the socket has no name, so no other process can reach it.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import accumulate, pairwise
from typing import Any, Final

import msgspec

from crawler.parsing.pages import FetchedPage, PageResult, ReadingBounds
from crawler.parsing.questions import ParsingResult, Question

READY = "ready"
"""First message of a process, when it is ready."""


@dataclass(frozen=True, slots=True)
class FailedQuestion:
    """A failed question; the process continues."""

    is_late: bool
    message: str
    """The exception, in a line."""
    trace: str = ""


@dataclass(frozen=True, slots=True)
class QuestionMessage:
    """A page with a question about it, and the bounds for the answer."""

    asked: Question
    terms: ReadingBounds

    def filled(self, bodies: Iterator[bytes]) -> QuestionMessage:
        """Return the message with the bodies of its pages."""
        return replace(self, asked=replace(self.asked, page=_filled(self.asked.page, bodies)))


@dataclass(frozen=True, slots=True)
class ArticleMessage:
    """A page whose article is requested, and the bounds for reading it."""

    asked: FetchedPage
    terms: ReadingBounds

    def filled(self, bodies: Iterator[bytes]) -> ArticleMessage:
        """Return the message with the bodies of its pages."""
        return replace(self, asked=_filled(self.asked, bodies))


_TYPES: Final = (str, QuestionMessage, ArticleMessage, ParsingResult, PageResult, FailedQuestion)
"""The types of values; a message names the type of its value by the position here."""
_NUMBERS: Final = {kind: number for number, kind in enumerate(_TYPES)}
_HEAD: Final = struct.Struct("!B?II")
"""Number of the value's type, whether the value is in JSON, number of bodies, bytes of the value."""


def packed(value: Any, bodies: Sequence[memoryview] = ()) -> list[bytes | memoryview]:
    """Return a message in pieces: its head, the sizes of the bodies, the value, and the bodies, not copied.

    A value that MessagePack refuses, such as a lone surrogate, is written in JSON.
    """
    try:
        data, is_json = _ENCODER.encode(value), False
    except (UnicodeEncodeError, OverflowError):
        data, is_json = json.dumps(msgspec.to_builtins(value)).encode("ascii"), True
    head = _HEAD.pack(_NUMBERS[type(value)], is_json, len(bodies), len(data))
    return [head + struct.pack(f"!{len(bodies)}I", *map(len, bodies)) + data, *bodies]


class Unpacker:
    """Decodes received messages."""

    def __init__(self) -> None:
        self._held = bytearray()

    def feed(self, piece: bytes | memoryview) -> Iterator[Any]:
        """Take received bytes; yield the complete values."""
        self._held += piece
        while (sizes := self._sizes()) is not None:
            start = _HEAD.size + 4 * (len(sizes) - 1)
            end = start + sum(sizes)
            if len(self._held) < end:
                return
            with memoryview(self._held) as held:
                value = _value(held, start, sizes)
            del self._held[:end]
            yield value

    def _sizes(self) -> tuple[int, ...] | None:
        """Return the sizes of the next message's value and bodies, once known."""
        if len(self._held) < _HEAD.size:
            return None
        count, size = _HEAD.unpack_from(self._held)[2:]
        if len(self._held) < _HEAD.size + 4 * count:
            return None
        return size, *struct.unpack_from(f"!{count}I", self._held, _HEAD.size)


def _value(held: memoryview, start: int, sizes: Sequence[int]) -> Any:
    """Return the value of a complete message."""
    number, is_json, _, _ = _HEAD.unpack_from(held)
    ends = list(accumulate(sizes, initial=start))
    pieces = (held[begin:end] for begin, end in pairwise(ends))
    data = next(pieces)
    value = (
        msgspec.convert(json.loads(bytes(data)), _TYPES[number]) if is_json else _decoder(number).decode(data)
    )
    return value.filled(map(bytes, pieces)) if isinstance(value, QuestionMessage | ArticleMessage) else value


_ENCODER: Final = msgspec.msgpack.Encoder()


@cache
def _decoder(number: int) -> msgspec.msgpack.Decoder[Any]:
    return msgspec.msgpack.Decoder(_TYPES[number])


def question(asked: Question | FetchedPage, terms: ReadingBounds) -> list[bytes | memoryview]:
    """Return a question as a message, without data that a parser does not need."""
    if isinstance(asked, Question):
        bare = replace(asked, page=_bare(asked.page))
        return packed(QuestionMessage(bare, terms), list(_bodies(asked.page, terms)))
    return packed(ArticleMessage(_bare(asked), terms), list(_bodies(asked, terms)))


def _bare(page: FetchedPage) -> FetchedPage:
    return replace(page, body=b"", exchange=None, reading=None, parts=tuple(map(_bare, page.parts)))


def _bodies(page: FetchedPage, terms: ReadingBounds) -> Iterator[memoryview]:
    """Yield the bodies of a page and its parts."""
    most = terms.largest + 1  # one byte more than the bound shows that there were more
    yield memoryview(page.body)[:most]
    for part in page.parts:
        yield from _bodies(part, terms)


def _filled(page: FetchedPage, bodies: Iterator[bytes]) -> FetchedPage:
    """Return a page with its body and those of its parts."""
    body = next(bodies)
    return replace(page, body=body, parts=tuple(_filled(part, bodies) for part in page.parts))
