"""Writes articles into a table of PostgreSQL. Needs psycopg, the extra `postgresql`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg.conninfo import make_conninfo
from psycopg.errors import ReadOnlySqlTransaction

from crawler.ledger.events import EventKind
from crawler.pushing.errors import NotDeliveredError, RefusedError, TargetError
from crawler.pushing.message import Message
from crawler.pushing.sink import CONNECT_SECONDS, SinkTerms, late_words, shut_after

TABLE = """
CREATE TABLE news_articles (
    id text NOT NULL,
    revision integer NOT NULL,
    record jsonb NOT NULL,
    removed timestamptz,
    publisher text GENERATED ALWAYS AS (record ->> 'publisher') STORED,
    language text GENERATED ALWAYS AS (record ->> 'language') STORED,
    url text GENERATED ALWAYS AS (record ->> 'canonical_url') STORED,
    headline text GENERATED ALWAYS AS (record ->> 'headline') STORED,
    published text GENERATED ALWAYS AS (record ->> 'published') STORED,
    PRIMARY KEY (id, revision)
)
"""
"""The table: one row for each revision. `removed` is the time at which the removal was noticed."""
_STORED = """
INSERT INTO news_articles (id, revision, record) VALUES (%s, %s, %s::jsonb)
ON CONFLICT (id, revision) DO UPDATE SET record = excluded.record
"""
_REMOVED = "UPDATE news_articles SET removed = %s WHERE id = %s"
_TEMPORARY = (psycopg.OperationalError, psycopg.InterfaceError, ReadOnlySqlTransaction)
"""Errors after which the same statement may succeed: a standby is read-only until it takes over."""
_NUL, _REPLACEMENT = "\\u0000", "\\ufffd"
"""PostgreSQL stores no NUL in a text."""


class PostgreSQL:
    """Writes events in transactions, each with all events of a batch.

    A batch that is sent again begins with the same event and changes nothing that other programs see: the
    rows of its revisions are written again, and `removed` has the value of the last event.
    """

    size = 100
    """Events in a transaction."""

    def __init__(self, url: str, password: str | None, terms: SinkTerms) -> None:
        self._seconds = terms.answer_seconds
        try:
            self._conninfo = make_conninfo(url, password=password, connect_timeout=int(CONNECT_SECONDS))
        except psycopg.ProgrammingError as error:
            raise TargetError(f"PostgreSQL refuses this URL: {_words_of(error)}") from error
        self._connection: psycopg.Connection[Any] | None = None

    def send(self, messages: Sequence[Message]) -> None:
        """Write the events of these messages in one transaction."""
        try:
            connection = self._connection or self._connected()
            with self._bounded(connection), connection.transaction():
                for message in messages:
                    connection.execute(*_statement(message))
        except _TEMPORARY as error:
            self.close()
            raise NotDeliveredError(_words_of(error)) from error
        except psycopg.Error as error:
            self.close()
            raise RefusedError(_words_of(error)) from error

    def _connected(self) -> psycopg.Connection[Any]:
        self._connection = connection = psycopg.connect(self._conninfo, autocommit=True)
        with self._bounded(connection):
            if connection.execute("SELECT to_regclass('news_articles')").fetchone() == (None,):
                connection.execute(TABLE)
        return connection

    @contextmanager
    def _bounded(self, connection: psycopg.Connection[Any]) -> Iterator[None]:
        """End the connection if the context takes too long. Raises `psycopg.OperationalError`."""
        with shut_after(self._seconds, connection.fileno()) as late:
            try:
                yield
            except psycopg.Error as error:
                if late.is_set():
                    raise psycopg.OperationalError(late_words(self._seconds)) from error
                raise

    def close(self) -> None:
        """Close the connection."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def _statement(message: Message) -> tuple[str, tuple[object, ...]]:
    """Return the statement of an event, with its values."""
    event = message.event
    if event.revision is not None:
        return _STORED, (event.article, event.revision, _storable(message.record.decode()))
    return _REMOVED, (event.noted if event.kind is EventKind.REMOVED else None, event.article)


def _storable(line: str) -> str:
    r"""Return a line of JSON with U+FFFD in place of NUL: `"a\u0000"`; `"a\\u0000"` has none."""
    parts = line.split("\\\\")  # an escaped backslash
    return "\\\\".join(part.replace(_NUL, _REPLACEMENT) for part in parts)


def _words_of(error: psycopg.Error) -> str:
    return " ".join(str(error).split()) or type(error).__name__
