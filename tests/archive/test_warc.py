"""Tests of WARC records, read back by two libraries."""

from __future__ import annotations

import zlib
from dataclasses import replace
from io import BytesIO

import pytest
from fastwarc.warc import ArchiveIterator as FastIterator
from hypothesis import given
from hypothesis import strategies as st

from crawler.archive.warc import Kept, payload_digest, response_record, revisit_record, warcinfo_record
from tests.archive.exchanges import PLAIN, read

DIGEST = payload_digest(PLAIN)
KEPT = Kept(PLAIN.url, "2024-05-19T00:00:00.000000Z", DIGEST, "pages/a.warc.gz#7")


def members(records: bytes) -> list[bytes]:
    """Unpack gzip members one by one."""
    unpacked = []
    while records:
        unpacking = zlib.decompressobj(zlib.MAX_WBITS | 16)
        unpacked.append(unpacking.decompress(records))
        records = unpacking.unused_data
    return unpacked


def test_response_and_request() -> None:
    """Request and response come back, each in its own gzip member, and refer to each other."""
    records = response_record(PLAIN, DIGEST)
    assert [member.split(b"\r\n")[0] for member in members(records)] == [b"WARC/1.1"] * 2
    response, request = read(records)
    assert (response.rec_type, request.rec_type) == ("response", "request")
    assert response.content == PLAIN.body
    assert response.http_headers.to_str().splitlines()[:4] == [
        "HTTP/1.1 200 OK",
        "Content-Type: text/html",
        "Set-Cookie: a=1",
        "Set-Cookie: b=2",
    ]
    assert request.http_headers.to_str().splitlines()[:3] == [
        "GET /2024-05/20/content_1.htm?from=list HTTP/1.1",
        "Host: news.example.cn",
        "User-Agent: example",
    ]
    told = response.rec_headers.get_header
    assert told("WARC-Target-URI") == PLAIN.url
    assert told("WARC-Date") == PLAIN.date
    assert told("WARC-IP-Address") == "192.0.2.7"
    assert told("WARC-Payload-Digest") == DIGEST
    assert request.rec_headers.get_header("WARC-Concurrent-To") == told("WARC-Record-ID")


def test_digest_is_base32_of_sha1() -> None:
    """As every other archive writes it: RFC 3174 and RFC 4648."""
    assert payload_digest(replace(PLAIN, body=b"")) == "sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ"


@pytest.mark.parametrize(
    ("status", "profile"), [(200, "identical-payload-digest"), (304, "server-not-modified")]
)
def test_revisits(status: int, profile: str) -> None:
    """The headers are kept, the payload is where the record refers to."""
    body = b"" if status == 304 else PLAIN.body
    revisit, request = read(revisit_record(replace(PLAIN, status=status, body=body), KEPT))
    told = revisit.rec_headers.get_header
    assert (revisit.rec_type, request.rec_type) == ("revisit", "request")
    assert told("WARC-Profile") == f"http://netpreserve.org/warc/1.1/revisit/{profile}"
    assert told("WARC-Refers-To-Target-URI") == PLAIN.url
    assert told("WARC-Refers-To-Date") == KEPT.date
    assert told("WARC-Payload-Digest") == DIGEST
    assert told("WARC-Date") == PLAIN.date
    assert revisit.http_headers.get_statuscode() == str(status)
    assert revisit.content == b""


def test_file_says_what_it_is() -> None:
    """Software and settings, as named fields."""
    (record,) = read(warcinfo_record("a.warc.gz", {"software": "example/1", "robots": "obey"}))
    assert record.rec_type == "warcinfo"
    assert record.rec_headers.get_header("WARC-Filename") == "a.warc.gz"
    assert record.content == b"software: example/1\r\nrobots: obey\r\n"


HEADER = st.tuples(
    st.from_regex(rb"[A-Za-z][A-Za-z-]{0,20}", fullmatch=True),
    st.binary(max_size=60).map(lambda value: value.translate(None, b"\r\n\0").strip()),
)


@given(st.binary(max_size=5000), st.lists(HEADER, max_size=6), st.integers(100, 999))
def test_any_response_is_whole(body: bytes, headers: list[tuple[bytes, bytes]], status: int) -> None:
    """Whatever a server sends, both libraries read the payload back and find the digests right."""
    exchange = replace(PLAIN, body=body, headers=tuple(headers), status=status)
    records = response_record(exchange, payload_digest(exchange))
    assert read(records)[0].content == body
    fast = list(_fast(records))
    assert fast == [body, b""]


def _fast(records: bytes) -> list[bytes]:
    payloads = []
    for record in FastIterator(BytesIO(records), parse_http=False):
        assert record.verify_block_digest()
        record.parse_http(auto_decode="none")
        payloads.append(record.reader.read())
    return payloads
