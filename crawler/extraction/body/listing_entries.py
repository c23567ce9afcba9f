"""Finds the entries of lists: teasers below linked titles, in their own elements or between line breaks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from lxml import etree

from crawler.extraction.tree.markup import ANCHOR, INLINE, own_text
from crawler.text.sizes import utf8_size

TITLE = 18  # UTF-8 bytes, six Chinese characters or three English words: a shorter link is a button
LINKED = 0.6  # share of a line's text in links, from which the line is an entry's title
ASIDE = 40  # characters of date, section and source between an entry's title and its teaser
FEW = 3  # teasers that make a list
SHARE = 0.5  # share of the main part's blocks that are teasers or have a link to read on
LONGEST_ENTRY = 4  # blocks: the home page of a blog prints the beginnings of its stories
LEVELS = 4  # levels from the text of an entry up to the entry, at most


def are_teasers(blocks: Sequence[etree._Element]) -> bool:
    """Return whether most blocks of text are teasers, or the first is one and further ones follow it."""
    if len(blocks) == 1 and _are_entries_between_breaks(blocks[0]):
        return True
    teasers = [_is_teaser(block) for block in blocks]
    share = 1 / LONGEST_ENTRY if teasers[:1] == [True] else SHARE
    return sum(teasers) >= max(FEW, share * len(blocks))


def is_entry(container: etree._Element) -> bool:
    """Return whether a container is in an entry of a list: beside others that have a linked title, too."""
    return any(
        _has_linked_title(element) and len(list(islice(_titled_like(element), FEW))) == FEW
        for element in (container, *islice(container.iterancestors(), LEVELS))
    )


def _titled_like(entry: etree._Element) -> Iterator[etree._Element]:
    """Yield the other elements in an entry's parent that have its markup and a linked title."""
    others = (*entry.itersiblings(entry.tag), *entry.itersiblings(entry.tag, preceding=True))
    return (other for other in others if _is_alike(entry, other) and _has_linked_title(other))


def _is_alike(entry: etree._Element, other: etree._Element) -> bool:
    """Return whether two elements share a class name, or have neither class names nor ids."""
    names, others = ((each.get("class") or "").split() for each in (entry, other))
    if names or others:
        return not set(names).isdisjoint(others)
    return entry.get("id") is other.get("id") is None


def _has_linked_title(element: etree._Element) -> bool:
    headings = element.iter("h2", "h3", "h4", "h5")
    return any(map(_is_title, islice(headings, FEW))) or any(map(_is_title, islice(element, FEW)))


def _are_entries_between_breaks(block: etree._Element) -> bool:
    """Return whether the lines of a block are entries: a linked title, and a few other lines below it."""
    lines = list(_lines_between_breaks(block))
    titles = [len(line) == 1 and _is_linked_title(line[0]) for line in lines]
    return titles[:1] == [True] and sum(titles) >= max(FEW, len(lines) / LONGEST_ENTRY)


def _is_linked_title(piece: etree._Element | str) -> bool:
    return not isinstance(piece, str) and piece.tag in INLINE and _is_title(piece)


def _lines_between_breaks(block: etree._Element) -> Iterator[list[etree._Element | str]]:
    """Yield the inline elements and texts of each line of a block."""
    line: list[etree._Element | str] = []
    for piece in _pieces(block):
        if isinstance(piece, str) or piece.tag in INLINE:
            line.append(piece)
        elif line:
            yield line
            line = []
    if line:
        yield line


def _pieces(block: etree._Element) -> Iterator[etree._Element | str]:
    """Yield the children of a block and the texts between them."""
    texts = (block.text, *(child.tail for child in block))
    for child, text in zip((None, *block), texts, strict=True):
        if child is not None:
            yield child
        if text and not text.isspace():
            yield text


def _is_teaser(block: etree._Element) -> bool:
    """Return whether a block of text opens with the link to its story, or stands right below this link."""
    return _opens_with_link(block) or any(map(_is_title, _lines_above(block)))


def _opens_with_link(block: etree._Element) -> bool:
    element = block
    while not (element.text or "").strip() and len(element) and element[0].tag in INLINE:
        element = element[0]
        if element.tag in ANCHOR:
            return _is_title(element)
    return False


def _lines_above(block: etree._Element) -> Iterator[etree._Element]:
    """Yield the elements above a block inside its entry, up to the first that is longer than a date."""
    for element in (block, *islice(block.iterancestors(), 2)):
        for line in element.itersiblings(preceding=True):
            yield line
            if len(own_text(line)) > ASIDE:
                return


def _is_title(line: etree._Element) -> bool:
    links = [own_text(link) for link in line.iter("a")]
    titles = [link for link in links if utf8_size(link) >= TITLE]
    return bool(titles) and sum(map(len, titles)) >= LINKED * len(own_text(line))
