"""Stores the frontier: URLs (errands) are queued, taken, done, and queued again when due."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from crawler.ledger.journal import Journal
from crawler.ledger.keys import url_key
from crawler.ledger.plan import Outcome, UrlKind, Visited, next_visit
from crawler.ledger.sources import Announcement, SourceRole
from crawler.ledger.turns import Turns
from crawler.reasons import Reason
from crawler.reasons.finish import Finish


@dataclass(frozen=True, slots=True)
class Asked:
    """A URL to fetch."""

    url: str
    host: str
    """Host and port, the unit of turns."""
    priority: int
    depth: int
    request: str
    """Other parts of its request, as JSON."""
    found_on: str | None = None
    """The page that led to it."""
    again: bool = False
    """Whether it is requested in every run, even if visited before."""


@dataclass(frozen=True, slots=True)
class Errand:
    """A URL taken from the queue, with the results of earlier visits."""

    id: int
    url: str
    host: str
    priority: int
    depth: int
    request: str
    found_at: float
    """Time of discovery (Unix time)."""
    kind: str | None
    article: str | None
    etag: str | None
    modified: str | None
    visits: int
    tries: int
    failures: int
    interval: float | None
    landed: str | None
    visited: float | None
    """End of the previous visit."""
    removed: str | None = None
    """Time at which the site was seen to have removed its article (ISO 8601, UTC)."""
    found_on: str | None = None
    """The page that named it first; None for a start."""


@dataclass(frozen=True, slots=True)
class Ending:
    """The end of a visit."""

    outcome: Outcome
    kind: UrlKind
    reason: Reason | None = None
    is_new: bool = False
    """Whether it gave a new link or revision."""
    is_gone: bool = False
    """Whether the failure is permanent."""
    etag: str | None = None
    modified: str | None = None
    article: str | None = None
    """Id of its article."""
    landed: str | None = None
    """Target of its redirect."""
    removal: Reason | None = None
    """Reason why a known article seems to be removed."""
    aliases: tuple[str, ...] = ()
    """URLs that are finished with it: the target of its redirect, and joined parts."""
    source: SourceRole | None = None
    """Its role, if it is a feed, a sitemap or a list."""
    announcement: Announcement | None = None
    """The contents that it announced, if it answered."""


_COLUMNS = (
    "id, url, host, priority, depth, request, found, kind, article, etag, modified, visits, tries, failures, "
    "interval, landed, visited, removed, found_on"
)
_NEXT = (
    f"UPDATE urls SET state = 1 WHERE id = (SELECT id FROM urls WHERE state = 0 AND host = ?"  # noqa: S608
    f" ORDER BY priority DESC, id LIMIT 1) RETURNING {_COLUMNS}"
)
_ADD = (
    "INSERT OR IGNORE INTO urls (key, url, host, state, priority, depth, request, found, found_on)"
    " VALUES (?, ?, ?, 0, ?, ?, ?, ?, ?)"
)
_FOUND_AGAIN = (
    "UPDATE urls SET found_on = ?, depth = ? WHERE key = ? AND found_on IS NULL AND visits = 0 AND state = 2"
)
"""Records the page that leads to an article of a rebuilt ledger."""
_FOUND = ", ".join(
    f"'{name}', json_extract(request, '$.meta.{name}')" for name in ("found_as", "found_on", "found_at")
)
"""The first way to a URL, which its request keeps."""
_AGAIN = (
    "UPDATE urls SET state = 0, tries = 0, url = ?, host = ?, priority = ?, depth = ?,"  # noqa: S608
    f" request = json_patch(?, json_object('meta', json_object({_FOUND})))"
    " WHERE key = ? AND state = 2 AND (visited IS NULL OR visited < ?)"
)
DUE = 50
"""Priority of a list that is visited again: new articles are found before older queued ones are fetched."""
_DUE = (
    "UPDATE urls SET state = 0, tries = 0, priority = CASE kind WHEN 'list' THEN ? ELSE priority END"
    " WHERE next_visit <= ? AND state = 2 AND (kind <> 'list' OR visited < ?) RETURNING host"
)
_FINISH = (
    "UPDATE urls SET state = 2, outcome = ?, kind = ?, reason = ?, etag = ?, modified = ?, article = ?,"
    " landed = ?, failures = ?, run = ?, visited = ?, interval = ?, next_visit = ?, visits = visits + 1"
    " WHERE id = ?"
)
_ALIAS = (
    "INSERT OR IGNORE INTO urls (key, url, host, state, priority, depth, request, found, found_on, kind,"
    " visited) VALUES (?, ?, ?, 2, 0, ?, '{}', ?, ?, 'other', ?)"
)


class Errands:
    """The frontier. It lies on disk; memory holds a number for each host. Raises `LedgerWriteError`."""

    def __init__(self, journal: Journal, since: float) -> None:
        self._journal = journal
        self._since = since
        ended = journal.row("SELECT 1 FROM runs WHERE reason = ? LIMIT 1", Finish.FINISHED)
        self._is_complete = ended is not None
        queued = journal.rows("SELECT host, count(*) FROM urls WHERE state = 0 GROUP BY host")
        self.turns = Turns(dict(queued))

    def add(self, asked: Asked, now: float) -> bool:
        """Queue a URL; return whether it was queued. A known URL is queued only if it is due."""
        key = url_key(asked.url)
        values = (asked.url, asked.host, asked.priority, asked.depth, asked.request)
        added = self._journal.write(_ADD, key, *values, now, asked.found_on)
        if not added and asked.again:
            added = self._journal.write(_AGAIN, *values, key, self._since)
        elif not added and not self._is_complete:
            self._journal.write(_FOUND_AGAIN, asked.found_on, asked.depth, key)
        self.turns.add(asked.host, added)
        return bool(added)

    def take(self, host: str) -> Errand | None:
        """Take the host's first URL from the queue: the highest priority, then the oldest."""
        rows = self._journal.write_returning(_NEXT, host)
        if not rows:
            self.turns.clear(host)
            return None
        self.turns.remove(host)
        return Errand(*rows[0])

    def put_back(self, errand: Errand, priority: int, tries: int) -> None:
        """Queue a URL again that was taken and not finished."""
        statement = "UPDATE urls SET state = 0, priority = ?, tries = ? WHERE id = ?"
        self.turns.add(errand.host, self._journal.write(statement, priority, tries, errand.id))

    def finish(self, errand: Errand, ending: Ending, now: float, run: int, rechecks: Sequence[float]) -> None:
        """Record the end of a visit, and the time of the next one."""
        failures = errand.failures + 1 if ending.outcome is Outcome.FAILED else 0
        visited = Visited(
            ending.kind,
            ending.outcome,
            ending.is_new,
            age=now - errand.found_at,
            interval=errand.interval,
            elapsed=now - (errand.visited or now),
            failures=failures,
            is_gone=ending.is_gone,
        )
        plan = next_visit(visited, rechecks)
        due = None if plan.wait is None else now + plan.wait
        reason = ending.reason.code if ending.reason else None
        facts = (ending.outcome, ending.kind, reason, ending.etag, ending.modified, ending.article)
        self._journal.write(_FINISH, *facts, ending.landed, failures, run, now, plan.interval, due, errand.id)
        self._finish_aliases(errand, ending.aliases, now)

    def _finish_aliases(self, errand: Errand, urls: Iterable[str], now: float) -> None:
        for url in urls:
            key = url_key(url)
            values = (key, url, errand.host, errand.depth, now, errand.url, now)
            if not self._journal.write(_ALIAS, *values):
                statement = (
                    "UPDATE urls SET state = 2, visited = ? WHERE key = ? AND state = 0 RETURNING host"
                )
                for (host,) in self._journal.write_returning(statement, now, key):
                    self.turns.remove(host)

    def drop_queued(self, host: str, beginning: str, is_needless: Callable[[str], bool]) -> None:
        """Take the needless URLs with a beginning from the queue of a host, unless they were visited."""
        statement = (
            "SELECT id, url FROM urls WHERE state = 0 AND host = ? AND visits = 0 AND instr(url, ?) = 1"
            " ORDER BY priority DESC, id"
        )
        for number, url in list(self._journal.rows(statement, host, beginning)):
            if is_needless(url):
                self._journal.write("UPDATE urls SET state = 2, visited = found WHERE id = ?", number)
                self.turns.remove(host)

    def is_new(self, url: str, on: str | None = None) -> bool:
        """Return whether a URL is not known.

        A URL that the page `on` led to counts as new until that page is finished: a page that is read again
        after a crash gives the same links as before. An article of a rebuilt ledger counts as new until a run
        is finished: lists are then read to their end.
        """
        known = self._journal.row(
            "SELECT found_on, found, kind, visits FROM urls WHERE key = ?", url_key(url)
        )
        if known is None or (not self._is_complete and known[2:] == (UrlKind.ARTICLE, 0)):
            return True
        if on is None or known[0] != on:
            return False
        page = self._journal.row("SELECT visited FROM urls WHERE key = ?", url_key(on))
        return page is None or page[0] is None or known[1] > page[0]

    def landed(self, url: str) -> str | None:
        """Return the target of a URL's redirect at its last visit."""
        known = self._journal.row("SELECT landed FROM urls WHERE key = ?", url_key(url))
        return known[0] if known else None

    def was_read(self, url: str, after: float) -> bool:
        """Return whether a URL was visited after a time, on the same terms, and is not queued again."""
        statement = "SELECT state = 2 AND visits > 0 AND visited >= ? FROM urls WHERE key = ?"
        known = self._journal.row(statement, after, url_key(url))
        return known is not None and bool(known[0])

    def is_due(self, url: str) -> bool:
        """Return whether a URL of every run has not been visited or queued in this run."""
        statement = "SELECT state = 2 AND (visited IS NULL OR visited < ?) FROM urls WHERE key = ?"
        known = self._journal.row(statement, self._since, url_key(url))
        return known is None or bool(known[0])

    def queue_due(self, now: float) -> int:
        """Queue every URL whose next visit is due; return their number.

        Lists come before all queued URLs, once in a run.
        """
        rows = self._journal.write_returning(_DUE, DUE, now, self._since)
        hosts = Counter(host for (host,) in rows)
        for host, count in hosts.items():
            self.turns.add(host, count)
        return hosts.total()
