"""Detects the type of a response from its bytes, because content types are often wrong."""

from __future__ import annotations

import codecs
import re
from enum import Enum

from crawler.text.plausibility import is_utf16

HEAD = 4096  # bytes that are read
MOST_NULS = 0.05  # share of other bytes: sloppy servers send a few NULs, binary files have more


class ResponseKind(Enum):
    """The kinds of response that the spider distinguishes."""

    HTML = "html"
    FEED = "feed"
    SITEMAP = "sitemap"
    SITEMAP_INDEX = "sitemap index"
    URL_LIST = "list of URLs"
    JSON = "list in JSON"
    ROBOTS = "robots.txt"
    OTHER = "other"


GZIP = b"\x1f\x8b"
_ROOT = re.compile(rb"<(?!\?|!)(?:[\w.-]+:)?([\w.-]+)", re.ASCII)
_ROOTS = {
    b"rss": ResponseKind.FEED,
    b"feed": ResponseKind.FEED,
    b"rdf": ResponseKind.FEED,
    b"urlset": ResponseKind.SITEMAP,
}
_ROOTS[b"sitemapindex"] = ResponseKind.SITEMAP_INDEX
_ROOTS[b"document"] = ResponseKind.FEED  # the root of Baidu's formats, for news and for open data
_URLS = re.compile(rb"\s*https?://\S", re.IGNORECASE)
_JSON = re.compile(rb"\s*(?:(?:var\s+)?[\w$.]+\s*[=(]\s*)?[{\[]")  # JSONP as well
_NO_MARKUP = re.compile(
    rb"\s*(?:%PDF|GIF8|\xff\xd8|RIFF|OggS|ID3)"
)  # binary formats, in which tags may occur
_ROBOTS = re.compile(rb"^\s*(?:user-agent|disallow|allow|sitemap)\s*:", re.IGNORECASE | re.MULTILINE)
_MARKS = re.compile(rb"^(?:\s*" + codecs.BOM_UTF8 + rb")+")  # files that were joined have two
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)


def sniff(body: bytes, url: str = "") -> ResponseKind:
    """Return the kind of a response, from the beginning of its (decompressed) body and its URL."""
    head = body[:HEAD]
    has_mark = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if name := "utf-16" if has_mark else b"\0" in head and is_utf16(head):
        head = head.decode(name, "replace").encode("utf-8", "replace")
    head = _COMMENT.sub(b"", _MARKS.sub(b"", head))
    nuls = head.count(b"\0")
    head = head.replace(b"\0", b"")
    if _JSON.match(head):
        return ResponseKind.JSON
    if nuls > len(head) * MOST_NULS or _NO_MARKUP.match(head):
        return ResponseKind.OTHER
    root = _ROOT.search(head)
    if root:
        return _ROOTS.get(root[1].lower(), ResponseKind.HTML)
    if url.endswith("/robots.txt") or _ROBOTS.search(head):
        return ResponseKind.ROBOTS
    return ResponseKind.URL_LIST if _URLS.match(head) else ResponseKind.OTHER
