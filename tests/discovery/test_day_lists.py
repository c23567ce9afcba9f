"""Tests of archives by day: their lists from the newest to the oldest, and the links that belong to them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from crawler.discovery.contents import Contents
from crawler.discovery.day_lists import DayList, Walk
from crawler.discovery.scope import Days
from crawler.publishers import DayArchive

TODAY = date(2024, 5, 20)
ARCHIVE = DayArchive(url="http://paper.example.cn/rb/{date:%Y%m/%d}/node_01.html")


@pytest.mark.parametrize(
    ("since", "until", "bounds", "days"),
    [
        ("2024-05-18", None, {}, ["05-20", "05-19", "05-18"]),
        ("2024-05-18", "2024-05-19", {}, ["05-19", "05-18"]),
        ("2024-02-28", "2024-03-01", {}, ["03-01", "02-29", "02-28"]),
        ("2024-05-18", "2099-12-31", {}, ["05-20", "05-19", "05-18"]),
        ("1999-01-01", "2024-05-20", {"since": "2024-05-19"}, ["05-20", "05-19"]),
        ("2024-05-10", None, {"until": "2024-05-11"}, ["05-11", "05-10"]),
        ("2024-06-01", None, {}, []),
        ("2024-05-19", None, {"until": "2020-01-01"}, []),
        (None, None, {}, ["05-20", "05-19"]),
        (None, "2024-05-19", {}, ["05-19"]),
        (None, "2024-05-18", {}, []),
        (None, None, {"since": "2024-05-20"}, ["05-20"]),
    ],
)
def test_days_of_a_walk(
    since: str | None, until: str | None, bounds: dict[str, str], days: list[str]
) -> None:
    """No day lies outside the request, outside the archive, or in the future.

    Without a first day, the lists of two days are enough for daily crawls.
    """
    archive = replace(ARCHIVE, **bounds)  # type: ignore[arg-type]
    lists = Walk((archive,), Days(since, until)).lists(archive, TODAY)
    assert [each.day[5:] for each in lists] == days


def test_walk_goes_on_before_a_day() -> None:
    """A list leads to the day before it."""
    lists = Walk((ARCHIVE,), Days("2024-05-01")).lists(ARCHIVE, TODAY, "2024-05-03")
    assert [each.url[-18:] for each in lists] == ["05/02/node_01.html", "05/01/node_01.html"]


def test_list_of_a_day_settles() -> None:
    """A list grows no more when the day has been over for two days in every time zone."""
    assert DayList(ARCHIVE.url, "2024-05-20", 0).settled == 1_716_422_400  # 2024-05-23, 0:00 UTC


def test_pages_of_a_day() -> None:
    """Only an archive with numbered pages has a next one."""
    some = Contents(10, "2024-05-20", 7)
    assert DayList(ARCHIVE.url, "2024-05-20", 0).next_page(some) is None
    first = DayList("http://example.cn/s?d={date:%Y-%m-%d}&p={page}", "2024-05-20", 1)
    second = first.next_page(some)
    assert second is not None
    assert second.url == "http://example.cn/s?d=2024-05-20&p=2"
    assert second.next_page(Contents(10, "2024-05-20", 8)) is not None
    assert second.next_page(some) is None  # the server ignores the number
    assert second.next_page(Contents()) is None


@pytest.mark.parametrize(
    ("path", "is_claimed"),
    [
        ("202405/19/node_01.html", True),  # the walk requests it
        ("202405/18/node_01.html", True),
        ("202405/19/node_02.html", False),  # another page of that paper
        ("202405/18/node_02.html", True),  # a day outside the request
        ("202405/18/content_1.html", True),
        ("202404/01/node_02.html", True),
        ("202405/node_02.html", False),
        ("index.html", False),
    ],
)
def test_links_that_the_walk_claims(path: str, *, is_claimed: bool) -> None:
    """Links lead neither to another day nor to the front page of a day, which are the walk's."""
    walk = Walk((ARCHIVE,), Days("2024-05-19", "2024-05-20"))
    assert walk.claims(f"http://paper.example.cn/rb/{path}") is is_claimed
    assert not Walk((), Days("2024-05-19")).claims(f"http://paper.example.cn/rb/{path}")
    assert not Walk((ARCHIVE,)).claims(f"http://paper.example.cn/rb/{path}")  # no days are requested
