"""The changes of `python -m benchmarks.sturdiness`: each keeps the text that readers see."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchmarks.rewriting import CHANGES, Change, plain_page, rewritten
from crawler.extraction import Knowledge, read_article

if TYPE_CHECKING:
    from crawler.items import Article

URL = "http://www.example.cn/2026/08/06/1.html"
PAGE = """<!doctype html><html><head><title>A lock opens in Muqiao</title>
<meta property="og:title" content="A lock opens in Muqiao">
<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2026-08-06"}</script></head>
<body>
<header><h2>Latest</h2></header><article class="story"><h1>A lock opens in Muqiao</h1>
<time datetime="2026-08-06T09:15:00+08:00">6 August 2026</time>
<p>The lock between Muqiao and Shuibei opened this week, after three years of work on both banks.</p>
<figure><img src="lock.jpg"><figcaption>Boats wait at the lock. Photo: Lin Wu</figcaption></figure>
<p>Lin Wu, who runs the lock, said that twelve boats passed on the first day, more than expected.</p>
</article></body></html>"""


def article(change: Change) -> Article:
    """Return the article of the page after a change."""
    return read_article(rewritten(plain_page(PAGE.encode(), URL), change), Knowledge())


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.name)
def test_text_and_headline_survive_each_change(change: Change) -> None:
    """A reader sees the same article after each change, and so does the extractor."""
    read = article(change)
    assert read.headline == "A lock opens in Muqiao"
    assert read.published is not None
    assert read.published.startswith("2026-08-06")
    assert [line[:8] for line in read.body] == ["The lock", "Lin Wu, "]


def test_the_page_itself_stays() -> None:
    """A change works on a copy: the next one starts from the page as served."""
    page = plain_page(PAGE.encode(), URL)
    size = len(list(page.root.iter()))
    for change in CHANGES:
        rewritten(page, change)
    assert len(list(page.root.iter())) == size
    assert next(page.root.iter("article")).get("class") == "story"


def test_each_change_but_the_first_changes_something() -> None:
    """No change is without effect on a page that has what it rewrites."""
    from lxml import etree

    page = plain_page(PAGE.encode(), URL)
    same = [
        change.name
        for change in CHANGES
        if etree.tostring((new := rewritten(page, change)).root) == etree.tostring(page.root)
        and new.url == page.url
    ]
    assert same == ["as served"]
