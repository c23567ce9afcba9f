"""A host is left alone for as long as it asks, within bounds, and longer each time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.politeness.pacing import (
    LONGEST,
    Host,
    PauseTerms,
    answered,
    refused,
    spent,
    unanswered,
    wait_asked,
)
from crawler.reasons import Cause, Reason
from crawler.reasons.reason import http

NOW = 1_660_000_000.0  # Mon, 08 Aug 2022 23:06:40 GMT
TERMS = PauseTerms(first=10, dead_after=3, dead_pause=60, pages=5, seconds=100)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120.0),
        (" 0 ", 0.0),
        ("1000000000", LONGEST),
        ("9" * 5000, LONGEST),
        ("Mon, 08 Aug 2022 23:07:40 GMT", 60.0),
        ("Mon, 08 Aug 2022 23:07:40", 60.0),
        ("Mon, 08 Aug 2012 23:07:40 GMT", 0.0),
        ("Mon, 08 Aug 2042 23:07:40 GMT", LONGEST),
        ("Mon, 08 Aug 99999 23:07:40 GMT", None),
        ("-5", None),
        ("1.5", None),
        ("soon", None),
        ("²", None),
        ("", None),
        (None, None),
    ],
)
def test_retry_after(header: str | None, seconds: float | None) -> None:
    """Seconds and dates are understood and reduced to an hour at most; other values give None."""
    assert wait_asked(header, NOW) == seconds


@given(st.text(max_size=40))
def test_any_retry_after(header: str) -> None:
    """Whatever the header holds, the wait lies between nothing and an hour."""
    wait = wait_asked(header, NOW)
    assert wait is None or 0 <= wait <= LONGEST


def test_pauses_double() -> None:
    """Each refusal after a pause doubles it up to the longest; an answer begins anew."""
    host, now, pauses = Host(), NOW, []
    for _ in range(12):
        host = refused(host, http(503), None, now, TERMS)
        pauses.append(host.rests(now))
        now = host.until
    assert pauses[:4] == [10, 20, 40, 80]
    assert pauses[-1] == LONGEST
    assert refused(answered(host, 1), http(503), None, now, TERMS).rests(now) == 10


def test_what_was_on_its_way_is_no_further_refusal() -> None:
    """Answers that come during a pause only lengthen it, and only where they ask for that."""
    host = refused(Host(), http(429), 30, NOW, TERMS)
    assert refused(host, http(429), None, NOW + 1, TERMS) == host
    longer = refused(host, http(429), 60, NOW + 1, TERMS)
    assert (longer.strikes, longer.until) == (1, NOW + 61)


def test_dead_hosts() -> None:
    """So many pages in a row without an answer, and the host is paused; an answer in between saves it."""
    host = unanswered(Host(), Reason(Cause.TIMED_OUT), 1, NOW, TERMS)
    host = unanswered(answered(host, 1), Reason(Cause.TIMED_OUT), 1, NOW, TERMS)
    host = unanswered(host, Reason(Cause.TIMED_OUT), 1, NOW, TERMS)
    assert not host.rests(NOW)
    host = unanswered(host, Reason(Cause.TIMED_OUT), 1, NOW, TERMS)
    assert (host.rests(NOW), host.reason) == (60, Reason(Cause.NO_ANSWER, "timed_out"))
    assert unanswered(host, Reason(Cause.TIMED_OUT), 1, host.until, TERMS).rests(host.until) == 120


@pytest.mark.parametrize(("pages", "seconds"), [(5, 0.0), (1, 100.0)])
def test_budgets(pages: int, seconds: float) -> None:
    """A host has had its share after a number of answers, or after a time spent waiting for it."""
    host = Host()
    for _ in range(pages):
        assert spent(host, TERMS) is None
        host = answered(host, seconds / pages)
    assert spent(host, TERMS)
    assert spent(host, PauseTerms(pages=0, seconds=0)) is None
