"""Tests of the frontier: its order, its memory, and due URLs."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from crawler.ledger.errands import Errand
from crawler.ledger.ledger import Ledger
from crawler.ledger.plan import Outcome, UrlKind
from tests.ledger.examples import HOST, asked, crashed, listed, stored, taken, url

NOW = time.time()


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Return an empty ledger."""
    made = Ledger(tmp_path)
    yield made
    made.close()


def test_highest_priority_first_then_the_oldest(ledger: Ledger) -> None:
    """Articles before lists, and in the order in which they were met."""
    for number, priority in enumerate((0, 30, 10, 30)):
        ledger.errands.add(asked(number, priority=priority), NOW)
    order = [taken(ledger).url for _ in range(4)]
    assert order == [url(1), url(3), url(2), url(0)]
    assert ledger.errands.take(HOST) is None
    assert not ledger.errands.turns.waiting


def test_hosts_take_turns(ledger: Ledger) -> None:
    """However much one host has waiting, the others come in between; a busy one is left out."""
    for number in range(4):
        ledger.errands.add(asked(number, host="a.example"), NOW)
    ledger.errands.add(asked(9, host="b.example"), NOW)
    turns = []
    for _ in range(3):
        host = ledger.errands.turns.next()
        assert host is not None
        turns.append(host)
        taken(ledger, host)
    assert sorted(turns[:2]) == ["a.example", "b.example"]
    assert turns[2] == "a.example"
    ledger.errands.turns.hold("a.example")
    assert ledger.errands.turns.next() is None


def test_known_url_is_not_queued_again(ledger: Ledger) -> None:
    """Nor is it under another scheme or with a tracking parameter."""
    assert ledger.errands.is_new(url(1))
    assert ledger.errands.add(asked(1), NOW)
    assert not ledger.errands.add(asked(1), NOW)
    for other in (url(1), url(1).replace("http://", "https://www."), url(1) + "?utm_source=x"):
        assert not ledger.errands.is_new(other)


def test_links_of_an_unfinished_page_count_as_new(ledger: Ledger, tmp_path: Path) -> None:
    """A list that is read again after a crash gives the same links as before, until it is finished."""
    ledger.errands.add(asked(0), NOW - 9)
    errand = taken(ledger)
    ledger.errands.add(asked(1, found_on=url(0)), NOW - 5)
    ledger.commit()
    ledger = crashed(ledger, tmp_path)
    assert ledger.errands.is_new(url(1), on=url(0))
    assert not ledger.errands.is_new(url(1), on=url(7))
    assert not ledger.errands.is_new(url(1))
    errand = taken(ledger)
    ledger.finish(errand, listed())
    assert not ledger.errands.is_new(url(1), on=url(0))
    ledger.close()


def test_crash_queues_what_was_in_flight(ledger: Ledger, tmp_path: Path) -> None:
    """Unfinished URLs are queued again; finished ones are not."""
    for number in range(3):
        ledger.errands.add(asked(number), NOW)
    ledger.finish(taken(ledger), stored(0))
    taken(ledger)
    ledger.commit()
    ledger = crashed(ledger, tmp_path)
    assert [taken(ledger).url for _ in range(2)] == [url(1), url(2)]
    ledger.close()


def test_what_is_put_back_comes_again_with_its_tries(ledger: Ledger) -> None:
    """A repetition waits behind URLs with a higher priority."""
    for number in range(2):
        ledger.errands.add(asked(number), NOW)
    ledger.errands.put_back(taken(ledger), priority=-1, tries=1)
    assert [(taken_.url, taken_.tries) for taken_ in (taken(ledger), taken(ledger))] == [
        (url(1), 0),
        (url(0), 1),
    ]


def test_asked_for_in_every_run(ledger: Ledger, tmp_path: Path) -> None:
    """A start page is queued once in a run, and once in the run after it was complete."""
    start = replace(asked(0), again=True)
    assert ledger.errands.is_due(url(0))
    assert ledger.errands.add(start, NOW)
    assert not ledger.errands.is_due(url(0))
    ledger.finish(taken(ledger), stored(0))
    assert not ledger.errands.is_due(url(0))
    assert not ledger.errands.add(start, NOW)
    ledger.end("finished", 1, 0)
    ledger = crashed(ledger, tmp_path)
    assert ledger.errands.is_due(url(0))
    assert ledger.errands.add(start, NOW)
    assert taken(ledger).visits == 1
    ledger.close()


def test_unfinished_round_goes_on(ledger: Ledger, tmp_path: Path) -> None:
    """While anything waits from the last run, its start page is not due."""
    for number in range(2):
        ledger.errands.add(asked(number), NOW)
    ledger.finish(taken(ledger), stored(0))
    ledger.commit()
    ledger = crashed(ledger, tmp_path)
    assert not ledger.errands.is_due(url(0))
    ledger.close()


def test_round_that_was_killed_at_its_end_goes_on(ledger: Ledger, tmp_path: Path) -> None:
    """Nothing waits, but the last run never came to its end: its lists are not queued again."""
    ledger.errands.add(replace(asked(0), again=True), NOW)
    ledger.finish(taken(ledger), listed())
    ledger.commit()
    ledger = crashed(ledger, tmp_path)
    assert not ledger.errands.turns.waiting
    assert not ledger.errands.add(replace(asked(0), again=True), NOW)
    ledger.close()


def test_aliases_are_done_too(ledger: Ledger) -> None:
    """Where a URL was redirected to, and the parts of an article, are not fetched by themselves."""
    for number in range(2):
        ledger.errands.add(asked(number), NOW)
    ending = replace(stored(0), aliases=(url(1), url(2)), landed=url(2))
    ledger.finish(taken(ledger), ending)
    assert not ledger.errands.turns.waiting
    assert not ledger.errands.is_new(url(2))
    assert ledger.errands.landed(url(0)) == url(2)
    assert ledger.errands.landed(url(7)) is None


def test_due_urls_are_queued(ledger: Ledger) -> None:
    """An article is due after its age in the plan, a failed page after a while."""
    endings = (stored(0), replace(stored(1), outcome=Outcome.FAILED, kind=UrlKind.OTHER))
    for number, ending in enumerate(endings):
        ledger.errands.add(asked(number), NOW)
        ledger.errands.finish(taken(ledger), ending, NOW, ledger.run, [3600.0])
    assert ledger.errands.queue_due(NOW + 1799) == 0
    assert ledger.errands.queue_due(NOW + 1801) == 1
    assert ledger.errands.queue_due(NOW + 3601) == 1
    assert ledger.errands.turns.waiting[HOST] == 2


def test_lists_are_due_in_every_run(ledger: Ledger, tmp_path: Path) -> None:
    """Before all that waits; but only once in a run, also where that is broken off and gone on with."""
    for number in range(2):
        ledger.errands.add(asked(number), NOW)
    ledger.finish(taken(ledger), listed())
    ledger.commit()
    ledger = crashed(ledger, tmp_path)
    assert ledger.errands.turns.waiting[HOST] == 1
    ledger.finish(taken(ledger), stored(1))
    ledger.errands.add(asked(2, priority=30), NOW)
    ledger.journal.write("UPDATE urls SET visited = visited - 2000")
    ledger.commit()
    ledger = crashed(ledger, tmp_path)
    assert [taken(ledger).url for _ in range(2)] == [url(0), url(2)]
    ledger.close()


def test_visits_are_remembered(ledger: Ledger) -> None:
    """Validators, article and interval of the last visit come with the next one."""
    ledger.errands.add(asked(0), NOW)
    ending = replace(stored(0), etag='"x"', modified="Mon, 20 May 2024 00:00:00 GMT")
    ledger.errands.finish(taken(ledger), ending, NOW, ledger.run, [1.0])
    ledger.errands.queue_due(NOW + 9)
    errand = taken(ledger)
    assert isinstance(errand, Errand)
    assert (errand.etag, errand.modified, errand.article, errand.visits) == (
        '"x"',
        ending.modified,
        "0",
        1,
    )


def test_an_article_of_a_rebuilt_ledger_is_new_for_lists_alone(ledger: Ledger, tmp_path: Path) -> None:
    """Until a run is finished: lists are read to their end, and the article is not requested again."""
    ledger.errands.add(asked(0), NOW)
    rebuilt = "UPDATE urls SET state = 2, kind = 'article', outcome = 'stored', article = '0', visited = ?"
    ledger.journal.write(rebuilt, NOW)
    ledger.commit()
    ledger = crashed(ledger, tmp_path)
    assert ledger.errands.is_new(url(0))
    assert not ledger.errands.add(asked(0, found_on=url(9)), NOW)
    assert ledger.journal.row("SELECT found_on FROM urls") == (url(9),)
    assert not ledger.errands.add(asked(0, found_on=url(8)), NOW)
    assert ledger.journal.row("SELECT found_on, state FROM urls") == (url(9), 2)
    ledger.end("finished", 0, 0)
    ledger = crashed(ledger, tmp_path)
    assert not ledger.errands.is_new(url(0))
    ledger.close()


def test_needless_urls_leave_the_queue(ledger: Ledger) -> None:
    """Only those with this beginning that were never visited, and the turns know it."""
    for number in range(4):
        ledger.errands.add(asked(number), NOW)
    taken(ledger)
    ledger.errands.drop_queued(HOST, url(1), lambda each: each != url(2))
    assert ledger.errands.turns.waiting[HOST] == 2
    assert [taken(ledger).url for _ in range(2)] == [url(2), url(3)]
    assert not ledger.errands.turns.waiting
