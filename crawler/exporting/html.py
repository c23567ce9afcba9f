"""Writes the text of an article as HTML: by its blocks, or else as paragraphs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from itertools import groupby

from crawler.items import Article, Block, BlockType, ListItem, TableCell, TableRow

DEEPEST = 20  # levels of lists; items below them stand in the last one
UNLEVELLED = 2  # level of a heading that has none by its markup: a section of the article


def html_of(article: Article) -> str:
    """Return the text of an article as HTML, without pictures and embeds."""
    blocks = article.blocks or [Block(type=BlockType.PARAGRAPH, text=text) for text in article.body]
    return "".join(_WRITERS[block.type](block) for block in blocks if block.type in _WRITERS)


def _heading(block: Block) -> str:
    return _element(f"h{block.level or UNLEVELLED}", block.text)


def _list(block: Block) -> str:
    return _items(block.items, 1)


def _items(items: Sequence[ListItem], level: int) -> str:
    """Return items as a list; those of a deeper level stand in a list of their own, in the item above."""
    tag = "ol" if items and items[0].number is not None else "ul"
    written = ""
    for is_deeper, group in groupby(items, key=lambda item: level < DEEPEST and item.level > level):
        run = list(group)
        if is_deeper:
            above = written.removesuffix("</li>") or "<li>"
            written = f"{above}{_items(run, level + 1)}</li>"
        else:
            written += "".join(_element("li", item.text) for item in run)
    return f"<{tag}>{written}</{tag}>"


def _table(block: Block) -> str:
    caption = _element("caption", block.caption) if block.caption else ""
    return f"<table>{caption}{''.join(map(_row, block.rows))}</table>"


def _row(row: TableRow) -> str:
    tag = "th" if row.header else "td"
    return f"<tr>{''.join(_cell(cell, tag) for cell in row.cells)}</tr>"


def _cell(cell: TableCell, tag: str) -> str:
    spans = {"colspan": cell.columns, "rowspan": cell.rows}
    stated = "".join(f' {name}="{number}"' for name, number in spans.items() if number > 1)
    return f"<{tag}{stated}>{_inner(cell.text)}</{tag}>"


def _quote(block: Block) -> str:
    return f"<blockquote>{_paragraph(block)}</blockquote>"


def _preformatted(block: Block) -> str:
    return f"<pre>{escape(block.printed or block.text, quote=False)}</pre>"


def _paragraph(block: Block) -> str:
    return "".join(_element("p", line) for line in block.text.split("\n"))


def _element(tag: str, text: str) -> str:
    return f"<{tag}>{_inner(text)}</{tag}>"


def _inner(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>")


_WRITERS: dict[BlockType, Callable[[Block], str]] = {
    BlockType.PARAGRAPH: _paragraph,
    BlockType.HEADING: _heading,
    BlockType.LIST: _list,
    BlockType.TABLE: _table,
    BlockType.QUOTE: _quote,
    BlockType.PREFORMATTED: _preformatted,
}
