"""Tests of what is read of WARC files: parts of pages, what a file is, where its whole records end."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from crawler.archive.reading import Archived, Damaged, end_of_whole_records, read_info, read_page
from crawler.archive.warc import payload_digest, response_record, warcinfo_record
from tests.archive.exchanges import numbered


def test_a_part_of_a_page_is_damaged(tmp_path: Path) -> None:
    """What another crawler archived with a range that is not all is no page."""
    for told, kind in ((b"bytes 0-9/9999", Damaged), (b"bytes 0-9/10", Archived)):
        exchange = replace(numbered(1), headers=((b"Content-Range", told), (b"Content-Type", b"text/html")))
        file = tmp_path / "part.warc.gz"
        file.write_bytes(response_record(exchange, payload_digest(exchange)))
        assert isinstance(read_page(file, 0), kind)


def test_a_file_says_what_it_is(tmp_path: Path) -> None:
    """What is no such file says nothing."""
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
