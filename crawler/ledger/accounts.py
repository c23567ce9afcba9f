"""Reads the outcomes of URLs from the ledger, of one run or of all runs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from crawler.ledger.journal import Journal, LedgerWriteError
from crawler.ledger.plan import Outcome
from crawler.ledger.schema import LedgerFormatError, read_only
from crawler.reasons import Reason


@dataclass(frozen=True, slots=True)
class RunAccounts:
    """Counts of a run's URLs."""

    taken: int
    """URLs taken from the queue."""
    returned: int
    """Unfinished ones among them, which are queued again."""
    outcomes: dict[Outcome, int]
    """Finished ones among them, by outcome."""
    reasons: dict[Outcome, Counter[Reason]]
    """The same, by outcome and reason; stored ones and lists have no reason."""
    waiting: int
    """Queued URLs."""
    articles: int
    """Stored articles of all runs."""
    failed: dict[Reason, int]
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
    """In words."""
    code: str | None
    """The reason as a value, which does not change if it is reworded: `http:404`."""
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
    outcomes: Counter[Outcome] = Counter()
    reasons: dict[Outcome, Counter[Reason]] = {}
    for _, outcome, code, count in host_accounts(journal, run):
        outcomes[Outcome(outcome)] += count
        if code:
            reasons.setdefault(Outcome(outcome), Counter())[Reason.parse(code)] += count
    failed = journal.rows(
        "SELECT coalesce(urls.reason, ''), count(*) FROM urls, runs WHERE outcome = 'failed' AND runs.id = ?"
        " AND visited >= round GROUP BY urls.reason",
        run,
    )
    waiting = _count(journal, "SELECT count(*) FROM urls WHERE state = 0")
    articles = _count(journal, "SELECT count(*) FROM revisions WHERE revision = 1")
    since = {Reason.parse(code): count for code, count in failed}
    return RunAccounts(taken, returned, dict(outcomes), reasons, waiting, articles, since)


def url_accounts(
    journal: Journal, outcome: Outcome | None = None, *, of_last_run: bool = False
) -> Iterator[UrlAccount]:
    """Read the last visits of the URLs, or those of the last run, in order of discovery.

    Raises `LedgerWriteError`.
    """
    rows = journal.rows(
        "SELECT url, coalesce(outcome, 'waiting'),"
        " CASE WHEN outcome IS NULL THEN hosts.reason ELSE urls.reason END,"
        " kind, article, visits, tries, found_on,"
        " strftime('%Y-%m-%dT%H:%M:%S+00:00', visited, 'unixepoch') FROM urls LEFT JOIN hosts USING (host)"
        " WHERE (outcome IS NOT NULL OR state = 0 AND hosts.reason IS NOT NULL)"
        " AND (? IS NULL OR outcome = ?)"
        " AND (NOT ? OR outcome IS NULL OR run = (SELECT max(id) FROM runs)) ORDER BY id",
        outcome,
        outcome,
        of_last_run,
    )
    for url, ended, code, *rest in rows:
        yield UrlAccount(url, ended, Reason.parse(code).words if code else None, code, *rest)


def host_accounts(journal: Journal, run: int) -> Iterator[tuple[str, str, str, int]]:
    """Read the counts of a run: host, outcome, code of the reason, number of URLs.

    Raises `LedgerWriteError`.
    """
    yield from journal.rows(
        "SELECT host, outcome, coalesce(reason, ''), count(*) FROM urls WHERE run = ? AND outcome IS NOT NULL"
        " GROUP BY host, outcome, reason",
        run,
    )


def waiting_urls(journal: Journal) -> Iterator[tuple[str, str, int]]:
    """Read the queued URLs of paused hosts: host, code of the reason of its pause, number of URLs.

    Raises `LedgerWriteError`.
    """
    yield from journal.rows(
        "SELECT host, hosts.reason, count(*) FROM urls JOIN hosts USING (host) WHERE state = 0 GROUP BY host"
    )


def queue_length(path: Path) -> int | None:
    """Read the number of queued URLs of a ledger; None if it cannot be read."""
    try:
        with closing(read_only(path)) as database:
            return _count(Journal(database), "SELECT count(*) FROM urls WHERE state = 0")
    except (LedgerFormatError, LedgerWriteError):
        return None


@dataclass(frozen=True, slots=True)
class Requeued:
    """URLs that a command queued, or found queued."""

    added: int
    """Queued again now."""
    waiting: int
    """Queued before."""


_HELD = """
SELECT count(*) FROM urls JOIN hosts USING (host)
WHERE state = 0 AND outcome IS NULL AND until > strftime('%s', 'now') + 0
"""
"""Number of the URLs that no run has visited, because their host was paused."""


def queue_failed(journal: Journal, now: float, others: Iterable[Outcome] = ()) -> Requeued:
    """Queue every URL again whose last visit failed, or had one of the other outcomes.

    The pauses of hosts that last beyond `now` (Unix time) end. Raises `LedgerWriteError`.
    """
    added, waiting = 0, _count(journal, _HELD)
    journal.write("UPDATE hosts SET until = 0, strikes = 0 WHERE until > ?", now)
    for outcome in (Outcome.FAILED, *others):
        row = journal.row("SELECT count(*) FROM urls WHERE outcome = ? AND state <> 2", outcome)
        waiting += row[0] if row else 0
        statement = "UPDATE urls SET state = 0, tries = 0, failures = 0 WHERE outcome = ? AND state = 2"
        added += journal.write(statement, outcome)
    return Requeued(added, waiting)


def _count(journal: Journal, query: str) -> int:
    row = journal.row(query)
    return int(row[0]) if row else 0
