"""Records each new, changed, removed and restored article as an event, in order, for `scrapy push`.

An event is written in the transaction of its change. Thus there is one event for each change, and the serial
numbers have the order of the changes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from crawler.ledger.journal import Journal


class EventKind(StrEnum):
    """The kind of a change."""

    NEW = "new"
    CHANGED = "changed"
    """A later revision."""
    REMOVED = "removed"
    RESTORED = "restored"
    """The site shows a removed article again."""


@dataclass(frozen=True, slots=True)
class Event:
    """One change of an article, without its line."""

    serial: int
    """Number in the order of the changes, from 1; it is never used again."""
    article: str
    """Id of the article."""
    revision: int | None
    """The revision that was stored; None for a removal and a restoration."""
    kind: EventKind
    noted: str
    """Time of the change: ISO 8601, UTC."""
    url: str | None = None
    """URL of a removed or restored article."""
    reason: str | None = None
    """Code of the reason of a removal: `http:404`."""

    @property
    def id(self) -> str:
        """The id, which stays the same if the event is sent again: `ARTICLE:2`, `ARTICLE:removed:TIME`."""
        if self.revision is not None:
            return f"{self.article}:{self.revision}"
        return f"{self.article}:{self.kind}:{self.noted}"


_COLUMNS = "serial, article, revision, kind, noted, url, reason"
_NEXT = "INSERT INTO events (article, revision, kind, noted, url, reason) VALUES (?, ?, ?, ?, ?, ?)"


class Events:
    """The events of a ledger. Raises `LedgerWriteError` throughout."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def add_stored(self, article: str, revision: int) -> None:
        """Record that a revision was stored."""
        kind = EventKind.NEW if revision == 1 else EventKind.CHANGED
        now = datetime.now(UTC).isoformat(timespec="seconds")
        self._journal.write(_NEXT, article, revision, kind, now, None, None)

    def add_change(self, article: str, noted: str, url: str, reason: str | None) -> None:
        """Record that an article was removed, for a reason (a code), or without one that it is back."""
        kind = EventKind.RESTORED if reason is None else EventKind.REMOVED
        self._journal.write(_NEXT, article, None, kind, noted, url, reason)

    @property
    def log(self) -> str:
        """The id of this sequence of events; a ledger that is made anew has another one."""
        row = self._journal.row("SELECT id FROM event_log")
        return str(row[0]) if row else ""

    @property
    def last(self) -> int:
        """The serial number of the last event; 0 without any."""
        row = self._journal.row("SELECT max(serial) FROM events")
        return int(row[0] or 0) if row else 0

    def at(self, serial: int) -> Event | None:
        """Return the event with this serial number."""
        return next(self.after(serial - 1, 1, serial), None)

    def after(self, serial: int, most: int, last: int | None = None) -> Iterator[Event]:
        """Yield the events after a serial number, in order, and not after `last`."""
        rows = self._journal.rows(
            f"SELECT {_COLUMNS} FROM events WHERE serial > ? AND serial <= coalesce(?, serial)"  # noqa: S608
            " ORDER BY serial LIMIT ?",
            serial, last, most,
        )  # fmt: skip
        for number, article, revision, kind, *more in rows:
            yield Event(number, article, revision, EventKind(kind), *more)
