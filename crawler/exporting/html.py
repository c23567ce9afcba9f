"""Writes the text of an article as HTML, with the structure that its blocks state."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from crawler.items import Article, Block, BlockType, ListItem, Photo, TableCell, TableRow

_LEVEL = 2  # of a heading without a level, as of the first one below a headline


def html_of(article: Article) -> str:
    """Return the text as HTML: its blocks, or without these a paragraph for each one of `body`.

    Pictures and embeds among the blocks are figures and links. The links within a text are left out.
    """
    if not article.blocks:
        return _paragraphs(article.body)
    return "".join(_block(block, article.photos) for block in article.blocks)


def _block(block: Block, photos: Sequence[Photo]) -> str:
    if block.type is BlockType.PARAGRAPH:
        return _paragraphs([block.text])
    if block.type is BlockType.HEADING:
        level = min(max(block.level or _LEVEL, 1), 6)
        return f"<h{level}>{_text(block.text)}</h{level}>"
    if block.type is BlockType.LIST:
        return _list(block.items)
    if block.type is BlockType.TABLE:
        return _table(block)
    if block.type is BlockType.PREFORMATTED:
        return f"<pre>\n{escape(block.printed or block.text)}</pre>"  # the first line feed is not shown
    return _quote(block) if block.type is BlockType.QUOTE else _figure(block, photos)


def _paragraphs(texts: Sequence[str]) -> str:
    return "".join(f"<p>{_text(text)}</p>" for text in texts)


def _text(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>")


def _list(items: Sequence[ListItem]) -> str:
    """Return a list with the lists within it, each inside the item before it."""
    pieces: list[str] = []
    open_tags: list[str] = []
    for item in items:
        level = min(max(item.level, 1), len(open_tags) + 1)
        pieces += [f"</li></{open_tags.pop()}>" for _ in range(len(open_tags) - level)]
        if len(open_tags) == level:
            pieces.append("</li>")
        else:
            open_tags.append("ul" if item.number is None else "ol")
            pieces.append(f"<{open_tags[-1]}>")
        number = f' value="{item.number}"' if item.number is not None else ""
        pieces.append(f"<li{number}>{_text(item.text)}")
    return "".join((*pieces, *(f"</li></{tag}>" for tag in reversed(open_tags))))


def _table(block: Block) -> str:
    caption = f"<caption>{_text(block.caption)}</caption>" if block.caption else ""
    return f"<table>{caption}{''.join(map(_row, block.rows))}</table>"


def _row(row: TableRow) -> str:
    tag = "th" if row.header else "td"
    return f"<tr>{''.join(_cell(cell, tag) for cell in row.cells)}</tr>"


def _cell(cell: TableCell, tag: str) -> str:
    columns = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    rows = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    return f"<{tag}{columns}{rows}>{_text(cell.text)}</{tag}>"


def _quote(block: Block) -> str:
    """Return a quotation; its source follows if the text does not have it."""
    source = block.attribution or ""
    is_named = not source or source in block.text
    cite = "" if is_named else f"<footer>{_text(source)}</footer>"
    return f"<blockquote>{_paragraphs(block.text.split(chr(10)))}{cite}</blockquote>"


def _figure(block: Block, photos: Sequence[Photo]) -> str:
    """Return a picture with its caption and credit, or the link of an embed; empty without a web address."""
    if block.type is BlockType.EMBED:
        url = _address(block.url)
        return f'<p><a href="{url}">{url}</a></p>' if url else ""
    photo = photos[block.photo] if block.photo is not None and block.photo < len(photos) else Photo()
    url = _address(photo.url)
    if not url:
        return ""
    caption = _text(" ".join(filter(None, (photo.caption, photo.credit))))
    image = f'<img src="{url}" alt="{escape(photo.alt or "")}">'
    return f"<figure>{image}{f'<figcaption>{caption}</figcaption>' if caption else ''}</figure>"


def _address(url: str | None) -> str:
    """Return the value of an attribute; empty for other schemes, such as `javascript:`."""
    return escape(url) if url and url.startswith(("http://", "https://")) else ""
