"""Articles with blocks for the tests, between invented paragraphs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields

from crawler.extraction import Knowledge, extract_article
from crawler.items import Article, Block, BlockType, FieldSelection, Structure
from crawler.publishers import Layout
from tests.extraction.markup import PARAGRAPHS, URL, page, paragraphs

KNOWN = Knowledge(layouts=(Layout(name="quay", fingerprint=("div.quay-text",), body=("div.quay-text",)),))
"""A site whose container is known, so that only the blocks are tested, not the choice of lines."""


def structured(body: str, structure: Structure = Structure.BLOCKS) -> Article:
    """Return the article of a page, with its blocks."""
    return extract_article(page(body), URL, "text/html", KNOWN, FieldSelection(structure))


def text_page(inside: str) -> str:
    """Return a page whose text has some markup between its paragraphs."""
    opening, closing = paragraphs(PARAGRAPHS[:3]), paragraphs(PARAGRAPHS[3:])
    return f'<h1>A lock opens in Linshui</h1><div class="quay-text">{opening}{inside}{closing}</div>'


def blocks(inside: str, structure: Structure = Structure.BLOCKS) -> list[Block]:
    """Return the blocks between the paragraphs of a page, and check the law."""
    article = structured(text_page(inside), structure)
    assert_law(article)
    assert article.body[:3] == PARAGRAPHS[:3]
    return [block for block in article.blocks if block.text not in PARAGRAPHS]


def block(inside: str, structure: Structure = Structure.BLOCKS) -> Block:
    """Return the only block between the paragraphs of a page."""
    [only] = blocks(inside, structure)
    return only


def assert_law(article: Article) -> None:
    """Check that the texts of the blocks are the body, and that each picture has its own photo."""
    assert tuple(text for each in article.blocks for text in each.texts) == article.body
    shown = [each.photo for each in article.blocks if each.photo is not None]
    with_url = {place for place, photo in enumerate(article.photos) if photo.url}
    assert sorted(shown) == sorted(with_url if article.blocks else ())
    for each in article.blocks:
        assert used_fields(each) <= USED[each.type]


def used_fields(part: Block) -> set[str]:
    """Return the names of the fields of a block that have a value."""
    values = {field.name: getattr(part, field.name) for field in fields(part)}
    return {name for name, value in values.items() if value not in (None, "", ()) and name != "type"}


def texts(parts: Iterable[Block]) -> list[tuple[str, ...]]:
    """Return the texts of some blocks."""
    return [part.texts for part in parts]


USED = {
    BlockType.PARAGRAPH: {"text", "links"},
    BlockType.HEADING: {"text", "level", "links"},
    BlockType.LIST: {"ordered", "items", "links"},
    BlockType.TABLE: {"caption", "rows", "links"},
    BlockType.QUOTE: {"text", "attribution", "url", "links"},
    BlockType.PREFORMATTED: {"text", "printed", "links"},
    BlockType.PICTURE: {"photo"},
    BlockType.EMBED: {"kind", "url"},
}
"""The fields that each type uses."""
