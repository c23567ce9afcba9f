"""Tests of when a URL is visited again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.ledger.plan import DAY, FIRST_RETRY, HOUR, LONGEST, Outcome, UrlKind, Visited, next_visit

RECHECKS = (6 * HOUR, DAY, 7 * DAY)
LIST = Visited(UrlKind.LIST, Outcome.LISTED, is_new=True, age=0)
ARTICLE = Visited(UrlKind.ARTICLE, Outcome.STORED, is_new=True, age=0)
FAILED = Visited(UrlKind.OTHER, Outcome.FAILED, is_new=False, age=0, failures=1)


def waits(visited: Visited, visits: int, every: float = HOUR) -> list[float | None]:
    """Return the waits between a number of visits with the same end."""
    lengths = []
    for _ in range(visits):
        plan = next_visit(visited, RECHECKS)
        lengths.append(plan.wait)
        visited = replace(visited, interval=plan.interval, elapsed=every, failures=visited.failures + 1)
    return lengths


def test_list_that_changes_is_read_in_every_run() -> None:
    """However soon that comes, and however long it rested before."""
    assert waits(LIST, 3) == [0, 0, 0]
    assert next_visit(replace(LIST, interval=9 * HOUR, elapsed=DAY), RECHECKS).wait == 0


def test_list_that_rests_is_read_less_often() -> None:
    """After a tenth of the time for which it rested, and in every daily run at least."""
    lengths = waits(replace(LIST, is_new=False), 400)
    assert lengths[:3] == [0, 0.1 * HOUR, 0.2 * HOUR]
    assert lengths[10] == pytest.approx(HOUR)
    assert lengths[-1] == LONGEST < DAY
    assert waits(replace(LIST, is_new=False), 40, every=30 * DAY)[-1] == LONGEST


@pytest.mark.parametrize(
    ("age", "wait"), [(0, 6 * HOUR), (6.5 * HOUR, 17.5 * HOUR), (2 * DAY, 5 * DAY), (8 * DAY, None)]
)
def test_articles_are_looked_at_less_and_less_often(age: float, wait: float | None) -> None:
    """At the ages of the plan, and never after the last of them."""
    assert next_visit(replace(ARTICLE, age=age), RECHECKS).wait == wait
    assert next_visit(replace(ARTICLE, age=age), ()).wait is None


def test_failures_are_tried_again_until_patience_ends() -> None:
    """Half an hour, two, eight, thirty-two; then never."""
    assert waits(FAILED, 5) == [FIRST_RETRY * 4**n for n in range(4)] + [None]


def test_what_is_gone_is_not_tried_again() -> None:
    """Time does not cure a 404; a list that failed is still a list."""
    assert next_visit(replace(FAILED, is_gone=True), RECHECKS).wait is None
    assert next_visit(replace(FAILED, is_gone=True, kind=UrlKind.LIST), RECHECKS).wait == FIRST_RETRY


@pytest.mark.parametrize("kind", [UrlKind.FURTHER, UrlKind.OTHER])
def test_others_are_never_due(kind: UrlKind) -> None:
    """Later pages of a list are read when its first page leads there; rejected pages are not."""
    assert next_visit(replace(LIST, kind=kind), RECHECKS).wait is None


@given(
    st.builds(
        Visited,
        st.sampled_from(UrlKind),
        st.sampled_from(Outcome),
        st.booleans(),
        st.floats(0, 1e9),
        st.none() | st.floats(0, LONGEST),
        st.floats(0, 1e9),
        st.integers(1, 9),
        st.booleans(),
    )
)
def test_only_lists_are_due_at_once(visited: Visited) -> None:
    """And they are requested once in a run."""
    plan = next_visit(visited, RECHECKS)
    assert plan.wait is None or plan.wait > 0 or (plan.wait == 0 and visited.kind is UrlKind.LIST)
