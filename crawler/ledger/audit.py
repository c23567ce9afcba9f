"""Compares the articles that lists, feeds and sitemaps announced with the harvested ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from crawler.ledger.accounts import Requeued
from crawler.ledger.journal import Journal
from crawler.ledger.plan import Outcome, UrlKind
from crawler.ledger.schema import State
from crawler.reasons import Cause, Reason
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
    is_on_file: bool
    """Whether a record of its article is stored, whatever the last visit's outcome."""

    @property
    def is_harvested(self) -> bool:
        """Whether its article is stored, under this URL or another one."""
        return self.is_on_file or self.outcome in (Outcome.STORED, Outcome.UNCHANGED)

    @property
    def is_gap(self) -> bool:
        """Whether it may be a missing article: it failed, was not visited yet, or answered 200 in vain."""
        is_open = self.outcome == Outcome.FAILED or (self.outcome is None and self.state != State.DONE)
        return (is_open or self.is_soft_404) and not self.is_harvested

    @property
    def is_soft_404(self) -> bool:
        """Whether its page answered 200 and said that it does not exist."""
        is_not_found = self.reason is not None and self.reason.cause is Cause.SOFT_NOT_FOUND
        return self.outcome == Outcome.REJECTED and is_not_found

    @property
    def may_be_filled(self) -> bool:
        """Whether a later run may fill the gap: not if the page is gone, or forbidden by robots.txt."""
        is_gone = self.is_soft_404 or (self.reason is not None and not self.reason.is_fault)
        return self.is_gap and not is_gone


@dataclass(frozen=True, slots=True)
class Row:
    """The announced URLs of a channel for one day."""

    channel: str
    day: str
    """ISO 8601, from the URLs, or else from the channel; empty without either."""
    harvested: int
    removed: int
    """Number of harvested articles that the site removed."""
    rejected: int
    gaps: tuple[Announced, ...]

    @property
    def may_be_filled(self) -> bool:
        """Whether a later run may fill a gap."""
        return any(each.may_be_filled for each in self.gaps)

    @property
    def announced(self) -> int:
        """Number of announced URLs."""
        return self.harvested + self.rejected + len(self.gaps)


def announced(journal: Journal) -> Iterator[Announced]:
    """Read the announced URLs, except lists. Raises `LedgerWriteError`."""
    rows = journal.rows(
        "SELECT id, url, found_on, state, outcome, reason,"
        " article IS NOT NULL OR key IN (SELECT source FROM revisions) FROM urls WHERE found_on IS NOT NULL"
        " AND coalesce(kind, '') NOT IN (?, ?) AND coalesce(outcome, '') <> ?"
        " AND (outcome IS NOT NULL OR state <> ?) ORDER BY found_on, id",
        UrlKind.LIST, UrlKind.FURTHER, Outcome.LISTED, State.DONE,
    )  # fmt: skip
    for id_, url, found_on, state, outcome, code, is_on_file in rows:
        reason = Reason.parse(code) if code else None
        yield Announced(id_, url, found_on, state, outcome, reason, bool(is_on_file))


def audit(urls: Iterable[Announced]) -> list[Row]:
    """Count the announced URLs, by channel and day."""
    places: dict[tuple[str, str], list[Announced]] = {}
    for entry in urls:
        places.setdefault((entry.found_on, url_date(entry.url) or url_date(entry.found_on) or ""), []).append(
            entry
        )
    return [_row(channel, day, announced) for (channel, day), announced in sorted(places.items())]


def _row(channel: str, day: str, announced: Sequence[Announced]) -> Row:
    harvested = [each for each in announced if each.is_harvested]
    removed = sum(each.outcome == Outcome.REMOVED for each in harvested)
    gaps = tuple(each for each in announced if each.is_gap)
    return Row(channel, day, len(harvested), removed, len(announced) - len(harvested) - len(gaps), gaps)


def by_day(rows: Iterable[Row]) -> list[Row]:
    """Sum up the rows of all channels, by day."""
    days: dict[str, list[Row]] = {}
    for row in rows:
        days.setdefault(row.day, []).append(row)
    return [_sum(day, rows_of_day) for day, rows_of_day in sorted(days.items())]


def _sum(day: str, rows: Sequence[Row]) -> Row:
    return Row(
        "",
        day,
        sum(row.harvested for row in rows),
        sum(row.removed for row in rows),
        sum(row.rejected for row in rows),
        tuple(gap for row in rows for gap in row.gaps),
    )


def queue_gaps(journal: Journal, rows: Iterable[Row]) -> Requeued:
    """Queue the failed URLs again; return their number. Raises `LedgerWriteError`."""
    statement = "UPDATE urls SET state = 0, tries = 0, failures = 0 WHERE id = ? AND state = 2"
    added = [journal.write(statement, gap.id) for row in rows for gap in row.gaps]
    return Requeued(sum(added), len(added) - sum(added))
