"""Finds the element that holds a line and nothing else, also between line breaks."""

from __future__ import annotations

from lxml import etree

from crawler.extraction.body.lines import Line
from crawler.extraction.tree.markup import INLINE, MUTE, own_text


def whole_of(line: Line, above: etree._Element) -> etree._Element:
    """Return the element that holds all of a line below another element, or else the block of the line.

    Where line breaks divide the text, an element within the block has the names and the style of the
    line: `<img><br><font color="gray">Boats wait</font><br>`.
    """
    whole = _next_with_text(above, line.block)
    is_whole = whole is not None and whole.tag in INLINE and own_text(whole) == line.text
    return whole if whole is not None and is_whole else line.block


def _next_with_text(above: etree._Element, block: etree._Element) -> etree._Element | None:
    """Return the first element with text behind another one in a block; None if loose text comes first."""
    if block not in above.iterancestors():
        return None
    current = above
    while current is not block:
        if (current.tail or "").strip():
            return None
        following = current.getnext()
        if following is not None and following.tag not in MUTE and own_text(following):
            return following
        parent = current.getparent()
        current = following if following is not None else block if parent is None else parent
    return None
