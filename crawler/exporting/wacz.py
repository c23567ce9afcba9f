"""Writes the WARC files of crawls as one WACZ file (https://specs.webrecorder.net/wacz/1.1.1/).

It is a ZIP file with the WARC files as they are, an index of their captures, and a list of the articles.
Equal archives and articles give equal bytes: no part has the time of the export.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

from crawler import __version__
from crawler.exporting.archives import ArchiveFile, ArchiveIndex
from crawler.exporting.sorting import sorted_lines
from crawler.items import Article
from crawler.records.lines import json_line

WACZ = "archive.wacz"
"""Name of the file in an export."""
_BLOCK = 1024  # lines of the index in a compressed block, as in other WACZ files
_BITE = 1 << 20  # bytes that are copied at once
_NO_TIME = (1980, 1, 1, 0, 0, 0)  # the earliest time in a ZIP file


def write_wacz(
    folder: Path,
    files: Sequence[ArchiveFile],
    articles: Iterable[Article],
    report: Callable[[int], None] = lambda _: None,
) -> tuple[int, ArchiveIndex]:
    """Write `archive.wacz` into a folder; return the number of listed articles, and the index.

    Raises OSError.
    """
    index, pages = ArchiveIndex(_named(files), report=report), _Pages(articles)
    blocks = _Blocks(sorted_lines(index.lines(), folder))
    with zipfile.ZipFile(folder / WACZ, "w") as archive:
        package = _Package(archive, folder)
        package.add_pieces("pages/pages.jsonl", pages, zipfile.ZIP_DEFLATED)
        package.add_pieces("indexes/index.cdx.gz", blocks)
        package.add_pieces("indexes/index.idx", blocks.places, zipfile.ZIP_DEFLATED)
        for name, path in index.files:
            with path.open("rb") as file:
                package.add(f"archive/{name}", file, index.ends[name])
        package.close(_title(files), index.newest)
    return pages.number, index


def _named(files: Sequence[ArchiveFile]) -> list[tuple[str, Path]]:
    """Return the files with their names in the package, which has one folder for those of all crawls."""
    seen: Counter[str] = Counter()
    named = []
    for file in files:
        name = file.path.name
        named.append((f"{seen[name]}-{name}" if seen[name] else name, file.path))
        seen[name] += 1
    return named


def _title(files: Sequence[ArchiveFile]) -> str:
    crawls = list(dict.fromkeys(file.crawl for file in files))
    return crawls[0] if len(crawls) == 1 else f"{crawls[0]} and {len(crawls) - 1} more"


class _Pages:
    """The lines of the list of the archived articles, each with its headline and text."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._articles = articles
        self.number = 0

    def __iter__(self) -> Iterator[bytes]:
        yield json_line({"format": "json-pages-1.0", "id": "pages", "title": "Articles", "hasText": True})
        for article in self._articles:
            moment = _moment(article.fetched)
            if article.archive and moment:
                self.number += 1
                yield json_line(_page(article, moment))


def _page(article: Article, moment: str) -> dict[str, str]:
    return {
        "id": f"{article.id}-{article.revision}",
        "url": article.url,
        "ts": moment,
        "title": article.headline,
        "text": "\n".join(article.body),
    }


def _moment(text: str | None) -> str | None:
    """Return a time in UTC as pages and packages have it: `2026-08-06T01:15:00Z`."""
    try:
        return f"{datetime.fromisoformat(text or '').astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    except ValueError:
        return None


class _Blocks:
    """The compressed blocks of an index, and the list of the places of the blocks."""

    def __init__(self, lines: Iterator[bytes]) -> None:
        self._lines = lines
        self.places = [b'!meta 0 {"format": "cdxj-gzip-1.0", "filename": "index.cdx.gz"}\n']

    def __iter__(self) -> Iterator[bytes]:
        offset = 0
        while lines := list(islice(self._lines, _BLOCK)):
            packer = zlib.compressobj(wbits=31)
            block = packer.compress(b"".join(lines)) + packer.flush()
            key = lines[0].partition(b" {")[0]
            digest = f"sha256:{hashlib.sha256(block).hexdigest()}"
            place = {"offset": offset, "length": len(block), "digest": digest}
            self.places.append(key + b" " + json.dumps(place).encode() + b"\n")
            offset += len(block)
            yield block


class _Package:
    """The members of a WACZ file, each with its size and hash."""

    def __init__(self, archive: zipfile.ZipFile, folder: Path) -> None:
        self._archive = archive
        self._folder = folder
        self._resources: list[dict[str, Any]] = []

    def add_pieces(self, path: str, pieces: Iterable[bytes], compression: int = zipfile.ZIP_STORED) -> None:
        """Write a member of unknown size, by way of a nameless file. Raises OSError."""
        with TemporaryFile(dir=self._folder) as file:
            file.writelines(pieces)
            size = file.tell()
            file.seek(0)
            self.add(path, file, size, compression)

    def add(self, path: str, file: IO[bytes], size: int, compression: int = zipfile.ZIP_STORED) -> None:
        """Write a member, with the first bytes of a file. Raises OSError.

        The format for large members is used for these alone: ReplayWeb.page (2.4.6) misreads a small one
        in it.
        """
        member = zipfile.ZipInfo(path, _NO_TIME)
        member.compress_type = compression
        digest, left = hashlib.sha256(), size
        with self._archive.open(member, "w", force_zip64=size > zipfile.ZIP64_LIMIT) as out:
            while bite := file.read(min(_BITE, left)):
                out.write(bite)
                digest.update(bite)
                left -= len(bite)
        name = path.rpartition("/")[2]
        self._resources.append(
            {"name": name, "path": path, "hash": f"sha256:{digest.hexdigest()}", "bytes": size - left}
        )

    def close(self, title: str, newest: str) -> None:
        """Write the description of the package, and its hash. Raises OSError."""
        described = {
            "profile": "data-package",
            "wacz_version": "1.1.1",
            "title": title,
            "software": f"china-news-harvester/{__version__}",
            "created": _moment(newest),
            "resources": list(self._resources),
        }
        text = json.dumps(described, ensure_ascii=False, indent=2).encode("utf-8", "replace")
        digest = {"path": "datapackage.json", "hash": f"sha256:{hashlib.sha256(text).hexdigest()}"}
        self.add_pieces("datapackage.json", [text], zipfile.ZIP_DEFLATED)
        self.add_pieces("datapackage-digest.json", [json.dumps(digest).encode()], zipfile.ZIP_DEFLATED)
