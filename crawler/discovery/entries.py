"""Reads the entries of feeds, sitemaps and lists of URLs; partly broken files yield their valid entries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, Self

from lxml import etree

from crawler.discovery.json_lists import json_links
from crawler.discovery.sniff import GZIP, ResponseKind
from crawler.discovery.xml_items import XmlPieces, base_of, items_of, name_of
from crawler.safety.unpacking import bounded, unpacked
from crawler.text.dates import parse_date
from crawler.text.pieces import decoded_pieces
from crawler.text.references import Base

LARGEST = 64 * 1024 * 1024  # bytes after decompression; the protocol allows 50 MB
LARGEST_TEXT = 4 * 1024 * 1024  # bytes of a list of URLs or of JSON, which is read as a whole
_PIECE = 64 * 1024

_SITEMAP_LINE = re.compile(r"^\s*sitemap\s*:\s*(\S+)", re.IGNORECASE | re.MULTILINE)
_WORD = re.compile(r"(\S+)")
_PUBLISHED = ("publication_date", "pubdate", "published", "issued", "date")
_CHANGED = ("lastmod", "updated", "modified")
_ISO = re.compile(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)")


@dataclass(frozen=True, slots=True)
class Entry:
    """A URL that a feed, a sitemap or a list announces."""

    url: str
    """Absolute http(s) URL."""
    published: str | None = None
    """Day of publication, ISO 8601, if the entry states it."""
    changed: str | None = None
    """Day of the last change, ISO 8601, if the entry states it."""


def content_of(body: bytes, most: int = LARGEST) -> Iterator[bytes]:
    """Yield the content of a body in pieces, decompressed: at most `most` bytes, up to the first damage."""
    slices = (body[start : start + _PIECE] for start in range(0, len(body), _PIECE))
    return filter(None, bounded(unpacked(body, "gzip") if body.startswith(GZIP) else slices, most))


def read_entries(
    content: Iterable[bytes],
    kind: ResponseKind,
    url: str,
    content_type: str | None = None,
    faults: list[str] | None = None,
) -> Iterator[Entry]:
    """Yield the entries of a response of a `kind`, in the order of the file, and read no further than needed.

    `content_type` is the HTTP header's value. Faults are added to `faults`: those of XML when its end is
    read, those of JSON before its first entry.
    """
    noted = [] if faults is None else faults
    if kind in (ResponseKind.JSON, ResponseKind.ROBOTS, ResponseKind.URL_LIST):
        return _from_text(_Text.of(content, url, content_type, noted), kind, noted)
    return _from_xml(XmlPieces(content, url, content_type, noted), noted)


@dataclass(frozen=True, slots=True)
class _Text:
    text: str
    base: Base

    @classmethod
    def of(cls, content: Iterable[bytes], url: str, content_type: str | None, faults: list[str]) -> Self:
        """Decode content that is read as a whole, up to LARGEST_TEXT."""
        read = list(bounded(content, LARGEST_TEXT))
        if sum(map(len, read)) >= LARGEST_TEXT:
            faults.append(f"only its first {LARGEST_TEXT // 2**20} MiB are read")
        pieces = list(decoded_pieces(read, content_type))
        bases = (Base.of(url, piece) for piece in pieces if not piece.text.isascii())
        return cls("".join(piece.text for piece in pieces), next(bases, Base(url)))


def _from_text(read: _Text, kind: ResponseKind, faults: list[str]) -> Iterator[Entry]:
    if kind is ResponseKind.JSON:
        return (Entry(*link) for link in json_links(read.text, read.base, faults))
    matches = (_SITEMAP_LINE if kind is ResponseKind.ROBOTS else _WORD).finditer(read.text)
    return (Entry(target) for each in matches if (target := read.base.resolve(each[1])))


def _from_xml(pieces: XmlPieces, faults: list[str]) -> Iterator[Entry]:
    """Yield the entries of XML. Elements are deleted once read, so that a large file takes little memory."""
    last: Entry | None = None
    for element in items_of(pieces, faults):
        entry = _entry(element, pieces.base)
        if entry is None:
            continue
        if last is not None:
            yield last
        last = entry
    if last is not None and ">" in pieces.end:  # otherwise the last address may be truncated
        yield last


def _entry(element: etree._Element, base: Base) -> Entry | None:
    targets = (base_of(link.holder, base).resolve(link.reference) for link in _links(element))
    target = next(filter(None, targets), None)
    if target is None:
        return None
    texts = {name_of(child): (child.text or "").strip() for child in element.iter(etree.Element)}
    return Entry(target, _date(texts, _PUBLISHED), _date(texts, _CHANGED))


class _Link(NamedTuple):
    holder: etree._Element
    written: str

    @property
    def reference(self) -> str:
        """The reference; an ampersand that is escaped twice or inside CDATA also separates parameters."""
        return self.written.replace("&amp;", "&")


def _links(element: etree._Element) -> Iterator[_Link]:
    """Yield the links of an entry.

    They are in `loc`, RSS's `link` and permanent `guid`, Atom's `link href`, Baidu's `url`.
    """
    for child in element:
        name = name_of(child)
        if name in ("loc", "link", "url") and (child.text or "").strip():
            yield _Link(child, child.text or "")
        elif name == "link" and child.get("rel", "alternate") == "alternate" and child.get("href"):
            yield _Link(child, child.get("href") or "")
    for child in element:
        if name_of(child) == "guid" and (child.text or "").strip().startswith("http"):
            yield _Link(child, child.text or "")
    for below in element.iter(etree.Element):  # an unclosed tag before them may contain them
        if name_of(below) in ("loc", "link", "url"):
            yield _Link(below, below.text or "")


def _date(texts: dict[str, str], names: tuple[str, ...]) -> str | None:
    for text in filter(None, map(texts.get, names)):
        if _ISO.match(text):  # parsing 50,000 of them as free text would take seconds
            return text[:10]
        if day := parse_date(text):
            return day[:10]
    return None
