"""Builds WARC records of requests and responses, each in its own gzip member.

Data that Scrapy does not preserve is reconstructed: the request line is `GET path HTTP/1.1`, the reason
phrase is the standard one, header names are written as Scrapy capitalises them, and the body is not chunked.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from io import BytesIO
from urllib.parse import urlsplit

from isal import isal_zlib
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crawler.items import Exchange, Headers

_VERSION = "1.1"
REMARKS = "Harvester-Remarks"
"""Extension field of a record's header for facts beside its bytes, by their names in `evidence`."""
SOURCE, MADE = "WARC-Source-URI", "WARC-Creation-Date"
"""Fields of a record that was taken from a web archive, as pywb names them: its URL there, and the time at
which it was taken. The URL and the date of the record are those of the capture."""
_LEVEL = 2  # compression level of ISA-L, which takes a fifth of zlib's time for the same size
_NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"


@dataclass(frozen=True, slots=True)
class Kept:
    """An earlier record, to which a revisit record refers."""

    url: str
    date: str
    digest: str
    place: str
    """Its place: `file#offset`."""


def payload_digest(exchange: Exchange) -> str:
    """Return the labelled digest of a response's body, as in WARC."""
    digest = hashlib.sha1(exchange.body, usedforsecurity=False).digest()
    return f"sha1:{base64.b32encode(digest).decode()}"


def response_record(exchange: Exchange, digest: str) -> bytes:
    """Return the records of a response and its request, the response first.

    A capture of a web archive has no request: that of its own server is not known.
    """
    writer = _Writer()
    record = writer.create_warc_record(
        exchange.url,
        "response",
        payload=BytesIO(exchange.body),
        length=len(exchange.body),
        http_headers=_answered(exchange),
        warc_headers_dict=_described(exchange, digest),
    )
    _write(writer, exchange, record)
    return writer.taken()


def revisit_record(exchange: Exchange, kept: Kept) -> bytes:
    """Return the records of an unchanged response: status 304, or a payload that is archived already."""
    writer = _Writer()
    if exchange.status == HTTPStatus.NOT_MODIFIED:
        fields = {
            **_described(exchange, kept.digest),
            "WARC-Profile": _NOT_MODIFIED,
            "WARC-Refers-To-Target-URI": kept.url,
            "WARC-Refers-To-Date": kept.date,
        }
        headers = _answered(exchange)
        record = writer.create_warc_record(
            exchange.url, "revisit", http_headers=headers, warc_headers_dict=fields
        )
    else:
        record = writer.create_revisit_record(
            exchange.url, kept.digest, kept.url, kept.date, _answered(exchange), _described(exchange)
        )
    _write(writer, exchange, record)
    return writer.taken()


def _write(writer: _Writer, exchange: Exchange, record: ArcWarcRecord) -> None:
    if exchange.capture is None:
        writer.write_request_response_pair(_request(writer, exchange), record)
    else:
        writer.write_record(record)


def warcinfo_record(filename: str, about: Mapping[str, str]) -> bytes:
    """Return the record that describes a file: software, settings."""
    writer = _Writer()
    writer.write_record(writer.create_warcinfo_record(filename, about))
    return writer.taken()


class _Writer(WARCWriter):  # type: ignore[misc]
    """warcio's writer of records, with each record compressed by itself."""

    def __init__(self) -> None:
        super().__init__(BytesIO(), gzip=False, warc_version=_VERSION)
        self.members: list[bytes] = []

    def _write_warc_record(self, out: BytesIO, record: ArcWarcRecord) -> None:
        super()._write_warc_record(out, record)
        packer = isal_zlib.compressobj(_LEVEL, isal_zlib.DEFLATED, isal_zlib.MAX_WBITS | 16)
        self.members += (packer.compress(out.getbuffer()), packer.flush())
        out.seek(0)
        out.truncate()

    def taken(self) -> bytes:
        """Return the written bytes."""
        return b"".join(self.members)


def _described(exchange: Exchange, digest: str | None = None) -> dict[str, str]:
    fields = {"WARC-Date": exchange.date}
    if exchange.address:
        fields["WARC-IP-Address"] = exchange.address
    if exchange.remarks:
        fields[REMARKS] = " ".join(exchange.remarks)
    if exchange.capture:
        fields |= {SOURCE: exchange.capture, MADE: exchange.harvested}
    if digest:
        fields["WARC-Payload-Digest"] = digest
    return fields


def _answered(exchange: Exchange) -> StatusAndHeaders:
    return StatusAndHeaders(
        f"{exchange.status} {_phrase(exchange.status)}".rstrip(),
        _texts(exchange.headers),
        protocol=exchange.protocol,
    )


def _request(writer: _Writer, exchange: Exchange) -> ArcWarcRecord:
    parts = urlsplit(exchange.url)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    headers = StatusAndHeaders(
        f"{exchange.method} {target} HTTP/1.1",
        [("Host", parts.netloc.rpartition("@")[2]), *_texts(exchange.asked)],
        is_http_request=True,
    )
    fields = {"WARC-Date": exchange.date}
    return writer.create_warc_record(exchange.url, "request", http_headers=headers, warc_headers_dict=fields)


def _texts(headers: Headers) -> list[tuple[str, str]]:
    return [(name.decode("latin-1"), value.decode("latin-1")) for name, value in headers]


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""
