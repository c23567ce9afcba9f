"""Reads and writes records as JSON Lines: one record is one line for every reader."""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import msgspec

from crawler.items import Article

logger = logging.getLogger(__name__)

# JSON allows these characters in strings, and `str.splitlines` ends a line at each of them. Those below
# U+0020 are always escaped.
_LINE_BREAKS = {char.encode(): f"\\u{ord(char):04x}".encode() for char in "\x85\u2028\u2029"}


@dataclass(frozen=True, slots=True)
class FileLine:
    """One complete line of a file."""

    offset: int
    """Offset of its beginning, in bytes."""
    text: bytes
    """The line without its line feed."""


def article_line(article: Article) -> bytes:
    """Write an article as one line of JSON: UTF-8, fields in declared order, nulls and empty lists present.

    Never raises, and writes JSON that every reader accepts: a lone surrogate becomes U+FFFD, and NaN
    or Infinity becomes null (RFC 8259 has no such numbers). The line ends with a line feed and contains no
    other character at which `str.splitlines` ends a line.
    """
    return json_line(article)


def json_line(value: object) -> bytes:
    """Write a value made of dataclasses, mappings, sequences and scalars as `article_line` does."""
    try:
        line = _ENCODER.encode(value)
    except UnicodeEncodeError:  # a lone surrogate: rare, so only then all strings are checked
        line = _ENCODER.encode(_without_surrogates(msgspec.to_builtins(value, enc_hook=_plain)))
    for char, escape in _LINE_BREAKS.items():
        line = line.replace(char, escape)
    return line + b"\n"


def json_text(value: object) -> str:
    """Write a value as `json_line` does, but indented over several lines, for people."""
    text = msgspec.json.format(json_line(value), indent=2).decode()
    return text + "\n"


def read_article_line(line: bytes | str) -> Article:
    """Read a line that `article_line` wrote. Unknown keys are ignored.

    Raises `ValueError` if the line is not a JSON object, lacks a required key, or has a value of the wrong
    type.
    """
    try:
        return _DECODER.decode(line)
    except msgspec.ValidationError:
        raise
    except (msgspec.DecodeError, RecursionError):  # `json` accepts lone surrogates of other programs
        return build_article(_loose(line))


def article_or_none(line: bytes) -> Article | None:
    """Return the article in a line; None for a line that is no article, which others may have written."""
    try:
        return read_article_line(line)
    except ValueError:
        return None


def build_article(values: object) -> Article:
    """Build an article from a parsed record. Raises `ValueError` like `read_article_line`."""
    return msgspec.convert(values, Article)


def whole_lines(file: BinaryIO) -> Iterator[FileLine]:
    """Yield the lines of a file that end with a line feed, without an incomplete last line."""
    offset = file.tell()
    for raw in file:
        if raw.endswith(b"\n"):
            yield FileLine(offset, raw[:-1])
        offset += len(raw)


def mend_last_line(path: Path) -> int:
    """Make a file end with a complete line, and return the number of truncated bytes.

    An incomplete last line is truncated; a last line that lacks only its line feed gets one. Pipes, terminals
    and other special files are not changed.
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
        logger.warning("Truncated %d bytes of an incomplete line of %s", end - start, path)
    return end - start


def _end_of_last_line(file: BinaryIO, end: int) -> int:
    while end:
        start = max(0, end - (1 << 16))
        file.seek(start)
        newline = file.read(end - start).rfind(b"\n")
        if newline >= 0:
            return start + newline + 1
        end = start
    return 0


def _is_json(line: bytes) -> bool:
    try:
        json.loads(line)
    except ValueError:
        return False
    return True


def _loose(line: bytes | str) -> object:
    try:
        return json.loads(line)
    except RecursionError:
        raise ValueError("nested too deeply") from None


def _plain(value: object) -> object:
    return dict(value) if isinstance(value, Mapping) else str(value)


def _without_surrogates(value: object) -> object:
    """Join the halves of surrogate pairs in all strings, and replace lone ones by U+FFFD."""
    if isinstance(value, str):
        return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if isinstance(value, Mapping):
        return {_without_surrogates(key): _without_surrogates(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_without_surrogates(item) for item in value]
    return value


_ENCODER = msgspec.json.Encoder(enc_hook=_plain)
_DECODER = msgspec.json.Decoder(Article)
