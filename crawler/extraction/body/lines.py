"""Flattens a container into lines: paragraphs, headings, table rows and images."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from crawler.extraction.body.preformatted import paragraph_ends, split_paragraphs
from crawler.extraction.tree.images import is_background, is_small, sign_of
from crawler.extraction.tree.markup import (
    ANCHOR,
    BLOCKS,
    FURNITURE_TAGS,
    INLINE,
    LONG_LINK,
    MUTE,
    first_below,
    hides_text,
    is_furniture,
    is_player,
    marks_of,
    names_other_story,
    own_text,
    tells_of_picture,
)
from crawler.text.sizes import utf8_size
from crawler.text.spaces import folded

HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
NO_SIZE = re.compile(r"font-size\s*:\s*0(?![.\d])", re.IGNORECASE)
CELLS = frozenset({"td", "th"})
BOLD = frozenset({"b", "strong", "h1", "h2", "h3", "h4", "h5", "h6"})
BREAKS = 2  # line breaks in a link that holds a whole text, at least
KEEP = 0.4  # share of the text: an element that holds this much is not furniture, whatever its name
SHORT_CELL = 80  # characters: a longer cell is running text in a layout table


class Key(NamedTuple):
    """The identity of a line, equal in a separate reading of the page and of its container."""

    block: etree._Element
    text: str


@dataclass(slots=True, eq=False)
class Line:
    """One line as a reader sees it: a run of text between block boundaries, or an image."""

    block: etree._Element
    """The block element that the text stands in (or the `img`)."""
    text: str = ""
    """White space folded; empty for an image."""
    linked: int = 0
    """Number of characters in links."""
    bold: int = 0
    """Number of bold characters."""
    is_image: bool = False
    cells: Sequence[Line] = ()
    """The lines of the cells, if it is a row of data."""
    _key: Key | None = field(default=None, init=False, repr=False)

    @property
    def key(self) -> Key:
        """The identity of the line across readings; computed when first needed."""
        if self._key is None:
            self._key = Key(self.block, self.text)
        return self._key


class _Reader:
    """Walks one container and collects its lines."""

    def __init__(
        self,
        container: etree._Element,
        weight: Mapping[etree._Element, float],
        dropped: Container[etree._Element],
    ) -> None:
        self.container = container
        self.weight = weight
        self.dropped = dropped
        self.limit = KEEP * weight.get(container, 0)
        self.lines: list[Line] = []
        self.pieces: list[str] = []
        """The texts of the line under construction."""
        self.linked = 0
        self.bold = 0
        self.block = container
        self.links: list[etree._Element] = []
        """The open links that lead elsewhere."""
        self.in_bold = 0
        self.rows: list[int] = []
        self.skipped: etree._Element | None = None
        self.within: set[etree._Element] = set()
        self.preformatted: etree._Element | None = None
        self.paragraph_ends: re.Pattern[str] | None = None

    def read(self) -> list[Line]:
        walker = etree.iterwalk(self.container, events=("start", "end"))
        for event, element in walker:
            if event == "start":
                if self._opens(element):
                    self.skipped = element
                    walker.skip_subtree()
            else:
                self._closes(element)
        self._flush()
        return self.lines

    def _opens(self, element: etree._Element) -> bool:
        """Handle a start tag; return whether to skip its content."""
        tag = element.tag
        if tag in INLINE:
            return self._opens_inline(element, tag)
        if tag not in BLOCKS and (skips := self._opens_other(element, tag)) is not None:
            return skips
        style = element.get("style")
        if style and is_background(element):
            self._image(element)
            return True
        if self._is_furniture(element):
            self._flush()
            return True
        self._opens_block(element, tag, style)
        return False

    def _opens_other(self, element: etree._Element, tag: str) -> bool | None:
        """Handle the start tag of an element that is no text, or unknown to HTML; None if it is a block."""
        if tag == "img":
            self._image(element)
        elif tag == "br":
            self._flush()
        elif tag not in MUTE:
            return self._opens_inline(element, tag) if self._is_within_line(element) else None
        elif is_background(element):
            self._image(element)
        elif tag == "button":
            self._picture_button(element)
        return True

    def _picture_button(self, button: etree._Element) -> None:
        """Read the picture that a button enlarges, and its caption, without the button's label."""
        figure = next(button.iterancestors("figure"), None)
        if figure is None and first_below(button, "figcaption") is None:
            return
        for element in button.iter("img", "figcaption"):
            if element.tag == "img":
                self._image(element)
            elif text := own_text(element):
                self._flush()
                self.lines.append(Line(element, text))

    def _opens_block(self, element: etree._Element, tag: str, style: str | None) -> None:
        if self.pieces:
            self._flush()
        self.block = element
        self.in_bold += tag in BOLD
        if tag == "tr":
            self.rows.append(len(self.lines))
        if self.preformatted is None and (style or tag == "pre"):
            self._keep_line_breaks(element, style)
        if text := element.text:
            self._add(text)

    def _keep_line_breaks(self, element: etree._Element, style: str | None) -> None:
        """Record how line breaks split the text below an element into paragraphs, if they mean anything."""
        if ends := paragraph_ends(element, style):
            self.preformatted, self.paragraph_ends = element, ends

    def _opens_inline(self, element: etree._Element, tag: str) -> bool:
        if element in self.dropped or hides_text(element):
            return True
        if tag in ANCHOR and self._leads_away(element):
            self.links.append(element)
        self.in_bold += tag in BOLD
        if text := element.text:
            self._add(text)
        return False

    def _closes(self, element: etree._Element) -> None:
        tag = element.tag
        if element is self.skipped:
            self.skipped = None
        elif tag in INLINE or (self.within and element in self.within):
            if self.links and self.links[-1] is element:
                self.links.pop()
            self.in_bold -= tag in BOLD
        else:
            self._closes_block(element, tag)
        if (tail := element.tail) and element is not self.container:
            self._add(tail)

    def _leads_away(self, element: etree._Element) -> bool:
        """Return whether an `a` leads elsewhere: it is no anchor, heading's link to itself or whole text."""
        target = element.get("href")
        is_heading = self.block.tag in BOLD
        if target is None or (is_heading and target.startswith("#") and len(target) > 1):
            return False
        if len(element) < BREAKS:  # settles most links, several times faster than a search
            return True
        return len(element.findall("br")) < BREAKS or utf8_size(own_text(element)) < LONG_LINK

    def _closes_block(self, element: etree._Element, tag: str) -> None:
        if self.pieces:
            self._flush()
        self.in_bold -= tag in BOLD
        if tag == "tr" and self.rows:
            self._join_row(self.rows.pop(), element)
        parent = element.getparent()
        if parent is not None and element is not self.container:
            self.block = parent
        if element is self.preformatted:
            self.preformatted = self.paragraph_ends = None

    def _add(self, text: str) -> None:
        """Add a text to the line, without white space at its beginning, as between most blocks."""
        if self.paragraph_ends is not None:
            self._add_paragraphs(split_paragraphs(text, self.paragraph_ends))
        elif self.pieces or self.links or self.in_bold or not text.isspace():
            self._append(text)

    def _append(self, text: str) -> None:
        self.pieces.append(text)
        if self.links:
            self.linked += len(text)
        if self.in_bold:
            self.bold += len(text)

    def _add_paragraphs(self, paragraphs: Sequence[str]) -> None:
        first, *others = paragraphs
        self._append(first)
        for paragraph in others:
            self._flush()
            self._append(paragraph)

    def _has_text(self) -> bool:
        """Return whether the line under construction has anything but white space."""
        return any(not piece.isspace() for piece in self.pieces)

    def _is_within_line(self, element: etree._Element) -> bool:
        """Return whether browsers show an element unknown to HTML inside a line of text."""
        has_text = bool((element.tail or "").strip()) or self._has_text()
        is_within = has_text and all(below.tag in INLINE for below in element.iterdescendants())
        if is_within:
            self.within.add(element)
        return is_within

    def _image(self, element: etree._Element) -> None:
        if self.pieces and self._has_text() and _goes_on(element):
            if sign := sign_of(element):
                self._append(sign)
                return
            if is_small(element):
                return
        self._flush()
        self.lines.append(Line(element, is_image=True))

    def _flush(self) -> None:
        if text := folded("".join(self.pieces)):
            self.lines.append(Line(self.block, text, self.linked, self.bold))
        self.pieces.clear()
        self.linked = self.bold = 0

    def _join_row(self, start: int, row: etree._Element) -> None:
        """Join the cells of a data row into one line; rows of layout tables stay as they are."""
        cells = self.lines[start:]
        if len(cells) < 2 or any(
            c.is_image or c.block.tag not in CELLS or len(c.text) > SHORT_CELL for c in cells
        ):
            return
        text = " ".join(cell.text for cell in cells)
        linked, bold = sum(c.linked for c in cells), sum(c.bold for c in cells)
        self.lines[start:] = [Line(row, text, linked, bold, cells=cells)]

    def _is_furniture(self, element: etree._Element) -> bool:
        if element is self.container:
            return False
        if element in self.dropped:
            return True
        return _stands_aside(element) and self.weight.get(element, 0) <= self.limit


def _stands_aside(element: etree._Element) -> bool:
    """Return whether names or style show that an element is hidden or no part of the text."""
    if not element.keys():
        return element.tag in FURNITURE_TAGS and is_furniture(element)
    if is_furniture(element) or is_hidden(element) or is_player(element):
        return True
    marks = marks_of(element)
    return names_other_story(marks) and not tells_of_picture(element, marks)


def is_hidden(block: etree._Element) -> bool:
    """Return whether a block is hidden.

    A block with zero size counts as visible, since its content may have a size.
    """
    style = block.get("style")
    if style and HIDDEN.search(style):
        return True
    return block.get("hidden") is not None or bool(style and NO_SIZE.search(style) and len(block) == 0)


def _goes_on(element: etree._Element) -> bool:
    """Return whether text follows an element in its line."""
    current: etree._Element | None = element
    while current is not None and (current is element or current.tag in INLINE):
        if (current.tail or "").strip():
            return True
        if current.getnext() is not None:
            return False
        current = current.getparent()
    return False


class _WholeReader(_Reader):
    """Walks a whole page, furniture included."""

    def _is_furniture(self, element: etree._Element) -> bool:  # noqa: ARG002  the judge decides about it
        return False


def read_page_lines(root: etree._Element) -> list[Line]:
    """Read all lines of a page, furniture included."""
    return _WholeReader(root, {}, ()).read()


def read_lines(
    container: etree._Element,
    weight: Mapping[etree._Element, float],
    dropped: Container[etree._Element] = (),
) -> list[Line]:
    """Read the lines of `container`, without its furniture and without the elements `dropped`.

    `weight` is the outline's: an element that holds a large part of the text never counts as furniture.
    """
    return _Reader(container, weight, dropped).read()
