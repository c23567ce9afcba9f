"""Keeps the state of each source: a feed, a sitemap, or a list that leads to articles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from crawler.ledger.journal import Journal
from crawler.reasons import Reason

WEB_PAGE = "html"
"""Form of a source that is a web page."""


@dataclass(frozen=True, slots=True)
class Announcement:
    """The contents of a source in one answer."""

    form: str
    """`html`, `feed`, `sitemap`, `sitemap index`, `list in JSON`, `list of URLs` or `other`."""
    entries: int = 0
    """Number of articles that it names."""
    newest: str | None = None
    """Latest day of an entry, ISO 8601."""
    digest: int = 0
    """Digest of the entries' URLs, in any order."""
    fresh: int = 0
    """Number of entries that no other source announced."""


@dataclass(frozen=True, slots=True)
class SourceRole:
    """The reason why a URL counts as a source before its first answer."""

    is_start: bool = False
    """Whether the user named it as a start."""
    is_file: bool = False
    """Whether it was announced as a feed, a sitemap or a list in JSON, or has the name of one."""


@dataclass(frozen=True, slots=True)
class SourceState:
    """The state of a source, from its own answers and the last visit of its URL."""

    url: str
    host: str
    outcome: str | None
    """Outcome of the last visit, see `plan.Outcome`."""
    reason: Reason | None
    """Reason of that outcome."""
    failures: int
    """Consecutive failed visits."""
    visited: float | None
    held: Reason | None
    """Reason why its host is paused, if its URL waits for that."""
    is_start: bool
    is_file: bool
    form: str | None
    """Form of the last answer; None before the first one."""
    entries: int
    """Entries of the last answer."""
    had: int
    """Entries of the last answer that was not empty."""
    newest: str | None
    changed: float | None
    """Unix time of the last answer with other entries than the answer before."""
    changes: int
    """Number of such answers, the first one included."""
    still: int
    """Consecutive answers without a change."""
    answers: int
    empty: int
    """Consecutive answers without entries."""
    empties: int
    """Number of answers without entries."""
    failed: int
    """Number of failed visits."""
    brought: int
    """Number of articles that were found on it first."""
    finds: int
    """Number of answers with such articles."""


_ANSWERED = """
INSERT INTO sources (url, is_start, is_file, form, digest, entries, had, newest, changed, changes, still,
    answers, empty, empties, failed, brought, finds)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6, ?7, ?8, 1, 0, 1, ?6 = 0, ?6 = 0, 0, ?9, ?9 > 0)
ON CONFLICT (url) DO UPDATE SET
    is_start = max(is_start, ?2), is_file = max(is_file, ?3), form = ?4, digest = ?5, entries = ?6,
    had = CASE WHEN ?6 THEN ?6 ELSE had END, newest = coalesce(?7, newest),
    changed = CASE WHEN digest IS ?5 OR ?6 = 0 THEN coalesce(changed, ?8) ELSE ?8 END,
    changes = changes + (digest IS NOT ?5 AND ?6 > 0),
    still = CASE WHEN digest IS ?5 THEN still + 1 ELSE 0 END,
    answers = answers + 1, empty = CASE WHEN ?6 THEN 0 ELSE empty + 1 END, empties = empties + (?6 = 0),
    brought = brought + ?9, finds = finds + (?9 > 0)
"""
_FAILED = """
INSERT INTO sources (url, is_start, is_file, failed) VALUES (?1, ?2, ?3, 1)
ON CONFLICT (url) DO UPDATE SET
    failed = failed + 1, is_start = max(is_start, ?2), is_file = max(is_file, ?3)
"""
_STATES = """
SELECT urls.url, host, outcome, urls.reason, failures, visited, CASE state WHEN 0 THEN hosts.reason END,
    is_start, is_file, form, entries, had, newest, changed, changes, still, answers, empty, empties, failed,
    brought, finds
FROM sources JOIN urls ON urls.id = sources.url LEFT JOIN hosts USING (host) ORDER BY urls.id
"""
_UNCHANGED = """
UPDATE sources SET still = still + 1, answers = answers + 1,
    empty = CASE WHEN entries OR form IS NULL THEN empty ELSE empty + 1 END,
    empties = empties + (form IS NOT NULL AND entries = 0)
WHERE url = ?
"""


class Sources:
    """Updates the state of a source, with one write for each of its answers. Raises `LedgerWriteError`."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def answered(self, url: int, role: SourceRole, announcement: Announcement, now: float) -> None:
        """Record an answer; `url` is the id of the URL."""
        is_file = role.is_file or announcement.form != WEB_PAGE
        values = (
            announcement.form,
            announcement.digest,
            announcement.entries,
            announcement.newest,
            now,
            announcement.fresh,
        )
        self._journal.write(_ANSWERED, url, role.is_start, is_file, *values)

    def unchanged(self, url: int) -> None:
        """Record that a source is unchanged: by its server's word (304), or by the same bytes."""
        self._journal.write(_UNCHANGED, url)

    def failed(self, url: int, role: SourceRole) -> None:
        """Record a failed visit of a source."""
        self._journal.write(_FAILED, url, role.is_start, role.is_file)


def source_states(journal: Journal) -> Iterator[SourceState]:
    """Read the states of all sources, in order of discovery. Raises `LedgerWriteError`."""
    for url, host, outcome, code, failures, visited, held, *rest in journal.rows(_STATES):
        yield SourceState(url, host, outcome, _reason(code), failures, visited, _reason(held), *rest)


def _reason(code: str | None) -> Reason | None:
    return Reason.parse(code) if code else None
