"""Tests of the elements that lead on: each kind in page order, found once for a page."""

from __future__ import annotations

from crawler.discovery.elements import elements_of
from crawler.extraction.tree.page import parse_page
from crawler.parsing.pages import FetchedPage, ReadingBounds
from crawler.parsing.sight import parsed

PAGE = b"""<html><head><base target=x><base href="/a/"><base href="/b/"><link rel=next href=2.htm>
<script>one</script></head><body><a name=top>Top</a><a href="1.htm">One</a><map><area href="2.htm"></map>
<select><option>3</option></select><iframe src="4.htm"></iframe><a href="5.htm">Five</a>
<a href="">Six</a></body></html>"""
URL = "http://www.example.cn/"


def test_each_kind_in_page_order() -> None:
    """Anchors without a reference are left out; the first base with a reference counts."""
    elements = elements_of(parse_page(PAGE, URL).root)
    assert [reference for _, reference in elements.anchors] == ["1.htm", "2.htm", "5.htm"]
    assert [element.tag for element, _ in elements.anchors] == ["a", "area", "a"]
    assert [element.get("src") for element in elements.frames] == ["4.htm"]
    assert (len(elements.links), len(elements.menus), len(elements.scripts), elements.base) == (
        1,
        1,
        1,
        "/a/",
    )


def test_tree_of_the_last_page_is_freed() -> None:
    """Only one tree is held at a time: the next page is parsed without the last one in memory."""
    elements_of(parse_page(PAGE, URL).root)
    parsed(FetchedPage(url=URL, body=PAGE), ReadingBounds())
    assert elements_of.cache_info().currsize == 0
