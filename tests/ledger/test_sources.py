"""Tests of the states of sources in the ledger."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from crawler.ledger.errands import Ending
from crawler.ledger.ledger import Ledger
from crawler.ledger.plan import Outcome, UrlKind
from crawler.ledger.sources import Announcement, SourceRole, SourceState, source_states
from crawler.reasons.reason import http
from tests.ledger.examples import asked, taken

FEED = SourceRole(is_start=True, is_file=True)
FAILED = Ending(Outcome.FAILED, UrlKind.LIST, http(404), source=FEED)
SAME = Ending(Outcome.LISTED, UrlKind.LIST, http(304), source=FEED)


def answered(entries: int = 3, digest: int = 1, fresh: int = 0, form: str = "feed") -> Ending:
    """Return the ending of a visit to a feed."""
    told = Announcement(form, entries, "2024-05-20" if entries else None, digest, fresh)
    return Ending(Outcome.LISTED, UrlKind.LIST, source=FEED, announcement=told)


def after(folder: Path, *endings: Ending) -> SourceState:
    """Return the state of a source after these visits."""
    ledger = Ledger(folder)
    ledger.errands.add(asked(1), ledger.now())
    errand = taken(ledger)
    for ending in endings:
        ledger.finish(errand, ending)
        ledger.commit()
    (source,) = source_states(ledger.journal)
    ledger.close()
    return source


@pytest.mark.parametrize(
    ("endings", "facts"),
    [
        ([answered(fresh=3)], {"changes": 1, "still": 0, "answers": 1, "brought": 3, "finds": 1}),
        ([answered(fresh=3), answered()], {"changes": 1, "still": 1, "brought": 3, "finds": 1}),
        ([answered(), SAME, SAME], {"changes": 1, "still": 2, "answers": 3}),
        ([answered(), SAME, answered(digest=2)], {"changes": 2, "still": 0, "answers": 3}),
        (
            [answered(), answered(0, 0), answered(0, 0)],
            {"changes": 1, "empty": 2, "empties": 2, "entries": 0, "had": 3, "newest": "2024-05-20"},
        ),
        ([answered(), answered(0, 0), answered(5, 2)], {"changes": 2, "empty": 0, "empties": 1, "had": 5}),
        ([answered(), FAILED, FAILED], {"failed": 2, "answers": 1, "changes": 1, "still": 0}),
        ([FAILED, answered()], {"failed": 1, "answers": 1, "changes": 1, "form": "feed"}),
        ([FAILED], {"failed": 1, "answers": 0, "changed": None, "form": None, "is_start": True}),
        ([answered(), answered(form="html")], {"form": "html", "is_file": True}),
    ],
)
def test_state_after_visits(endings: list[Ending], facts: dict[str, Any], tmp_path: Path) -> None:
    """Changes, silence, emptiness and failures are counted, each from answer to answer."""
    state = after(tmp_path, *endings)
    assert {name: getattr(state, name) for name in facts} == facts


def test_change_has_its_time(tmp_path: Path) -> None:
    """The time of the last change stays while nothing changes, also while a source is empty."""
    ledger = Ledger(tmp_path)
    ledger.errands.add(asked(1), ledger.now())
    errand = taken(ledger)
    times = []
    for ending in (answered(), SAME, answered(0, 0), answered(), answered(digest=2)):
        ledger.finish(errand, ending)
        (state,) = source_states(ledger.journal)
        times.append(state.changed)
    ledger.close()
    assert times[0] is not None
    assert times[:3] == [times[0]] * 3
    assert times[4] != times[0]


def test_page_without_a_role_is_no_source(tmp_path: Path) -> None:
    """An article has no state of this kind."""
    with pytest.raises(ValueError, match="not enough values"):
        after(tmp_path, Ending(Outcome.STORED, UrlKind.ARTICLE, article="1"))
