"""Tests of the original answers in those of web archives, and in records of WARC files."""

from __future__ import annotations

import gzip
from dataclasses import replace

import pytest

from crawler.archive.warc import Kept, payload_digest, response_record, revisit_record
from crawler.items import Exchange
from crawler.webarchives.index import IndexedCapture
from crawler.webarchives.originals import OriginalError, original_of_record, original_of_replay

URL = "http://www.example.cn/a.htm"
PAGE = b"<html><body><h1>Lock at Linshui opens</h1></body></html>"
EXCHANGE = Exchange(
    url=URL,
    date="2022-08-06T12:00:00Z",
    method="GET",
    asked=(),
    status=200,
    protocol="HTTP/1.1",
    headers=((b"Content-Type", b"text/html"), (b"Server", b"old"), (b"Content-Encoding", b"gzip")),
    body=gzip.compress(PAGE),
)
DIGEST = payload_digest(EXCHANGE).removeprefix("sha1:")
CAPTURE = IndexedCapture(key="k", timestamp="20220806120000", url=URL, digest=DIGEST, filename="x.warc.gz")
RECORD = response_record(EXCHANGE, payload_digest(EXCHANGE))
REPLAYED = (
    (b"Content-Type", b"text/html"),
    (b"X-Archive-Orig-Server", b"old"),
    (b"X-Archive-Orig-Content-Length", b"99"),
    (b"Server", b"archive"),
    (b"Link", b"<x>; rel=memento"),
)


def test_record() -> None:
    """The body is unpacked, and the digest is that of the payload as archived."""
    original = original_of_record(RECORD, CAPTURE)
    assert original.body == PAGE
    assert original.content_type == "text/html"
    assert (b"Server", b"old") in original.headers
    assert original.is_as_indexed


def test_other_digest() -> None:
    """A payload with another digest than the index says is told apart."""
    assert not original_of_record(RECORD, replace(CAPTURE, digest="A" * 32)).is_as_indexed
    assert original_of_record(RECORD, replace(CAPTURE, digest="")).is_as_indexed


ODD = {
    "another page": (RECORD, replace(CAPTURE, url="http://www.example.cn/b.htm"), "another page"),
    "cut short": (RECORD[:150], CAPTURE, "."),
    "middle of a record": (RECORD[40:], CAPTURE, "."),
    "nothing": (b"", CAPTURE, "."),
    "revisit": (revisit_record(EXCHANGE, Kept(URL, EXCHANGE.date, "sha1:X", "p")), CAPTURE, "type revisit"),
}


@pytest.mark.parametrize(("record", "capture", "words"), ODD.values(), ids=ODD)
def test_odd_records(record: bytes, capture: IndexedCapture, words: str) -> None:
    """Anything but the record of the capture is an error, not a page."""
    with pytest.raises(OriginalError, match=words):
        original_of_record(record, capture)


@pytest.mark.parametrize("sent", [PAGE, EXCHANGE.body], ids=["plain", "gzip that no header names"])
def test_replay(sent: bytes) -> None:
    """The headers of the original have a prefix; those of the archive are left out."""
    original = original_of_replay(sent, sent, REPLAYED, replace(CAPTURE, digest=""))
    assert original.body == PAGE
    assert original.headers == ((b"Content-Type", b"text/html"), (b"Server", b"old"))


def test_replay_of_half_a_page() -> None:
    """A compressed page that is cut short is an error."""
    with pytest.raises(OriginalError, match="cut short"):
        original_of_replay(EXCHANGE.body[:-12], EXCHANGE.body[:-12], REPLAYED, CAPTURE)
