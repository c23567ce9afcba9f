"""Tests of the announced URLs that a harvest still needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from crawler.discovery.entries import Entry
from crawler.discovery.frontier import Frontier, Link
from crawler.discovery.links import references
from crawler.discovery.page_shapes import use_of
from crawler.discovery.pagers import article_parts, list_pages
from crawler.discovery.pointers import Reference
from crawler.discovery.scope import Days, Scope, SeenUrls
from crawler.discovery.shapes import Shape
from crawler.discovery.traps import UrlBounds
from crawler.extraction.tree.page import Page
from crawler.reasons import Cause, Reason
from tests.discovery.pages import SITE, links, page

AUGUST = Days("2022-08-01", "2022-08-31")


def frontier(days: Days | None = None) -> Frontier:
    """Return a frontier of the invented site."""
    return Frontier(Scope(["lanqiao.test"]), days or Days(), SeenUrls())


def linked(wanted: Frontier, on: Page, apart_from: Iterable[str] = ()) -> Iterator[Link]:
    """Return the followed links of a page."""
    return wanted.links(references(on, with_days=True), on.url, apart_from)


def urls(followed: list[Link]) -> list[str]:
    """Return the paths of links."""
    return [link.url.removeprefix(SITE) for link in followed]


def test_links_that_are_followed() -> None:
    """Articles, lists and unclear URLs are followed; pictures, other sites and pagers are not."""
    body = links(
        "/2022-08/08/content_1.htm", "/world/", "/xgc.htm", "/a.jpg", "http://other.test/", "index_2.htm"
    )
    followed = list(linked(frontier(), page(body), apart_from=[f"{SITE}/world/index_2.htm"]))
    assert followed == [
        Link(f"{SITE}/2022-08/08/content_1.htm", Shape.ARTICLE),
        Link(f"{SITE}/world/", Shape.HUB),
        Link(f"{SITE}/xgc.htm", Shape.UNKNOWN),
    ]


def test_links_are_followed_once() -> None:
    """A URL that one page has named is not taken from another, in any spelling."""
    once = frontier()
    body = links("/a/content_7114.htm?from=timeline", "https://m.lanqiao.test/a/content_7114.htm")
    assert urls(list(linked(once, page(body)))) == ["/a/content_7114.htm?from=timeline"]
    assert list(linked(once, page(body))) == []


def test_links_of_other_days_are_left_out() -> None:
    """The days of URLs and lists keep articles out; lists themselves are always followed."""
    body = (
        links("/2022-08/08/content_1.htm", "/2021-08/08/content_2.htm", "/2021-08/", "/2022/")
        + "<li><a href='/x.htm'>X</a> 2022-08-15</li><li><a href='/y.htm'>Y</a> 2022-10-15</li>"
        + "<li><a href='/2021/world/'>Archive</a> 2021-01-01</li>"
    )
    paths = urls(list(linked(frontier(AUGUST), page(body))))
    assert paths == ["/2022-08/08/content_1.htm", "/2022/", "/x.htm", "/2021/world/"]


def test_entries_of_other_days_are_left_out() -> None:
    """Publication, change and URL are checked in turn; a late change may be of any day."""
    entries = [
        Entry(f"{SITE}/1.htm", published="2022-08-08"),
        Entry(f"{SITE}/2.htm", published="2021-08-08", changed="2022-08-08"),
        Entry(f"{SITE}/3.htm", changed="2022-07-01"),
        Entry(f"{SITE}/4.htm", changed="2024-07-01"),
        Entry(f"{SITE}/2021-08/08/content_5.htm", changed="2024-07-01"),
        Entry(f"{SITE}/6.htm"),
        Entry("http://other.test/7.htm"),
        Entry(f"{SITE}/8.jpg"),
    ]
    assert urls(list(frontier(AUGUST).entries(entries))) == ["/1.htm", "/4.htm", "/6.htm"]
    assert urls(list(frontier().entries(entries))) == [
        "/1.htm",
        "/2.htm",
        "/3.htm",
        "/4.htm",
        "/2021-08/08/content_5.htm",
        "/6.htm",
    ]


def test_sitemaps_of_other_days_are_left_out() -> None:
    """A sitemap that changed last before the days names nothing of them; compressed ones count."""
    entries = [
        Entry(f"{SITE}/sitemap-2021.xml.gz", changed="2021-12-31"),
        Entry(f"{SITE}/sitemap-2022.xml.gz", changed="2022-12-31"),
        Entry(f"{SITE}/sitemap-2022.xml.gz"),
    ]
    assert list(frontier(AUGUST).indexes(entries)) == [f"{SITE}/sitemap-2022.xml.gz"]


PIECES = """
<a~href='x.htm'> <a~href='?page=2'>2</a> <a~href='http://['> <area~href> <base~href='//['>
<link~rel=next~href=':'>
<script>createPageHTML(3,0,'a','b')</script> <li> <p> <title> 2022-08-08 text & </a> </li> \0 \x0b
""".split()
MARKUP = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


@given(MARKUP)
def test_any_markup_can_be_discovered(markup: str) -> None:
    """No page raises, and whatever it names is absolute."""
    document = page(markup.replace("~", " "))
    use_of(document)
    parts = article_parts(document)
    named = [
        *list_pages(document),
        *parts.further,
        *(link.url for link in linked(frontier(AUGUST), document)),
    ]
    assert all(url.startswith("http://") for url in named)


def test_host_of_a_page_is_known() -> None:
    """Made-up hosts that come first leave a page its own links, whatever the bound on hosts."""
    made = [Reference(f"http://x{number}.lanqiao.test/") for number in range(5)]
    own = Reference("http://lanqiao.test/2022-08/07/content_7.htm")
    wanted = replace(frontier(), bounds=UrlBounds(hosts=3))
    followed = [link.url for link in wanted.links([*made, own], "http://lanqiao.test/")]
    assert followed == [made[0].url, made[1].url, own.url]
    assert wanted.cut == {Reason(Cause.DOMAIN_HOSTS): 3}
