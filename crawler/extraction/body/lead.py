"""Finds the lead: the first sentences of a text, if they stand in an element of their own above it."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import islice, takewhile

from lxml import etree

from crawler.extraction.body.container import between
from crawler.extraction.body.headline import fold
from crawler.extraction.body.lines import Line, is_hidden, read_lines
from crawler.extraction.body.outline import Outline
from crawler.extraction.body.parts import first_parts
from crawler.extraction.body.sorting import DATED, ENDS, LONG, PARTLY_LINKED, furniture_rule
from crawler.extraction.dateline import parse_dateline
from crawler.extraction.furniture.forms.summaries import SUMMARY_LABELS
from crawler.extraction.tree.json_ld import kinds_of
from crawler.extraction.tree.markup import (
    INLINE,
    MUTE,
    first_below,
    is_furniture,
    name_words,
    names_caption,
    names_of,
    own_text,
)
from crawler.extraction.tree.metadata import Metadata
from crawler.text.sizes import utf8_size

LEAD_WORDS = frozenset(
    "lead lede leadin leadtext intro introduction standfirst chapo chapeau sapo spot ingress zajawka anons"
    " tagline announce entradilla bajada copete vorspann sommario occhiello perex manchet strapline preamble"
    " preface einleitung anreisser inleiding sumario epigraph catenaccio underrubrik wstep linhafina ingressi"
    " prologos podzagolovok".split()
)
"""Words of class names and ids of the lead, in the languages of the world's newsrooms."""
TEASER_WORDS = frozenset({"teaser", "teasers"})
"""Words for a German or Dutch lead above the first paragraph, and anywhere else for other stories."""
DECK_TAGS = frozenset("p div td h2 h3 h4".split())
"""Elements that may be a lead by their words."""
OPENERS = frozenset({"a", "b", "strong", "i", "em"})
"""Elements with which a deck may open. A `span` there is a kicker, a place or a date."""
NO_LEAD = frozenset({"h1", "li", "figcaption", "figure", "nav", "aside", "a"})
SHORTEST = 48  # UTF-8 bytes: sixteen Chinese characters, or eight English words
MOST = 3  # lines: an element with more is a list, or the text itself
OPENING = 2  # lines of a text in which a dateline may stand
LEVELS = 4  # levels: a caption or furniture within this distance above makes an element one, too
LONGEST_PLACE = 30  # characters without spaces: a place above a description that follows, as in `Linshui.`
COMPARED = 60  # characters: descriptions in the head of a page are often truncated
LEAST_COMPARED = 16  # characters: sixteen Chinese characters are a sentence


@dataclass(frozen=True, slots=True)
class TextPlace:
    """The place of a page's text."""

    elements: Sequence[etree._Element]
    """All elements of the page, in document order."""
    headline: etree._Element | None
    container: etree._Element
    outline: Outline


def read_with_lead(
    place: TextPlace, metadata: Metadata, dropped: Container[etree._Element] = ()
) -> list[Line]:
    """Read the lines of a container, and before them the lead between headline and container.

    Elements in `dropped` are excluded. Most pages have no lead there. A text that opens with a dateline
    begins with it: anything above is a summary.
    """
    first = first_parts(place.container, place.headline, place.outline, dropped)
    lines = [*first, *read_lines(place.container, place.outline.weight, dropped)]
    named = [*_lead_lines(place, metadata), *_teaser_lines(place, lines)]
    lead = _without_repeats(named, lines)
    texts = islice((line.text for line in lines if line.text), OPENING)
    return lines if lead and any(map(parse_dateline, texts)) else [*lead, *lines]


def _lead_lines(place: TextPlace, metadata: Metadata) -> list[Line]:
    """Return the lines of elements that are named as a lead, or stand where a deck does.

    On pages that declare themselves news, a deck is the first text below the headline, or repeats the
    description in the page's head. Other pages write both for search engines. A summary may have its label
    in an element before it.
    """
    is_news = any("News" in kind for kind in kinds_of(metadata.article))
    descriptions = _descriptions(metadata) if is_news else []
    lines: list[Line] = []
    seen: set[etree._Element] = set(place.container.iterancestors())
    if place.headline is not None:
        seen.update(place.headline.iter())
    elements = between(place.elements, place.headline, place.container)
    below = _below_headline(elements, seen) if is_news else None
    for element in elements:
        if element in seen or not (element is below or _is_lead(element, descriptions)):
            continue
        for deck in (element, *takewhile(partial(_is_alike, element), element.itersiblings())):
            seen.update(deck.iter())
            lines += _few_lines(deck, place.outline)
    return lines


def _is_lead(element: etree._Element, descriptions: Sequence[str]) -> bool:
    return _is_named(element) or _is_deck(element, descriptions) or _is_labelled(element)


def _is_labelled(element: etree._Element) -> bool:
    """Return whether the element before an element holds only the label of a summary."""
    label = element.getprevious()
    if label is None or element.tag not in DECK_TAGS or not isinstance(label.tag, str):
        return False
    text = own_text(label)
    is_label = len(text) <= LONGEST_PLACE and SUMMARY_LABELS.form_of(text) is not None
    return is_label and _holds_one_line(element) and not _stands_apart(element)


def _few_lines(element: etree._Element, outline: Outline) -> list[Line]:
    """Return the lines of an element that may be text; none if it has more lines than a lead."""
    lines = read_lines(element, outline.weight)
    return [line for line in lines if _may_be_text(line)] if len(lines) <= MOST else []


def _teaser_lines(place: TextPlace, lines: Sequence[Line]) -> list[Line]:
    """Return the lines of an element named a teaser, in the container above its first paragraph.

    Below the first paragraph, such elements are other stories.
    """
    first = next((line.block for line in lines if _is_paragraph(line)), None)
    if first is None:
        return []
    end = first if first is not place.container else next(islice(first, 1, None), None)
    opening = takewhile(lambda element: element is not end, place.container.iterdescendants(etree.Element))
    teaser = next((element for element in opening if _is_teaser(element, place.container)), None)
    return _few_lines(teaser, place.outline) if teaser is not None else []


def _is_paragraph(line: Line) -> bool:
    is_sentence = len(line.text) > LONG and ENDS.search(line.text) is not None
    return is_sentence and line.block.tag != "figcaption"


def _is_teaser(element: etree._Element, container: etree._Element) -> bool:
    names = names_of(element)
    if not names or not name_words(names) & TEASER_WORDS or first_below(element, "a") is not None:
        return False
    within = takewhile(lambda around: around is not container, element.iterancestors())
    return not any(map(_stands_apart, (element, *within)))


def _below_headline(
    elements: Sequence[etree._Element], around: Container[etree._Element]
) -> etree._Element | None:
    """Return the first element with text below the headline, if it may be a deck.

    A deck is one line, and no furniture. Elements `around` are those of the headline, and those that hold
    the container.
    """
    after = (element for element in elements if element not in around and element.tag not in MUTE)
    text = next((element for element in after if element.text and not element.text.isspace()), None)
    first = text.getparent() if text is not None and text.tag in OPENERS else text
    if first is None or first in around or first.tag not in DECK_TAGS or not _holds_one_line(first):
        return None
    is_aside = any(map(_stands_apart, (first, *islice(first.iterancestors(), LEVELS - 1))))
    return None if is_aside else first


def _is_alike(first: etree._Element, other: etree._Element) -> bool:
    """Return whether two elements have the same tag and names, as several decks do."""
    return other.tag == first.tag and names_of(other) == names_of(first) != "" and _holds_one_line(other)


def _holds_one_line(element: etree._Element) -> bool:
    return all(each.tag in INLINE for each in element)


def _is_named(element: etree._Element) -> bool:
    if element.tag in INLINE or element.tag in NO_LEAD or is_hidden(element) or is_furniture(element):
        return False
    return names_lead(names_of(element))


@lru_cache(maxsize=8192)
def names_lead(names: str) -> bool:
    """Return whether class names and ids say that an element holds the lead of a text."""
    return bool(name_words(names) & LEAD_WORDS) and not names_caption(names)


def _descriptions(metadata: Metadata) -> list[str]:
    """Return the folded descriptions in the head of a page."""
    descriptions = (metadata.meta.get("og:description"), metadata.meta.get("description"))
    stated = metadata.article.get("description")
    texts = (*descriptions, stated if isinstance(stated, str) else None)
    return [fold(text) for text in texts if text and utf8_size(text) >= SHORTEST]


def _is_deck(element: etree._Element, descriptions: Sequence[str]) -> bool:
    """Return whether an element repeats a description of the page, and holds nothing else."""
    if not descriptions or element.tag not in DECK_TAGS or not _holds_one_line(element):
        return False
    text = fold(own_text(element))
    if not any(_begin_alike(text, description) for description in descriptions):
        return False
    return not any(map(_stands_apart, (element, *islice(element.iterancestors(), LEVELS - 1))))


def _begin_alike(text: str, description: str) -> bool:
    """Return whether a text begins like a description, if need be behind a place: `Linshui. The lock …`."""
    beginning = description.rstrip(".…")[:COMPARED]
    if len(text) < len(beginning) or len(beginning) < LEAST_COMPARED:
        return len(text) >= LEAST_COMPARED and beginning.startswith(text)
    return -1 < text.find(beginning) <= LONGEST_PLACE


def _stands_apart(element: etree._Element) -> bool:
    """Return whether an element stands in a caption, an entry of a list, or furniture."""
    is_no_lead = element.tag in NO_LEAD or names_caption(names_of(element))
    return is_no_lead or is_hidden(element) or is_furniture(element)


def _may_be_text(line: Line) -> bool:
    if line.is_image or utf8_size(line.text) < SHORTEST or line.block.tag in NO_LEAD:
        return False
    if line.linked > PARTLY_LINKED * len(line.text):
        return False
    return not _is_date(line.text) and furniture_rule(line) is None


def _is_date(text: str) -> bool:
    """Return whether a text has a date, and is no sentence."""
    return DATED.search(text) is not None and ENDS.search(text) is None


def _without_repeats(lead: list[Line], lines: Sequence[Line]) -> list[Line]:
    """Return the lines of a lead without those that the text repeats: a summary of its first paragraph."""
    if not lead:
        return lead
    text = fold("".join(line.text for line in lines))
    return [line for line in lead if fold(line.text) not in text]
