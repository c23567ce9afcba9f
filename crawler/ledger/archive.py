"""The WARC files of a crawl: what they hold is what the ledger has committed, record for record."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from crawler.archive.warc import Kept, payload_digest, response_record, revisit_record, warcinfo_record
from crawler.items import Exchange
from crawler.ledger.journal import Journal
from crawler.ledger.keys import url_key

PAGES = "pages"
"""Name of the folder inside a crawl's directory."""
_SUFFIX = ".warc.gz"
_OWN_NAME = re.compile(r"\d{20}-\d{5}\.warc\.gz")


@dataclass(frozen=True, slots=True)
class ArchiveTerms:
    """How a crawl archives."""

    most: int
    """Bytes after which a new file is begun."""
    about: Mapping[str, str]
    """What each file says of itself: software, settings."""
    is_all: bool = False
    """Whether pages are archived that are no articles."""


class Archive:
    """Appends records to the files of one run; the first of them is made when there is something to keep.

    Records are written at once and count when the ledger is committed, after their file was synchronised.
    What a crash left behind them is cut off at the next start. Raises `OSError` where the disk refuses a
    record and `LedgerWriteError` where the ledger does.
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
        self._recover()

    def keep(self, exchange: Exchange) -> str:
        """Archive a response; return where its payload is: `pages/NAME.warc.gz#OFFSET`.

        A payload that is in the archive already is kept as a revisit of it.
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
        """Archive the answer 304 to a URL whose payload is kept."""
        known = self._known("key = ?", url_key(exchange.url))
        if known is not None:
            self._append(revisit_record(exchange, known))

    def before_commit(self) -> None:
        """Record how long the file is, once the disk has it."""
        if self._is_dirty and self._file is not None:
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
        try:
            while rest:
                rest = rest[os.write(self._file, rest) :]
        except OSError:
            os.ftruncate(self._file, self._end)  # no record is left in the middle
            raise
        self._end += len(records)
        self._is_dirty = True

    def _begin(self) -> None:
        """Begin the next file, named after the time; it says first what it is."""
        self.before_commit()
        self.close()
        self._folder.mkdir(exist_ok=True)
        self._count += 1
        self._name = f"{_stamp(time.time())}-{self._count:05}{_SUFFIX}"
        path = self._folder / self._name
        self._file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND | os.O_CLOEXEC, 0o644)
        self._end = 0
        for folder in (self._folder, self._folder.parent):  # or a power failure could lose the names
            opened = os.open(folder, os.O_RDONLY)
            os.fsync(opened)
            os.close(opened)
        self._write(warcinfo_record(self._name, self.terms.about))

    def _known(self, where: str, value: object) -> Kept | None:
        statement = f"SELECT url, date, digest, place FROM captures WHERE {where} LIMIT 1"  # noqa: S608  own words
        found = self._journal.row(statement, value)
        return Kept(*found) if found else None

    def _remember(self, exchange: Exchange, kept: Kept) -> None:
        values = (url_key(exchange.url), kept.url, kept.date, kept.digest, kept.place)
        self._journal.write("INSERT OR REPLACE INTO captures VALUES (?, ?, ?, ?, ?)", *values)

    def _recover(self) -> None:
        """Cut off what was written after the last commit, and remove files that have nothing else.

        Files from before the ledger's first run, and of other names, are not its own: they stay as they are.
        """
        rows = self._journal.rows("SELECT file, written FROM outputs WHERE file LIKE ?", f"{PAGES}/%")
        lengths = {name.partition("/")[2]: length for name, length in rows}
        first = self._journal.row("SELECT min(started) FROM runs")
        since = _stamp(first[0] if first and first[0] else time.time())
        for path in self._folder.glob(f"*{_SUFFIX}") if self._folder.is_dir() else ():
            length = lengths.get(path.name)
            if length is None:
                if _OWN_NAME.fullmatch(path.name) and path.name > since:
                    path.unlink()
            elif path.stat().st_size > length:
                os.truncate(path, length)


def _stamp(when: float) -> str:
    return f"{datetime.fromtimestamp(when, UTC):%Y%m%d%H%M%S%f}"
