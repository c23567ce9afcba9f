"""Reads WARC files of this program, Heritrix, browsertrix and Common Crawl, and reports damaged records."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

from warcio.bufferedreaders import ChunkedDataReader
from warcio.exceptions import ArchiveLoadFailed

from crawler.archive.heads import HeaderTooLargeError, open_records
from crawler.archive.selection import ResponseSelection
from crawler.archive.warc import REMARKS, SOURCE
from crawler.safety.ranges import is_part
from crawler.safety.unpacking import CutShortError, TooLargeError, unpack
from crawler.text.reservations import reservations_in_headers

LARGEST = 16 * 1024 * 1024  # bytes of a payload, before and after decompression
_MEMBER = b"\x1f\x8b\x08"
_WINDOW = 1 << 20
_INFO_MOST = 1 << 16  # bytes of a file's own description
_BITE = 1 << 16  # bytes; the rest of a larger piece would be copied for each small record in it
DAMAGES = (ArchiveLoadFailed, EOFError, OSError, ValueError, zlib.error, AttributeError)
"""Errors for damaged records; AttributeError is warcio's for a response without a URL."""
_ALL = ResponseSelection()
T = TypeVar("T")
_WHOLE = 200  # the status of all responses that are read


@dataclass(frozen=True, slots=True)
class Archived:
    """An archived response."""

    url: str
    date: str
    """Time of archiving: ISO 8601, UTC."""
    content_type: str | None
    body: bytes
    """The decompressed body."""
    place: str
    """Its place: `file#offset`."""
    remarks: tuple[str, ...] = ()
    """Facts beside its bytes, from archives of this program: `tls.unverified`, `http.overlong`."""
    capture: str | None = None
    """URL in a web archive from which it was harvested."""
    reservations: tuple[str, ...] = ()
    """Reservations in the response's headers: `x-robots-tag: noai`."""


@dataclass(frozen=True, slots=True)
class Damaged:
    """A record that cannot be read."""

    place: str
    reason: str


@dataclass(frozen=True, slots=True)
class Located:
    """The place of a page's record."""

    url: str
    offset: int


def locate_pages(path: Path, selection: ResponseSelection = _ALL) -> Iterator[Located | Damaged]:
    """Return the places of the selected responses with status 200 in a file. Raises OSError."""
    return read_records(path, lambda records: _pages(records, selection))


def read_records(path: Path, read: Callable[[Any], Iterator[T]]) -> Iterator[T | Damaged]:
    """Yield the results of `read`, which gets warcio's iterator over the records of a file.

    After a damaged record, for which `read` raises an error, continue with the next. Raises OSError.
    """
    with path.open("rb") as file:
        offset: int | None = 0
        while offset is not None:
            file.seek(offset)
            records = open_records(file)
            try:
                yield from read(records)
                offset = None
            except DAMAGES as error:
                at = max(records.offset, offset)
                is_own = isinstance(error, HeaderTooLargeError)
                yield Damaged(f"{path.name}#{at}", str(error) if is_own else type(error).__name__)
                offset = _next_member(file, at + 1)


def _pages(records: Any, selection: ResponseSelection) -> Iterator[Located]:
    for record in records:
        if _is_page(record, selection):
            yield Located(record.rec_headers.get_header("WARC-Target-URI"), records.get_record_offset())


def read_page(path: Path, offset: int) -> Archived | Damaged:
    """Read the response of the record at an offset. Raises OSError if the file is missing."""
    place = f"{path.name}#{offset}"
    with path.open("rb") as file:
        file.seek(offset)
        try:
            record = next(iter(open_records(file)))
            return archived_of(record, place)
        except (*DAMAGES, StopIteration) as error:
            return Damaged(place, str(error) or type(error).__name__)


def read_info(path: Path) -> dict[str, str]:
    """Return a file's description of itself in its first record, by lower-case name.

    Empty without one. Raises OSError if the file cannot be opened.
    """
    with path.open("rb") as file:
        try:
            record = next(iter(open_records(file)))
            text = record.raw_stream.read(_INFO_MOST) if record.rec_type == "warcinfo" else b""
        except (*DAMAGES, StopIteration):
            return {}
    pairs = (line.partition(":") for line in text.decode("utf-8", "replace").splitlines())
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


def end_of_whole_records(path: Path, start: int) -> int:
    """Return the end of the last complete record, if each record is its own gzip member.

    A record begins at `start`. Raises OSError if the file cannot be read.
    """
    with path.open("rb") as file:
        file.seek(start)
        end, unpacker = start, zlib.decompressobj(31)
        with suppress(zlib.error):
            while piece := unpacker.unused_data or unpacker.unconsumed_tail or file.read(_BITE):
                if unpacker.eof:
                    unpacker = zlib.decompressobj(31)
                unpacker.decompress(piece, _BITE)
                if unpacker.eof:
                    end = file.tell() - len(unpacker.unused_data)
        return end


def end_of_last_record(path: Path) -> int:
    """Return the end of the last complete record; damaged ones before it count. Raises OSError."""
    end = end_of_whole_records(path, 0)
    with path.open("rb") as file:
        while (following := _next_member(file, end + 1)) is not None:
            end = max(following, end_of_whole_records(path, following))
    return end


@dataclass(frozen=True, slots=True)
class Capture:
    """A record's data about a page, without the page."""

    url: str
    date: str
    digest: str
    offset: int
    is_payload: bool
    """Whether the record holds the payload; a revisit record only names its digest."""
    etag: str | None
    modified: str | None
    """The Last-Modified header."""


def read_captures(path: Path) -> Iterator[Capture]:
    """Yield the captures of a file, in order, without damaged records. Raises OSError."""
    return (each for each in read_records(path, _captures) if isinstance(each, Capture))


def _captures(records: Any) -> Iterator[Capture]:
    for record in records:
        captured = _capture(record)
        if captured is not None:
            yield replace(captured, offset=records.get_record_offset())


def _capture(record: Any) -> Capture | None:
    """Return the capture in a record; None for a record of another type, or without a digest."""
    head, answer = record.rec_headers, record.http_headers
    digest = head.get_header("WARC-Payload-Digest")
    if record.rec_type not in ("response", "revisit") or answer is None or digest is None:
        return None
    return Capture(
        url=head.get_header("WARC-Target-URI") or "",
        date=head.get_header("WARC-Date") or "",
        digest=digest,
        offset=0,
        is_payload=record.rec_type == "response",
        etag=answer.get_header("ETag"),
        modified=answer.get_header("Last-Modified"),
    )


def _is_page(record: Any, selection: ResponseSelection) -> bool:
    if record.rec_type != "response" or record.http_headers is None:
        return False
    head = record.rec_headers
    url, date = head.get_header("WARC-Target-URI"), head.get_header("WARC-Date")
    kind = record.http_headers.get_header("Content-Type")
    return record.http_headers.get_statuscode() == "200" and selection.admits(url or "", date or "", kind)


def archived_of(record: Any, place: str) -> Archived:
    """Return the response of a record. Raises ValueError with the reason if it is damaged."""
    headers, date = record.http_headers, record.rec_headers.get_header("WARC-Date")
    if not date:
        raise ValueError("no date")
    body = _body(record)
    if is_part(_WHOLE, headers.get_header("Content-Range") or "", len(body)):
        raise ValueError("cut short")
    codings = [each.strip().lower() for each in (headers.get_header("Content-Encoding") or "").split(",")]
    try:
        for coding in reversed([each for each in codings if each not in ("", "identity")]):
            body = unpack(body, coding, LARGEST)
    except CutShortError:
        raise ValueError("cut short") from None
    except TooLargeError:
        raise ValueError("too large when unpacked") from None
    return Archived(
        url=record.rec_headers.get_header("WARC-Target-URI"),
        date=_seconds(date),
        content_type=headers.get_header("Content-Type"),
        body=body,
        place=place,
        remarks=tuple((record.rec_headers.get_header(REMARKS) or "").split()),
        capture=record.rec_headers.get_header(SOURCE),
        reservations=reservations_in_headers(headers.headers),
    )


def _body(record: Any) -> bytes:
    if record.length > LARGEST:
        raise ValueError("too large")
    is_chunked = (record.http_headers.get_header("Transfer-Encoding") or "").lower() == "chunked"
    stream = ChunkedDataReader(record.raw_stream) if is_chunked else record.raw_stream
    body: bytes = stream.read()
    if record.raw_stream.limit > 0:  # shorter than declared in the record's header
        raise ValueError("cut short")
    return body


def _seconds(date: str) -> str:
    """Return a WARC date in the form of the record: `2022-08-01T08:00:00+00:00`."""
    return f"{date[:19]}+00:00"


def _next_member(file: BinaryIO, start: int) -> int | None:
    """Return the offset of the next gzip member with a WARC record; None at the end."""
    file.seek(start)
    behind = b""
    while piece := file.read(_WINDOW):
        window = behind + piece
        first = file.tell() - len(window)
        at = window.find(_MEMBER)
        while at >= 0:
            with suppress(zlib.error):
                if zlib.decompressobj(31).decompress(window[at : at + 512], 5) == b"WARC/":
                    return first + at
            at = window.find(_MEMBER, at + 1)
        behind = window[-512:]
    return None
