"""Compares the articles that lists, feeds and sitemaps announced with the harvested ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from crawler.ledger.journal import Journal
from crawler.reasons import Reason
from crawler.text.dates import url_date


@dataclass(frozen=True, slots=True)
class Announced:
    """A URL that a page announced, with its outcome."""

    id: int
    url: str
    found_on: str
    state: int
    outcome: str | None
    reason: Reason | None

    @property
    def is_gap(self) -> bool:
        """Whether it may be a missing article: it failed, or was not visited yet."""
        return self.outcome == "failed" or (self.outcome is None and self.state != 2)


@dataclass(frozen=True, slots=True)
class Row:
    """The announced URLs of a channel for one day."""

    channel: str
    day: str
    """ISO 8601, as the URLs tell it; empty where they tell none."""
    harvested: int
    rejected: int
    gaps: tuple[Announced, ...]

    @property
    def announced(self) -> int:
        """Number of announced URLs."""
        return self.harvested + self.rejected + len(self.gaps)


def announced(journal: Journal) -> Iterator[Announced]:
    """Read the announced URLs that are no lists. Raises `LedgerWriteError`."""
    rows = journal.rows(
        "SELECT id, url, found_on, state, outcome, reason FROM urls WHERE found_on IS NOT NULL"
        " AND coalesce(kind, '') NOT IN ('list', 'further page') AND coalesce(outcome, '') <> 'listed'"
        " AND (outcome IS NOT NULL OR state <> 2) ORDER BY found_on, id"
    )
    for id_, url, found_on, state, outcome, code in rows:
        yield Announced(id_, url, found_on, state, outcome, Reason.parse(code) if code else None)


def audit(urls: Iterable[Announced]) -> list[Row]:
    """Count the announced URLs, by channel and day."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    gaps: dict[tuple[str, str], list[Announced]] = {}
    for each in urls:
        place = (each.found_on, url_date(each.url) or "")
        counts.setdefault(place, Counter())[each.outcome or ""] += not each.is_gap
        gaps.setdefault(place, []).extend([each] if each.is_gap else [])
    return [
        Row(*place, found["stored"] + found["unchanged"], found["rejected"], tuple(gaps[place]))
        for place, found in sorted(counts.items())
    ]


def queue_gaps(journal: Journal, rows: Iterable[Row]) -> int:
    """Queue the failed URLs again; return their number. Raises `LedgerWriteError`."""
    statement = "UPDATE urls SET state = 0, tries = 0, failures = 0 WHERE id = ? AND state = 2"
    return sum(journal.write(statement, gap.id) for row in rows for gap in row.gaps)
