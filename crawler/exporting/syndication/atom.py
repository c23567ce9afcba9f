"""Writes a feed in Atom (RFC 4287); removed articles are deleted entries (RFC 6721)."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from crawler import __version__
from crawler.exporting.addresses import moment_of, uri_of, urn_of
from crawler.exporting.html import html_of
from crawler.exporting.syndication.entries import ArticleFeed, Enclosure, FeedEntry, enclosures
from crawler.items import Article, Rights
from crawler.text.xml_characters import valid_xml

ATOM = "http://www.w3.org/2005/Atom"
TOMBSTONES = "http://purl.org/atompub/tombstones/1.0"
_PREFIXES: dict[Any, str] = {None: ATOM, "at": TOMBSTONES}
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_TAG = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*", re.ASCII)  # the schema allows no other language
_NEVER = "1970-01-01T00:00:00Z"
"""Time of a feed without entries."""


def atom_feed(feed: ArticleFeed, id_: str) -> bytes:
    """Return a feed with a given id, the same for equal entries."""
    root = etree.Element(f"{{{ATOM}}}feed", nsmap=_PREFIXES)
    _add(root, "id", feed.url or id_)
    _add(root, "title", feed.title)
    _add(root, "updated", feed.entries[0].updated if feed.entries else _NEVER)
    _add_person(root, feed.title)
    _add(root, "generator", "china-news-harvester", version=__version__)
    if feed.url:
        _add(root, "link", rel="self", type="application/atom+xml", href=feed.url)
    for entry in feed.entries:
        if entry.is_removed:
            _add_deleted(root, entry)
        else:
            _add_entry(root, entry)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)


def _add_deleted(root: etree._Element, entry: FeedEntry) -> None:
    element = etree.SubElement(root, f"{{{TOMBSTONES}}}deleted-entry")
    element.set("ref", urn_of(entry.article))
    element.set("when", entry.updated)
    _add_page(element, entry.article)


def _add_entry(root: etree._Element, entry: FeedEntry) -> None:
    article = entry.article
    element = _add(root, "entry")
    if article.language and _TAG.fullmatch(article.language):
        element.set(_LANGUAGE, article.language)
    _add(element, "id", urn_of(article))
    _add(element, "title", article.headline)
    _add_page(element, article)
    published = moment_of(article.published)
    if published:
        _add(element, "published", published)
    _add(element, "updated", entry.updated)
    for name in entry.authors:
        _add_person(element, name)
    for term in dict.fromkeys((*article.section, *article.keywords)):
        _add(element, "category", term=term)
    if article.deck:
        _add(element, "summary", article.deck)
    _add(element, "content", html_of(article), type="html")
    _add_rights(element, article.rights or Rights())
    for picture in enclosures(article):
        _add_enclosure(element, picture)


def _add_page(element: etree._Element, article: Article) -> None:
    """Add the link to the article's page, if its URL is a web address."""
    url = uri_of(article.url)
    if url:
        _add(element, "link", rel="alternate", type="text/html", href=url)


def _add_rights(element: etree._Element, rights: Rights) -> None:
    """Add the copyright line, and the licence: as a link (RFC 4946) if it is a web address."""
    url = uri_of(rights.license) if rights.license else None
    if url:
        _add(element, "link", rel="license", href=url)
    lines = [rights.copyright, None if url else rights.license, *rights.reservations]
    text = "; ".join(filter(None, lines))
    if text:
        _add(element, "rights", text)


def _add_enclosure(element: etree._Element, picture: Enclosure) -> None:
    stated = {"type": picture.type, "title": picture.title}
    size = {"length": str(picture.size)} if picture.size is not None else {}
    present = {name: value for name, value in stated.items() if value}
    _add(element, "link", rel="enclosure", href=picture.url, **size, **present)


def _add_person(element: etree._Element, name: str) -> None:
    _add(_add(element, "author"), "name", name)


def _add(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    element = etree.SubElement(parent, f"{{{ATOM}}}{name}")
    for key, value in attributes.items():
        element.set(key, valid_xml(value))
    if text:
        element.text = valid_xml(text)
    return element
