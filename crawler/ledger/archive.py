"""Writes the WARC files of a crawl, whose records are exactly those that the ledger has committed."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from crawler.archive.names import OWN
from crawler.archive.reading import end_of_whole_records, read_info
from crawler.archive.warc import Kept, payload_digest, response_record, revisit_record, warcinfo_record
from crawler.items import Exchange
from crawler.ledger.durable import naming, synchronise
from crawler.ledger.journal import Journal
from crawler.ledger.keys import url_key

logger = logging.getLogger(__name__)

PAGES = "pages"
"""Name of the folder inside a crawl's directory."""
_SUFFIX = ".warc.gz"
_BEGUN = ".begun-"
"""Prefix of a file's name before its first record is written."""


@dataclass(frozen=True, slots=True)
class ArchiveTerms:
    """The settings of a crawl's archive."""

    most: int
    """Size in bytes at which a new file begins."""
    about: Mapping[str, str]
    """Data of each file's warcinfo record: software, settings."""
    is_all: bool = False
    """Whether all pages are archived, not only possible articles."""


class Archive:
    """Appends records to the files of one run; the first file is made with the first record.

    Records are written at once and count when the ledger is committed, after their file was synchronised. The
    next start truncates records without a commit. Each file names its crawl and run, by the times at which
    these began; files of others are left alone. Raises `OSError` if the disk refuses a record and
    `LedgerWriteError` if the ledger does.
    """

    def __init__(self, journal: Journal, folder: Path, terms: ArchiveTerms) -> None:
        self.terms = terms
        self._journal = journal
        self._folder = folder / PAGES
        self._name = ""
        self._file: int | None = None
        self._end = 0
        self._is_dirty = False
        self._count = 0
        self._identity = _identity(journal)
        self._recover()

    def keep(self, exchange: Exchange) -> str:
        """Archive a response; return the place of its payload: `pages/NAME.warc.gz#OFFSET`.

        A payload that the archive already has is kept as a revisit of it.
        """
        digest = payload_digest(exchange)
        known = self._known("digest = ?", digest)
        if known is not None:
            self._append(revisit_record(exchange, known))
            self._remember(exchange, known)
            return known.place
        place = self._append(response_record(exchange, digest))
        self._remember(exchange, Kept(exchange.url, exchange.date, digest, place))
        return place

    def keep_unchanged(self, exchange: Exchange) -> None:
        """Archive the answer 304 to a URL whose payload is archived."""
        known = self._known("key = ?", url_key(exchange.url))
        if known is not None:
            self._append(revisit_record(exchange, known))

    def before_commit(self) -> None:
        """Record the length of the file, after synchronising it."""
        if self._is_dirty and self._file is not None:
            with naming(self._folder / self._name):
                os.fsync(self._file)
            name = f"{PAGES}/{self._name}"
            self._journal.write("INSERT OR REPLACE INTO outputs VALUES (?, ?)", name, self._end)
            self._is_dirty = False

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def _append(self, records: bytes) -> str:
        if self._file is None or self._end >= self.terms.most:
            self._begin()
        start = self._end
        self._write(records)
        return f"{PAGES}/{self._name}#{start}"

    def _write(self, records: bytes) -> None:
        if self._file is None:
            raise RuntimeError("a file is begun before anything is written")
        rest = memoryview(records)
        with naming(self._folder / self._name):
            try:
                while rest:
                    rest = rest[os.write(self._file, rest) :]
            except OSError:
                os.ftruncate(self._file, self._end)  # no incomplete record stays in the middle
                raise
        self._end += len(records)
        self._is_dirty = True

    def _begin(self) -> None:
        """Begin the next file, named after the time, with its warcinfo record."""
        self.before_commit()
        self.close()
        self._folder.mkdir(exist_ok=True)
        self._count += 1
        self._name = f"{_stamp(time.time())}-{self._count:05}{_SUFFIX}"
        beside = self._folder / f"{_BEGUN}{self._name}"
        self._file = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND | os.O_CLOEXEC, 0o644)
        self._end = 0
        self._write(warcinfo_record(self._name, {**self.terms.about, **self._identity.fields()}))
        os.fsync(self._file)  # a power failure could keep the name without the record
        beside.rename(self._folder / self._name)  # every file of this name has its first record
        for folder in (self._folder, self._folder.parent):  # a power failure could lose the names
            synchronise(folder)

    def _known(self, where: str, value: object) -> Kept | None:
        statement = f"SELECT url, date, digest, place FROM captures WHERE {where} LIMIT 1"  # noqa: S608  own words
        row = self._journal.row(statement, value)
        return Kept(*row) if row else None

    def _remember(self, exchange: Exchange, kept: Kept) -> None:
        values = (url_key(exchange.url), kept.url, kept.date, kept.digest, kept.place)
        self._journal.write("INSERT OR REPLACE INTO captures VALUES (?, ?, ?, ?, ?)", *values)

    def _recover(self) -> None:
        """Truncate records after the last commit, and delete files without other records.

        A file of this crawl whose run is not in the ledger is newer than the ledger: its records are added to
        it. Files of other crawls do not change.
        """
        for beside in self._folder.glob(f"{_BEGUN}*{_SUFFIX}"):
            beside.unlink()
        lengths = _recorded_lengths(self._journal)
        for path in own_files(self._folder):
            length = lengths.get(path.name)
            if length is not None:
                if path.stat().st_size > length:
                    os.truncate(path, length)
            elif self._identity.is_run(info := read_info(path)):
                path.unlink()
            elif self._identity.is_crawl(info):
                _take_back(self._journal, path, 0)


@dataclass(frozen=True, slots=True)
class _Identity:
    """The data that identify the files of a crawl."""

    crawl: str
    """Start of its first run; empty before that."""
    runs: tuple[str, ...]
    """Start of each of its runs."""

    def fields(self) -> dict[str, str]:
        """Return the identifying data for a file of the latest run."""
        return {"crawl-begun": self.crawl, "run-begun": self.runs[-1]} if self.runs else {}

    def is_crawl(self, info: Mapping[str, str]) -> bool:
        """Return whether a file belongs to this crawl."""
        return bool(self.crawl) and info.get("crawl-begun") == self.crawl

    def is_run(self, info: Mapping[str, str]) -> bool:
        """Return whether it belongs to a run in the ledger."""
        return self.is_crawl(info) and info.get("run-begun") in self.runs


def take_back_files(journal: Journal, folder: Path) -> None:
    """Add the complete records of every file of the crawl to a ledger that is older than the files.

    An incomplete record is truncated. Raises `OSError` and `LedgerWriteError`.
    """
    identity, lengths = _identity(journal), _recorded_lengths(journal)
    for path in own_files(folder / PAGES):
        length = lengths.get(path.name)
        if length is not None or identity.is_crawl(read_info(path)):
            _take_back(journal, path, length or 0)


def _take_back(journal: Journal, path: Path, length: int) -> None:
    whole = end_of_whole_records(path, length)
    if path.stat().st_size > whole:
        os.truncate(path, whole)
    if whole > length:
        logger.warning("%s: took back %d bytes that the ledger did not know", path, whole - length)
        journal.write("INSERT OR REPLACE INTO outputs VALUES (?, ?)", f"{PAGES}/{path.name}", whole)


def _identity(journal: Journal) -> _Identity:
    runs = tuple(_stamp(began) for (began,) in journal.rows("SELECT started FROM runs ORDER BY id"))
    return _Identity(runs[0] if runs else "", runs)


def _recorded_lengths(journal: Journal) -> dict[str, int]:
    rows = journal.rows("SELECT file, written FROM outputs WHERE file LIKE ?", f"{PAGES}/%")
    return {name.partition("/")[2]: length for name, length in rows}


def own_files(folder: Path) -> list[Path]:
    """Return the files that are named like archives of a crawl, without pipes and folders."""
    named = (path for path in sorted(folder.glob(f"*{_SUFFIX}")) if OWN.fullmatch(path.name))
    return [path for path in named if path.is_file()]


def _stamp(when: float) -> str:
    return f"{datetime.fromtimestamp(when, UTC):%Y%m%d%H%M%S%f}"
