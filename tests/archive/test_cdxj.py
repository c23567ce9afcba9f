"""The index of a WARC file: a line for each capture, and damage that costs itself alone."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

from crawler.archive.cdxj import Indexed, read_index
from crawler.archive.reading import Damaged
from crawler.archive.warc import Kept, payload_digest, response_record, revisit_record, warcinfo_record
from tests.archive.exchanges import numbered, read
from tests.archive.test_reading import response

URL = "http://news.example.cn/2024-05/20/content_1.htm"


def indexed(path: Path) -> tuple[list[str], list[str], int]:
    """Return the lines of a file's index, the places of damage, and the end of the last complete record."""
    records = list(read_index(path, "pages/a.warc.gz"))
    sound = [each for each in records if isinstance(each, Indexed)]
    lines = [each.line for each in sound if each.line is not None]
    damage = [each.place for each in records if isinstance(each, Damaged)]
    return lines, damage, max((each.end for each in sound), default=0)


def test_lines(tmp_path: Path) -> None:
    """Responses and revisits of a payload have a line with the place of their record, other records none."""
    exchange = numbered(1)
    digest = payload_digest(exchange)
    info = warcinfo_record("a.warc.gz", {"software": "example/1"})
    first = response_record(exchange, digest)
    again = revisit_record(exchange, Kept(URL, exchange.date, digest, "pages/a.warc.gz#0"))
    path = tmp_path / "a.warc.gz"
    path.write_bytes(info + first + again)
    lines, damage, end = indexed(path)
    assert (damage, end) == ([], len(info + first + again))
    (key, stamp, page), (_, _, revisit) = (line.split(" ", 2) for line in lines)
    assert (key, stamp) == ("cn,example,news)/2024-05/20/content_1.htm", "20240520000000")
    content = json.loads(page)
    offset, length = int(content.pop("offset")), int(content.pop("length"))
    assert content == {
        "url": URL,
        "mime": "text/html",
        "status": "200",
        "digest": digest,
        "filename": "pages/a.warc.gz",
    }
    (record,) = read(path.read_bytes()[offset : offset + length])
    assert record.rec_headers.get_header("WARC-Target-URI") == URL
    assert (json.loads(revisit)["mime"], json.loads(revisit)["digest"]) == ("warc/revisit", digest)


def test_unchanged_page_has_the_line_of_its_payload_alone(tmp_path: Path) -> None:
    """An answer 304 has no page: a replay of it would show nothing."""
    exchange = numbered(1)
    digest = payload_digest(exchange)
    kept = Kept(URL, exchange.date, digest, "pages/a.warc.gz#0")
    later = numbered(1, date="2024-06-20T00:00:00.000000Z", status=304, body=b"")
    path = tmp_path / "a.warc.gz"
    path.write_bytes(response_record(exchange, digest) + revisit_record(later, kept))
    lines, damage, end = indexed(path)
    assert [line.split()[1] for line in lines] == ["20240520000000"]
    assert (damage, end) == ([], path.stat().st_size)


def test_content_type_without_its_parameters(tmp_path: Path) -> None:
    """As servers write it, with a charset or without a type at all."""
    path = tmp_path / "a.warc.gz"
    for headers, mime in (
        (((b"Content-Type", b"text/html;charset=gbk"),), "text/html"),
        (((b"Content-Type", b"text/html ; a=b"),), "text/html"),
        ((), None),
    ):
        exchange = numbered(1, headers=headers)
        path.write_bytes(response_record(exchange, payload_digest(exchange)))
        (line,) = indexed(path)[0]
        assert json.loads(line.split(" ", 2)[2]).get("mime") == mime


def test_damage_costs_itself_alone(tmp_path: Path) -> None:
    """In the middle, in a header, in a length, and at the end of a file that is being written."""
    first, spoilt, last = (response_record(numbered(n), payload_digest(numbered(n))) for n in range(3))
    torn = spoilt[:60] + bytes(20) + spoilt[80:]
    no_date = gzip.compress(gzip.decompress(response()).replace(b"WARC-Date", b"X-Date"))
    long = gzip.compress(response_with_length(b"99"))
    path = tmp_path / "a.warc.gz"
    for damage in (torn, no_date, long):
        path.write_bytes(first + damage + last + first[:50])
        lines, damaged, end = indexed(path)
        assert [json.loads(line.split(" ", 2)[2])["url"] for line in lines] == [
            numbered(0).url,
            numbered(2).url,
        ]
        assert damaged[0].endswith(f"#{len(first)}")
        assert end == len(first + damage + last)


def response_with_length(length: bytes) -> bytes:
    """Return a record that declares a length."""
    head, _, rest = gzip.decompress(response()).partition(b"Content-Length: ")
    return head + b"Content-Length: " + length + b"\r\n" + rest.partition(b"\r\n")[2]


def test_empty_file(tmp_path: Path) -> None:
    """It has no captures."""
    path = tmp_path / "a.warc.gz"
    path.write_bytes(b"")
    assert indexed(path) == ([], [], 0)
