"""Tests of the scope of a harvest: hosts, URLs, days."""

from __future__ import annotations

import pytest

from crawler.discovery.scope import Days, Scope, SeenUrls


@pytest.mark.parametrize(
    ("url", "is_covered"),
    [
        ("http://lanqiao.test/", True),
        ("https://WWW.lanqiao.test:8080/a", True),
        ("http://a.b.lanqiao.test/a", True),
        ("http://lanqiao.test.evil.test/", False),
        ("http://evillanqiao.test/", False),
        ("http://test/", False),
        ("http://evil.test/?http://lanqiao.test/", False),
        ("http://lanqiao.test@evil.test/", False),
        ("http://news.other.test/", True),
        ("http://other.test/", False),
        ("http://[", False),
    ],
)
def test_hosts_and_their_subdomains(url: str, is_covered: bool) -> None:
    """A host stands for its sub-domains, and for nothing that is merely spelt alike."""
    scope = Scope(["lanqiao.test", "news.other.test:8000"])
    assert scope.covers(url) is is_covered
    assert scope.covers(url) is is_covered  # the second answer is a remembered one


@pytest.mark.parametrize("given", ["::1", "[::1]", "[::1]:8000"])
def test_scope_may_be_an_ipv6_address(given: str) -> None:
    """With brackets and a port, or without."""
    scope = Scope([given])
    assert scope.covers("http://[::1]:8000/a.htm")
    assert not scope.covers("http://[::2]/a.htm")


def test_scope_follows_a_site_that_moved() -> None:
    """A start that redirects takes its scope along; a URL out of scope takes nothing along."""
    scope = Scope(["lanqiao.test"])
    assert not scope.covers("http://news.bridge.test/a")
    scope.follow("http://other.test/", "http://bridge.test/")
    assert not scope.covers("http://news.bridge.test/a")
    scope.follow("http://www.lanqiao.test/", "https://www.bridge.test/en/")
    assert scope.covers("http://news.bridge.test/a")
    assert scope.covers("http://lanqiao.test/a")


def test_each_article_is_met_once() -> None:
    """The same page under another scheme, host or tracking parameter has been met."""
    seen = SeenUrls()
    assert seen.claim("http://www.lanqiao.test/a_7114.htm")
    assert not seen.claim("http://www.lanqiao.test/a_7114.htm")
    assert not seen.claim("https://m.lanqiao.test/a_7114.htm?utm_source=x")
    assert seen.claim("http://www.lanqiao.test/b.htm")


@pytest.mark.parametrize(
    ("day", "may_hold"),
    [
        (None, True),
        ("2022-08-10", True),
        ("2022-08-01", True),
        ("2022-07-30", True),  # put on the server before the day that it prints
        ("2022-07-29", False),
        ("2022-09-02", True),  # put on a list after the day that it prints
        ("2022-09-03", False),
        ("2022-08", True),
        ("2022-07", True),  # the end of July is near enough
        ("2022-06", False),
        ("2022-10", False),
    ],
)
def test_days_with_slack(day: str | None, may_hold: bool) -> None:
    """The date of a list or a URL may lie two days beside the article's own, which decides in the end."""
    assert Days("2022-08-01", "2022-08-31").may_hold(day) is may_hold


def test_open_ends() -> None:
    """Where a bound is missing, nothing lies beyond it."""
    assert Days().may_hold("1999-01-01")
    assert not Days().are_bounded
    assert Days(since="2022-08-01").may_hold("2099-01-01")
    assert Days(until="2022-08-01").may_hold("1999-01-01")
    assert Days(until="2022-08-01").are_bounded


def test_last_change_before_the_days() -> None:
    """A last change before the first day is too old; one after the last day may be of any day."""
    days = Days("2022-08-01", "2022-08-31")
    assert days.are_after("2022-07-01")
    assert not days.are_after("2024-01-01")
    assert not days.are_after(None)
