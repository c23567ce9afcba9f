"""Tests of links that grow from page to page."""

from __future__ import annotations

import pytest

from crawler.discovery.growth import EARNED, Growth, comes_back, extends_query

SITE = "http://www.lanqiao.test"


@pytest.mark.parametrize(
    ("query", "own", "grows"),
    [
        ("f1=1&f2=1", "f1=1", True),
        ("f2=1&f1=1", "f1=1", True),
        ("f[]=a&f[]=b", "f[]=a", True),
        ("path=0,1", "path=0", True),
        ("path=0/1", "path=0", True),
        ("cat=5&page=2", "cat=5", True),
        ("f1=1", "", False),
        ("f1=1", "f1=1&f2=1", False),
        ("page=12", "page=1", False),
        ("cat=6", "cat=5", False),
        ("cat=5&id=99", "cat=5", False),
        ("cat=5&newsid=99", "cat=5", False),
    ],
)
def test_queries_that_grow(query: str, own: str, grows: bool) -> None:
    """A query grows if it has all of its page's query and more; an article's id is no growth."""
    assert extends_query(f"{SITE}/list.php?{query}", f"{SITE}/list.php?{own}") is grows
    assert not extends_query(f"{SITE}/show.php?{query}", f"{SITE}/list.php?{own}")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("p1/p2/p1", True),
        ("p1/p2/p2/p1", True),
        ("news/news/1.htm", False),
        ("zwgk/zwgk/list", False),
        ("2022/08/2022/08", False),
        ("china/politics/index.htm", False),
    ],
)
def test_paths_that_come_back(path: str, expected: bool) -> None:
    """A folder inside one of its own folders is growth; the same name twice in a row is not, nor a number."""
    assert comes_back(path.split("/")) is expected


def test_one_name_at_three_depths() -> None:
    """A folder is growing from its third depth on; dates and common names of files are not."""
    growth = Growth()
    paths = ["/p2/", "/p1/p2/", "/p1/p3/p2/", "/p4/p3/p2/"]
    kinds = [growth.kind_of(SITE + path, SITE + "/") for path in paths]
    assert kinds == [None, None, "www.lanqiao.test", "www.lanqiao.test"]
    for path in ("/08/", "/2022/08/", "/a/2022/08/", "/index.htm", "/b/index.htm", "/c/d/index.htm"):
        assert growth.kind_of(SITE + path, SITE + "/") is None


def test_growing_links_that_lead_to_something_new() -> None:
    """Each of them makes room for more."""
    growth = Growth()
    script = f"{SITE}/list.php"
    urls = [f"{script}?f1=1&f2={number}" for number in range(99)]
    assert [growth.claim(url, script, 3) for url in urls[:5]] == [True, True, True, False, False]
    growth.earn(f"{script}?f1=1")
    assert not growth.claim(urls[5], script, 3)
    growth.earn(urls[0])
    assert [growth.claim(url, script, 3) for url in urls[6:]].count(True) == EARNED
    assert growth.kind_of(f"{script}?f1=2&f2=1", urls[0]) == script
    assert all(growth.claim(url, script, 0) for url in urls)
