"""Tests of the links of a page, their dates, and the feeds that it announces."""

from __future__ import annotations

from time import process_time

import pytest

from crawler.discovery.links import base_of, feeds_of, references
from tests.discovery.pages import SITE, page


def test_links_in_page_order_each_once() -> None:
    """Links and image maps count; other schemes and repetitions do not."""
    document = page(
        "<a href='/b.htm#top'>B</a><map><area href='c.htm'></map><a href='/b.htm'>again</a><a name='x'>x</a>"
        "<a href='javascript:;'>js</a><a href=''>-</a><a href='mailto:a@b.test'>m</a>"
        "<a href='file:///etc/passwd'>f</a><link href='/style.css'>"
    )
    assert [each.url for each in references(document)] == [f"{SITE}/b.htm", f"{SITE}/world/c.htm"]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("<base href='/zh/'>", f"{SITE}/zh/"),
        ("<base target='_blank'><base href='http://b.test/x/'>", "http://b.test/x/"),
        ("<base href='javascript:;'>", f"{SITE}/world/node_7114.htm"),
        ("", f"{SITE}/world/node_7114.htm"),
    ],
)
def test_base(head: str, expected: str) -> None:
    """The first usable base decides, relative to the page."""
    assert base_of(page("", head=head)).url == expected
    document = page("<a href='a.htm'>A</a>", head="<base href='/zh/'>")
    assert [each.url for each in references(document)] == [f"{SITE}/zh/a.htm"]


@pytest.mark.parametrize(
    ("item", "day"),
    [
        ("<li><a href='/2022-08/08/content_1.htm'>A</a> 2021-01-01</li>", "2022-08-08"),
        ("<li><a href='/202208/a1b2.htm'>A</a> 2022-08-08</li>", "2022-08-08"),
        ("<li><a href='/202208/a1b2.htm'>A</a> 2021-01-01</li>", "2022-08"),
        ("<li><a href='/a/1.htm'>A</a><span>2022-08-08</span></li>", "2022-08-08"),
        ("<li><span>[2022年8月8日 10:30]</span><a href='/a/1.htm'>新桥</a></li>", "2022-08-08"),
        ("<tr><td><a href='/a/1.htm'>A</a></td><td>2022/08/08</td></tr>", "2022-08-08"),
        ("<dl><dd><a href='/a/1.htm'>A</a> Aug. 8, 2022</dd></dl>", "2022-08-08"),
        ("<p><a href='/a/1.htm'>A</a> (2022-08-08)</p>", "2022-08-08"),
        ("<li><a href='/article/detail/2022/08/id/1.shtml'>A</a> 2022-08-08</li>", "2022-08-08"),
        ("<li><a href='/article/detail/2022/08/id/1.shtml'>A fair until 2022-10-03</a></li>", "2022-08"),
        ("<li><a href='/article/detail/2022/08/id/1.shtml'>A</a></li>", "2022-08"),
        ("<div><h3><a href='/a/1.htm'>渡轮今天开始载客</a></h3><span>2022-08-08</span></div>", "2022-08-08"),
        (
            "<div><a href='/a/1.htm'><img></a><a href='/a/1.htm'>渡轮今天开始载客</a>2022-08-08</div>",
            "2022-08-08",
        ),
        ("<a href='/a/1.htm'><h3>渡轮今天开始载客</h3><i>2022-08-08 10:30</i></a>", "2022-08-08"),
        ("<dl><dt><a href='/a/1.htm'>渡轮今天开始载客</a></dt><dd>2022-08-08</dd></dl>", "2022-08-08"),
        (
            "<div><a href='/a/1.htm'>Ferry returns</a><time datetime='2022-08-08T10:30'>1h</time></div>",
            "2022-08-08",
        ),
        ("<div>2022-08-08 来源：<a href='/'>林江晚报</a></div>", None),
        ("<li><a href='/a/1.htm'>A</a></li>", None),
        ("<div><a href='/a/1.htm'>A</a> 2022-08-08</div>", None),
        ("<li><a href='/a/1.htm'>A</a> 2022-08-08 " + "and many more words " * 20 + "</li>", None),
    ],
)
def test_day_of_a_link(item: str, day: str | None) -> None:
    """The URL's day counts first, then the one stated in the same short list item, table row or card.

    A stated day outside the month that the URL names does not count.
    """
    document = page(f"<table>{item}</table>" if item.startswith("<tr") else item)
    assert [each.day for each in references(document, with_days=True)] == [day]


def test_day_of_another_link_is_not_taken() -> None:
    """A day in a box with two headlines belongs to neither."""
    document = page(
        "<div><a href='/a/1.htm'>渡轮今天开始载客</a><a href='/a/2.htm'>老桥装上新的路灯</a>2022-08-08</div>"
    )
    assert [each.day for each in references(document, with_days=True)] == [None, None]


def test_feeds() -> None:
    """Feeds are named in the head, in sloppy ways; other alternates are no feeds."""
    head = (
        "<link rel='alternate' type='application/rss+xml' href='/rss.xml'>"
        "<link rel='ALTERNATE' type=' Application/Atom+XML ' href='atom.xml'>"
        "<link rel='alternate' hreflang='fr' href='/fr/'><link type='application/rss+xml'>"
        "<link type='application/rss+xml' href='feed:x'>"
    )
    assert list(feeds_of(page("", head=head))) == [f"{SITE}/rss.xml", f"{SITE}/world/atom.xml"]


def test_huge_list_item_costs_no_time() -> None:
    """A page that is one list item is not read again for each of its links."""
    document = page(
        "<li>" + "".join(f"<a href='/a/{n}.htm'>{'word ' * 20}</a>" for n in range(3000)) + "</li>"
    )
    start = process_time()
    assert not any(each.day for each in references(document, with_days=True))
    assert process_time() - start < 5
