"""Defines the ledger's tables, and upgrades ledgers of older versions.

Cost of a power failure: SQLite's log is synchronised at every commit, and there are two commits a second, so
that at worst the visits of the last half second are repeated. A line counts as written only after
`articles.jsonl` was synchronised; until then the ledger holds it too.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum
from pathlib import Path

from crawler.ledger.journal import (
    SQLITE_ERRORS,
    LedgerClosedError,
    LedgerDamagedError,
    ledger_error,
    making,
    remedy,
)
from crawler.ledger.keys import url_key
from crawler.ledger.regular import first_irregular
from crawler.reasons.earlier import reason_of_words


class LedgerFormatError(Exception):
    """The file is not a ledger of this program, or one of a later version. Raised by `connect`."""


class LedgerVersionError(LedgerFormatError):
    """The ledger is of another version of this program. Raised by `connect` and `read_only`."""


class State(IntEnum):
    """The state of a URL."""

    QUEUED = 0
    IN_FLIGHT = 1
    DONE = 2


LOGS = ("-wal", "-shm")
"""Suffixes of the files that SQLite keeps beside a database."""

_VERSION_1 = """
CREATE TABLE urls (
    id INTEGER PRIMARY KEY,              -- the order of discovery
    key BLOB NOT NULL UNIQUE,            -- digest of the URL's canonical form, see keys.py
    url TEXT NOT NULL,
    host TEXT NOT NULL,
    state INTEGER NOT NULL,              -- see State
    priority INTEGER NOT NULL,
    depth INTEGER NOT NULL,
    found REAL NOT NULL,                 -- when it was met first
    found_on TEXT,                       -- the page that led to it
    request TEXT NOT NULL,               -- callback, arguments and meta as JSON
    kind TEXT,                           -- what it turned out to be, see plan.Kind
    outcome TEXT,                        -- what became of its last visit, see plan.Outcome
    reason TEXT,
    landed TEXT,                         -- where it was redirected to
    article TEXT,                        -- id of the article that it brought
    etag TEXT,
    modified TEXT,                       -- the Last-Modified header
    visits INTEGER NOT NULL DEFAULT 0,
    tries INTEGER NOT NULL DEFAULT 0,    -- repetitions within a visit
    failures INTEGER NOT NULL DEFAULT 0, -- visits in a row that failed
    run INTEGER,                         -- the run of the last visit
    visited REAL,                        -- when that visit was over
    interval REAL,                       -- seconds from visit to visit, of what lists others
    next_visit REAL
);
CREATE INDEX waiting ON urls (host, priority DESC, id) WHERE state = 0;
CREATE INDEX in_flight ON urls (id) WHERE state = 1;
CREATE INDEX due ON urls (next_visit) WHERE next_visit IS NOT NULL;
CREATE INDEX visited_in ON urls (run, outcome);
CREATE TABLE revisions (
    id TEXT NOT NULL,                    -- the article's
    revision INTEGER NOT NULL,
    content BLOB NOT NULL,               -- digest of each content field, one behind the other
    story BLOB,                          -- digest by which copies are known
    source BLOB NOT NULL,                -- key of the URL that it was read from
    fetched TEXT,
    start INTEGER,                       -- where its line begins in articles.jsonl; null where that is gone
    PRIMARY KEY (id, revision)
) WITHOUT ROWID;
CREATE INDEX stories ON revisions (story) WHERE story IS NOT NULL;
CREATE TABLE outputs (file TEXT PRIMARY KEY, written INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE outbox (
    file TEXT NOT NULL,
    start INTEGER NOT NULL,
    line BLOB NOT NULL,                  -- committed, and not yet known to be in the file
    PRIMARY KEY (file, start)
);
CREATE TABLE removals (
    url INTEGER PRIMARY KEY,             -- id of the URL
    address TEXT NOT NULL,               -- where the article was
    reason TEXT NOT NULL,
    noticed TEXT NOT NULL
);
CREATE TABLE runs (
    id INTEGER PRIMARY KEY,
    started REAL NOT NULL,
    round REAL NOT NULL,                 -- when the first run since the last complete one began
    terms TEXT NOT NULL,                 -- which days and hosts were asked for
    ended REAL,
    reason TEXT,
    taken INTEGER,                       -- URLs that were worked on
    returned INTEGER                     -- those among them that went back into the queue
);
"""

_VERSION_2 = """
DROP INDEX stories;
CREATE INDEX copies ON revisions (story) WHERE story IS NOT NULL;
CREATE TABLE stories (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,                  -- as the records of its articles have it
    sketch BLOB NOT NULL,                -- of the first article that told it, see records/stories.py
    algorithm INTEGER NOT NULL           -- what the sketch was made with
);
CREATE INDEX story_names ON stories (name);
CREATE TABLE bands (
    band INTEGER NOT NULL,               -- digest of a part of the sketch
    story INTEGER NOT NULL,
    PRIMARY KEY (band, story)
) WITHOUT ROWID;
"""

_VERSION_3 = """
CREATE TABLE captures (
    key BLOB PRIMARY KEY,                -- of the URL that was archived
    url TEXT NOT NULL,                   -- URL and time of the record that holds the payload
    date TEXT NOT NULL,
    digest TEXT NOT NULL,
    place TEXT NOT NULL                  -- file and offset of that record
) WITHOUT ROWID;
CREATE INDEX payloads ON captures (digest);
"""

_VERSION_4 = """
CREATE TABLE hosts (
    host TEXT PRIMARY KEY,
    until REAL NOT NULL,                 -- when it may be asked again
    strikes INTEGER NOT NULL,            -- pauses in a row without an answer between them
    reason TEXT NOT NULL                 -- why it is left alone, see politeness/pacing.py
) WITHOUT ROWID;
"""

_VERSION_5 = """
CREATE TABLE sources (
    url INTEGER PRIMARY KEY,             -- id of the URL; the columns are explained in sources.SourceState
    is_start INTEGER NOT NULL,
    is_file INTEGER NOT NULL,
    form TEXT,
    digest INTEGER,
    entries INTEGER NOT NULL DEFAULT 0,
    had INTEGER NOT NULL DEFAULT 0,
    newest TEXT,
    changed REAL,
    changes INTEGER NOT NULL DEFAULT 0,
    still INTEGER NOT NULL DEFAULT 0,
    answers INTEGER NOT NULL DEFAULT 0,
    empty INTEGER NOT NULL DEFAULT 0,
    empties INTEGER NOT NULL DEFAULT 0,
    failed INTEGER NOT NULL DEFAULT 0,
    brought INTEGER NOT NULL DEFAULT 0,
    finds INTEGER NOT NULL DEFAULT 0
);
"""


_VERSION_6 = """
UPDATE urls SET reason = code_of(reason) WHERE reason IS NOT NULL;
UPDATE hosts SET reason = code_of(reason);
UPDATE removals SET reason = code_of(reason);
"""
"""Reasons are codes, see reasons/; earlier versions stored words."""

_VERSION_7 = """
ALTER TABLE urls ADD COLUMN removed TEXT; -- when the site was seen to have removed its article
UPDATE urls SET outcome = 'removed', article = told.id, kind = 'article',
    removed = strftime('%Y-%m-%dT%H:%M:%S+00:00', visited, 'unixepoch')
FROM (SELECT source, min(id) AS id FROM revisions GROUP BY source) AS told
WHERE told.source = urls.key AND urls.article IS NULL AND outcome IN ('failed', 'rejected', 'listed');
"""
"""Earlier versions took the article's id away from the URL of a removed article."""

_VERSION_8 = """
ALTER TABLE runs ADD COLUMN invocation TEXT; -- how it was started, see invocations.py
"""

_VERSION_9 = """
CREATE TABLE variants (
    bare BLOB PRIMARY KEY,               -- key of a page's URL without the parameters that may be noise
    url BLOB NOT NULL,                   -- key of the URL with them that was read last
    text BLOB NOT NULL                   -- signature of its article, see discovery/noise.py
) WITHOUT ROWID;
CREATE TABLE noise (
    page TEXT NOT NULL,                  -- URL up to the query
    names TEXT NOT NULL,                 -- of the parameters, separated by spaces
    differs INTEGER NOT NULL,            -- whether they make a difference
    noted REAL NOT NULL,
    PRIMARY KEY (page, names)
) WITHOUT ROWID;
UPDATE revisions SET source = key_of(urls.url) FROM urls
WHERE urls.key = source AND instr(urls.url, '?') AND urls.key <> key_of(urls.url);
UPDATE OR IGNORE urls SET key = key_of(url) WHERE instr(url, '?');
"""
"""Keys of versions before lacked tracking parameters even where nothing else names the page."""

_VERSION_10 = """
CREATE TABLE pictures (
    key BLOB PRIMARY KEY,                -- digest of the URL
    url TEXT NOT NULL,
    outcome TEXT NOT NULL,               -- see pictures.PictureOutcome
    reason TEXT,
    tries INTEGER NOT NULL DEFAULT 0,    -- failures in a row
    place TEXT,                          -- file and offset of its response in the archive
    path TEXT,                           -- of its file; the columns from here are those of items.PictureFile
    sha256 TEXT,
    type TEXT,
    width INTEGER,
    height INTEGER,
    size INTEGER,
    phash TEXT,
    caption TEXT,
    credit TEXT,
    rights TEXT
) WITHOUT ROWID;
CREATE INDEX picture_files ON pictures (sha256) WHERE sha256 IS NOT NULL;
"""

_VERSION_11 = """
CREATE TABLE event_log (id TEXT NOT NULL); -- identifies this sequence of events, one row
INSERT INTO event_log VALUES (lower(hex(randomblob(8))));
CREATE TABLE events (                    -- each change of an article, see events.py
    serial INTEGER PRIMARY KEY AUTOINCREMENT,
    article TEXT NOT NULL,
    revision INTEGER,                    -- its line is found by `revisions`; null for a removal
    kind TEXT NOT NULL,
    noted TEXT NOT NULL,
    url TEXT,                            -- url and reason of a removal: its line has no recorded offset
    reason TEXT
);
INSERT INTO events (article, revision, kind, noted)
SELECT id, revision, iif(revision = 1, 'new', 'changed'),
    coalesce(fetched, strftime('%Y-%m-%dT%H:%M:%S+00:00', 'now'))
FROM revisions WHERE start IS NOT NULL ORDER BY start;
INSERT INTO events (article, kind, noted, url, reason)
SELECT article, 'removed', removed, coalesce(landed, url), coalesce(reason, '')
FROM urls WHERE removed IS NOT NULL AND article IS NOT NULL ORDER BY removed, id;
"""
"""Earlier versions had no events, which follow from the stored lines and the removed articles."""

_VERSION_12 = """
ALTER TABLE pictures ADD COLUMN capture TEXT; -- URL in a web archive, and the time of that capture
ALTER TABLE pictures ADD COLUMN captured TEXT;
"""

_VERSION_13 = """
CREATE TABLE wanted_pictures (           -- that an article lacks, and for which it is visited again
    article TEXT NOT NULL,
    name TEXT NOT NULL,                  -- see pictures.name_of
    PRIMARY KEY (article, name)
) WITHOUT ROWID;
"""

_VERSION_14 = """
CREATE TABLE missed_parts (              -- pages and companions of articles, see parts.py
    url TEXT PRIMARY KEY,
    reason TEXT NOT NULL                 -- of the last request
) WITHOUT ROWID;
"""

MIGRATIONS: tuple[str, ...] = (
    *(_VERSION_1, _VERSION_2, _VERSION_3, _VERSION_4),
    *(_VERSION_5, _VERSION_6, _VERSION_7, _VERSION_8, _VERSION_9),
    *(_VERSION_10, _VERSION_11, _VERSION_12, _VERSION_13, _VERSION_14),
)
"""Scripts that upgrade from each version to the next; an empty file has version 0."""

_SETTINGS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",  # a commit is on the disk when it returns
    "PRAGMA cache_size = -4000",  # kilobytes: the frontier of a crawler trap must not fill the memory
    "PRAGMA wal_autocheckpoint = 4000",  # pages: copied into the database four times less often than usual
    "PRAGMA journal_size_limit = 16000000",
)


def connect(path: Path, folder: Path | None = None) -> sqlite3.Connection:
    """Open a ledger; make a missing one, and upgrade an older one.

    `folder` is the crawl's directory, if the ledger is elsewhere; messages name it. Raises
    `LedgerFormatError` if the file is something else, damaged or of a later version, and `LedgerWriteError`
    if the disk refuses it.
    """
    home = folder or path.parent
    check_file(path, home)
    with _opened(path, home) as database:
        for setting in _SETTINGS:
            database.execute(setting)
        _upgrade(database, path)
    return database


@contextmanager
def _opened(path: Path, folder: Path) -> Iterator[sqlite3.Connection]:
    """Open a database; an error in the context closes it, and is reworded."""
    database = None
    try:
        database = sqlite3.connect(path, isolation_level=None)
        yield database
    except (*SQLITE_ERRORS, LedgerFormatError) as error:
        if database is not None:
            database.close()
        if isinstance(error, LedgerFormatError):
            raise
        raise worded(error, path, folder) from error


def worded(error: sqlite3.Error | UnicodeDecodeError, path: Path, folder: Path) -> Exception:
    """Return a `LedgerFormatError` for a damaged or closed ledger, and a `LedgerWriteError` otherwise."""
    fault = ledger_error(error)
    if isinstance(fault, LedgerDamagedError):
        return LedgerFormatError(f"{path} is not a ledger, or is damaged ({error}): {remedy(folder)}")
    return LedgerFormatError(f"{path}: {fault}") if isinstance(fault, LedgerClosedError) else fault


def check_file(path: Path, folder: Path) -> None:
    """Raise `LedgerFormatError` if the path is too long, or leads to a directory, a pipe or a device.

    The files that SQLite keeps beside it are checked, too.
    """
    try:
        parts = [path.with_name(path.name + suffix) for suffix in ("", *LOGS)]
        other = first_irregular(parts)
    except OSError as error:
        raise LedgerFormatError(f"there is no ledger: {error}: name another directory") from error
    if other is not None:
        kind = "a directory" if other.is_dir() else "no regular file"
        advice = remedy(folder) if other == path else "move it away"
        raise LedgerFormatError(f"{other} is {kind}: {advice}")


def _instead(folder: Path) -> str:
    if (folder / "articles.jsonl").is_file():
        return making(folder)
    shards = folder / "shards"
    if shards.is_dir():
        return f"the directory is a fleet's; name one of its crawls, such as {shards}/www.example.com"
    return "name the directory of a crawl, such as data/www.example.com"


def read_only(path: Path) -> sqlite3.Connection:
    """Open a ledger for reading, also while it is written. Raises like `connect`."""
    check_file(path, path.parent)
    if path.is_symlink() and not path.exists():
        raise LedgerFormatError(
            f"{path} is a link to {path.readlink()}, which does not exist: restore that file"
        )
    if not path.exists():
        raise LedgerFormatError(f"there is no ledger in {path.parent}: {_instead(path.parent)}")
    with _opened(path, path.parent) as database:
        version = _supported_version(database, path)
        if version != len(MIGRATIONS):
            raise (LedgerVersionError if version else LedgerFormatError)(
                f"{path} has version {version} instead of {len(MIGRATIONS)}: run the crawl once to upgrade it"
            )
        database.execute("PRAGMA query_only = ON")
    return database


def _supported_version(database: sqlite3.Connection, path: Path) -> int:
    """Return the version of a ledger. Raises `LedgerVersionError` if it is a later one."""
    version = int(database.execute("PRAGMA user_version").fetchone()[0])
    if version > len(MIGRATIONS):
        raise LedgerVersionError(
            f"{path} has version {version}, but this program supports versions up to {len(MIGRATIONS)}: "
            "upgrade the program, or use another CRAWL_DIR"
        )
    return version


def _upgrade(database: sqlite3.Connection, path: Path) -> None:
    version = _supported_version(database, path)
    database.create_function("code_of", 1, lambda words: reason_of_words(words).code, deterministic=True)
    database.create_function("key_of", 1, url_key, deterministic=True)
    for number, script in enumerate(MIGRATIONS[version:], start=version + 1):
        database.executescript(f"BEGIN IMMEDIATE; {script} PRAGMA user_version = {number}; COMMIT;")
