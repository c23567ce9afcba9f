"""Parses the items of feeds and sitemaps as a stream, also in broken XML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from lxml import etree

from crawler.text.charset import Decoded
from crawler.text.pieces import decoded_pieces
from crawler.text.references import Base

ITEMS = frozenset(("url", "sitemap", "item", "entry"))
_XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_BLANKS = " \t\r\n"  # some servers send blank lines before the declaration, which XML forbids
_LONE = re.compile(r"&(?!(?:#\d{1,7}|#x[0-9a-f]{1,6}|amp|lt|gt|quot|apos);)", re.IGNORECASE)
"""An ampersand that begins no XML reference: `/a.asp?id=1&cat=2`, which libxml2 would change to `?id=1=2`."""


class XmlPieces:
    """The text of a document in UTF-8, as libxml2 reads it to the end; afterwards, its faults."""

    def __init__(
        self, content: Iterable[bytes], url: str, content_type: str | None, faults: list[str]
    ) -> None:
        self._content = content
        self._content_type = content_type
        self._faults = faults
        self._has_told = False  # a wrong declaration is reported once, not for each piece
        self.end = ""
        """The last characters so far."""
        self.base = Base(url)
        """Base URL of references, for the part read so far."""

    def __iter__(self) -> Iterator[bytes]:
        for decoded in decoded_pieces(self._content, self._content_type):
            if text := decoded.text if self.end else decoded.text.lstrip(_BLANKS):
                self.end = (self.end + text)[-8:]
                self._tell(decoded)
                self.base = self.base if text.isascii() else Base.of(self.base.url, decoded)
                yield _LONE.sub("&amp;", text).encode("utf-8", "replace")

    def _tell(self, decoded: Decoded) -> None:
        if "<!ENTITY" in decoded.text:
            self._has_told = True
            self._faults.append("declares entities, which are not expanded")
        if decoded.mislabelled and not self._has_told:
            self._has_told = True
            self._faults.append(f"declares {decoded.declared}, but is {decoded.used}")


def items_of(pieces: Iterable[bytes], faults: list[str]) -> Iterator[etree._Element]:
    """Yield the items of an XML document in UTF-8, and empty each when the next is requested."""
    # No entities are expanded and nothing is fetched: a sitemap needs neither.
    parser = etree.XMLPullParser(
        events=("end",), recover=True, resolve_entities=False, no_network=True, load_dtd=False,
        remove_comments=True, encoding="utf-8",
    )  # fmt: skip
    try:
        for piece in pieces:
            parser.feed(piece)
            yield from _ended(parser)
        parser.close()
        yield from _ended(parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        faults.append(str(error))
    faults.extend(f"line {error.line}: {error.message}" for error in list(parser.feed_error_log)[:1])


def name_of(element: etree._Element) -> str:
    """Return the tag without its namespace or undeclared prefix."""
    return element.tag.rpartition("}")[2].rpartition(":")[2].lower()


def base_of(element: etree._Element, base: Base) -> Base:
    """Return the base URL of an element's references, changed by every `xml:base` from the outside in."""
    holders = (*reversed(list(element.iterancestors())), element)
    for reference in (holder.get(_XML_BASE) for holder in holders):
        moved = base.resolve(reference) if reference else None
        base = replace(base, url=moved) if moved else base
    return base


def _ended(parser: etree.XMLPullParser) -> Iterator[etree._Element]:
    """Yield the items that ended. An unclosed tag nests items: the outer item then comes first."""
    yielded: list[Any] = []
    element: Any  # lxml's types know all kinds of events, and only elements are requested
    for _, element in parser.read_events():
        if not _is_item(element):
            continue
        for item in (*reversed([outer for outer in element.iterancestors() if _is_item(outer)]), element):
            if item not in yielded:
                yielded.append(item)
                yield item
        yielded.remove(element)
        _forget(element)


def _is_item(element: Any) -> bool:
    """Return whether an element is an item: an empty `url` is an address, as in Baidu's lists."""
    return isinstance(element.tag, str) and name_of(element) in ITEMS and len(element) > 0


def _forget(element: etree._Element) -> None:
    """Empty an item that was read, and drop the items before it."""
    element.clear()
    parent = element.getparent()
    while parent is not None and (before := element.getprevious()) is not None and name_of(before) in ITEMS:
        parent.remove(before)
