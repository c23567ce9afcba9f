"""Parses a web archive's capture of a page as the original: with its own URLs, without the archive's bars."""

from __future__ import annotations

import re
from dataclasses import replace

from lxml import etree

from crawler.extraction.tree.page import Page, parse_page
from crawler.text.captures import capture_of

_TODAY = rb"archive\.(?:today|ph|is|fo|li|md|vn)"
_PREFIX = re.compile(
    rb"(?:(?:https?:)?//[\w.-]{1,100}(?::\d{1,5})?)?/(?:[\w-]{1,40}/){0,2}"
    rb"(?:\d{14}|(?<=/web/)\d{4,14})(?:[a-z]{2}_)?/(?=https?:/)"
    rb"|https?://" + _TODAY + rb"/o/\w{1,12}/(?=https?:/)"
)
"""The prefix of an archive before the URLs on a page."""
_BARS = re.compile(rb"<!-- BEGIN WAYBACK TOOLBAR INSERT -->.*?<!-- END WAYBACK TOOLBAR INSERT -->", re.DOTALL)
_BAR_IDS = frozenset(("HEADER", "wm-ipp-base"))
"""Elements of archive.today, and of the Wayback Machine if its comments are lost."""


def parse_saved(body: bytes, url: str, content_type: str | None = None) -> Page:
    """Decode and parse a saved page; for a capture in a web archive, parse the original page.

    Its URL is then the original one, `capture` the archive's, `fetched` the time of the capture.
    """
    capture = capture_of(url)
    if capture is None:
        return parse_page(body, url, content_type)
    page = parse_page(as_captured(body), capture.original, content_type)
    for element in _bars(page.root):
        _drop(element)
    return replace(page, capture=url, fetched=capture.time)


def as_captured(body: bytes) -> bytes:
    """Return the bytes of a page without the bar of the archive, and with its original URLs."""
    return _PREFIX.sub(b"", _BARS.sub(b"", body))


def _bars(root: etree._Element) -> list[etree._Element]:
    return [element for element in root.iter("div") if element.get("id") in _BAR_IDS]


def _drop(element: etree._Element) -> None:
    """Remove an element, but not the text behind it."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)
