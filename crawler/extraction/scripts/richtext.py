"""Converts rich text in scripts (lists of blocks) to markup."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from crawler.extraction.scripts.prose import as_markup

DEEPEST = 30
MOST_BLOCKS = 20_000
"""Blocks and pieces of text of a page that are written, at most."""

KINDS = ("type", "tag", "nodeType", "_type", "blockType", "name", "kind", "style")
"""Keys that state the kind of a block."""
TEXTS = ("text", "content", "value", "html", "data", "paragraph", "body", "p")
"""Keys of a block's own text."""
CHILDREN = ("children", "content", "nodes", "items", "spans", "blocks", "body", "contents")
IMAGES = ("src", "url", "imgUrl", "img", "image", "imageUrl", "picUrl", "pic", "original")
CAPTIONS = ("caption", "desc", "description", "note", "intro", "alt", "title")
INNER = ("content", "data", "value", "attrs", "attributes", "props", "fields", "model")
"""Keys of an object in which a block keeps its content."""
STORY_TITLES = ("title", "headline", "newsTitle", "articleTitle")
FEWEST = 2  # blocks
MOST_LOOKED_AT = 50
_ELEMENTS = {
    "blockquote": "blockquote",
    "quote": "blockquote",
    "heading": "h3",
    "header": "h3",
    "title": "h3",
    "list-item": "li",
    "listitem": "li",
    "li": "li",
    **{f"h{n}": f"h{n}" for n in range(1, 7)},
    **{f"heading{n}": f"h{n}" for n in range(1, 7)},
    **{f"heading-{n}": f"h{n}" for n in range(1, 7)},
}
_IMAGE_KINDS = frozenset("img image pic picture photo figure inlineimage image-block".split())
_SILENT_KINDS = frozenset("video audio ad ads script style embed iframe widget related recommend".split())


def is_blocks(items: Sequence[object]) -> bool:
    """Return whether a list holds the blocks of one text, rather than stories with their own titles."""
    objects = [item for item in items[:MOST_LOOKED_AT] if isinstance(item, dict)]
    if len(objects) < FEWEST or any(next(_strings(each, STORY_TITLES), "") for each in objects):
        return False
    return sum(map(_is_block, objects)) >= len(objects) / 2


def _is_block(node: Mapping[str, Any]) -> bool:
    inner: Mapping[str, Any] = next((node[key] for key in INNER if isinstance(node.get(key), dict)), {})
    return any(
        next(_strings(place, TEXTS), "") or any(isinstance(place.get(key), list) for key in CHILDREN)
        for place in (node, inner)
    )


@dataclass(slots=True)
class MarkupWriter:
    """Writes blocks of a page as markup, up to a limit."""

    blocks: int = MOST_BLOCKS

    def markup(self, blocks: Sequence[object], depth: int = 0) -> str:
        """Return the markup of a list of texts and blocks, or an empty string."""
        return "".join(self._block(each, depth) for each in blocks)

    def _block(self, block: object, depth: int) -> str:
        self.blocks -= 1
        if self.blocks < 0 or depth > DEEPEST:
            return ""
        if isinstance(block, str):
            return as_markup(block)
        if isinstance(block, list):
            return self.markup(block, depth + 1)
        return self._object(block, depth) if isinstance(block, dict) else ""

    def _object(self, block: Mapping[str, Any], depth: int) -> str:
        kind = _kind(block)
        if kind in _SILENT_KINDS:
            return ""
        if kind in _IMAGE_KINDS:
            return _figure(block)
        inner = self._inner(block, depth)
        if not inner or inner.startswith("<"):
            return inner
        tag = _ELEMENTS.get(kind, "p")
        return f"<{tag}>{inner}</{tag}>"

    def _inner(self, block: Mapping[str, Any], depth: int) -> str:
        children = next((block[key] for key in CHILDREN if isinstance(block.get(key), list)), None)
        if children is not None:
            pieces = [self._piece(child, depth + 1) for child in children]
            return "".join(pieces)
        if text := next(_strings(block, TEXTS), ""):
            return _text(text)
        within = next((block[key] for key in INNER if isinstance(block.get(key), dict)), None)
        return self._block(within, depth + 1) if within else ""

    def _piece(self, child: object, depth: int) -> str:
        """Return a child in its block: a piece of text without markup of its own, or a block."""
        if isinstance(child, str):
            return _text(child)
        if isinstance(child, dict) and isinstance(text := child.get("text") or child.get("value"), str):
            self.blocks -= 1
            return _text(text) if self.blocks >= 0 else ""
        return self._block(child, depth)


def _text(text: str) -> str:
    return text if "<" in text and ">" in text else escape(text, quote=False)


def _kind(block: Mapping[str, Any]) -> str:
    return next(iter(_strings(block, KINDS)), "").lower().replace("_", "-")


def _figure(block: Mapping[str, Any]) -> str:
    inner = block.get("attrs") or block.get("data") or block.get("image") or {}
    places = [block, inner] if isinstance(inner, dict) else [block]
    source = next((text for place in places for text in _strings(place, IMAGES)), "")
    caption = next((text for place in places for text in _strings(place, CAPTIONS)), "")
    if not source:
        return ""
    return f'<figure><img src="{escape(source)}"><figcaption>{_text(caption)}</figcaption></figure>'


def _strings(block: Mapping[str, Any], keys: Sequence[str]) -> Iterator[str]:
    return (value for key in keys if isinstance(value := block.get(key), str) and value)
