"""Restores the original answer of a page from the answer of a web archive, or from a WARC record."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from crawler.archive.heads import open_records
from crawler.archive.reading import DAMAGES, LARGEST, archived_of
from crawler.items import Headers
from crawler.safety.unpacking import CutShortError, TooLargeError, unpack
from crawler.text.urls import same_article_key
from crawler.webarchives.index import IndexedCapture

_PREFIX = b"x-archive-orig-"
"""Beginning of the names under which archives replay the headers of the original."""
_OWN = frozenset({b"content-type", b"content-language"})
"""Headers that archives replay under their own names."""
_CODING = frozenset({b"content-length", b"content-encoding", b"transfer-encoding", b"content-range"})
"""Headers that describe the bytes as sent, not the decoded body."""
_GZIP = b"\x1f\x8b"
_SHA1 = re.compile(r"[A-Z2-7]{32}", re.IGNORECASE)


class OriginalError(ValueError):
    """The answer of an archive does not contain the capture. Raised by the functions of this module."""


@dataclass(frozen=True, slots=True)
class Original:
    """The answer of a page's own server."""

    body: bytes
    """Decompressed, not decoded."""
    headers: Headers
    """Without those that describe the compression."""
    is_as_indexed: bool
    """Whether the payload has the digest of the index, or the index has none."""

    @property
    def content_type(self) -> str | None:
        """The value of the `Content-Type` header."""
        values = (value for name, value in self.headers if name.lower() == b"content-type")
        return next((value.decode("latin-1") for value in values), None)


def original_of_replay(body: bytes, sent: bytes, headers: Headers, capture: IndexedCapture) -> Original:
    """Return the original of a replayed capture. Raises `OriginalError`.

    `sent` is the body as it was sent, `body` the same without its content coding.
    """
    unpacked = _unpacked(body)
    return Original(unpacked, tuple(_replayed(headers)), _has_digest(capture, (sent, body, unpacked)))


def original_of_record(record: bytes, capture: IndexedCapture) -> Original:
    """Return the original in the bytes of a WARC record. Raises `OriginalError` if another one is in them."""
    place = f"{capture.filename}#{capture.offset}"
    try:
        payload = _first(record).raw_stream.read(LARGEST)
        parsed = _first(record)
        archived = archived_of(parsed, place)
    except (*DAMAGES, StopIteration) as error:
        raise OriginalError(str(error) or type(error).__name__) from None
    if same_article_key(archived.url) != same_article_key(capture.url):
        raise OriginalError(f"the record of another page, {archived.url}")
    headers = tuple(_without_coding(parsed.http_headers.headers))
    return Original(archived.body, headers, _has_digest(capture, (payload, archived.body)))


def _first(records: bytes) -> Any:
    """Return warcio's record at the beginning of these bytes. Raises `OriginalError` for another type."""
    record = next(iter(open_records(BytesIO(records))))
    if record.rec_type != "response" or record.http_headers is None:
        raise OriginalError(f"a record of type {record.rec_type} in place of a response")
    return record


def _without_coding(headers: Iterable[tuple[str, str]]) -> Iterator[tuple[bytes, bytes]]:
    for name, value in headers:
        field = name.encode("utf-8", "replace")
        if field.lower() not in _CODING:
            yield field, value.encode("utf-8", "replace")


def _replayed(headers: Headers) -> Iterable[tuple[bytes, bytes]]:
    """Yield the headers of the original among those of a replay."""
    for name, value in headers:
        lower = name.lower()
        if lower in _OWN:
            yield name, value
        elif lower.startswith(_PREFIX) and lower.removeprefix(_PREFIX) not in (*_OWN, *_CODING):
            yield name[len(_PREFIX) :], value


def _unpacked(body: bytes) -> bytes:
    """Return a body without gzip, if its server forgot to name the coding."""
    if not body.startswith(_GZIP):
        return body
    try:
        return unpack(body, "gzip", LARGEST)
    except CutShortError:
        raise OriginalError("cut short") from None
    except TooLargeError:
        raise OriginalError("too large when unpacked") from None


def _has_digest(capture: IndexedCapture, forms: Iterable[bytes]) -> bool:
    """Return whether any form of a payload has the digest in the index; some archives unpack it before."""
    if not _SHA1.fullmatch(capture.digest):
        return True
    wanted = capture.digest.upper()
    return any(_digest(each) == wanted for each in forms)


def _digest(payload: bytes) -> str:
    return base64.b32encode(hashlib.sha1(payload, usedforsecurity=False).digest()).decode()
