"""Finds the links of a page without anchors: frames, click handlers, attributes and markup in scripts.

Scripts are read as text, never run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from lxml import etree

if TYPE_CHECKING:
    from crawler.extraction.tree.page import Page

_ATTRIBUTES = ("data-href", "data-url", "data-link", "daoxiang")
"""Attributes that hold a URL; `daoxiang` is that of the e-papers with PaperIndex."""
_HANDLERS = ("onclick", "onmousedown", "onmouseup", "ondblclick")
_JUMPS = ("location", "open", "jump", "submit")
"""Words of the handler of a selection that opens the chosen page: `MM_jumpMenu`, `location = this.value`."""

_FOUND = etree.XPath(
    "//frame[@src] | //iframe[@src] | //a[contains(@href, '(')] | //area[contains(@href, '(')]"
    " | //select[@onchange]//option[@value] | //*["
    + " or ".join(f"@{name}" for name in (*_ATTRIBUTES, *_HANDLERS))
    + "]"
)
_PAGE = r"[^\"'\s<>\\:;,(){}$]{1,1000}\.(?:s?html?|jhtml|aspx?|jsp|php)(?:\?[^\"'\s<>\\{}$]{0,1000})?"
_ADDRESS = re.compile(
    r"[\"']((?:(?:https?:)?//|\.{0,2}/)[^\"'\s<>\\]{1,2000}|" + _PAGE + r")[\"']", re.IGNORECASE
)
"""A quoted address in a handler: `window.open('/2022/a_1.htm')`, `show("list.asp?id=2")`."""
_WRITTEN = re.compile(
    r"href\s*=\s*\\?[\"']((?:https?://[\w.:-]+/)?" + _PAGE + r")\\?[\"'](?!\s*\+)", re.IGNORECASE
)
"""An address in markup that a script writes: `document.write("<a href='/2022/a_1.htm'>")`."""


def scripted_links(page: Page) -> Iterator[tuple[str, etree._Element]]:
    """Yield the references of a page beside its anchors, as written, each with its element."""
    elements: Any = _FOUND(page.root)  # lxml cannot state its type
    for element in elements:
        for reference in _references(element):
            yield reference, element
    for script in page.root.iter("script"):
        for reference in _WRITTEN.findall(script.text or ""):
            yield reference, script


def _references(element: etree._Element) -> Iterator[str]:
    if element.tag in ("frame", "iframe"):
        yield element.get("src") or ""
    elif element.tag == "option":
        yield from _chosen(element)
    yield from filter(None, map(element.get, _ATTRIBUTES))
    for handler in filter(None, map(element.get, (*_HANDLERS, "href"))):
        if "(" in handler or "=" in handler:
            yield from _ADDRESS.findall(handler)


def _chosen(option: etree._Element) -> Iterator[str]:
    """Yield the address of an option, if choosing it opens the page."""
    menu = next(option.iterancestors("select"))
    handler = (menu.get("onchange") or "").lower()
    if any(word in handler for word in _JUMPS):
        yield option.get("value") or ""
