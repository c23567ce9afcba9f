"""A web archive on loopback: a CDX server of four kinds, replays of captures, and WARC files."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from crawler.archive.warc import payload_digest, response_record
from crawler.items import Exchange
from crawler.text.urls import same_article_key
from tests.house.internet import answering

WAYBACK, PAGED, PLAIN, CDX = "wayback", "paged", "plain", "cdx"
"""Kinds of CDX servers: arrays with resumption keys; lines in JSON with pages, or without; lines of CDX."""
FILE = "crawl-data/NEWS-1/part-0.warc.gz"
HTML = "text/html; charset=utf-8"


@dataclass(frozen=True, kw_only=True)
class Kept:
    """A capture in the archive."""

    url: str
    timestamp: str
    body: bytes = b""
    status: int = 200
    mime: str = "text/html"
    digest: str = ""
    """Digest in the index, if it is not that of the body."""
    headers: Mapping[str, str] = field(default_factory=dict)
    """Further headers of the replay."""
    location: str = ""
    """Target of the replay's redirect."""
    is_listed: bool = True
    """Whether the index has it."""
    index_status: str = ""
    """Status in the index, if it is not that of the capture."""

    @property
    def key(self) -> str:
        """The URL as the index is sorted by it."""
        return same_article_key(self.url)

    @property
    def type(self) -> str:
        """The `Content-Type` header of the original."""
        return self.mime if self.mime.startswith(("image/", "application/json")) else HTML

    @property
    def sha1(self) -> str:
        """The digest in the index."""
        return (
            self.digest or base64.b32encode(hashlib.sha1(self.body, usedforsecurity=False).digest()).decode()
        )


@dataclass(frozen=True)
class Fault:
    """An answer in place of the right one."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    cut: int = 0
    """Bytes that are missing at the end of the right answer; 0 for another answer."""


@dataclass
class Archive:
    """The captures, and what was asked for."""

    kept: Sequence[Kept]
    kind: str = WAYBACK
    per_page: int = 3
    """Captures of one answer."""
    faults: dict[str, list[Fault]] = field(default_factory=dict)
    """The next answers to requests, by a part of their URLs."""
    hits: list[str] = field(default_factory=list)
    """The requested URLs, without the origin."""
    ranges: list[str] = field(default_factory=list)
    """The requested parts of files."""
    origin: str = ""
    folder: Path | None = None
    """Folder with WARC files of others, which are served beside the own one."""

    def __post_init__(self) -> None:
        """Write the index and the WARC file."""
        self.keep()

    def keep(self, *more: Kept) -> None:
        """Add captures; sort them as an index does, and write the WARC file."""
        self.kept = sorted((*self.kept, *more), key=lambda each: (each.key, each.timestamp))
        self.places: list[tuple[int, int]] = []
        self.file = b""
        for each in self.kept:
            record = response_record(*_exchange(each))
            self.places.append((len(self.file), _first_member(record)))
            self.file += record

    @property
    def address(self) -> str:
        """The value of `archive=`."""
        return f"{self.origin}/web/{{timestamp}}id_/{{url}}"

    @property
    def files(self) -> str:
        """The value of `archive=` for captures in WARC files."""
        return f"{self.origin}/data/{{filename}}"

    @property
    def index(self) -> str:
        """The URL of the CDX server."""
        return f"{self.origin}/cdx"

    def asked(self, part: str) -> list[str]:
        """Return the requested URLs with a part."""
        return [each for each in self.hits if part in each]

    def answer(self, url: str, headers: Mapping[str, str]) -> Fault:
        """Answer a request."""
        self.hits.append(url)
        right = self._right(url, headers)
        for part, faults in self.faults.items():
            if part in url and faults:
                fault = faults.pop(0)
                if not fault.cut:
                    return fault
                return Fault(right.status, right.body[: -fault.cut], right.headers)
        return right

    def _right(self, url: str, headers: Mapping[str, str]) -> Fault:
        parts = urlsplit(url)
        if parts.path in ("/cdx", "/web/cdx"):
            query = {name: values[0] for name, values in parse_qs(parts.query).items()}
            return self._index(query)
        if match := re.fullmatch(r"/web/(\d{14})id_/(.+)", url):
            return self._replay(match[1], match[2])
        if parts.path.startswith("/data/"):
            self.ranges.append(headers.get("Range", ""))
            return _part(self._file(parts.path.removeprefix("/data/")), headers.get("Range", ""))
        if parts.path == "/login":
            return Fault(200, b"<html><body>Please log in.</body></html>", {"Content-Type": HTML})
        return Fault(404, b"no such page")

    def _index(self, query: Mapping[str, str]) -> Fault:
        listed = [(number, each) for number, each in enumerate(self.kept) if each.is_listed]
        found = [(number, each) for number, each in listed if _matches(each, query)]
        if "showNumPages" in query and self.kind == PAGED:
            pages = -(-len(found) // self.per_page)
            return Fault(body=json.dumps({"pages": pages, "pageSize": 1, "blocks": pages}).encode())
        if "showNumPages" in query and self.kind == CDX:
            return Fault(400, b"pages are not supported")
        if self.kind == PAGED and not found:
            return Fault(404, b'{"message": "No Captures found for: ' + query["url"].encode() + b'"}')
        start = int(query.get("resumeKey", 0)) if self.kind == WAYBACK else 0
        start = int(query.get("page", 0)) * self.per_page if self.kind == PAGED else start
        size = self.per_page if self.kind in (WAYBACK, PAGED) else int(query.get("limit", len(found)))
        rows = [self._row(number, each) for number, each in found[start : start + size]]
        more = start + size if start + size < len(found) else 0
        return Fault(body=self._written(rows, more), headers={"Content-Type": "text/plain"})

    def _row(self, number: int, each: Kept) -> dict[str, str]:
        offset, length = self.places[number]
        return {
            "urlkey": each.key,
            "timestamp": each.timestamp,
            "url": each.url,
            "mime": each.mime,
            "status": each.index_status or str(each.status),
            "digest": each.sha1,
            "length": str(length),
            "offset": str(offset),
            "filename": FILE,
        }

    def _written(self, rows: Sequence[Mapping[str, str]], more: int) -> bytes:
        if self.kind in (PAGED, PLAIN):
            return "".join(json.dumps(row) + "\n" for row in rows).encode()
        names = ("urlkey", "timestamp", "url", "mime", "status", "digest", "length")
        if self.kind == CDX:
            lines = (
                " ".join((row["urlkey"], row["timestamp"], *(row[name] for name in names[2:])))
                for row in rows
            )
            return b" CDX N b a m s k S\n" + "".join(line + "\n" for line in lines).encode()
        header = ["urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length"]
        table: list[Any] = [header, *([row[name] for name in names] for row in rows)]
        return json.dumps([*table, *([[], [str(more)]] if more else [])] if rows else []).encode()

    def _replay(self, timestamp: str, url: str) -> Fault:
        near = [each for each in self.kept if each.key == same_article_key(url)]
        if not near:
            return Fault(404, b"not in the archive")
        each = min(near, key=lambda each: abs(int(each.timestamp) - int(timestamp)))
        if each.location or each.timestamp != timestamp:
            target = each.location or f"{self.origin}/web/{each.timestamp}id_/{each.url}"
            return Fault(302, headers={"Location": target})
        body = each.body or self._body_of_digest(each)
        original = {"X-Archive-Orig-Server": "old-server", "Memento-Datetime": "x", "Content-Type": each.type}
        return Fault(each.status, body, {**original, **each.headers})

    def _body_of_digest(self, wanted: Kept) -> bytes:
        """Return the payload to which a revisit refers."""
        return next((each.body for each in self.kept if each.body and each.sha1 == wanted.digest), b"")

    def _file(self, name: str) -> bytes:
        return (self.folder / Path(name).name).read_bytes() if self.folder else self.file


def _part(file: bytes, asked: str) -> Fault:
    match = re.fullmatch(r"bytes=(\d+)-(\d+)", asked)
    if match is None:
        return Fault(200, file)
    first, last = int(match[1]), int(match[2])
    span = f"bytes {first}-{last}/{len(file)}"
    return Fault(206, file[first : last + 1], {"Content-Range": span, "Content-Type": "application/gzip"})


def _matches(each: Kept, query: Mapping[str, str]) -> bool:
    days = query.get("from", "0") <= each.timestamp <= query.get("to", "9").ljust(14, "9")
    wanted, kind = query["url"], query.get("matchType", "exact")
    if kind == "host":
        return days and urlsplit(each.url).netloc == wanted
    if kind == "domain":
        return days and f".{urlsplit(each.url).netloc}".endswith(f".{wanted}")
    key = same_article_key(wanted if "://" in wanted else f"http://{wanted}")
    return days and (each.key.startswith(key) if kind == "prefix" else each.key == key)


def _exchange(each: Kept) -> tuple[Exchange, str]:
    """Return the exchange of a capture with its digest."""
    stamp = each.timestamp
    exchange = Exchange(
        url=each.url,
        date=f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:8]}T{stamp[8:10]}:{stamp[10:12]}:{stamp[12:]}Z",
        method="GET",
        asked=(),
        status=each.status,
        protocol="HTTP/1.1",
        headers=((b"Content-Type", each.type.encode()), (b"Server", b"old-server")),
        body=each.body,
    )
    return exchange, payload_digest(exchange)


def _first_member(records: bytes) -> int:
    """Return the length of the first record; behind it is that of the request."""
    return records.index(b"\x1f\x8b\x08", 10)


@contextmanager
def serving(archive: Archive) -> Iterator[Archive]:
    """Serve an archive on loopback."""
    with answering(archive.answer) as origin:
        archive.origin = origin
        yield archive
