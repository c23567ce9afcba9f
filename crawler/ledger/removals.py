"""Decides about removed articles, and distinguishes them from a site that fails as a whole."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from crawler.ledger.journal import Journal
from crawler.ledger.plan import DAY
from crawler.reasons import Reason

SCHEMA = "removal/1"
FEW = 3
"""Maximum number of removals in a run that are believed without comparison; more must be fewer than the pages
that were found."""


@dataclass(frozen=True, slots=True)
class Removal:
    """A removed article. The field order is the order of the JSON keys."""

    schema: str
    id: str
    """The article's."""
    url: str
    reason: str
    """In words: `HTTP 404`, `HTTP 410`, `redirected to the home page` or `soft 404`."""
    code: str
    """The reason as a value: `http:404`, `http:410`, `redirected_home` or `soft_404`."""
    noticed: str
    """When, ISO 8601, UTC."""


@dataclass(frozen=True, slots=True)
class Settled:
    """The decision about the removals of a run."""

    removals: tuple[Removal, ...]
    doubtful: int
    """Number of removals that are not believed, because the site seems to fail as a whole."""


def settle(journal: Journal, since: float, now: float) -> Settled:
    """Decide at the end of a run which articles are removed. Raises `LedgerWriteError`.

    Their number is compared with the pages found since `since`, also in an interrupted run that this one
    resumed. Removed articles are checked once more after a week, doubtful ones the next day.
    """
    rows = journal.rows(
        "SELECT article, address, removals.reason, noticed"
        " FROM removals JOIN urls ON urls.id = removals.url WHERE article IS NOT NULL ORDER BY urls.id"
    )
    found = tuple(_removal(*row) for row in rows)
    there = journal.row(
        "SELECT count(*) FROM urls WHERE visited >= ? AND outcome IN ('stored', 'unchanged', 'listed')", since
    )
    if there is None or not there[0] or len(found) > max(FEW, there[0]):
        _look_again(journal, "article = article", now + DAY)
        return Settled((), len(found))
    _look_again(journal, "article = NULL", now + 7 * DAY)
    return Settled(found, 0)


def _removal(article: str, url: str, code: str, noticed: str) -> Removal:
    return Removal(SCHEMA, article, url, Reason.parse(code).words, code, noticed)


def removal_line(removal: Removal) -> bytes:
    """Write a removal as one line of JSON."""
    return json.dumps(asdict(removal), ensure_ascii=False).encode("utf-8", "replace") + b"\n"


def _look_again(journal: Journal, change: str, when: float) -> None:
    ids = "SELECT url FROM removals"
    journal.write(f"UPDATE urls SET {change}, next_visit = ? WHERE id IN ({ids})", when)  # noqa: S608
    journal.write("DELETE FROM removals")
