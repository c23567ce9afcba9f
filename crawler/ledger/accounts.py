"""The ledger's accounts: what became of every URL, in one run or altogether."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from crawler.ledger.journal import Journal
from crawler.ledger.plan import Outcome


@dataclass(frozen=True, slots=True)
class RunAccounts:
    """What a run did, URL by URL."""

    taken: int
    """URLs that were taken from the queue."""
    returned: int
    """Those among them that were not finished: they are queued again."""
    outcomes: dict[Outcome, int]
    """The finished ones by what became of them, as the ledger has them."""
    waiting: int
    """URLs that still wait in the queue."""
    articles: int
    """Articles that are known altogether."""
    failed: dict[str, int]
    """URLs that failed, by the reason, since the last complete run: also in runs that were broken off."""

    @property
    def difference(self) -> int:
        """How many visits are unaccounted for; 0 unless there is a fault in this program."""
        return self.taken - self.returned - sum(self.outcomes.values())


@dataclass(frozen=True, slots=True)
class UrlAccount:
    """What became of a URL when it was visited last, or why it waits for its first visit."""

    url: str
    outcome: str
    """One of `plan.Outcome`; `waiting` where its host is left alone."""
    reason: str | None
    kind: str | None
    article: str | None
    visits: int
    tries: int
    """Repetitions within the last visit."""
    found_on: str | None
    """The page that led to it."""
    visited: str | None
    """When, ISO 8601, UTC."""


def run_accounts(journal: Journal, run: int, taken: int, returned: int) -> RunAccounts:
    """Read a run's accounts. Raises `LedgerWriteError`."""
    rows = journal.rows("SELECT outcome, count(*) FROM urls WHERE run = ? GROUP BY outcome", run)
    outcomes = {Outcome(outcome): count for outcome, count in rows}
    failed = journal.rows(
        "SELECT coalesce(urls.reason, ''), count(*) FROM urls, runs WHERE outcome = 'failed' AND runs.id = ?"
        " AND visited >= round GROUP BY urls.reason",
        run,
    )
    waiting = _count(journal, "SELECT count(*) FROM urls WHERE state = 0")
    articles = _count(journal, "SELECT count(*) FROM revisions WHERE revision = 1")
    return RunAccounts(taken, returned, outcomes, waiting, articles, dict(failed))


def url_accounts(journal: Journal, outcome: Outcome | None = None) -> Iterator[UrlAccount]:
    """Read what became of the URLs, in order of their discovery. Raises `LedgerWriteError`."""
    rows = journal.rows(
        "SELECT url, coalesce(outcome, 'waiting'),"
        " CASE WHEN outcome IS NULL THEN hosts.reason ELSE urls.reason END,"
        " kind, article, visits, tries, found_on,"
        " strftime('%Y-%m-%dT%H:%M:%S+00:00', visited, 'unixepoch') FROM urls LEFT JOIN hosts USING (host)"
        " WHERE (outcome IS NOT NULL OR state = 0 AND hosts.reason IS NOT NULL)"
        " AND (? IS NULL OR outcome = ?) ORDER BY id",
        outcome,
        outcome,
    )
    for row in rows:
        yield UrlAccount(*row)


def host_accounts(journal: Journal, run: int) -> Iterator[tuple[str, str, str, int]]:
    """Read what a run did, as host, outcome, reason and how many URLs. Raises `LedgerWriteError`."""
    yield from journal.rows(
        "SELECT host, outcome, coalesce(reason, ''), count(*) FROM urls WHERE run = ? AND outcome IS NOT NULL"
        " GROUP BY host, outcome, reason",
        run,
    )


def queue_failed(journal: Journal) -> int:
    """Queue every URL again whose last visit failed; return how many. Raises `LedgerWriteError`."""
    statement = "UPDATE urls SET state = 0, tries = 0, failures = 0 WHERE outcome = ? AND state = 2"
    return journal.write(statement, Outcome.FAILED)


def _count(journal: Journal, query: str) -> int:
    found = journal.row(query)
    return int(found[0]) if found else 0
