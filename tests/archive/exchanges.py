"""Exchanges for tests of the archive, and readers of archived records."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any

from warcio.archiveiterator import ArchiveIterator

from crawler.items import Exchange

PLAIN = Exchange(
    url="http://news.example.cn/2024-05/20/content_1.htm?from=list",
    date="2024-05-20T00:00:00.000000Z",
    method="GET",
    asked=((b"User-Agent", b"example"), (b"Accept-Encoding", b"gzip")),
    status=200,
    protocol="HTTP/1.1",
    headers=((b"Content-Type", b"text/html"), (b"Set-Cookie", b"a=1"), (b"Set-Cookie", b"b=2")),
    body="<h1>蓝桥</h1>".encode(),
    address="192.0.2.7",
)


def numbered(number: int, **changed: Any) -> Exchange:
    """Return the exchange about another page."""
    url = f"http://news.example.cn/2024-05/20/content_{number}.htm"
    return replace(PLAIN, **{"url": url, "body": f"<h1>Report {number}</h1>".encode(), **changed})


def read(records: bytes) -> list[Any]:
    """Return the records as warcio reads them, each with its payload as `content`."""
    records_read = []
    for record in ArchiveIterator(BytesIO(records), check_digests="raise"):
        record.content = record.raw_stream.read()
        records_read.append(record)
    return records_read
