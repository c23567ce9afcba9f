"""Collects the lines above and below an article's text, with date, source, editors and breadcrumb."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from lxml import etree

from crawler.extraction.body.crumbs import find_crumbs
from crawler.extraction.body.headline import KICKER_WORDS
from crawler.extraction.body.lines import read_lines
from crawler.extraction.body.pictures import leading_pictures, picture_above
from crawler.extraction.body.teasers import titles_of_stories
from crawler.extraction.tree.markup import (
    INLINE,
    MUTE,
    first_below,
    name_words,
    names_of,
    own_text,
)
from crawler.extraction.tree.survey import Survey
from crawler.text.spaces import folded

FAR = 400  # elements: a headline farther above the text belongs to another text
ABOVE = 60  # elements before the container to read, if the headline is unknown
BREADCRUMB_WITHIN = 40  # elements of the container to read: some hold the whole column, breadcrumb included
CLIMB = 6  # levels: nested layout tables put the editor line this far away
BELOW = 12  # parts after the container
REACH = 50  # elements of each part
LONGEST = 240  # characters: longer lines are prose, not facts about the article
AUTHOR_WORDS = frozenset(("author", "byline", "writer", "zuozhe"))
NO_NAMES = frozenset("title role job position time date org location bio photo image avatar".split())
"""Words of class names beside them, of elements that state no name: `byline-title`."""
NEAR_HEADLINE = 12  # elements above a headline in which a byline may stand
SHORT = 60  # characters
SHORT_BESIDE = 80  # characters of the innermost element with a name
SENTENCE = 60  # characters: a longer text with a full stop is a paragraph


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Short lines around the text, in page order, and the figures between headline and text."""

    above: tuple[str, ...]
    """Lines between headline and text."""
    below: tuple[str, ...]
    """Lines after the text."""
    crumbs: tuple[str, ...] = ()
    """The breadcrumb's steps as printed, the home page included."""
    kicker: str | None = None
    authors: tuple[str, ...] = ()
    """Texts of the elements above the text that are named author or byline."""
    authors_beside: tuple[str, ...] = ()
    """The same of elements in the text above its first paragraph, or right above the headline."""
    figures: tuple[etree._Element, ...] = ()


def look_around(
    seen: Survey, container: etree._Element | None, headline: etree._Element | None
) -> Surroundings:
    """Read the lines around `container`."""
    if container is None:
        return Surroundings((), ())
    elements = seen.elements
    inside = {container, *container.iterancestors()}
    place = elements.index(container)
    between = elements[_start(elements, place, headline, inside) : place]
    return Surroundings(
        above=tuple(line for line in leaf_lines(between, inside) if len(line) <= LONGEST),
        below=tuple(_below(container)),
        crumbs=find_crumbs(seen, place + BREADCRUMB_WITHIN, headline),
        kicker=_kicker(elements, headline),
        authors=_authors(between),
        authors_beside=_authors_beside(elements, place, headline),
        figures=_lead_pictures(elements, between, inside, headline),
    )


def _lead_pictures(
    elements: Sequence[etree._Element],
    between: Sequence[etree._Element],
    inside: Container[etree._Element],
    headline: etree._Element | None,
) -> tuple[etree._Element, ...]:
    """Return the pictures between headline and text, or else the one right above the headline."""
    if headline is None:
        return ()
    title = own_text(headline)
    if held := leading_pictures(_without_stories(between, title), inside):
        return held
    position = elements.index(headline)
    return picture_above(_without_stories(elements[max(0, position - ABOVE) : position], title))


def _without_stories(elements: Sequence[etree._Element], title: str) -> Sequence[etree._Element]:
    """Return the elements without the pictures that lead to other stories."""
    stories = titles_of_stories((element for element in elements if element.tag == "img"), title)
    return [element for element in elements if element not in stories] if stories else elements


def _start(
    elements: Sequence[etree._Element],
    place: int,
    headline: etree._Element | None,
    inside: Container[etree._Element],
) -> int:
    """Return the position of the first line above the text: after the headline, within a limit."""
    after = elements.index(headline) + 1 if headline is not None and headline not in inside else place
    return after if place - FAR < after < place else max(0, place - ABOVE)


def leaf_lines(elements: Iterable[etree._Element], around: Container[etree._Element] = ()) -> Iterator[str]:
    """Yield the lines of text in consecutive elements, one for each block that holds no other block.

    Elements in `around` always count as holders of blocks.
    """
    covered: set[etree._Element] = set()
    for element in elements:
        if element in covered or element.tag in MUTE:
            continue
        is_whole = len(element) > 0 and element not in around and not _holds_blocks(element)
        if is_whole:
            covered.update(element.iterdescendants())
        if is_whole and first_below(element, "br") is not None:
            yield from (line.text for line in read_lines(element, {}) if line.text)
            text = ""
        else:
            text = own_text(element) if is_whole else _folded(element.text)
        tail = _folded(element.tail) if element not in around else ""
        if line := f"{text} {tail}".strip():
            yield line


def _holds_blocks(element: etree._Element) -> bool:
    for child in element:  # noqa: SIM110  a third of the time that any() takes
        if child.tag not in _IN_LINES:
            return True
    return False


_IN_LINES = INLINE | {"br"}


def _folded(text: str | None) -> str:
    return folded(text) if text else ""


def _authors(between: Sequence[etree._Element]) -> tuple[str, ...]:
    named = (e for e in between if e.tag not in MUTE and _names_author(e))
    return tuple(text for element in named if 0 < len(text := own_text(element)) <= SHORT)


def _authors_beside(
    elements: Sequence[etree._Element], place: int, headline: etree._Element | None
) -> tuple[str, ...]:
    """Return the texts of the elements so named above the first paragraph, or right above the headline."""
    if headline is None:
        return ()
    position = elements.index(headline)
    below = takewhile(
        _is_no_paragraph, islice(elements, max(position, place) + 1, max(position, place) + ABOVE)
    )
    return _innermost_authors(below) or _innermost_authors(
        elements[max(0, position - NEAR_HEADLINE) : position]
    )


def _innermost_authors(elements: Iterable[etree._Element]) -> tuple[str, ...]:
    """Return the texts of the elements named author; of elements within each other, that of the innermost."""
    named = [each for each in elements if each.tag not in MUTE and _names_author(each)]
    around = {each for element in named for each in element.iterancestors()}
    inner = (each for each in named if each not in around and not name_words(names_of(each)) & NO_NAMES)
    return tuple(text for each in inner if 0 < len(text := own_text(each)) <= SHORT_BESIDE)


def _is_no_paragraph(element: etree._Element) -> bool:
    text = element.text or ""
    return element.tag in MUTE or len(text) <= SENTENCE or "." not in text


def _names_author(element: etree._Element) -> bool:
    """Return whether class, id, relation or property of an element name an author."""
    if name_words(names_of(element)) & AUTHOR_WORDS:
        return True
    return element.get("rel") == "author" or element.get("itemprop") in ("author", "creator")


def _below(container: etree._Element) -> list[str]:
    """Return the lines after the text, from the nearest element around it that has some."""
    lines: list[str] = []
    for element in (container, *islice(container.iterancestors(), CLIMB)):
        if element.tag == "body" or len(lines) >= BELOW:
            break
        for sibling in islice(element.itersiblings(), BELOW):
            if sibling.tag not in MUTE and len(lines) < BELOW:
                lines += islice(leaf_lines(islice(sibling.iter(), REACH)), BELOW)
    return [line for line in lines if len(line) <= LONGEST]


def _kicker(elements: Sequence[etree._Element], headline: etree._Element | None) -> str | None:
    """Return the line above the headline or in it: named kicker, or a lesser heading in the same block."""
    if headline is None:
        return None
    if len(headline) and (kicker := _first_kicker(islice(headline, 1))):
        return kicker
    before = headline.getprevious()
    if before is not None and before.tag in ("h3", "h4", "h5") and headline.tag in ("h1", "h2"):
        return own_text(before)[:LONGEST] or None
    position = elements.index(headline)
    return _first_kicker(elements[max(0, position - 6) : position])


def _first_kicker(elements: Iterable[etree._Element]) -> str | None:
    """Return the text of the first element that is named a kicker."""
    for element in elements:
        if name_words(names_of(element)) & KICKER_WORDS:
            text = own_text(element)
            return text if 0 < len(text) <= LONGEST else None
    return None
