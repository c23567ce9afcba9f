"""Tests of the site that a host belongs to."""

from __future__ import annotations

import pytest

from crawler.text.domains import site_of


@pytest.mark.parametrize(
    ("host", "site"),
    [
        ("www.people.com.cn", "people.com.cn"),
        ("people.com.cn", "people.com.cn"),
        ("a.b.c.news.cn", "news.cn"),
        ("www.mof.gov.cn", "mof.gov.cn"),
        ("epaper.southcn.gd.cn", "southcn.gd.cn"),
        ("www.bbc.co.uk", "bbc.co.uk"),
        ("edition.cnn.com", "cnn.com"),
        ("news.co.com", "co.com"),
        ("M.News.CN.", "news.cn"),
        ("localhost", "localhost"),
        ("127.0.0.1", "127.0.0.1"),
        ("[::1]", "[::1]"),
    ],
)
def test_site(host: str, site: str) -> None:
    """The registered domain counts, under country domains with one label more."""
    assert site_of(host) == site
