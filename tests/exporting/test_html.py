"""Tests of the text as HTML."""

from __future__ import annotations

import pytest
from hypothesis import given
from lxml import etree

from crawler.exporting.html import html_of
from crawler.items import Article, Block, BlockType, ListItem, TableCell, TableRow
from tests.records.examples import article, articles

DEEP = (
    ListItem(text="one", number=1),
    ListItem(text="a", level=2),
    ListItem(text="b", level=2),
    ListItem(text="two", number=2),
)
ROWS = (
    TableRow(cells=(TableCell(text="Year"), TableCell(text="Boats")), header=True),
    TableRow(cells=(TableCell(text="2023\nspring", columns=2),)),
)


def test_paragraphs_without_blocks() -> None:
    """A record without blocks has paragraphs, with marks of HTML escaped."""
    assert html_of(article(body=("5 < 6", "渡轮"))) == "<p>5 &lt; 6</p><p>渡轮</p>"


@pytest.mark.parametrize(
    ("block", "html"),
    [
        (Block(type=BlockType.HEADING, text="Boats", level=3), "<h3>Boats</h3>"),
        (Block(type=BlockType.HEADING, text="一、船"), "<h2>一、船</h2>"),
        (
            Block(type=BlockType.LIST, ordered=True, items=DEEP),
            "<ol><li>one<ul><li>a</li><li>b</li></ul></li><li>two</li></ol>",
        ),
        (
            Block(type=BlockType.TABLE, caption="Table 1", rows=ROWS),
            (
                "<table><caption>Table 1</caption><tr><th>Year</th><th>Boats</th></tr>"
                '<tr><td colspan="2">2023<br>spring</td></tr></table>'
            ),
        ),
        (
            Block(type=BlockType.LIST, items=(ListItem(text="a", level=2), ListItem(text="one"))),
            "<ul><li><ul><li>a</li></ul></li><li>one</li></ul>",
        ),
        (
            Block(type=BlockType.QUOTE, text="It came.\n— Lin"),
            "<blockquote><p>It came.</p><p>— Lin</p></blockquote>",
        ),
        (Block(type=BlockType.PREFORMATTED, text="a b", printed="a\n  b"), "<pre>a\n  b</pre>"),
        (Block(type=BlockType.PICTURE, photo=0), ""),
    ],
)
def test_blocks(block: Block, html: str) -> None:
    """Each type of block has its element."""
    assert html_of(article(blocks=(block,))) == html


def test_lists_of_any_depth() -> None:
    """A list within a thousand others is written, too."""
    items = tuple(ListItem(text="boat", level=level) for level in range(1, 2000))
    assert html_of(article(blocks=(Block(type=BlockType.LIST, items=items),))).count("boat") == len(items)


@given(articles())
def test_any_blocks(record: Article) -> None:
    """The HTML of any blocks can be read."""
    etree.fromstring(f"<div>{html_of(record)}</div>", etree.HTMLParser())
