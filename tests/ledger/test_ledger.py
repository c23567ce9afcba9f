"""Tests of the ledger as a whole: whatever is lost, lost is the end of it."""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.ledger.accounts import Requeued, queue_failed, run_accounts, url_accounts
from crawler.ledger.errands import Ending
from crawler.ledger.hosts import Resting, keep_resting, resting_hosts
from crawler.ledger.journal import LedgerWriteError
from crawler.ledger.ledger import Ledger
from crawler.ledger.plan import Outcome, UrlKind
from crawler.ledger.revisions import Revision
from crawler.reasons import Cause, Reason
from crawler.reasons.reason import http
from tests.house.thorough import examples
from tests.ledger.examples import HOST, asked, crashed, listed, stored, taken, told, url

STEPS = st.lists(st.sampled_from(["visit", "take", "commit", "crash"]), max_size=40)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Return an empty ledger."""
    made = Ledger(tmp_path)
    yield made
    made.close()


@given(STEPS)
@settings(max_examples=examples(60))
def test_any_interleaving_ends_as_if_nothing_had_been(steps: list[str]) -> None:
    """Visits, commits and crashes in any order: at the end each article is there once, in whole lines."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ledger = Ledger(folder)
        for number in range(8):
            ledger.errands.add(asked(number), time.time())
        ledger.commit()
        lasting: set[str] = set()
        for step in [*steps, "crash"]:
            ledger = _stepped(ledger, folder, step)
            written = {str(json.loads(line)["id"]) for line in _lines(folder)}
            assert written >= lasting
            lasting = written
        while ledger.errands.turns.waiting:
            _visit(ledger)
        ledger.end("finished", 0, 0)
        ledger.close()
        assert sorted(json.loads(line)["id"] for line in _lines(folder)) == [str(n) for n in range(8)]


def _stepped(ledger: Ledger, folder: Path, step: str) -> Ledger:
    if step == "crash":
        return crashed(ledger, folder)
    if step == "visit" and ledger.errands.turns.waiting:
        _visit(ledger)
    elif step == "take":
        ledger.errands.take(HOST)
    elif step == "commit":
        ledger.commit()
    return ledger


def _visit(ledger: Ledger) -> None:
    errand = taken(ledger)
    number = int(errand.url.rpartition("_")[2].removesuffix(".htm"))
    assert ledger.revisions.latest(str(number)) is None  # or it would be visited twice
    ledger.finish(errand, stored(number), [told(number)])


def _lines(folder: Path) -> list[str]:
    file = folder / "articles.jsonl"
    return file.read_text(encoding="utf-8").splitlines() if file.is_file() else []


def test_revisions_are_known(ledger: Ledger) -> None:
    """The latest one counts, each with the place of its line; a story is known under another id."""
    ledger.store(told(1, text="old"))
    ledger.store(told(1, revision=2, text="new"))
    latest = ledger.revisions.latest("1")
    assert latest is not None
    assert (latest.revision, latest.content, latest.start) == (2, b"new", len(told(1, text="old").line))
    assert [each.revision for each in ledger.revisions.all_of("1")] == [1, 2]
    assert ledger.revisions.article_at(url(1)) == "1"
    assert ledger.revisions.article_at(url(2)) is None
    ledger.revisions.add(Revision("2", 1, b"", b"story", b"", None, None))
    assert ledger.revisions.copied("3", b"story") == "2"
    assert ledger.revisions.copied("2", b"story") is None
    assert ledger.revisions.copied("3", None) is None


def test_accounts_add_up(ledger: Ledger) -> None:
    """Every visit has one outcome; unfinished ones are not counted among them."""
    endings = [stored(0), listed(), Ending(Outcome.FAILED, UrlKind.OTHER, http(503))]
    for number in range(5):
        ledger.errands.add(asked(number, found_on=url(9)), time.time())
    for ending in endings:
        ledger.finish(taken(ledger), ending, [told(0)] if ending.article else [])
    taken(ledger)
    books = run_accounts(ledger.journal, ledger.run, taken=4, returned=1)
    assert books.outcomes == {Outcome.STORED: 1, Outcome.LISTED: 1, Outcome.FAILED: 1}
    assert (books.difference, books.waiting, books.articles) == (0, 1, 1)
    assert books.failed == {http(503): 1}
    (failed,) = url_accounts(ledger.journal, Outcome.FAILED)
    assert (failed.url, failed.reason, failed.code, failed.found_on) == (
        url(2),
        "HTTP 503",
        "http:503",
        url(9),
    )
    assert len(list(url_accounts(ledger.journal))) == 3
    assert queue_failed(ledger.journal, time.time()) == Requeued(added=1, waiting=0)
    assert queue_failed(ledger.journal, time.time()) == Requeued(added=0, waiting=1)


def test_retry_ends_the_pauses_of_hosts(ledger: Ledger) -> None:
    """URLs that waited for a paused host count as queued, and the next run requests them at once."""
    for number in range(3):
        ledger.errands.add(asked(number), time.time())
    keep_resting(ledger.journal, [Resting(HOST, time.time() + 600, 2, Reason(Cause.BOT_WALL, "Ruishu"))])
    assert queue_failed(ledger.journal, time.time()) == Requeued(added=0, waiting=3)
    (pause,) = resting_hosts(ledger.journal)
    assert (pause.until, pause.strikes) == (0, 0)
    assert queue_failed(ledger.journal, time.time()) == Requeued(added=0, waiting=0)


def test_removals_are_believed_where_the_site_is_there(ledger: Ledger) -> None:
    """One article is gone, another page is there."""
    assert _removed(ledger, gone=1, there=1) == ["HTTP 404"]


@pytest.mark.parametrize(("gone", "there"), [(1, 0), (9, 4)])
def test_removals_are_not_believed_where_the_site_fails(ledger: Ledger, gone: int, there: int) -> None:
    """Nothing at all is there, or far more is gone than there."""
    assert _removed(ledger, gone, there) == []
    assert ledger.errands.queue_due(time.time() + 90_000) >= gone


def test_what_is_gone_is_told_by_the_run_that_goes_on(tmp_path: Path) -> None:
    """Pages found and gone before a run was killed count at the end of the next one."""
    gone = Ending(Outcome.FAILED, UrlKind.ARTICLE, http(404), is_gone=True, article="7", removal=http(404))
    ledger = Ledger(tmp_path)
    for number, ending in enumerate((listed(), gone)):
        ledger.errands.add(asked(number), time.time())
        ledger.finish(taken(ledger), ending)
    ledger.commit()
    ledger = crashed(ledger, tmp_path)
    assert ledger.end("finished", 0, 0).failed == {}  # it is removed, and did not fail
    ledger.close()
    assert json.loads((tmp_path / "removals.jsonl").read_text("utf-8"))["reason"] == "HTTP 404"


def _removed(ledger: Ledger, gone: int, there: int) -> list[str]:
    """Return the reasons in removals.jsonl after a run with given numbers of pages gone, and there."""
    ending = Ending(Outcome.FAILED, UrlKind.ARTICLE, http(404), is_gone=True, article="7", removal=http(404))
    for number in range(gone + there):
        ledger.errands.add(asked(number), time.time())
        ledger.finish(taken(ledger), ending if number < gone else listed())
    ledger.end("finished", gone + there, 0)
    file = Path(str(ledger.removals._path))
    lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    return [json.loads(line)["reason"] for line in lines]


def test_closed_ledger_refuses_in_words(tmp_path: Path) -> None:
    """Whatever SQLite raises has one name."""
    ledger = Ledger(tmp_path)
    ledger.close()
    with pytest.raises(LedgerWriteError, match="cannot be written"):
        ledger.errands.take(HOST)
