"""Finds the elements of a page that carry data: scripts, hidden text areas, templates."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from html import escape

from lxml import etree

from crawler.extraction.scripts.assignments import NamedValue, flight_rows, named_values, revived
from crawler.extraction.scripts.literals import Budget, read_literal

LARGEST = 4_000_000
"""Characters of the scripts of a page that are read."""
LEAST = 120
"""Characters of the shortest script that can hold a text."""

TAGS = ("script", "textarea", "template")
_SIGNS = (
    *("</p", "<\\/p", "u003c", "u003C", "x3c", "x3C", "&lt;/p", "&lt;p", "<br"),
    *(
        "。",
        "u3002",
        '"text":',
        '"content":',
        '"body":',
        '"html":',
        '"paragraph',
        '"blocks":',
        '\\"content\\":',
    ),
)
"""Signs of which every script with a text has one; they are found quickly."""
_JSON_TYPE = re.compile(r"^(?:application|text)/(?:[\w.-]+\+)?json$", re.IGNORECASE)
_MARKUP_TYPE = re.compile(r"^text/(?:x-)?(?:[\w-]*template|html|x-handlebars\S*)$", re.IGNORECASE)
_PUSHED = re.compile(r"__next_f\s*+\.\s*+push\s*+\(")
_PREFIX = re.compile(r"^(?:article|art|news|detail|js|hidden)[-_]", re.IGNORECASE)

TEXT_AREAS = "text areas"
GLOBALS = "variables"
"""Name of the object that is built from strings and numbers assigned to variables."""


def carriers(root: etree._Element, proofs: Sequence[str] = ()) -> list[etree._Element]:
    """Return the elements that may carry a text, by cheap signs; only those with one of `proofs`.

    The proofs are words of the page's headline or text.
    """
    written = [form for proof in proofs for form in _forms(proof)]
    return [element for element in root.iter(*TAGS) if _may_carry(element, written)]


def _forms(proof: str) -> Iterator[str]:
    """Yield the ways in which a script may write words: plain, escaped, escaped in an escaped string."""
    yield proof
    if not proof.isascii():
        escaped = json.dumps(proof)[1:-1]
        yield from (escaped, escaped.replace("\\", "\\\\"))


def _may_carry(element: etree._Element, written: Sequence[str]) -> bool:
    text = element.text
    if element.tag != "script":
        return bool(len(element) or text)
    if not text or not LEAST <= len(text) <= LARGEST or "ld+json" in (element.get("type") or ""):
        return False
    if written and not any(form in text for form in written):
        return False
    return any(sign in text for sign in _SIGNS)


def carried(elements: Sequence[etree._Element], budget: Budget) -> Iterator[NamedValue]:
    """Yield the data in elements, each with the name of its variable or element."""
    values: dict[str, object] = {}
    areas: dict[str, object] = {}
    pushed: list[str] = []
    left = LARGEST
    for element in elements:
        if element.tag != "script":
            areas.setdefault(_area(element), _inner(element))
            continue
        text = element.text or ""
        left -= len(text)
        if left < 0:
            break
        if _PUSHED.search(text):
            pushed += _pieces(text, budget)
        else:
            for named in _in_script(element, text, budget):
                if isinstance(named.value, (dict, list)):
                    yield named
                values.setdefault(named.name, named.value)
    yield NamedValue(
        GLOBALS, {key: value for key, value in values.items() if not isinstance(value, (dict, list))}
    )
    yield NamedValue(TEXT_AREAS, areas)
    if pushed:
        yield NamedValue("__next_f", flight_rows(pushed, budget))


def _in_script(element: etree._Element, text: str, budget: Budget) -> Iterator[NamedValue]:
    kind = (element.get("type") or "").strip()
    name = element.get("id") or element.get("name") or kind or "script"
    if _MARKUP_TYPE.match(kind):
        yield NamedValue(name, {"content": text})
    elif _JSON_TYPE.match(kind) or text.lstrip().startswith(("{", "[")):
        literal = read_literal(text.strip(), 0, budget)
        value = literal.value
        if "__NUXT_DATA__" in name and isinstance(value, list):
            value = revived(value)
        if literal.is_read:
            yield NamedValue(name, value)
    else:
        yield from named_values(text, budget)


def _pieces(text: str, budget: Budget) -> Iterator[str]:
    place = 0
    while push := _PUSHED.search(text, place):
        literal = read_literal(text, push.end(), budget)
        place = max(literal.end, push.end())
        if isinstance(literal.value, list) and len(literal.value) > 1 and isinstance(literal.value[1], str):
            yield literal.value[1]


def _area(element: etree._Element) -> str:
    """Return the key in a text area's name: `article-content` gives `content`."""
    names = [*(element.get("class") or "").split(), element.get("id") or "", element.get("name") or ""]
    return _PREFIX.sub("", next(filter(None, names), element.tag))


def _inner(element: etree._Element) -> str:
    """Return the markup inside an element, escaped or not."""
    children = "".join(etree.tostring(child, encoding="unicode") for child in element)
    return escape(element.text or "", quote=False) + children if children else element.text or ""
