"""Collects the elements of a page that may hold links, in one pass: each pass costs as much as all links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

_FRAMES = ("frame", "iframe", "object", "embed")
_TAGS = ("a", "area", "base", "link", "noframes", "script", "select", *_FRAMES)


@dataclass(frozen=True, slots=True, eq=False)
class Elements:
    """The elements of a page by kind, each in page order."""

    anchors: Sequence[tuple[etree._Element, str]]
    """`a`, also of a drawing (SVG), and `area`, each with its reference, if it has one."""
    frames: Sequence[etree._Element]
    """`frame`, `iframe`, `object` and `embed`."""
    links: Sequence[etree._Element]
    menus: Sequence[etree._Element]
    """`select`."""
    scripts: Sequence[etree._Element]
    frameless: Sequence[etree._Element]
    """`noframes`, whose markup is parsed as text."""
    base: str | None
    """The reference of the first `base` with one."""


@lru_cache(
    maxsize=1
)  # the tree of a page never changes, and all look-ups for one page come before the next page
def elements_of(root: etree._Element) -> Elements:
    """Collect the elements of the tree of a page."""
    by_tag: dict[object, list[etree._Element]] = {tag: [] for tag in _TAGS}
    anchors = []
    for element in root.iter(*_TAGS):
        tag = element.tag
        if tag in ("a", "area"):
            if reference := element.get("href") or element.get("xlink:href"):
                anchors.append((element, reference))
        else:
            by_tag["frame" if tag in _FRAMES else tag].append(element)
    bases = filter(None, (element.get("href") for element in by_tag["base"]))
    frames, links, menus, scripts, frameless = (
        by_tag[tag] for tag in ("frame", "link", "select", "script", "noframes")
    )
    return Elements(anchors, frames, links, menus, scripts, frameless, next(bases, None))
