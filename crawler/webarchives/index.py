"""Reads the answers of CDX servers: the Wayback Machine's, pywb's, Common Crawl's, OutbackCDX's."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from crawler.text.urls import same_article_key, standard

_FIELDS = {"original": "url", "mimetype": "mime", "statuscode": "status"}
"""The Wayback Machine's names of fields, each with the usual one."""
_SEVEN = ("urlkey", "timestamp", "url", "mime", "status", "digest", "length")
"""Fields of a line in the format CDX; one with eleven fields has the place of its record, too."""
_ELEVEN = (*_SEVEN[:6], "redirect", "robot flags", "length", "offset", "filename")
_TIMESTAMP = re.compile(r"\d{14}")
_NONE = re.compile(r"no captures found", re.IGNORECASE)
_WORDS = 80  # characters of an answer that an error repeats


class IndexFormatError(ValueError):
    """The answer is no complete list of captures. Raised by the functions of this module."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexedCapture:
    """A capture in an index."""

    key: str
    """The URL in the form by which the index is sorted."""
    timestamp: str
    """Time of the capture: `YYYYMMDDhhmmss`, UTC."""
    url: str
    mime: str = ""
    status: str = ""
    """HTTP status; `-` if the index does not know it."""
    digest: str = ""
    """SHA-1 of the payload in base 32, or empty."""
    filename: str = ""
    """WARC file with its record; empty if the index does not name it."""
    offset: int = 0
    length: int = 0
    """Bytes of the compressed record."""

    @property
    def time(self) -> str:
        """Time of the capture: ISO 8601, UTC."""
        return datetime.strptime(self.timestamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC).isoformat()

    @property
    def is_dated(self) -> bool:
        """Whether its timestamp is a time of the calendar."""
        try:
            return bool(self.time)
        except ValueError:
            return False

    @property
    def is_revisit(self) -> bool:
        """Whether its record only refers to another one with the same payload."""
        return self.mime == "warc/revisit"


@dataclass(frozen=True, slots=True)
class IndexAnswer:
    """One answer of a CDX server."""

    captures: tuple[IndexedCapture, ...]
    key: str = ""
    """Resumption key; empty at the end of the list."""


def read_index(body: bytes) -> IndexAnswer:
    """Read an answer as an array in JSON, or with one capture a line in JSON, CDXJ or CDX.

    Raises `IndexFormatError` for another form, and for an answer that is cut short.
    """
    text = body.decode("utf-8", "replace").strip()
    if text.startswith("["):
        return _from_array(text)
    if text.startswith("<"):
        raise IndexFormatError(f"a page in place of a list of captures: {_beginning(text)}")
    lines = text.splitlines()
    key = ""
    if len(lines) > 1 and not lines[-2].strip():  # behind an empty line
        key = lines[-1].strip()
        del lines[-2:]
    return IndexAnswer(tuple(_captures(map(_fields_of, filter(_is_line, lines)))), key)


def page_count(body: bytes) -> int | None:
    """Return the number of pages that a CDX server counts; None if the answer is no number.

    `12` is the Wayback Machine's form, `{"pages": 12, "pageSize": 5}` that of others.
    """
    try:
        counted = json.loads(body)
    except ValueError:
        return None
    pages = counted.get("pages") if isinstance(counted, dict) else counted
    return pages if isinstance(pages, int) and not isinstance(pages, bool) else None


def _from_array(text: str) -> IndexAnswer:
    try:
        rows = json.loads(text)
    except ValueError:
        raise IndexFormatError("the list of captures is cut short") from None
    if not all(isinstance(row, list) for row in rows):
        raise IndexFormatError(f"no list of captures: {_beginning(text)}")
    if not rows:
        return IndexAnswer(())
    key = str(rows[-1][0]) if len(rows) > 2 and rows[-2] == [] else ""
    names, *lines = rows[:-2] if key else rows
    return IndexAnswer(tuple(_captures(_paired(names, line) for line in lines)), key)


def _paired(names: Sequence[str], row: Sequence[str]) -> Mapping[str, Any]:
    if len(names) != len(row):
        raise IndexFormatError(f"a capture with {len(row)} fields in place of {len(names)}")
    return dict(zip(names, row, strict=True))


def _is_line(line: str) -> bool:
    """Return whether a line may be a capture: not if it is empty, or names the fields of a CDX file."""
    return bool(line.strip()) and not line.startswith((" CDX ", "CDX "))


def _fields_of(line: str) -> Mapping[str, Any]:
    """Return the fields of a line: `{…}`, `key timestamp {…}`, or values between spaces."""
    before, brace, _ = line.partition("{")
    if not brace:
        return _from_cdx(line.split())
    try:
        fields = json.loads(line[len(before) :])
    except ValueError:
        raise IndexFormatError(f"a line that is cut short: {_beginning(line)}") from None
    return {**dict(zip(("urlkey", "timestamp"), before.split(), strict=False)), **fields}


def _from_cdx(values: Sequence[str]) -> Mapping[str, Any]:
    names = {len(each): each for each in (_SEVEN, _ELEVEN)}.get(len(values))
    if names is None:
        raise IndexFormatError(f"a line that is no capture: {_beginning(' '.join(values))}")
    return dict(zip(names, values, strict=True))


def _captures(rows: Iterable[Mapping[str, Any]]) -> Iterator[IndexedCapture]:
    for row in rows:
        message = str(row.get("message") or row.get("error") or "")
        if _NONE.search(message):
            continue
        if message:
            raise IndexFormatError(message)
        yield _capture({_FIELDS.get(name, name): str(value) for name, value in row.items()})


def _capture(fields: Mapping[str, str]) -> IndexedCapture:
    timestamp, url = fields.get("timestamp", ""), standard(fields.get("url", ""))
    if not _TIMESTAMP.fullmatch(timestamp) or url is None:
        raise IndexFormatError(f"a capture without time or URL: {_beginning(' '.join(fields.values()))}")
    return IndexedCapture(
        key=fields.get("urlkey") or same_article_key(url),
        timestamp=timestamp,
        url=url,
        mime=fields.get("mime", "").partition(";")[0].strip().lower(),
        status=fields.get("status", ""),
        digest=fields.get("digest", "").removeprefix("sha1:").strip("-"),
        filename=fields.get("filename", "").strip("-"),
        offset=_number(fields.get("offset", "")),
        length=_number(fields.get("length", "")),
    )


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() else 0


def _beginning(text: str) -> str:
    return " ".join(text[:_WORDS].split())
