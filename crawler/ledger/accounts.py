"""Reads the outcomes of URLs from the ledger, of one run or of all runs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from crawler.ledger.journal import Journal, LedgerWriteError
from crawler.ledger.plan import Outcome
from crawler.ledger.schema import LedgerFormatError, read_only


@dataclass(frozen=True, slots=True)
class RunAccounts:
    """Counts of a run's URLs."""

    taken: int
    """URLs taken from the queue."""
    returned: int
    """Unfinished ones among them, which are queued again."""
    outcomes: dict[Outcome, int]
    """Finished ones among them, by outcome."""
    waiting: int
    """Queued URLs."""
    articles: int
    """Stored articles of all runs."""
    failed: dict[str, int]
    """Failed URLs since the last complete run, by reason; interrupted runs are included."""

    @property
    def difference(self) -> int:
        """Number of visits without an outcome; 0 unless this program has a fault."""
        return self.taken - self.returned - sum(self.outcomes.values())


@dataclass(frozen=True, slots=True)
class UrlAccount:
    """The last visit of a URL, or the reason why it waits for its first."""

    url: str
    outcome: str
    """One of `plan.Outcome`; `waiting` if its host is paused."""
    reason: str | None
    kind: str | None
    article: str | None
    visits: int
    tries: int
    """Retries within the last visit."""
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
    """Read the last visits of the URLs, in order of discovery. Raises `LedgerWriteError`."""
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
    """Read the counts of a run: host, outcome, reason and number of URLs. Raises `LedgerWriteError`."""
    yield from journal.rows(
        "SELECT host, outcome, coalesce(reason, ''), count(*) FROM urls WHERE run = ? AND outcome IS NOT NULL"
        " GROUP BY host, outcome, reason",
        run,
    )


def queue_length(path: Path) -> int | None:
    """Read the number of queued URLs of a ledger; None if it cannot be read."""
    try:
        with closing(read_only(path)) as database:
            return _count(Journal(database), "SELECT count(*) FROM urls WHERE state = 0")
    except (LedgerFormatError, LedgerWriteError):
        return None


def queue_failed(journal: Journal) -> int:
    """Queue every URL again whose last visit failed; return their number. Raises `LedgerWriteError`."""
    statement = "UPDATE urls SET state = 0, tries = 0, failures = 0 WHERE outcome = ? AND state = 2"
    return journal.write(statement, Outcome.FAILED)


def _count(journal: Journal, query: str) -> int:
    found = journal.row(query)
    return int(found[0]) if found else 0
