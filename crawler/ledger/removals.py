"""Decides about removed articles, and distinguishes them from a site that fails as a whole.

`removals.jsonl` has a line for each removed article, and one for each that is back.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from crawler.ledger.errands import Ending, Errand
from crawler.ledger.events import Event, EventKind, Events
from crawler.ledger.journal import Journal
from crawler.ledger.plan import DAY, Outcome
from crawler.reasons import Reason

SCHEMA, BACK = "removal/1", "restoration/1"
"""Schemas of the lines."""
FEW = 3
"""Removals in a run that are accepted without comparison; if there are more, the run must have found more
pages.
"""


@dataclass(frozen=True, slots=True)
class Removal:
    """A removed article. The field order is the order of the JSON keys."""

    schema: str
    """`removal/1`."""
    id: str
    """Id of the article."""
    url: str
    """URL of the article."""
    reason: str
    """In words: `HTTP 404`, `HTTP 410`, `redirected to the home page` or `soft 404`."""
    code: str
    """The reason as a value: `http:404`, `http:410`, `redirected_home` or `soft_404`."""
    noticed: str
    """Time, ISO 8601, UTC."""


@dataclass(frozen=True, slots=True)
class Restoration:
    """A removed article that the site shows again. The field order is the order of the JSON keys."""

    schema: str
    """`restoration/1`."""
    id: str
    """Id of the article."""
    url: str
    """URL of the article."""
    noticed: str
    """Time, ISO 8601, UTC."""


@dataclass(frozen=True, slots=True)
class Settled:
    """The decision about the removals of a run."""

    removals: tuple[Removal, ...]
    doubtful: int
    """Number of removals that are rejected, because the site seems to fail as a whole."""


def note_removal(journal: Journal, errand: Errand, reason: Reason) -> None:
    """Record that an article seems to be removed, until the end of the run. Raises `LedgerWriteError`."""
    noted = (errand.id, errand.landed or errand.url, reason.code, _now())
    journal.write("INSERT OR REPLACE INTO removals VALUES (?, ?, ?, ?)", *noted)


def settle(journal: Journal, since: float, now: float) -> Settled:
    """Decide at the end of a run which articles are removed. Raises `LedgerWriteError`.

    Their number is compared with the pages found since `since`, also in an interrupted run that this one
    resumed. Removed articles are checked once more after a week, doubtful ones the next day.
    """
    rows = journal.rows(
        "SELECT article, address, removals.reason, noticed"
        " FROM removals JOIN urls ON urls.id = removals.url WHERE article IS NOT NULL ORDER BY urls.id"
    )
    removals = tuple(_removal(*row) for row in rows)
    there = journal.row(
        "SELECT count(*) FROM urls WHERE visited >= ? AND outcome IN (?, ?, ?)",
        since, Outcome.STORED, Outcome.UNCHANGED, Outcome.LISTED,
    )  # fmt: skip
    if there is None or not there[0] or len(removals) > max(FEW, there[0]):
        journal.write("UPDATE urls SET next_visit = ? WHERE id IN (SELECT url FROM removals)", now + DAY)
        settled = Settled((), len(removals))
    else:
        journal.write(
            "UPDATE urls SET outcome = ?, reason = removals.reason, removed = noticed, next_visit = ?"
            " FROM removals WHERE removals.url = urls.id",
            Outcome.REMOVED, now + 7 * DAY,
        )  # fmt: skip
        settled = Settled(removals, 0)
    journal.write("DELETE FROM removals")
    return settled


def _removal(article: str, url: str, code: str, noticed: str) -> Removal:
    return Removal(SCHEMA, article, url, Reason.parse(code).words, code, noticed)


def removal_line(removal: Removal | Restoration) -> bytes:
    """Write a removal, or its end, as one line of JSON."""
    return json.dumps(asdict(removal), ensure_ascii=False).encode("utf-8", "replace") + b"\n"


def restores(errand: Errand, ending: Ending) -> bool:
    """Return whether the end of a visit shows that a removed article is back."""
    is_there = ending.outcome in (Outcome.STORED, Outcome.UNCHANGED) and not ending.removal
    return bool(errand.removed) and is_there


def restore(journal: Journal, errand: Errand) -> Restoration:
    """Record that a removed article is back. Raises `LedgerWriteError`."""
    journal.write("UPDATE urls SET removed = NULL WHERE id = ?", errand.id)
    return Restoration(BACK, errand.article or "", errand.url, _now())


def note_event(events: Events, change: Removal | Restoration) -> None:
    """Record a removal, or its end, as an event. Raises `LedgerWriteError`."""
    code = change.code if isinstance(change, Removal) else None
    events.add_change(change.id, change.noticed, change.url, code)


def change_of(event: Event) -> Removal | Restoration:
    """Return the line of `removals.jsonl` of an event that is no revision."""
    url = event.url or ""
    if event.kind is EventKind.RESTORED:
        return Restoration(BACK, event.article, url, event.noted)
    return _removal(event.article, url, event.reason or "", event.noted)


@dataclass(frozen=True, slots=True)
class Change:
    """A line of `removals.jsonl`, reduced to the fields that readers of articles need."""

    id: str
    noticed: str
    url: str
    is_removed: bool
    """False if the article is back."""
    line: bytes
    """The line, with its line feed."""


def read_changes(path: Path) -> Iterator[Change]:
    """Read `removals.jsonl`, in order, without an incomplete last line; nothing if there is no file.

    Raises OSError.
    """
    if not path.is_file():
        return
    with path.open("rb") as file:
        for line in file:
            change = _change(line)
            if change is not None:
                yield change


def _change(line: bytes) -> Change | None:
    try:
        removal = json.loads(line)
        id_, noticed = str(removal["id"]), str(removal["noticed"])
        return Change(id_, noticed, str(removal.get("url", "")), removal["schema"] != BACK, line)
    except (ValueError, TypeError, KeyError):
        return None  # an edited line, or an incomplete one


def removed_articles(path: Path) -> dict[str, str]:
    """Return the ids of the removed articles that are not back, each with the time noticed.

    Raises OSError.
    """
    return _last_changes(path, are_removals=True)


def restored_articles(path: Path) -> dict[str, str]:
    """Return the ids of the removed articles that are back, each with the time noticed. Raises OSError."""
    return _last_changes(path, are_removals=False)


def _last_changes(path: Path, *, are_removals: bool) -> dict[str, str]:
    """Return the ids of the articles whose last change is of one kind, each with the time noticed."""
    last: dict[str, str] = {}
    for change in read_changes(path):
        if change.is_removed is are_removals:
            last[change.id] = change.noticed
        else:
            last.pop(change.id, None)
    return last


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
