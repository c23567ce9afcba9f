"""Stores the outcome of each picture's URL, and keeps the files of pictures by their digest."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import Path

import msgspec

from crawler.items import PictureFile
from crawler.ledger.durable import make_folder, synchronise
from crawler.ledger.journal import Journal
from crawler.pictures.names import FOLDER, OWN
from crawler.reasons import Reason

_BEGUN = ".begun-"
"""Prefix of a file's name until it is complete."""
_NAMES = tuple(field.name for field in fields(PictureFile))
_COLUMNS = ", ".join(_NAMES)
_ROW = (
    f"INSERT OR REPLACE INTO pictures (key, url, outcome, place, {_COLUMNS})"  # noqa: S608  names of ours
    f" VALUES (?, ?, ?, ?{', ?' * len(_NAMES)})"
)
_OF_LINE = _ROW.replace("REPLACE", "IGNORE")
_ADOPTED = "INSERT OR IGNORE INTO pictures (key, url, outcome, sha256, path, size) VALUES (?, ?, ?, ?, ?, ?)"
_REPEATED = (
    f"INSERT OR REPLACE INTO pictures (key, url, outcome, reason, tries, place, {_COLUMNS})"  # noqa: S608  as above
    f" SELECT ?, ?, outcome, reason, tries, place, {_COLUMNS} FROM pictures WHERE key = ?"
)
_MISSED = (
    "INSERT OR REPLACE INTO pictures (key, url, outcome, reason, capture, tries) VALUES (?1, ?2, ?3, ?4, ?5,"
    " ?6 + coalesce((SELECT tries FROM pictures WHERE key = ?1), 0))"
)

_FORGET = "DELETE FROM pictures WHERE key = ? AND outcome <> ?"


class PictureOutcome(StrEnum):
    """The outcome of a picture's URL."""

    FETCHED = "fetched"
    REFUSED = "refused"
    """Its answer is not kept, or its request is not allowed."""
    FAILED = "failed"
    """It gave no picture; another article that shows it tries again."""


@dataclass(frozen=True, slots=True)
class KnownPicture:
    """A picture's URL that was requested, or refused before."""

    outcome: PictureOutcome
    reason: Reason | None
    tries: int
    """Number of failures in a row."""
    file: PictureFile | None


def name_of(url: str, capture: str | None) -> str:
    """Return the name of an article's picture: its URL, and behind it the capture of the article.

    Articles that were captured at several times may show several captures of one picture.
    """
    return f"{url} in {capture}" if capture else url


class Pictures:
    """The pictures of one crawl, by URL. Raises `LedgerWriteError`.

    A capture in a web archive has its own URL. `name_of` names the picture that a captured article shows.
    """

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def known(self, url: str) -> KnownPicture | None:
        """Return the outcome of a URL in this run or an earlier one; None for an unknown URL."""
        statement = f"SELECT outcome, reason, tries, {_COLUMNS} FROM pictures WHERE key = ?"  # noqa: S608  own names
        row = self._journal.row(statement, _key(url))
        if row is None:
            return None
        outcome, reason, tries, *values = row
        file = PictureFile(**dict(zip(_NAMES, values, strict=True))) if values[0] is not None else None
        return KnownPicture(PictureOutcome(outcome), Reason.parse(reason) if reason else None, tries, file)

    def fetched(self, url: str, file: PictureFile, place: str | None) -> None:
        """Record the file of a URL, and the place of its response in the archive."""
        self._journal.write(_ROW, _key(url), url, PictureOutcome.FETCHED, place, *_values(file))

    def refused(self, url: str, reason: Reason, capture: str | None = None) -> None:
        """Record that a URL has no picture to keep; `capture` is the capture that was requested for it."""
        self._journal.write(_MISSED, _key(url), url, PictureOutcome.REFUSED, reason.code, capture, 0)

    def failed(self, url: str, reason: Reason, capture: str | None = None, *, is_try: bool) -> None:
        """Record that a URL gave no picture; `is_try` if it was requested, `capture` as in `refused`."""
        outcome = PictureOutcome.FAILED
        self._journal.write(_MISSED, _key(url), url, outcome, reason.code, capture, int(is_try))

    def forget(self, url: str) -> None:
        """Forget that a URL, and the capture that was requested for it, have no file."""
        row = self._journal.row("SELECT capture FROM pictures WHERE key = ?", _key(url))
        for name in (url, *filter(None, row or ())):
            self._journal.write(_FORGET, _key(name), PictureOutcome.FETCHED)

    def repeat(self, url: str, other: str) -> None:
        """Record the outcome of another URL."""
        self._journal.write(_REPEATED, _key(url), url, _key(other))

    def want(self, article: str, name: str) -> None:
        """Record a picture for which an article is visited again."""
        self._journal.write("INSERT OR IGNORE INTO wanted_pictures VALUES (?, ?)", article, name)

    def wanted(self, article: str) -> list[str]:
        """Return the names of the pictures for which an article is visited again."""
        rows = self._journal.rows("SELECT name FROM wanted_pictures WHERE article = ?", article)
        return [str(name) for (name,) in rows]

    def settle(self, article: str) -> None:
        """Forget for which pictures an article was visited."""
        self._journal.write("DELETE FROM wanted_pictures WHERE article = ?", article)

    def learn(self, url: str | None, file: PictureFile | None) -> None:
        """Record the file of a written photo under its URL or that of its capture, unless that is known."""
        if url is not None and file is not None:
            name = file.capture or url
            self._journal.write(_OF_LINE, _key(name), name, PictureOutcome.FETCHED, None, *_values(file))

    def learn_lines(self, lines: Iterable[bytes]) -> None:
        """Record the files of the photos in lines of articles; other lines are skipped."""
        for line in lines:
            try:
                photos = _LINES.decode(line).photos
            except msgspec.DecodeError:  # a record of another kind, or an edited line
                continue
            for photo in photos:
                self.learn(photo.url, photo.file)

    def adopt(self, folder: Path) -> None:
        """Record the files of an earlier ledger, which is lost: lines that were moved away may name them."""
        for path in (folder / FOLDER).glob("*/*"):
            if match := OWN.fullmatch(path.name):
                name = path.relative_to(folder).as_posix()
                values = match[1], name, path.stat().st_size
                self._journal.write(_ADOPTED, _key(name), name, PictureOutcome.FETCHED, *values)

    def sweep(self, folder: Path) -> int:
        """Delete the files that no URL has: a run was killed before it recorded them. Return their number.

        Files with other names stay. Raises OSError.
        """
        swept = 0
        for path in (folder / FOLDER).glob("*/*"):
            match = OWN.fullmatch(path.name)
            if path.name.startswith(_BEGUN) or (match and not self._has_file(match[1])):
                path.unlink()
                swept += 1
        return swept

    def _has_file(self, digest: str) -> bool:
        return self._journal.row("SELECT 1 FROM pictures WHERE sha256 = ? LIMIT 1", digest) is not None


class _Photo(msgspec.Struct):
    url: str | None = None
    file: PictureFile | None = None


class _Line(msgspec.Struct):
    photos: list[_Photo] = []


_LINES = msgspec.json.Decoder(_Line)


def keep_file(folder: Path, file: PictureFile, body: bytes) -> None:
    """Write a picture into the crawl's directory, unless it is there; it is then on the disk.

    Raises OSError.
    """
    path = folder / file.path
    if path.is_file() and path.stat().st_size == file.size:
        return
    make_folder(path.parent)
    begun = path.with_name(f"{_BEGUN}{path.name}")
    with begun.open("wb") as out:
        out.write(body)
        out.flush()
        os.fsync(out.fileno())
    begun.replace(path)
    synchronise(path.parent)


def _values(file: PictureFile) -> list[str | int | None]:
    return [getattr(file, name) for name in _NAMES]


def _key(url: str) -> bytes:
    """Return the key of a picture's URL: of all its characters, since signatures and sizes count."""
    return hashlib.blake2b(url.encode("utf-8", "replace"), digest_size=16).digest()
