"""The JSON Lines form of the records: one record is one line for every reader, and back again."""

from __future__ import annotations

import json
import logging
import math
import os
import types
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import BinaryIO

from crawler.items import Article

logger = logging.getLogger(__name__)

_MOST = 2**63  # what whole numbers of databases end before
# What str.splitlines breaks at and json.dumps leaves as it is; the other line-breaking characters lie
# below U+0020, where JSON escapes them anyway.
_BREAKS = {ord(char): f"\\u{ord(char):04x}" for char in "\x85\u2028\u2029"}


@dataclass(frozen=True, slots=True)
class Line:
    """One whole line of a file."""

    offset: int
    """Where it begins, in bytes."""
    text: bytes
    """The line without its line feed."""


def article_line(article: Article) -> bytes:
    """Write an article as one line of JSON: UTF-8, fields in declared order, nulls and empty lists present.

    Never raises and never writes what a JSON reader refuses: a lone surrogate becomes U+FFFD, and NaN or
    Infinity becomes null (RFC 8259 has no such numbers). The line ends with a line feed, holds no other
    character at which `str.splitlines` breaks, and reads back with `json.loads`.
    """
    return json_line(article)


def json_line(value: object) -> bytes:
    """Write a value made of dataclasses, mappings, sequences and scalars as `article_line` does."""
    try:
        text = _COMPACT.encode(value)
    except ValueError:  # a number that JSON does not have; looked for only then, because it costs time
        text = _COMPACT.encode(_finite(value))
    return _utf8(text.translate(_BREAKS) if _breaks(text) else text) + b"\n"


def json_text(value: object) -> str:
    """Write a value as `json_line` does, but indented over several lines, for people."""
    text = json.dumps(json.loads(json_line(value)), ensure_ascii=False, indent=2)
    return text.translate(_BREAKS) + "\n"


def read_article_line(line: bytes | str) -> Article:
    """Read a line that `article_line` wrote. Keys that this version does not know are passed over.

    Raises `ValueError` where the line is no JSON object or lacks what every article has.
    """
    found = json.loads(line)
    if not isinstance(found, dict):
        raise ValueError("not a JSON object")  # noqa: TRY004  the content is wrong, not the argument
    return build_article(found)


def build_article(found: Mapping[str, object]) -> Article:
    """Make an article of a parsed record. Raises `ValueError` where it lacks what every article has."""
    try:
        return typing.cast("Article", _build(Article, found))
    except TypeError as error:
        raise ValueError(f"not an article: {error}") from None


def is_sound(record: object) -> bool:
    """Whether all values of a record are of the types that their fields are declared with.

    A line that another program wrote may hold anything.
    """
    kind: type = type(record)
    types_of = _field_types(kind)
    return all(_fits(kind, getattr(record, name)) for name, kind in types_of.items())


def _fits(kind: object, value: object) -> bool:
    if kind is str or kind is types.NoneType:
        return isinstance(value, kind)
    if kind is int:
        return isinstance(value, int) and 0 <= value < _MOST
    if is_dataclass(kind):
        return isinstance(value, typing.cast("type", kind)) and is_sound(value)
    parts = typing.get_args(kind)
    if isinstance(kind, types.UnionType):
        return any(_fits(part, value) for part in parts)
    if isinstance(value, tuple):
        return typing.get_origin(kind) is tuple and all(_fits(parts[0], each) for each in value)
    return isinstance(value, Mapping) and all(_fits(parts[1], each) for each in value.values())


def whole_lines(file: BinaryIO) -> Iterator[Line]:
    """Yield the lines of a file that end with a line feed; a torn last line is none."""
    offset = file.tell()
    for raw in file:
        if raw.endswith(b"\n"):
            yield Line(offset, raw[:-1])
        offset += len(raw)


def mend_last_line(path: Path) -> int:
    """Make a file end with a whole line, and return how many bytes were cut off for that.

    What a crash tore off in the middle is cut; a last line that lacks nothing but its line feed gets one.
    What is not an ordinary file (a pipe, a terminal) is left alone.
    """
    if not path.is_file():
        return 0
    with path.open("r+b") as file:
        end = file.seek(0, os.SEEK_END)
        start = _end_of_last_line(file, end)
        file.seek(start)
        if _is_json(file.read()):
            file.write(b"\n")
            return 0
        file.truncate(start)
    if start < end:
        logger.warning("Cut off %d bytes of an unfinished line from %s", end - start, path)
    return end - start


def _end_of_last_line(file: BinaryIO, end: int) -> int:
    while end:
        start = max(0, end - (1 << 16))
        file.seek(start)
        found = file.read(end - start).rfind(b"\n")
        if found >= 0:
            return start + found + 1
        end = start
    return 0


def _is_json(line: bytes) -> bool:
    try:
        json.loads(line)
    except ValueError:
        return False
    return True


def _breaks(text: str) -> bool:
    return "\u2028" in text or "\u2029" in text or "\x85" in text


def _utf8(text: str) -> bytes:
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:  # halves of surrogate pairs: join those that belong together, replace the rest
        joined = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        return joined.encode("utf-8")


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    if isinstance(value, Mapping):
        return dict(value)
    return str(value)


def _finite(value: object) -> object:
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {str(key): _finite(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(item) for item in value]
    return _finite(_plain(value)) if is_dataclass(value) else value


_COMPACT = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=_plain)


@cache
def _field_types(record: type) -> dict[str, object]:
    return typing.get_type_hints(record)


def _build(record: type, found: Mapping[str, object]) -> object:
    types_of = _field_types(record)
    return record(**{name: _value(types_of[name], item) for name, item in found.items() if name in types_of})


def _value(kind: object, item: object) -> object:
    if isinstance(item, list):
        inner = typing.get_args(kind)[:1] or (str,)
        return tuple(_value(inner[0], each) for each in item)
    if isinstance(item, dict) and (record := _record_in(kind)):
        return _build(record, item)
    return item


def _record_in(kind: object) -> type | None:
    """Return the dataclass that an annotation such as `Dateline | None` speaks of."""
    options = typing.get_args(kind) if isinstance(kind, types.UnionType) else (kind,)
    return next((option for option in options if isinstance(option, type) and is_dataclass(option)), None)
