"""The entries of feeds, sitemaps and lists of URLs; half-broken ones give what is sound in them."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from crawler.discovery.sniff import GZIP, Kind
from crawler.text.dates import parse_date
from crawler.text.urls import resolve

MOST = 50_000  # entries of one file: what the sitemap protocol allows
LARGEST = 64 * 1024 * 1024  # bytes after decompression
_PIECE = 64 * 1024

_SITEMAP_LINE = re.compile(r"^\s*sitemap\s*:\s*(\S+)", re.IGNORECASE | re.MULTILINE)
_PUBLISHED = ("publication_date", "pubdate", "published", "issued", "date")
_CHANGED = ("lastmod", "updated", "modified")
_ISO = re.compile(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)")
_ITEMS = frozenset(("url", "sitemap", "item", "entry"))
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


def gunzip(body: bytes) -> bytes:
    """Decompress a gzipped body, up to `LARGEST` bytes and as far as it is sound; others come as they are."""
    if not body.startswith(GZIP):
        return body
    out: list[bytes] = []
    room = LARGEST
    unpacker = zlib.decompressobj(wbits=31)
    for start in range(0, len(body), _PIECE):
        try:
            out.append(unpacker.decompress(body[start : start + _PIECE], room))
        except zlib.error:  # damaged here: what came before is kept
            break
        room -= len(out[-1])
        if room <= 0 or unpacker.eof:
            break
    return b"".join(out)


def read_entries(body: bytes, kind: Kind, url: str) -> list[Entry]:
    """The entries of a response of a `kind`, in the order of the file, 50,000 at the most."""
    if kind is Kind.ROBOTS:
        lines = _SITEMAP_LINE.findall(body.decode("utf-8", "replace"))
        return [Entry(target) for line in lines if (target := resolve(url, line))]
    if kind is Kind.URL_LIST:
        text = body.decode("utf-8-sig", "replace")
        return [Entry(target) for line in text.split()[:MOST] if (target := resolve(url, line))]
    return _from_xml(body, url)


def _from_xml(body: bytes, url: str) -> list[Entry]:
    # No entities are expanded and nothing is fetched: a sitemap has no need of either.
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
    )
    try:
        root = etree.fromstring(body.lstrip(_BEFORE_XML), parser)
    except (etree.XMLSyntaxError, ValueError):  # nothing that resembles XML
        return []
    found = list(islice(_entries(root, url), MOST)) if root is not None else []
    is_cut_off = b">" not in body[-8:]  # then the last address is probably half of one
    return found[:-1] if is_cut_off else found


def _entries(root: etree._Element, url: str) -> Iterator[Entry]:
    for element in root.iter(etree.Element):
        if _name(element) in _ITEMS and (entry := _entry(element, url)) is not None:
            yield entry


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
