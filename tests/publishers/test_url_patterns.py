"""Tests that the URL patterns tell articles from lists, on URLs of the shapes that the sites use."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest

from crawler.publishers import PUBLISHERS, Publisher, publisher_of
from tests.publishers.test_pages import EXPECTATIONS, expected
from tests.publishers.url_samples import ARTICLES, HUBS

SAVED = tuple(expected(path)["url"] for path in EXPECTATIONS)


def _matches(patterns: tuple[str, ...], url: str) -> bool:
    return any(re.search(pattern, urlsplit(url).path) for pattern in patterns)


def _publisher(url: str) -> Publisher:
    publisher = publisher_of(url)
    assert publisher is not None, url
    return publisher


@pytest.mark.parametrize("url", ARTICLES)
def test_articles_are_known_by_their_url(url: str) -> None:
    """An article's URL matches an article pattern of its publisher, and no hub pattern."""
    publisher = _publisher(url)
    assert _matches(publisher.article_urls, url)
    assert not _matches(publisher.hub_urls, url)


@pytest.mark.parametrize("url", HUBS)
def test_hubs_are_known_by_their_url(url: str) -> None:
    """A list's URL matches a hub pattern of its publisher, and no article pattern."""
    publisher = _publisher(url)
    assert _matches(publisher.hub_urls, url)
    assert not _matches(publisher.article_urls, url)


@pytest.mark.parametrize("publisher", PUBLISHERS, ids=lambda publisher: publisher.name)
def test_every_pattern_has_an_example(publisher: Publisher) -> None:
    """No pattern is declared that no sample shows."""
    samples = (*ARTICLES, *HUBS, *SAVED)
    paths = [urlsplit(url).path for url in samples if publisher_of(url) is publisher]
    patterns = (*publisher.article_urls, *publisher.hub_urls)
    assert [one for one in patterns if not any(re.search(one, path) for path in paths)] == []


@pytest.mark.parametrize("publisher", PUBLISHERS, ids=lambda publisher: publisher.name)
def test_start_pages_are_no_articles(publisher: Publisher) -> None:
    """No harvest starts at a single article."""
    assert [start for start in publisher.start if _matches(publisher.article_urls, start)] == []
