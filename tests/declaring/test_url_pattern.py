"""The common pattern of a site's article URLs, guessed from one of them."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.declaring.url_pattern import article_pattern
from crawler.publishers import publisher_of
from crawler.publishers.url_shapes import CONTENT_ARTICLE, TRS_ARTICLE
from tests.publishers.url_samples import ARTICLES, HUBS


@pytest.mark.parametrize(
    ("path", "pattern"),
    [
        ("/world/2024-05/20/content_117200417.htm", CONTENT_ARTICLE),
        ("/gn/202405/t20240520_8912345.html", TRS_ARTICLE),
        ("/news/2024-05/20/c123456.html", r"/\d{4}-\d{2}/\d{2}/c\d+\.html$"),
        ("/2024/5/7/herons.html", r"/\d{4}/\d+/\d+/herons\.html$"),
        ("/a/20240520/991234", r"/\d{8}/\d+$"),
        ("/story/99123456/", r"/\d+/$"),
        ("/n/5f0e2c1a9b8d7e6f5a4b", r"/[0-9a-f]{20}$"),
        ("/news/WS664167f4a31082fc043c6a01.html", r"/\w+\.html$"),
        ("/town/ferry-town-counts-its-herons", r"/(?:[^/-]+-){3}[^/]*$"),
        ("/a/détail%20x-12.html", r"/[^/]+-\d{2}\.html$"),
        ("/about.html", None),
        ("/", None),
        ("", None),
    ],
)
def test_pattern(path: str, pattern: str | None) -> None:
    """Numbers of dates keep their length, other numbers any; words that name a channel go."""
    assert article_pattern(path) == pattern


@pytest.mark.parametrize("url", ARTICLES)
def test_pattern_takes_its_like_and_no_home_page(url: str) -> None:
    """Whatever system a site runs on, its article's pattern takes the article."""
    path = urlsplit(url).path
    pattern = article_pattern(path)
    assert pattern is None or re.search(pattern, path)
    assert pattern is None or not re.search(pattern, "/")


def _is_good(url: str) -> bool:
    """Return whether the pattern that is guessed from an article takes no list of its publisher."""
    pattern = article_pattern(urlsplit(url).path)
    own = (hub for hub in HUBS if publisher_of(hub) is publisher_of(url))
    return pattern is not None and not any(re.search(pattern, urlsplit(hub).path) for hub in own)


def test_most_articles_have_a_pattern_that_takes_no_list() -> None:
    """The guess is good for nine in ten of the declared sites' articles."""
    assert sum(map(_is_good, ARTICLES)) >= 0.9 * len(ARTICLES)


@given(st.text())
def test_any_path_has_a_pattern_or_none(path: str) -> None:
    """A guess is a regular expression, on any path."""
    pattern = article_pattern(f"/{path}")
    assert pattern is None or re.search(pattern, f"/{path}")
