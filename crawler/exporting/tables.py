"""Writes one file with a table: CSV for spreadsheets, or SQLite with a full-text index."""

from __future__ import annotations

import csv
import sqlite3
from collections.abc import Callable
from dataclasses import astuple, fields
from pathlib import Path
from typing import Any

from crawler.exporting.rows import CRAWL, columns, row
from crawler.exporting.search import index
from crawler.exporting.sources import StoredRevision
from crawler.items import Article, Block, Photo, PictureFile
from crawler.records.cells import harmless
from crawler.records.lines import json_line

BATCH = 500  # rows written in one statement


class CsvWriter:
    """Writes `articles.csv`, without formulas, with a byte order mark, by which spreadsheets detect UTF-8."""

    def __init__(self, folder: Path, record: type, record_of: Callable[[StoredRevision], Any]) -> None:
        self._record_of = record_of
        self._file = (folder / "articles.csv").open("w", encoding="utf-8-sig", errors="replace", newline="")
        self._rows = csv.writer(self._file)
        self._rows.writerow([*columns(record), CRAWL])

    def write(self, revision: StoredRevision) -> None:
        """Write one row. Raises `OSError` if the disk refuses it."""
        cells = [*row(self._record_of(revision), revision.removed), revision.crawl]
        self._rows.writerow([harmless(cell) if isinstance(cell, str) else cell for cell in cells])

    def close(self) -> None:
        """Close the file."""
        self._file.close()


class SqliteWriter:
    """Writes `articles.sqlite`: tables of articles and their parts, and an index of the texts."""

    def __init__(self, folder: Path, record: type, record_of: Callable[[StoredRevision], Any]) -> None:
        self._record_of = record_of
        self._names = [*columns(record), CRAWL]
        self._has_text = record is Article
        self._rows: list[list[Any]] = []
        self._photos: list[tuple[Any, ...]] = []
        self._blocks: list[tuple[Any, ...]] = []
        self._recordings: list[tuple[Any, ...]] = []
        self._database = sqlite3.connect(folder / "articles.sqlite")
        self._database.executescript(_SCHEMA.format(columns=", ".join(map(_column, self._names))))

    def write(self, revision: StoredRevision) -> None:
        """Write one row. Raises `OSError` if the disk refuses it."""
        self._rows.append([*row(self._record_of(revision), revision.removed), revision.crawl])
        if self._has_text:
            article = revision.article
            self._photos += [
                (article.id, article.revision, place, *_photo(photo))
                for place, photo in enumerate(article.photos, start=1)
            ]
            recordings = {"video": article.videos, "audio": article.audios}
            self._recordings += [
                (article.id, article.revision, kind, place, *astuple(each))
                for kind, listed in recordings.items()
                for place, each in enumerate(listed, start=1)
            ]
            self._blocks += [
                (article.id, article.revision, place, *_block(block))
                for place, block in enumerate(article.blocks, start=1)
            ]
        if len(self._rows) >= BATCH:
            self._flush()

    def close(self) -> None:
        """Write the buffered rows, build the index, and close the file."""
        self._flush()
        if self._has_text:
            self._index()
        self._database.close()

    def _flush(self) -> None:
        marks = ", ".join("?" for _ in self._names)
        try:
            with self._database:
                self._database.executemany(f"INSERT INTO articles VALUES ({marks})", self._rows)  # noqa: S608
                self._database.executemany(_PHOTO, self._photos)
                self._database.executemany(_RECORDING, self._recordings)
                self._database.executemany("INSERT INTO blocks VALUES (?, ?, ?, ?, ?, ?, ?)", self._blocks)
        except sqlite3.Error as error:
            raise OSError(f"articles.sqlite: {error}") from error
        self._rows.clear()
        self._photos.clear()
        self._blocks.clear()
        self._recordings.clear()

    def _index(self) -> None:
        try:
            index(self._database)
        except sqlite3.Error as error:
            raise OSError(f"articles.sqlite: {error}") from error


def _photo(photo: Photo) -> list[Any]:
    """Return the cells of a photo, with those of its file, which are empty without one."""
    values = [getattr(photo, name) for name in _OF_PHOTO]
    return values + [getattr(photo.file, name, None) for name in _OF_FILE]


def _block(block: Block) -> tuple[Any, ...]:
    """Return the type, level and text of a block, and the whole block as JSON."""
    return str(block.type), block.level, "\n".join(block.texts), json_line(block).decode().strip()


_NUMBERS = frozenset(("revision", "photos", "paragraphs", "characters"))
_OF_PHOTO = ("url", "caption", "credit", "agency", "alt", "width", "height", "position", "is_lead")
_OF_FILE = tuple(field.name for field in fields(PictureFile))
_PHOTO = f"INSERT INTO photos VALUES (?, ?, ?{', ?' * len(_OF_PHOTO + _OF_FILE)})"  # noqa: S608  names of ours
_RECORDING = "INSERT INTO recordings VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
_SCHEMA = """
PRAGMA journal_mode = OFF;
CREATE TABLE articles ({columns}, PRIMARY KEY (id, revision));
CREATE TABLE photos (
    article TEXT, revision INTEGER, place INTEGER, url TEXT, caption TEXT, credit TEXT, agency TEXT,
    alt TEXT, width INTEGER, height INTEGER, position INTEGER, is_lead INTEGER,
    file_path TEXT, file_sha256 TEXT, file_type TEXT, file_width INTEGER, file_height INTEGER,
    file_size INTEGER, file_phash TEXT, file_caption TEXT, file_credit TEXT, file_rights TEXT,
    file_capture TEXT, file_captured TEXT,
    PRIMARY KEY (article, revision, place)
);
CREATE TABLE recordings (
    article TEXT, revision INTEGER, kind TEXT, place INTEGER,
    url TEXT, poster TEXT, duration TEXT, caption TEXT,
    PRIMARY KEY (article, revision, kind, place)
);
CREATE TABLE blocks (
    article TEXT, revision INTEGER, place INTEGER, type TEXT, level INTEGER, text TEXT, block TEXT,
    PRIMARY KEY (article, revision, place)
);
CREATE INDEX articles_published ON articles (published);
CREATE INDEX articles_publisher ON articles (publisher, published);
"""


def _column(name: str) -> str:
    return f"{name} {'INTEGER' if name in _NUMBERS else 'TEXT'}"
