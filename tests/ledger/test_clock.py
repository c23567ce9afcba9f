"""Tests of clocks that are wrong, and set right: nothing waits for a time that will not come for years."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest

from crawler.ledger.ledger import Ledger
from tests.ledger.examples import asked, listed, stored, taken

NOW = 1_790_000_000.0
DAY, YEAR = 86_400.0, 365 * 86_400.0
RECHECKS = [6 * 3600.0, 24 * 3600.0]
START = replace(asked(0), again=True)


def run(folder: Path, monkeypatch: pytest.MonkeyPatch, now: float, reason: str = "finished") -> list[int]:
    """Let a run visit the due URLs: a list, and two articles that it leads to; return their numbers."""
    monkeypatch.setattr(time, "time", lambda: now)
    ledger = Ledger(folder, RECHECKS)
    ledger.errands.add(START, ledger.now())
    visited = []
    while ledger.errands.turns.waiting:
        errand = taken(ledger)
        number = int(errand.url[-5])
        visited.append(number)
        for each in (1, 2) if not number else ():
            ledger.errands.add(asked(each), ledger.now())
        ledger.finish(errand, stored(number) if number else listed())
    ledger.end(reason, len(visited), 0)
    ledger.close()
    return sorted(visited)


@pytest.mark.parametrize("reason", ["finished", "shutdown"])
@pytest.mark.parametrize("wrong", [NOW + 10 * YEAR, NOW + 2 * DAY, NOW - 3 * DAY, NOW - 50 * YEAR, 0.0])
def test_a_clock_that_was_wrong_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wrong: float, reason: str
) -> None:
    """The run after it requests its list; articles are rechecked at their ages, and no more often."""
    assert run(tmp_path, monkeypatch, wrong, reason) == [0, 1, 2]
    first = run(tmp_path, monkeypatch, NOW)
    assert 0 in first
    later = [run(tmp_path, monkeypatch, NOW + hours * 3600) for hours in range(1, 60)]
    assert all(visited[:1] == [0] for visited in later[:8])  # a list that is still rests longer later on
    assert 1 <= sum(1 in visited for visited in [first, *later]) <= 3


@pytest.mark.parametrize("wrong", [NOW + 10 * YEAR, NOW - 50 * YEAR, 0.0])
def test_a_clock_that_goes_wrong_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wrong: float) -> None:
    """A crawl that has run for days loses no list and no look at an article to it."""
    assert run(tmp_path, monkeypatch, NOW) == [0, 1, 2]
    assert 0 in run(tmp_path, monkeypatch, wrong)
    assert 0 in run(tmp_path, monkeypatch, NOW + 7200)
    later = [run(tmp_path, monkeypatch, NOW + hours * 3600) for hours in range(3, 60)]
    assert any(1 in visited for visited in later) or wrong > NOW


def test_a_clock_that_is_set_in_the_midst_of_a_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The run goes by the seconds that pass."""
    monkeypatch.setattr(time, "time", lambda: NOW)
    ledger = Ledger(tmp_path)
    monkeypatch.setattr(time, "time", lambda: NOW + 10 * YEAR)
    assert NOW <= ledger.now() < NOW + 600
    ledger.close()
