"""Finds the declared character encoding of a page, in its markup or the HTTP header."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from crawler.text.encodings import encoding_name

_FAR = 65536
"""Bytes of a page in which a declaration is searched: browsers stop at 1,024, Chinese templates do not."""

_ATTRIBUTES = (
    rb"((?:=[\t\n\f\r ]*+(?:\"[^\"]*+\"|'[^']*+'|[\"'].*+|[^\t\n\f\r >\"'][^\t\n\f\r >]*+|(?=>|\Z))"
    rb"|[^>=]++)*+)(>|\Z)"
)
"""The inside of a tag up to its `>`; a quote that is never closed takes the whole rest, as in browsers."""

_TOKEN = re.compile(
    rb"<!(?=--)(?:.*?-->|.*)"
    rb"|<(meta)(?=[\t\n\f\r />])" + _ATTRIBUTES + rb"|<script(?=[\t\n\f\r />])[^<]*+(?:<(?!/script)[^<]*+)*+"
    rb"|<style(?=[\t\n\f\r />])[^<]*+(?:<(?!/style)[^<]*+)*+"
    rb"|</?[a-z][^\t\n\f\r />]*+" + _ATTRIBUTES + rb"|<[!/?][^>]*+",
    re.IGNORECASE | re.DOTALL,
)
"""A comment, a meta tag, a script, another tag or a declaration. Every branch matches: linear time."""

_ATTRIBUTE = re.compile(
    rb"([^\t\n\f\r />][^\t\n\f\r />=]*)"
    rb"(?:[\t\n\f\r ]*=[\t\n\f\r ]*(?:\"([^\"]*)\"|'([^']*)'|([^\t\n\f\r >\"'][^\t\n\f\r >]*))?)?"
)
_LIKELY = re.compile(rb"<meta[\t\n\f\r /][^<]*?charset", re.IGNORECASE)
_CONTENT = re.compile(
    rb"charset[\t\n\f\r ]*=[\t\n\f\r ]*(?:\"([^\"]*)\"|'([^']*)'|([^\t\n\f\r ;\"']+))", re.IGNORECASE
)
_XML = re.compile(rb"<\?xml[^>]*?encoding[\t\n\f\r ]*=[\t\n\f\r ]*(?:\"([^\">]*)\"|'([^'>]*)')")
_HEADER = re.compile(r";\s*charset\s*=\s*(?:\"([^\"]*)\"|([^\s;]+))", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Declaration:
    """One statement of a page's encoding."""

    label: str
    """The label as printed."""
    name: str | None
    """The encoding's standard name in lower case, or None for an unknown label."""


def declarations(body: bytes, content_type: str | None = None) -> tuple[Declaration, ...]:
    """Return the declarations, in order of authority: HTTP header, meta tag, XML declaration."""
    places = (_header(content_type or ""), _meta(body), _xml(body))
    return tuple(declaration for declaration in places if declaration)


def _header(content_type: str) -> Declaration | None:
    match = _HEADER.search(";" + content_type if content_type.startswith("charset") else content_type)
    return _declaration(match[1] or match[2] or "") if match else None


def _xml(body: bytes) -> Declaration | None:
    match = _XML.match(body, 0, 1024)
    return _declaration(_text(match[1] or match[2] or b"")) if match else None


def _meta(body: bytes) -> Declaration | None:
    """Return the first usable declaration in a meta tag (https://html.spec.whatwg.org, "prescan").

    Unlike a browser's prescan, it continues after the first kilobyte and skips scripts.
    """
    unknown = None
    for attributes in _metas(body) if _LIKELY.search(body, 0, _FAR) else ():
        declaration = _from_attributes(_parse_attributes(attributes))
        if declaration and declaration.name:
            return declaration
        unknown = unknown or declaration
    return unknown


def _metas(body: bytes) -> Iterator[bytes]:
    for match in _TOKEN.finditer(body, 0, _FAR):
        if match[1] and match[3]:
            yield match[2]


def _parse_attributes(tag: bytes) -> dict[bytes, bytes]:
    """Return the attributes by lower case name; the first of equal names counts."""
    attributes: dict[bytes, bytes] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(tag):
        attributes.setdefault(name.lower(), double or single or bare)
    return attributes


def _from_attributes(attributes: dict[bytes, bytes]) -> Declaration | None:
    label = attributes.get(b"charset")
    if label is None and attributes.get(b"http-equiv", b"").lower() == b"content-type":
        match = _CONTENT.search(attributes.get(b"content", b""))
        label = match and (match[1] or match[2] or match[3])
    return _ascii_readable(_declaration(_text(label))) if label else None


def _ascii_readable(declaration: Declaration) -> Declaration:
    """Return a declaration with the encoding that browsers use for it in markup: UTF-8 for UTF-16."""
    name = {"utf-16le": "utf-8", "utf-16be": "utf-8", "x-user-defined": "windows-1252"}
    return Declaration(declaration.label, name.get(declaration.name or "", declaration.name))


def _declaration(label: str) -> Declaration:
    return Declaration(label, encoding_name(label))


def _text(label: bytes) -> str:
    return label.decode("ascii", "replace").strip()
