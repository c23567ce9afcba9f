"""Tests of the moments of captured articles."""

from __future__ import annotations

from crawler.state.moments import MOST, Moments
from crawler.webarchives.archives import ArchivedMoment, archive_of
from tests.records.examples import article

NAME = "http://archive.example.org/news/{}id_/http://www.example.cn/a.htm"
NEWS = archive_of("http://archive.example.org/news")


def test_moment_of_an_article() -> None:
    """A captured article has its moment; a live one has none."""
    moments, moment = Moments(), ArchivedMoment(NEWS, "2022-08-06T12:00:00+00:00")
    moments.hold(NAME, moment)
    assert moments.of(article(evidence={"capture": NAME})) == moment
    assert moments.of(article(evidence={"capture": "http://archive.example.org/other"})) is None
    assert moments.of(article(evidence={})) is None


def test_moments_are_bounded() -> None:
    """Memory does not grow with the number of captures; the latest are held."""
    moments, moment = Moments(), ArchivedMoment(NEWS, "2022-08-06T12:00:00+00:00")
    names = [NAME.format(number) for number in range(MOST + 1)]
    for name in names:
        moments.hold(name, moment)
    held = [moments.of(article(evidence={"capture": name})) is not None for name in names]
    assert held == [False, *[True] * MOST]
