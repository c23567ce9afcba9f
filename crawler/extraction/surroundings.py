"""The lines above and below an article's text, where date, source, editors and breadcrumb stand."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, takewhile

from lxml import etree

from crawler.extraction.lines import read_lines
from crawler.extraction.markup import INLINE, MUTE, name_words, names_figure, names_of, own_text

ABOVE = 60  # elements before the container to look at where the headline is not known
BREADCRUMB_WITHIN = 40  # elements of the container: some hold the whole column, breadcrumb included
CLIMB = 6  # levels: nested layout tables put the editor line that far away
BELOW = 12  # parts after the container
LONGEST = 240  # characters: what is longer is prose, not a line about the article
CRUMB_WORDS = frozenset(
    "crumb crumbs bread breadcrumb breadcrumbs crumbnav path position weizhi location route dqwz lujing"
    " curmbs mbx crumbswrap".split()
)
ARROWS = frozenset(("»", "＞", ">", "›", "→", ">>"))
AUTHOR_WORDS = frozenset(("author", "byline", "writer", "zuozhe"))
SHORT = 60  # characters
KICKER_WORDS = frozenset(
    "kicker pretitle yinti jianti eyebrow overline dachzeile roofline antetitulo surtitre".split()
)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Short lines around the text, in page order, and the figures between headline and text."""

    above: tuple[str, ...]
    """Between headline and text."""
    below: tuple[str, ...]
    """After the text."""
    crumbs: tuple[str, ...] = ()
    """The breadcrumb's steps as printed, the home page included."""
    kicker: str | None = None
    authors: tuple[str, ...] = ()
    """Texts of the elements above the text that are named author or byline."""
    figures: tuple[etree._Element, ...] = ()


def look_around(
    elements: Sequence[etree._Element], container: etree._Element | None, headline: etree._Element | None
) -> Surroundings:
    """Read the lines around `container`."""
    if container is None:
        return Surroundings((), ())
    inside = {container, *container.iterancestors()}
    return Surroundings(
        above=tuple(_above(elements, container, headline, inside)),
        below=tuple(_below(container)),
        crumbs=_crumbs(elements[: elements.index(container) + BREADCRUMB_WITHIN]),
        kicker=_kicker(elements, headline),
        authors=_authors(elements, container, headline, inside),
        figures=_figures(elements, container, headline, inside),
    )


def _above(
    elements: Sequence[etree._Element],
    container: etree._Element,
    headline: etree._Element | None,
    inside: set[etree._Element],
) -> list[str]:
    start, end = _between(elements, container, headline, inside)
    return [line for line in leaf_lines(elements[start:end], inside) if len(line) <= LONGEST]


def leaf_lines(elements: Iterable[etree._Element], around: Container[etree._Element] = ()) -> Iterator[str]:
    """The lines of text in consecutive elements, one for each block that holds no other block.

    Elements `around` the place count as holders, whatever they hold.
    """
    covered: set[etree._Element] = set()
    for element in elements:
        if element in covered or element.tag in MUTE:
            continue
        if element in around or any(child.tag not in INLINE and child.tag != "br" for child in element):
            text = " ".join((element.text or "").split())
        else:
            text = own_text(element)
            covered.update(element.iterdescendants())
        tail = " ".join((element.tail or "").split()) if element not in around else ""
        if element.find(".//br") is not None and text:
            yield from (line.text for line in read_lines(element, {}) if line.text)
            text = ""
        if line := f"{text} {tail}".strip():
            yield line


def _between(
    elements: Sequence[etree._Element],
    container: etree._Element,
    headline: etree._Element | None,
    inside: set[etree._Element],
) -> tuple[int, int]:
    """Positions in `elements` of what stands between headline and text."""
    end = elements.index(container)
    start = elements.index(headline) + 1 if headline is not None and headline not in inside else end
    return (start, end) if start < end else (max(0, end - ABOVE), end)


def _authors(
    elements: Sequence[etree._Element],
    container: etree._Element,
    headline: etree._Element | None,
    inside: set[etree._Element],
) -> tuple[str, ...]:
    start, end = _between(elements, container, headline, inside)
    named = (e for e in elements[start:end] if name_words(names_of(e)) & AUTHOR_WORDS and e.tag not in MUTE)
    return tuple(text for element in named if 0 < len(text := own_text(element)) <= SHORT)


def _figures(
    elements: Sequence[etree._Element],
    container: etree._Element,
    headline: etree._Element | None,
    inside: set[etree._Element],
) -> tuple[etree._Element, ...]:
    if headline is None:
        return ()
    start, end = _between(elements, container, headline, inside)
    figures: list[etree._Element] = []
    for element in elements[start:end]:
        if (
            element.tag == "img"
            and (figure := _figure_of(element, inside)) is not None
            and figure not in figures
        ):
            figures.append(figure)
    return tuple(figures)


def _figure_of(image: etree._Element, inside: set[etree._Element]) -> etree._Element | None:
    """The element that holds an image together with its caption: a `figure`, or what is named like one."""
    near = list(takewhile(lambda ancestor: ancestor not in inside, islice(image.iterancestors(), 5)))
    figure = next((ancestor for ancestor in near if ancestor.tag == "figure"), None)
    if figure is not None:
        return figure
    return next((ancestor for ancestor in near if names_figure(names_of(ancestor))), None)


def _below(container: etree._Element) -> list[str]:
    """The lines after the text, from the nearest element around it that has some."""
    lines: list[str] = []
    for element in (container, *islice(container.iterancestors(), CLIMB)):
        if element.tag == "body" or len(lines) >= BELOW:
            break
        for sibling in islice(element.itersiblings(), BELOW):
            lines += islice(leaf_lines(sibling.iter()), BELOW)
    return [line for line in lines if len(line) <= LONGEST]


def _crumbs(elements: Sequence[etree._Element]) -> tuple[str, ...]:
    """The breadcrumb: named so, or links with arrows between them."""
    for element in elements:
        if element.tag == "a" and (element.tail or "").strip(" \n\r\t\xa0") in ARROWS:
            parent = element.getparent()
            steps = _steps(parent) if parent is not None else ()
        elif element.tag not in MUTE and _names_crumbs(names_of(element)):
            steps = _steps(element)
        elif element.get("class") == "section" and 0 < len(text := own_text(element)) <= SHORT:
            steps = (text,)
        else:
            continue
        if steps:
            return steps
    return ()


@lru_cache(maxsize=8192)
def _names_crumbs(names: str) -> bool:
    return bool(name_words(names) & CRUMB_WORDS)


def _steps(element: etree._Element) -> tuple[str, ...]:
    """The parts of a breadcrumb, which stand in links or between arrows."""
    text = own_text(element)
    if len(text) > LONGEST:
        return ()
    return _split_steps(element, text)


def _split_steps(element: etree._Element, text: str) -> tuple[str, ...]:
    for arrow in ("»", "＞", ">", "›", "→", "|", "/", "-"):
        if arrow in text:
            return tuple(step for part in text.split(arrow) if (step := part.strip(" >＞»›:：")))
    return tuple(step for a in element.iter("a") if (step := own_text(a)))


def _kicker(elements: Sequence[etree._Element], headline: etree._Element | None) -> str | None:
    """The line above the headline: named so, or a lesser heading right before it in the same block."""
    if headline is None:
        return None
    before = headline.getprevious()
    if before is not None and before.tag in ("h3", "h4", "h5") and headline.tag in ("h1", "h2"):
        return own_text(before)[:LONGEST] or None
    position = elements.index(headline)
    for element in elements[max(0, position - 6) : position]:
        if name_words(names_of(element)) & KICKER_WORDS:
            text = own_text(element)
            return text if 0 < len(text) <= LONGEST else None
    return None
