"""The HTML of an article: the elements of its blocks, with every sign escaped."""

from __future__ import annotations

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from crawler.exporting.html import html_of
from crawler.items import Article, Block, BlockType, ListItem, Photo, TableCell, TableRow
from tests.records.examples import article, full_article

PHOTO = Photo(url="http://a.cn/1.jpg?a=1&b=2", caption="A <ferry>.", credit="(吴林摄)", alt='"Ferry"')
ROW = TableRow(
    cells=(TableCell(text="年份", rows=2), TableCell(text="Boats\n(units)", columns=2)), header=True
)
ITEMS = ListItem(text="Boats"), ListItem(text="Ferries", level=2), ListItem(text="Docks")
BLOCKS: list[tuple[Block, str]] = [
    (Block(type=BlockType.PARAGRAPH, text="5 < 6 & 7"), "<p>5 &lt; 6 &amp; 7</p>"),
    (Block(type=BlockType.HEADING, text="渡轮", level=3), "<h3>渡轮</h3>"),
    (Block(type=BlockType.HEADING, text="一、渡轮"), "<h2>一、渡轮</h2>"),
    (
        Block(type=BlockType.LIST, ordered=False, items=ITEMS),
        "<ul><li>Boats<ul><li>Ferries</li></ul></li><li>Docks</li></ul>",
    ),
    (
        Block(
            type=BlockType.LIST,
            ordered=True,
            items=(ListItem(text="Docks", number=3), ListItem(text="Boats", level=2)),
        ),
        '<ol><li value="3">Docks<ul><li>Boats</li></ul></li></ol>',
    ),
    (
        Block(type=BlockType.TABLE, caption="Table 1", rows=(ROW, TableRow(cells=(TableCell(text="7"),)))),
        (
            '<table><caption>Table 1</caption><tr><th rowspan="2">年份</th>'
            '<th colspan="2">Boats<br>(units)</th></tr><tr><td>7</td></tr></table>'
        ),
    ),
    (
        Block(type=BlockType.QUOTE, text="It came.\nAt last.", attribution="Lin Wu"),
        "<blockquote><p>It came.</p><p>At last.</p><footer>Lin Wu</footer></blockquote>",
    ),
    (
        Block(type=BlockType.QUOTE, text="It came.\nLin Wu", attribution="Lin Wu"),
        "<blockquote><p>It came.</p><p>Lin Wu</p></blockquote>",
    ),
    (Block(type=BlockType.PREFORMATTED, text="a b", printed="a   b\n c"), "<pre>\na   b\n c</pre>"),
    (
        Block(type=BlockType.PICTURE, photo=0),
        (
            '<figure><img src="http://a.cn/1.jpg?a=1&amp;b=2" alt="&quot;Ferry&quot;">'
            "<figcaption>A &lt;ferry&gt;. (吴林摄)</figcaption></figure>"
        ),
    ),
    (Block(type=BlockType.PICTURE, photo=7), ""),
    (Block(type=BlockType.EMBED, kind="page", url="javascript:alert(1)"), ""),
    (
        Block(type=BlockType.EMBED, kind="video", url='http://a.cn/"1"'),
        '<p><a href="http://a.cn/&quot;1&quot;">http://a.cn/&quot;1&quot;</a></p>',
    ),
]


@pytest.mark.parametrize(("block", "expected"), BLOCKS)
def test_block(block: Block, expected: str) -> None:
    """Each type has its element."""
    assert html_of(article(blocks=(block,), photos=(PHOTO,))) == expected


def test_article_without_blocks() -> None:
    """Each paragraph of the body is one."""
    assert html_of(article(body=("渡轮 <b>", "回来"))) == "<p>渡轮 &lt;b&gt;</p><p>回来</p>"


def test_no_text_is_lost() -> None:
    """The elements have the text of the body, in order."""
    record = full_article()
    root = html.fromstring(f"<div>{html_of(record)}</div>")
    text = "".join(map(str, root.itertext()))
    place = 0
    for paragraph in chain.from_iterable(block.texts for block in record.blocks):
        place = text.index(paragraph, place)


@given(st.lists(st.integers(-2, 9), min_size=1, max_size=8))
def test_lists_close_what_they_open(levels: list[int]) -> None:
    """Whatever levels the items state, each item is in the list before it, and nothing stays open."""
    items = tuple(ListItem(text=f"Item {number}", level=level) for number, level in enumerate(levels))
    record: Article = article(blocks=(Block(type=BlockType.LIST, items=items),))
    written = html_of(record)
    tree = html.fromstring(written)
    assert html.tostring(tree, encoding="unicode") == written
    assert (
        len(tree.findall(".//li")) == len(tree.findall("li")) + len(tree.findall(".//ul/li")) == len(levels)
    )
