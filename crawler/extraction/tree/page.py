"""Decodes and parses a fetched page once, for link discovery and extraction."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from crawler.extraction.tree.shown import show
from crawler.extraction.tree.survey import Survey, survey
from crawler.extraction.tree.taming import is_harmless, tame
from crawler.safety.bounds import PAGE_BYTES
from crawler.text.charset import Decoded, decode

_DEEPEST = 2040  # libxml2 reads nothing behind an element deeper than 2,047


@dataclass(frozen=True, eq=False)  # without slots, which would leave no place for the survey
class Page:
    """One HTML page: its response, its text and its tree. The tree is never changed."""

    url: str
    """Absolute URL after redirects; relative references are resolved against it (or `<base>`)."""
    decoded: Decoded
    """The page's text, and the way in which its character encoding was found."""
    root: etree._Element
    """The `html` element."""
    fetched: str | None = None
    """Time of the fetch: ISO 8601, UTC."""
    archive: str | None = None
    """Its place in the archive: `file#offset`."""
    parts: tuple[Page, ...] = ()
    """The further pages of an article over several pages, in order."""
    missing: tuple[str, ...] = ()
    """URLs of parts that could not be fetched."""
    is_unverified: bool = False
    """Whether it came over TLS from a server whose certificate was not verified."""
    is_overlong: bool = False
    """Whether the server sent more than the length that it declared."""
    cut: tuple[str, ...] = ()
    """Excess parts of the page that were dropped: `bytes`, `attributes` of a tag, `nesting`, `tags`."""
    reservations: tuple[str, ...] = ()
    """Reservations in the headers of its response: `x-robots-tag: noai`."""
    capture: str | None = None
    """URL of the capture in a web archive that it was read from."""
    is_altered: bool = False
    """Whether its bytes have another digest than the index of the web archive says."""

    @cached_property
    def seen(self) -> Survey:
        """The survey of its tree, made when first needed: for the shape of the page, or for its article."""
        return survey(self.root)


def parse_page(body: bytes, url: str, content_type: str | None = None, largest: int = PAGE_BYTES) -> Page:
    """Decode and parse the first `largest` bytes of an HTML page, or of an article in JSON.

    `content_type` is the value of the HTTP header. Never raises: bytes that cannot be parsed become a page
    with an empty tree. Never takes long: markup that would is dropped, and named in `cut`.
    """
    read = body[:largest]
    decoded = decode(read, content_type)
    tree = _parse_tamed(_data_page(decoded.text) or _utf8(decoded, read))
    show(tree.root)
    return Page(url, decoded, tree.root, cut=(*(("bytes",) if len(body) > largest else ()), *tree.cut))


def parse_markup(markup: str) -> etree._Element:
    """Parse a piece of markup as `parse_page` parses a page, with the same limit of time."""
    root = _parse_tamed(markup.encode("utf-8", "replace")).root
    show(root)
    return root


def _data_page(text: str) -> bytes | None:
    """Return JSON as a page that has it in a script, from which extraction reads it; None for other text."""
    text = text.strip()
    if text[:1] + text[-1:] not in ("{}", "[]"):
        return None
    escaped = text.replace("</", "<\\/")
    return f"<script type='application/json'>{escaped}</script>".encode("utf-8", "replace")


@dataclass(frozen=True, slots=True)
class _Tree:
    root: etree._Element
    cut: tuple[str, ...] = ()


_HTML_ENDS = re.compile(rb"</html(?=[\t\n\f\r />])[^>]*+>", re.IGNORECASE)


def _parse_tamed(markup: bytes) -> _Tree:
    """Parse markup, after taming any that would stall or stop libxml2.

    Markup behind `</html>`, which many templates have in their middle, belongs to the body as in browsers
    (https://html.spec.whatwg.org/#parsing-main-afterbody).
    """
    if is_harmless(markup):
        root = parse_html(markup)
        goes_on = root.getnext() is not None  # elements beside the root, which no later step would read
        if goes_on and (endless := _HTML_ENDS.sub(b" ", markup)) != markup:
            return _parse_tamed(endless)
        if not _is_given_up(root):
            return _Tree(root)
    tamed = tame(_HTML_ENDS.sub(b" ", markup))
    return _Tree(parse_html(tamed.markup), tamed.cut)


def _is_given_up(root: etree._Element) -> bool:
    """Return whether the parser stopped at its greatest depth, where it leaves the very last element."""
    depth = 0
    while len(root):
        root = root[-1]
        depth += 1
    return depth >= _DEEPEST


def _utf8(decoded: Decoded, body: bytes) -> bytes:
    """Return the text of a page in UTF-8; most pages' own bytes are reused, which saves encoding."""
    is_same = decoded.used == "utf-8" and not decoded.replaced and not body.startswith(BOM_UTF8)
    return body if is_same else decoded.text.encode("utf-8", "replace")


# Kept for reuse, which saves a tenth of the time; lxml locks it for one thread at a time.
_PARSER = etree.HTMLParser(
    encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, huge_tree=True
)


def parse_html(markup: bytes) -> etree._Element:
    """Parse markup in UTF-8 into a tree without comments and processing instructions."""
    try:
        root = etree.fromstring(markup, _PARSER)
    except etree.XMLSyntaxError:  # only white space and control characters
        root = None
    return root if root is not None else etree.fromstring("<html/>")
