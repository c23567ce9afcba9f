"""Finds the links of a page without anchors: frames, click handlers, attributes, markup in scripts.

Scripts are read as text, never run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING, Any

from lxml import etree

from crawler.discovery.elements import elements_of
from crawler.discovery.literals import joined

if TYPE_CHECKING:
    from crawler.extraction.tree.page import Page

_ATTRIBUTES = ("data-href", "data-url", "data-link", "daoxiang")
"""Attributes that hold a URL; `daoxiang` is that of the e-papers with PaperIndex."""
_PAGE_TYPES = ("text/html", "application/xhtml+xml", "text/plain", "text/x-scriptlet")
"""Types by which `object` and `embed` declare a page."""
_HANDLERS = ("onclick", "onmousedown", "onmouseup", "ondblclick")
_JUMPS = ("location", "open", "jump", "submit")
"""Words of the handler of a selection that opens the chosen page: `MM_jumpMenu`, `location = this.value`."""

_NAMED = etree.XPath(" | ".join(f"//@{name}" for name in (*_ATTRIBUTES, *_HANDLERS)))
_PAGE = r"[^\"'\s<>\\:;,(){}$]{1,1000}\.(?:s?html?|jhtml|aspx?|jsp|php)(?:\?[^\"'\s<>\\{}$]{0,1000})?"
_ADDRESS = re.compile(
    r"[\"']((?:(?:https?:)?//|\.{0,2}/)[^\"'\s<>\\]{1,2000}|" + _PAGE + r")[\"']", re.IGNORECASE
)
"""A quoted address in a handler: `window.open('/2022/a_1.htm')`, `show("list.asp?id=2")`."""
_WRITTEN = re.compile(r"href\s*=\s*\\?[\"']((?:https?://[\w.:-]+/)?" + _PAGE + r")\\?[\"'](?!\s*\+)")
"""An address in markup that a script writes: `document.write("<a href='/2022/a_1.htm'>")`."""

_ADDRESSED = r"(?:(?:(?:https?:)?//|\.{0,2}/)[^\"'\s<>\\{}$]{1,1000}|" + _PAGE + ")"
_ELEMENT = re.compile(
    r"<(?:a|area|i?frame)\s(?:[^<>]{0,300}?\s)?(?:href|src)\s{0,9}=\s{0,9}"
    rf"(?:(?P<quote>\\?[\"'])(?P<quoted>{_ADDRESSED})(?P=quote)|(?P<bare>{_ADDRESSED})(?=[\s>]))",
    re.IGNORECASE,
)
"""A whole link or frame in written markup, quoted or not: `document.write('<iframe src="/cn/">')`."""

_BUILT = re.compile(
    r"new(?<=\bnew)\s{1,9}\w{1,60}\(\s{0,9}[\"']((?:https?://[\w.:-]+)?/" + _PAGE + r")[\"']\s{0,9},"
)
"""The address of an item that a script builds: `new title_array('/2022/a_1.htm', 'Ferry', '2022-08-07')`.

The pattern begins with a literal, which is searched for several times faster than a boundary of a word.
"""


def scripted_links(page: Page) -> Iterator[tuple[str, etree._Element]]:
    """Yield the references of a page beside its anchors, as written, each with its element."""
    elements = elements_of(page.root)
    for frame in elements.frames:
        yield from ((reference, frame) for reference in _framed(frame))
    yield from _attributes(page)
    for menu in elements.menus:
        yield from _choices(menu)
    for element in elements.frameless:
        yield from ((unescape(reference), element) for reference in _written_elements(element.text or ""))
    for script in elements.scripts:
        yield from ((reference, script) for reference in _scripted(script.text or ""))


def _framed(frame: etree._Element) -> Iterator[str]:
    """Yield the page that a frame shows, or the links in its markup; a film or a picture is no page."""
    if (frame.get("type") or "text/html").lower() in _PAGE_TYPES:
        yield from filter(None, map(frame.get, ("src", "data-src", "data")))
    if markup := frame.get("srcdoc"):
        yield from map(unescape, _written_elements(markup))


def addresses_in(handler: str) -> list[str]:
    """Return the quoted addresses in a handler, or in a `javascript:` link."""
    return _ADDRESS.findall(joined(handler))


def _scripted(script: str) -> Iterator[str]:
    """Yield the addresses in the markup that a script writes, and of the items that it builds."""
    yield from _BUILT.findall(script)
    if "<" in script or "href" in script:
        script = joined(script.replace("\\/", "/"))
        yield from _WRITTEN.findall(script)
        yield from _written_elements(script)


def _written_elements(markup: str) -> Iterator[str]:
    """Yield the addresses of whole links and frames in markup that is no part of the tree."""
    return (match["quoted"] or match["bare"] for match in _ELEMENT.finditer(markup))


def _attributes(page: Page) -> Iterator[tuple[str, etree._Element]]:
    """Yield the addresses of attributes, each with its element."""
    values: Any = _NAMED(page.root)  # lxml cannot state its type
    for value in values:
        element = value.getparent()
        if value.attrname in _ATTRIBUTES:
            yield str(value), element
        else:
            yield from ((address, element) for address in addresses_in(value))


def _choices(menu: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """Yield the addresses of the options of a menu, if choosing one opens its page."""
    handler = (menu.get("onchange") or "").lower()
    if any(word in handler for word in _JUMPS):
        yield from ((option.get("value") or "", option) for option in menu.iter("option"))
