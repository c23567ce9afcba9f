"""Tests of reading a list page by page."""

from __future__ import annotations

import json
from dataclasses import asdict

from crawler.discovery.paging import Paging

ONE, TWO, THREE, TEN = (f"http://www.lanqiao.test/world/index_{n}.htm" for n in (1, 2, 3, 10))


def test_pages_are_read_in_order() -> None:
    """Pages that become known later are sorted in by their number."""
    state = Paging().read_on([TEN, TWO], fresh=20)
    assert state.ahead == (TWO, TEN)
    state = state.without_first().read_on([ONE, THREE], fresh=20)
    assert state.ahead == (ONE, THREE, TEN)
    assert state.read == 2


def test_first_page_may_repeat_the_home_page() -> None:
    """A first page without news is followed by the second."""
    assert not Paging().read_on([TWO], fresh=0).is_over(100)


def test_list_ends_where_it_becomes_stale() -> None:
    """One later page without news is passed, two in a row end the list, news in between continues it."""
    state = Paging().read_on([TWO, THREE, TEN], fresh=5)
    once = state.without_first().read_on([], fresh=0)
    assert not once.is_over(100)
    assert once.without_first().read_on([], fresh=0).is_over(100)
    assert not once.without_first().read_on([], fresh=1).is_over(100)


def test_missing_pages_end_a_list_too() -> None:
    """A script may announce more pages than there are."""
    state = Paging().read_on([TWO, THREE, TEN], fresh=5).without_first().missed()
    assert not state.is_over(100)
    assert state.without_first().missed().is_over(100)


def test_list_has_an_end() -> None:
    """A limited number of pages is read, and none if none is known."""
    state = Paging().read_on([TWO], fresh=9)
    assert state.is_over(1)
    assert not state.is_over(2)
    assert Paging().read_on([], fresh=9).is_over(100)


def test_list_of_an_earlier_run_is_left_at_its_first_known_page() -> None:
    """If everything is known and was read before, no further page is requested."""
    pages = ["http://lanqiao.test/index_1.htm"]
    assert Paging().read_on(pages, fresh=0, was_read=True).is_over(99)
    assert not Paging().read_on(pages, fresh=1, was_read=True).is_over(99)
    assert not Paging().read_on(pages, fresh=0).is_over(99)


def test_state_survives_a_request() -> None:
    """As plain values, through JSON and back."""
    state = Paging(2, 1, ("http://lanqiao.test/index_2.htm",))
    assert Paging.of(json.loads(json.dumps(asdict(state)))) == state
    assert Paging.of(None) == Paging()
