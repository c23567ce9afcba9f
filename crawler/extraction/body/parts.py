"""Finds first parts of a text: elements above its container with the same tag and names.

Templates that put a picture, links or an advertisement behind the first paragraphs close the element
of the text there, and open another one of the same name. Elements of the same name below the text are others:
notices, boxes about an author, newsletters.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from lxml import etree

from crawler.extraction.body.lines import Line, read_lines
from crawler.extraction.body.outline import Outline
from crawler.extraction.body.sorting import ENDS, PARTLY_LINKED, Role, sort_lines
from crawler.extraction.tree.markup import first_below, is_furniture, names_of, names_other_story
from crawler.text.sizes import utf8_size

SHORTEST = 48  # UTF-8 bytes of a paragraph: sixteen Chinese characters, or eight English words
MOST = 4  # parts: more elements with the same names are records, such as comments or teasers
HEADINGS = ("h1", "h2", "h3", "h4")
"""Elements with which another story begins, and hardly the first part of a text below its headline."""

_DIGITS = re.compile(r"\d+")


def first_parts(
    container: etree._Element,
    headline: etree._Element | None,
    outline: Outline,
    dropped: Container[etree._Element] = (),
) -> list[Line]:
    """Return the lines of the parts of a text above its container; most texts have none.

    A page that prints no headline may be a list of stories, so it has none either.
    """
    if headline is None:
        return []
    around = frozenset(headline.iterancestors())
    parts = next(filter(None, (_above(each, outline) for each in _alone(container, around))), [])
    if len(parts) > MOST or any(not _may_be_part(part, dropped) for part in parts):
        return []
    read = [read_lines(part, outline.weight, dropped) for part in parts]
    return [line for lines in read for line in lines] if all(map(_is_prose, read)) else []


def _alone(container: etree._Element, around: Container[etree._Element]) -> Iterator[etree._Element]:
    """Yield the container and the elements around it that hold nothing else."""
    element: etree._Element | None = container
    while element is not None and element.tag not in ("body", "html") and element not in around:
        yield element
        parent = element.getparent()
        element = parent if parent is not None and len(parent) == 1 else None


def _above(element: etree._Element, outline: Outline) -> list[etree._Element]:
    """Return the siblings above an element that have text, and its tag and class names, in page order."""
    name = _name(element)
    if not name:
        return []
    siblings = element.itersiblings(element.tag, preceding=True)
    return [each for each in siblings if _name(each) == name and each in outline.weight][::-1]


def _name(element: etree._Element) -> str:
    """Return the class names or the id of an element without numbers: `Para1` and `Para2` are alike."""
    return _DIGITS.sub("", element.get("class") or element.get("id") or "")


def _may_be_part(part: etree._Element, dropped: Container[etree._Element]) -> bool:
    """Return whether an element has neither a heading nor names of other stories or furniture."""
    if part in dropped or is_furniture(part) or names_other_story(names_of(part)):
        return False
    return all(first_below(part, tag) is None for tag in HEADINGS)


def _is_prose(lines: Sequence[Line]) -> bool:
    """Return whether the lines that may be text are sentences."""
    texts = [item.line for item in sort_lines(lines) if item.role is Role.BODY]
    is_ended = all(ENDS.search(line.text) for line in texts[:-1])
    return bool(texts) and is_ended and all(map(_is_long, texts))


def _is_long(line: Line) -> bool:
    return utf8_size(line.text) >= SHORTEST and line.linked <= PARTLY_LINKED * len(line.text)
