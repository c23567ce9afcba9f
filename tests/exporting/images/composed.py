"""Composes pictures for the photos of a harvest, as a crawl stores those that it fetches."""

from __future__ import annotations

import hashlib
import struct
import zlib
from dataclasses import replace
from pathlib import Path

from crawler.items import Article, PictureFile
from crawler.records import read_articles
from crawler.records.lines import article_line

SIDE = 16
"""Width and height of a composed picture in pixels."""


def add_pictures(crawl: Path) -> None:
    """Give each photo of a crawl's articles a picture of its own."""
    output = crawl / "articles.jsonl"
    articles = [_pictured(crawl, article) for article in read_articles(output)]
    output.write_bytes(b"".join(map(article_line, articles)))


def png(seed: int) -> bytes:
    """Return a grey picture of the PNG format, another one for each seed."""
    lines = b"".join(
        b"\0" + bytes((row * seed + column * (seed % 7) * 9) % 256 for column in range(SIDE))
        for row in range(SIDE)
    )
    head = struct.pack(">IIBBBBB", SIDE, SIDE, 8, 0, 0, 0, 0)
    parts = (b"IHDR", head), (b"IDAT", zlib.compress(lines)), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in parts)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _pictured(crawl: Path, article: Article) -> Article:
    photos = tuple(
        replace(photo, file=_stored(crawl, png(int(article.id[:8], 16) + place)))
        for place, photo in enumerate(article.photos)
    )
    return replace(article, photos=photos)


def _stored(crawl: Path, data: bytes) -> PictureFile:
    digest = hashlib.sha256(data).hexdigest()
    path = f"photos/{digest[:2]}/{digest}.png"
    (crawl / path).parent.mkdir(parents=True, exist_ok=True)
    (crawl / path).write_bytes(data)
    return PictureFile(
        path=path,
        sha256=digest,
        type="image/png",
        width=SIDE,
        height=SIDE,
        size=len(data),
        phash=digest[:16],
    )
