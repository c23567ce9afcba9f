"""The entries of feeds, sitemaps and lists of URLs; half-broken ones give what is sound in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from crawler.discovery.json_lists import json_links
from crawler.discovery.sniff import GZIP, Kind
from crawler.safety.unpacking import bounded, unpacked
from crawler.text.dates import parse_date
from crawler.text.urls import resolve

LARGEST = 64 * 1024 * 1024  # bytes after decompression; the protocol allows 50 MB
LARGEST_TEXT = 4 * 1024 * 1024  # bytes of a list of URLs or of JSON, which are read as a whole
_PIECE = 64 * 1024

_SITEMAP_LINE = re.compile(r"^\s*sitemap\s*:\s*(\S+)", re.IGNORECASE | re.MULTILINE)
_WORD = re.compile(r"(\S+)")
_PUBLISHED = ("publication_date", "pubdate", "published", "issued", "date")
_CHANGED = ("lastmod", "updated", "modified")
_ISO = re.compile(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)")
_ITEMS = frozenset(("url", "sitemap", "item", "entry"))
_ENTITY = b"<!ENTITY"
_BEFORE_XML = b" \t\r\n"  # some servers send blank lines before the declaration, which XML forbids


@dataclass(frozen=True, slots=True)
class Entry:
    """A URL that a feed, a sitemap or a list announces."""

    url: str
    """Absolute http(s) URL."""
    published: str | None = None
    """Day of publication, ISO 8601, where the entry tells it."""
    changed: str | None = None
    """Day of the last change, ISO 8601, where the entry tells it."""


def content_of(body: bytes, most: int = LARGEST) -> Iterator[bytes]:
    """The content of a body in pieces, a gzipped one unpacked: `most` bytes of it, as far as it is sound."""
    slices = (body[start : start + _PIECE] for start in range(0, len(body), _PIECE))
    return filter(None, bounded(unpacked(body, "gzip") if body.startswith(GZIP) else slices, most))


def read_entries(
    content: Iterable[bytes], kind: Kind, url: str, faults: list[str] | None = None
) -> Iterator[Entry]:
    """The entries of a response of a `kind`, in the order of the file, read as they are asked for.

    What is wrong with XML is put into `faults` when its end was read, with JSON before its first entry.
    """
    if kind is Kind.JSON:
        text = b"".join(bounded(content, LARGEST_TEXT)).decode("utf-8-sig", "replace")
        return (Entry(*link) for link in json_links(text, url, [] if faults is None else faults))
    if kind in (Kind.ROBOTS, Kind.URL_LIST):
        text = b"".join(bounded(content, LARGEST_TEXT)).decode("utf-8-sig", "replace")
        found = _SITEMAP_LINE.finditer(text) if kind is Kind.ROBOTS else _WORD.finditer(text)
        return (Entry(target) for each in found if (target := resolve(url, each[1])))
    return _from_xml(content, url, [] if faults is None else faults)


def _from_xml(content: Iterable[bytes], url: str, faults: list[str]) -> Iterator[Entry]:
    """The entries of XML; what was read is forgotten at once, so that a large file takes little memory."""
    pieces = _Pieces(content)
    last: Entry | None = None
    for element in _elements(pieces, faults):
        entry = _entry(element, url)
        if entry is None:
            continue
        if last is not None:
            yield last
        last = entry
    if last is not None and b">" in pieces.end:  # otherwise the last address is probably half of one
        yield last


class _Pieces:
    """The pieces of a document, without blanks before it; afterwards, how the last of them ended."""

    def __init__(self, content: Iterable[bytes]) -> None:
        self._content = content
        self.end = b""
        """The last bytes so far."""

    def __iter__(self) -> Iterator[bytes]:
        for piece in self._content:
            if document := piece if self.end else piece.lstrip(_BEFORE_XML):
                self.end = (self.end + document)[-8:]
                yield document


def _elements(content: Iterable[bytes], faults: list[str]) -> Iterator[etree._Element]:
    """The items of a document, each as soon as its end was read; nothing where it does not resemble XML."""
    # No entities are expanded and nothing is fetched: a sitemap has no need of either.
    parser = etree.XMLPullParser(
        events=("end",), recover=True, resolve_entities=False, no_network=True, load_dtd=False,
        remove_comments=True,
    )  # fmt: skip
    try:
        for piece in content:
            if _ENTITY in piece:
                faults.append("declares entities, which are not expanded")
            parser.feed(piece)
            yield from _ended(parser)
        parser.close()
        yield from _ended(parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        faults.append(str(error))
    faults.extend(f"line {error.line}: {error.message}" for error in list(parser.feed_error_log)[:1])


def _ended(parser: etree.XMLPullParser) -> Iterator[etree._Element]:
    """The items that ended; before one that is nested by an unclosed tag, the one that it lies in."""
    told: list[Any] = []
    element: Any  # lxml's types know all kinds of events, and only elements are asked for
    for _, element in parser.read_events():
        if not _is_item(element):
            continue
        for each in (*reversed([outer for outer in element.iterancestors() if _is_item(outer)]), element):
            if each not in told:
                told.append(each)
                yield each
        told.remove(element)
        _forget(element)


def _is_item(element: Any) -> bool:
    return isinstance(element.tag, str) and _name(element) in _ITEMS


def _forget(element: etree._Element) -> None:
    """Empty an item that was read, and drop those before it."""
    element.clear()
    parent = element.getparent()
    while parent is not None and (before := element.getprevious()) is not None and _is_item(before):
        parent.remove(before)


def _entry(element: etree._Element, base: str) -> Entry | None:
    target = next((t for link in _links(element) if (t := resolve(base, link))), None)
    if target is None:
        return None
    texts = {_name(child): (child.text or "").strip() for child in element.iter(etree.Element)}
    return Entry(target, _date(texts, _PUBLISHED), _date(texts, _CHANGED))


def _links(element: etree._Element) -> Iterator[str]:
    """References of an entry: `loc`, RSS's `link` and permanent `guid`, Atom's `link href`."""
    for child in element:
        name = _name(child)
        if name in ("loc", "link") and (child.text or "").strip():
            yield child.text or ""
        elif name == "link" and child.get("rel", "alternate") == "alternate" and child.get("href"):
            yield child.get("href") or ""
    for child in element:
        if _name(child) == "guid" and (child.text or "").strip().startswith("http"):
            yield child.text or ""
    for below in element.iter(etree.Element):  # what an unclosed tag before it swallowed
        if _name(below) in ("loc", "link"):
            yield below.text or ""


def _name(element: etree._Element) -> str:
    """The tag without its namespace, or without a prefix that nobody declared."""
    return element.tag.rpartition("}")[2].rpartition(":")[2].lower()


def _date(texts: dict[str, str], names: tuple[str, ...]) -> str | None:
    for text in filter(None, map(texts.get, names)):
        if _ISO.match(text):  # parsing 50,000 of them as free text would take seconds
            return text[:10]
        if day := parse_date(text):
            return day[:10]
    return None
