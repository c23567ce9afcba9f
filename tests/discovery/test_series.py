"""Tests of series of pages, recognised by their URLs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.discovery.series import is_row, place

SITE = "http://www.lanqiao.test"


@pytest.mark.parametrize(
    ("first", "later", "number"),
    [
        ("/world/index.htm", "/world/index_2.htm", 2),
        ("/world/", "/world/index_2.htm", 2),
        ("/gn/index.shtml", "/gn/index_1.shtml", 1),
        ("/node_7114.htm", "/node_7114_3.htm", 3),
        ("/a/content_1.htm", "/a/content_1_2.htm", 2),
        ("/2022-08/08/content_78361204.htm", "/2022-08/08/content_78361204_4.htm", 4),
        ("/n1/2022/0807/c1001-32496578.html", "/n1/2022/0807/c1001-32496578-2.html", 2),
        ("/politics/2019-12/30/c_1125406278.htm", "/politics/2019-12/30/c_1125406278_2.htm", 2),
        ("/gn/t20220808_712044.html", "/gn/t20220808_712044_1.html", 1),
        ("/GB/1024/index.html", "/GB/1024/index2.html", 2),
        ("/scroll/news1.html", "/scroll/news12.html", 12),
        ("/china/59b8d010a3108c54ed7dfc23", "/china/59b8d010a3108c54ed7dfc23/page_2.html", 2),
        ("/category/world/", "/category/world/page/3/", 3),
        ("/list.php?id=7", "/list.php?id=7&page=2", 2),
        ("/list.php?page=1&id=7", "/list.php?page=2&id=7", 2),
        ("/a/b/c.html", "/a/b/c.html?page=2", 2),
        ("/col/col7/index.html", "/col/col7/index.html?uid=1&pageNum=4&uid=1", 4),
    ],
)
def test_later_pages_belong_to_the_first(first: str, later: str, number: int) -> None:
    """Each family of addresses counts its pages in its own way."""
    assert place(SITE + later).number == number
    if "uid" not in later:  # a parameter more makes another row
        assert is_row(SITE + first, SITE + later)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("/a/content_78361204.htm", "/a/content_78361205.htm"),
        ("/world/index_2.htm", "/china/index_2.htm"),
        ("/node_7114.htm", "/node_7115.htm"),
        ("/a/content_1.htm", "/a/content_2.htm"),
        ("/node_8.htm", "/node_9.htm"),
        ("/list.php?id=7&page=2", "/list.php?id=8&page=2"),
        ("/n1/2022/0807/c1001-32496578.html", "/n1/2022/0807/c1002-32496578.html"),
        ("/t20220808_712044.html", "/t20220809_712044.html"),
        ("/world/index_2.htm", "/world/index_2.htm"),
    ],
)
def test_neighbours_are_no_row(one: str, other: str) -> None:
    """Long numbers are names, not page numbers; a page is no row with itself."""
    assert not is_row(SITE + one, SITE + other)


@given(st.text(max_size=60))
def test_any_text_has_a_place(url: str) -> None:
    """No text raises, and no number is negative."""
    assert place(url).number >= 0
