"""Tests of reading WARC files: parts of pages, descriptions of files, the end of complete records."""

from __future__ import annotations

import gzip
from dataclasses import replace
from pathlib import Path

import pytest

from crawler.archive.heads import HEAD_BYTES, HEAD_LINES
from crawler.archive.reading import (
    Archived,
    Damaged,
    Located,
    end_of_last_record,
    end_of_whole_records,
    locate_pages,
    read_captures,
    read_info,
    read_page,
)
from crawler.archive.warc import payload_digest, response_record, warcinfo_record
from tests.archive.exchanges import numbered


def test_a_part_of_a_page_is_damaged(tmp_path: Path) -> None:
    """A record of another crawler with a range of less than the page is no page."""
    for told, kind in ((b"bytes 0-9/9999", Damaged), (b"bytes 0-9/10", Archived)):
        exchange = replace(numbered(1), headers=((b"Content-Range", told), (b"Content-Type", b"text/html")))
        file = tmp_path / "part.warc.gz"
        file.write_bytes(response_record(exchange, payload_digest(exchange)))
        assert isinstance(read_page(file, 0), kind)


def test_a_file_says_what_it_is(tmp_path: Path) -> None:
    """A file without such a record has no description."""
    file = tmp_path / "a.warc.gz"
    file.write_bytes(warcinfo_record("a.warc.gz", {"software": "example/1", "run-begun": "2026: now"}))
    assert read_info(file)["run-begun"] == "2026: now"
    for content in (b"", b"\x1f\x8b\x08", b"text", response_record(numbered(1), payload_digest(numbered(1)))):
        file.write_bytes(content)
        assert read_info(file) == {}


@pytest.mark.parametrize("size", [10, 70_000, 300_000])
def test_whole_records_end_before_a_torn_one(tmp_path: Path, size: int) -> None:
    """Wherever the file was torn, also in its first record, and wherever the reading begins."""
    file = tmp_path / "a.warc.gz"
    body = bytes(number * 7919 % 251 for number in range(size))
    first = warcinfo_record("a.warc.gz", {"software": "example/1"})
    exchange = numbered(1, body=body)
    second = response_record(exchange, payload_digest(exchange))
    third = warcinfo_record("b.warc.gz", {"software": "example/1"})
    for torn in (b"", third[:1], third[:-1], b"no gzip"):
        file.write_bytes(first + second + torn)
        assert end_of_whole_records(file, 0) == len(first + second)
        assert end_of_whole_records(file, len(first)) == len(first + second)
    file.write_bytes(first[:-1])
    assert end_of_whole_records(file, 0) == 0
    file.write_bytes(first + second + third)
    assert end_of_whole_records(file, 0) == len(first + second + third)


DATE = b"WARC-Date: 2026-08-06T08:00:00Z\r\n"
MANY = b"".join(b"X-%d: a\r\n" % number for number in range(HEAD_LINES))
LONG = b"X: " + b"a" * HEAD_BYTES + b"\r\n"


def response(more: bytes = b"", more_http: bytes = b"") -> bytes:
    """Return the record of a response, with more lines in its header or in that of HTTP."""
    message = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + more_http + b"\r\n<p>Lock</p>"
    told = b"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example.cn/1.htm\r\n" + DATE + more
    return gzip.compress(told + b"Content-Length: %d\r\n\r\n" % len(message) + message + b"\r\n\r\n", 1)


@pytest.mark.parametrize("lines", [MANY, LONG])
@pytest.mark.parametrize("where", ["more", "more_http"])
def test_an_endless_header_is_damage(tmp_path: Path, lines: bytes, where: str) -> None:
    """It is not read to its end, and the records after it are found."""
    file = tmp_path / "a.warc.gz"
    spoilt = response(**{where: lines})
    file.write_bytes(spoilt + response())
    assert list(locate_pages(file)) == [
        Damaged("a.warc.gz#0", "header too large"),
        Located("http://a.example.cn/1.htm", len(spoilt)),
    ]
    assert read_page(file, 0) == Damaged("a.warc.gz#0", "header too large")
    assert isinstance(read_page(file, len(spoilt)), Archived)


@pytest.mark.parametrize("field", [b"WARC-Target-URI", b"WARC-Date"])
def test_a_record_without_a_field_is_damage(tmp_path: Path, field: bytes) -> None:
    """It costs itself alone."""
    file = tmp_path / "a.warc.gz"
    spoilt = gzip.compress(gzip.decompress(response()).replace(field, b"X"))
    file.write_bytes(spoilt + response())
    located = [each for each in locate_pages(file) if isinstance(each, Located)]
    assert located[-1].offset == len(spoilt)
    assert isinstance(read_page(file, 0), Damaged)


def test_the_last_whole_record_is_found_behind_damage(tmp_path: Path) -> None:
    """A record in the middle may be damaged; a truncated one at the end does not count."""
    first, second, third = (response_record(numbered(n), payload_digest(numbered(n))) for n in range(3))
    file = tmp_path / "a.warc.gz"
    spoilt = second[:30] + bytes(40) + second[70:]
    for end in (b"", first[:50]):
        file.write_bytes(first + spoilt + third + end)
        assert end_of_last_record(file) == len(first + spoilt + third)
    assert [(each.url, each.offset) for each in read_captures(file)] == [
        (numbered(0).url, 0),
        (numbered(2).url, len(first + spoilt)),
    ]
