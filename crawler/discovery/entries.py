"""The entries of feeds, sitemaps and lists of URLs; half-broken ones give what is sound in them."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from crawler.discovery.sniff import GZIP, Kind
from crawler.text.dates import parse_date
from crawler.text.urls import resolve

MOST = 50_000  # entries of one file: what the sitemap protocol allows
LARGEST = 64 * 1024 * 1024  # bytes after decompression

_SITEMAP_LINE = re.compile(r"^\s*sitemap\s*:\s*(\S+)", re.IGNORECASE | re.MULTILINE)
_PUBLISHED = ("publication_date", "pubdate", "published", "issued", "date")
_CHANGED = ("lastmod", "updated", "modified")


@dataclass(frozen=True, slots=True)
class Entry:
    """A URL that a feed, a sitemap or a list announces."""

    url: str
    """Absolute http(s) URL."""
    published: str | None = None
    """ISO 8601, where the entry dates its publication."""
    changed: str | None = None
    """ISO 8601, where the entry dates its last change."""


def gunzip(body: bytes) -> bytes:
    """Decompress a gzipped body, up to `LARGEST` bytes and as far as it goes; others come back as is."""
    if not body.startswith(GZIP):
        return body
    try:
        return zlib.decompressobj(wbits=31).decompress(body, LARGEST)
    except zlib.error:  # damaged from the start: nothing to read
        return b""


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
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError):  # nothing that resembles XML
        return []
    if root is None:
        return []
    found: list[Entry] = []
    for element in root.iter("{*}url", "{*}sitemap", "{*}item", "{*}entry"):
        if (entry := _entry(element, url)) is not None:
            found.append(entry)
        if len(found) >= MOST:
            break
    return found


def _entry(element: etree._Element, base: str) -> Entry | None:
    target = next((t for link in _links(element) if (t := resolve(base, link))), None)
    if target is None:
        return None
    texts = {
        _name(child): (child.text or "").strip() for child in element.iter() if isinstance(child.tag, str)
    }
    return Entry(target, _date(texts, _PUBLISHED), _date(texts, _CHANGED))


def _links(element: etree._Element) -> Iterator[str]:
    """References of an entry: `loc`, RSS's `link` and permanent `guid`, Atom's `link href`."""
    for child in element:
        name = _name(child)
        if name in ("loc", "link") and child.text and child.text.strip():
            yield child.text
        elif name == "link" and child.get("rel", "alternate") == "alternate" and child.get("href"):
            yield child.get("href") or ""
    for child in element:
        if _name(child) == "guid" and (child.text or "").startswith("http"):
            yield child.text or ""


def _name(element: etree._Element) -> str:
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def _date(texts: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((date for name in names if texts.get(name) and (date := parse_date(texts[name]))), None)
