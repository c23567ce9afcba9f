"""Reads the events of a crawl after a position, with their lines."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path

import msgspec

from crawler.ledger.events import Event, Events
from crawler.ledger.journal import Journal
from crawler.ledger.ledger import ARTICLES, LEDGER
from crawler.ledger.removals import change_of
from crawler.ledger.schema import read_only
from crawler.pushing.errors import MissingLineError, TargetError
from crawler.pushing.message import Message, NamedLine, message_of
from crawler.records.lines import json_line

_BYTES = 1 << 23
"""Bytes of messages after which a batch ends, so that large articles take no more memory than small ones."""


@dataclass(frozen=True, slots=True)
class Position:
    """The last acknowledged event. In another ledger it has no meaning."""

    log: str = ""
    """Id of the sequence of events."""
    serial: int = 0
    event: str = ""
    """Id of the event."""


@dataclass(frozen=True, slots=True)
class Batch:
    """The next events after a position."""

    log: str
    begin: int
    """The serial number after which they were read: 0 if the ledger does not have the position."""
    messages: tuple[Message, ...]
    waiting: int
    """Number of events after `begin`, with these."""

    def position_after(self, message: Message) -> Position:
        """Return the position after one of the messages."""
        return Position(self.log, message.event.serial, message.event.id)


def read_batch(folder: Path, position: Position, most: int) -> Batch:
    """Read the next events of the crawl in a folder, which may be running.

    If the ledger was rebuilt or restored from a backup, they begin with the first event. Raises
    `MissingLineError` if the first of them has no line any more, and like `read_only` and `Journal`.
    """
    with closing(read_only(folder / LEDGER)) as database:
        journal = Journal(database)
        events = Events(journal)
        log = events.log
        begin = position.serial if _is_known(events, position) else 0
        messages = tuple(_messages(journal, folder, events.after(begin, most), log))
        return Batch(log, begin, messages, events.last - begin)


def last_position(folder: Path) -> Position:
    """Return the position of the last event of a crawl. Raises like `read_only` and `Journal`."""
    with closing(read_only(folder / LEDGER)) as database:
        events = Events(Journal(database))
        return _position_of(events, events.at(events.last))


def position_at(folder: Path, serial: int) -> Position:
    """Return the position of an event; 0 is the beginning.

    Raises `TargetError` if there is no such event, and like `read_only` and `Journal`.
    """
    with closing(read_only(folder / LEDGER)) as database:
        events = Events(Journal(database))
        event = events.at(serial)
        if event is None and serial != 0:
            raise TargetError(f"the crawl has no event {serial}: its last one is {events.last}")
        return _position_of(events, event)


def _position_of(events: Events, event: Event | None) -> Position:
    return Position(events.log, event.serial, event.id) if event is not None else Position(events.log)


def _is_known(events: Events, position: Position) -> bool:
    if position.serial == 0:
        return True
    event = events.at(position.serial) if events.log == position.log else None
    return event is not None and event.id == position.event


def _messages(journal: Journal, folder: Path, events: Iterator[Event], log: str) -> Iterator[Message]:
    """Yield the messages of events, up to the first whose line is missing, or up to `_BYTES`."""
    size = 0
    for event in list(events):
        record = _record(journal, folder / ARTICLES, event)
        if record is None and not size:
            raise MissingLineError(
                f"event {event.serial} ({event.id}) has no line in {folder / ARTICLES}: put the file back if"
                f" it was moved away, run the crawl once if it was edited, or use --skip {event.serial}"
            )
        if record is None or size >= _BYTES:
            return
        size += len(record)
        yield message_of(event, record, log)


def _record(journal: Journal, path: Path, event: Event) -> bytes | None:
    """Return the line of an event; None if it is not in the file any more."""
    if event.revision is None:
        return json_line(asdict(change_of(event))).rstrip(b"\n")
    statement = "SELECT start FROM revisions WHERE id = ? AND revision = ?"
    row = journal.row(statement, event.article, event.revision)
    if row is None or row[0] is None:
        return None
    waiting = journal.row("SELECT line FROM outbox WHERE file = ? AND start = ?", path.name, row[0])
    line = (bytes(waiting[0]) if waiting else _line_at(path, row[0])).rstrip(b"\n")
    return line if _is_line_of(line, event) else None


def _line_at(path: Path, start: int) -> bytes:
    """Return the line at an offset; empty without a file."""
    if not path.is_file():
        return b""
    with path.open("rb") as file:
        file.seek(start)
        return file.readline()


def _is_line_of(line: bytes, event: Event) -> bool:
    try:
        named = msgspec.json.decode(line, type=NamedLine)
    except msgspec.DecodeError:
        return False
    return (named.id, named.revision) == (event.article, event.revision)
