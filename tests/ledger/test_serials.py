"""Tests of the gaps in serial content ids."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.commands.audit import audited, worded_series
from crawler.ledger.ledger import Ledger
from crawler.ledger.serials import WIDEST, Series, numbered, serials
from tests.ledger.examples import asked, stored, taken, told


@pytest.mark.parametrize(
    ("url", "place"),
    [
        (
            "http://news.example.cn/2022-08/06/content_78353942.htm",
            ("news.example.cn content_#.htm", 78353942),
        ),
        ("https://a.example.cn/xw/202405/t20240520_4321.html", ("a.example.cn t#_#.html", 4321)),
        ("http://a.example.cn/n1/2024/0520/c1001-40239876.html", ("a.example.cn c#-#.html", 40239876)),
        ("http://a.example.cn/a/20240520.html", None),
        ("http://a.example.cn/world/index_12.htm", None),
        ("http://a.example.cn/", None),
    ],
)
def test_number_of_a_url(url: str, place: tuple[str, int] | None) -> None:
    """The last long number of a file name is its place; days and pages of lists do not count."""
    assert numbered(url) == place


def urls(numbers: set[int]) -> list[tuple[str, bool]]:
    """Return articles of these numbers."""
    return [(f"http://a.example.cn/2024-05/20/content_{number}.htm", True) for number in numbers]


@given(st.sets(st.integers(10_000, 10_300), min_size=3))
def test_numbers_are_met_or_missing(numbers: set[int]) -> None:
    """Between the first and the last number each is either met or in exactly one gap."""
    with_gaps = serials(urls(numbers))
    if max(numbers) - min(numbers) + 1 == len(numbers):
        assert not with_gaps
        return
    (series,) = with_gaps
    missing = [number for first, last in series.gaps for number in range(first, last + 1)]
    assert sorted([*missing, *numbers]) == list(range(min(numbers), max(numbers) + 1))
    assert (series.known, series.missing) == (len(numbers), len(missing))


def test_what_was_met_and_is_no_article_is_no_gap() -> None:
    """A page that was rejected or failed has its number; a series needs three articles."""
    met = [*urls({5000, 5002, 5004}), ("http://a.example.cn/2024-05/20/content_5001.htm", False)]
    (series,) = serials(met)
    assert series.gaps == ((5003, 5003),)
    assert not serials(met[1:])


def test_far_numbers_are_no_gap() -> None:
    """An article of ten years ago does not make everything since a gap."""
    assert not serials(urls({5000, 5001, 5001 + WIDEST + 2}))


def test_gaps_in_words(tmp_path: Path) -> None:
    """`scrapy audit` tells them from a ledger, the widest by their numbers."""
    ledger = Ledger(tmp_path)
    for number in (7000, 7001, 7003, 7010):
        ledger.errands.add(asked(number), 0.0)
        ledger.finish(taken(ledger), stored(number), [told(number)])
    ledger.end("finished", 4, 0)
    ledger.close()
    (series,) = audited(tmp_path).series
    assert worded_series(series) == (
        "news.example.cn content_#.htm: 7 numbers missing in runs of ids that are otherwise known"
        " (4 from 7000 to 7010): 7002, 7004-7009"
    )
    many = Series("a", 1000, 2000, 12, tuple((1000 + 9 * each, 1000 + 9 * each) for each in range(11)))
    assert worded_series(many).endswith(" and 3 more gaps")
