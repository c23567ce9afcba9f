"""Tests of parameters that make no difference."""

from __future__ import annotations

import pytest

from crawler.discovery.noise import PAGES, Noise, PageContent

LIST = "http://www.lanqiao.test/list.jsp?timestamp={}"
SHOW = "http://www.lanqiao.test/show.jsp?shareId={}"
LINKS = frozenset(f"/{number}" for number in range(20))


def test_parameter_is_kept_until_two_answers_are_the_same() -> None:
    """One answer proves nothing; the second same one does, for every other value."""
    noise = Noise()
    for number in (1, 2):
        assert noise.without(LIST.format(7)) == LIST.format(7)
        noise.note(LIST.format(number), PageContent(links=LINKS))
    assert noise.without(LIST.format(7)) == "http://www.lanqiao.test/list.jsp"


def test_parameter_that_tells_articles_apart() -> None:
    """One different answer, and no later one that is the same makes it noise."""
    noise = Noise()
    for number, text in enumerate(("ferry", "bridge", "ferry")):
        noise.note(SHOW.format(number), PageContent(text))
        assert noise.without(SHOW.format(7)) == SHOW.format(7)


def test_list_that_grew_meanwhile() -> None:
    """A new article on top makes no other list."""
    noise = Noise()
    noise.note(LIST.format(1), PageContent(links=LINKS))
    noise.note(LIST.format(2), PageContent(links=LINKS | {"/new"}))
    assert noise.without(LIST.format(3)) == "http://www.lanqiao.test/list.jsp"


def test_error_pages_prove_nothing() -> None:
    """Two pages without a text and without links are the same by accident."""
    noise = Noise()
    for number in (1, 2, 3):
        noise.note(SHOW.format(number), PageContent())
    assert noise.without(SHOW.format(7)) == SHOW.format(7)


def test_pages_are_learned_apart() -> None:
    """What makes no difference on one page may make one on another."""
    noise = Noise()
    for number in (1, 2):
        noise.note(LIST.format(number), PageContent(links=LINKS))
    assert noise.without(SHOW.format(7)) == SHOW.format(7)


@pytest.mark.parametrize(
    "url", ["http://a.test/", "http://a.test/show.jsp?id=7&page=2", "no url", "http://["]
)
def test_other_urls_stay(url: str) -> None:
    """A URL without such a parameter stays as it is."""
    noise = Noise()
    noise.note(url, PageContent("ferry"))
    assert noise.without(url) == url


def test_memory_is_bounded() -> None:
    """Only so many pages are remembered."""
    noise = Noise()
    for number in range(PAGES + 10):
        noise.note(f"http://www.lanqiao.test/{number % 100}/a{number}x/list.jsp?ref=1", PageContent("ferry"))
    assert len(noise._first) <= PAGES
