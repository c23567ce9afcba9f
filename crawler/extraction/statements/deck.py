"""Finds the deck: the standfirst, second headline or summary that a page prints beside its headline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice, pairwise

from lxml import etree

from crawler.extraction.body.headline import fold
from crawler.extraction.body.lead import LEAD_WORDS, NO_LEAD
from crawler.extraction.body.lines import Line, is_hidden, read_lines
from crawler.extraction.body.reading import Reading
from crawler.extraction.body.sorting import FULL_STOP, Role, furniture_rule
from crawler.extraction.captions.caption import looks_like_caption
from crawler.extraction.evidence.found import Found
from crawler.extraction.evidence.rules import Reason, Rule
from crawler.extraction.form import Form, Forms, read_form
from crawler.extraction.furniture.printed import read_authors
from crawler.extraction.lexicon.han import has_han
from crawler.extraction.statements.forms.decks import DECKS, SECOND_HEADLINES
from crawler.extraction.statements.standfirst import authors_of, before_date, naming_author, without_stop
from crawler.extraction.tree.layouts import first_filled
from crawler.extraction.tree.markup import (
    INLINE,
    is_furniture,
    name_words,
    names_caption,
    names_of,
    names_other_story,
)
from crawler.text.sizes import utf8_size

SHORTEST = 24  # UTF-8 bytes: eight Chinese characters
LONGEST = 800  # characters
LABEL = 24  # characters of a line that hold the label of a summary
MOST = 4  # lines of a deck
OPENING = 3  # lines of the text that may be a summary with its label
ABOVE = 10  # lines between headline and text: more are a menu
LONGEST_DATE = 70  # characters of a line with a date
LEVELS = 4  # levels above a deck that may name it furniture, another story or a caption

DECK_WORDS = LEAD_WORDS | frozenset(
    "deck dek subdeck standfirst subtitle subtitulo subheadline sub-headline sub-title subtit futitle futi"
    " fubiaoti summary abstract excerpt zhaiyao daoyu daodu tiyao neirongtiyao".split()
)
"""Words of class names and ids of decks."""
_NO_DECK = frozenset(
    "teaser card promo item list newsletter recirc trending thumb player video audio gallery podcast toc"
    " author byline date time meta image images photo picture media figure".split()
)
"""Words of class names and ids of other summaries."""
_PLAYERS = frozenset("video videos player audio podcast".split())
"""Words of class names and ids around the titles of recordings."""
_DATE = re.compile(r"\d{4}\s*[-/.年]\s*\d{1,2}|\d{1,2}:\d{2}")
_HEADINGS = ("h2", "h3", "h4")


def find_deck(reading: Reading) -> Found[str]:
    """Return the deck that the page prints; None without one."""
    return next(decks_of(reading), Found(None, Rule.NONE))


def decks_of(reading: Reading) -> Iterator[Found[str]]:
    """Yield the candidates for the deck, in the order of trust."""
    for candidate in _candidates(reading):
        if candidate.value and _may_be_deck(candidate.value, reading):
            yield candidate


def _candidates(reading: Reading) -> Iterator[Found[str]]:
    layout = first_filled(reading.index, reading.layout.deck) if reading.layout else None
    yield from _texts((layout,), Rule.LAYOUT_ELEMENT)
    yield from _texts(_named(reading), Rule.DECK_ELEMENT)
    above = reading.around.above if len(reading.around.above) <= ABOVE else ()
    opening = reading.texts(Role.BODY)[:OPENING]
    yield from _read(SECOND_HEADLINES, (*above, *opening[:1]), Rule.DECK_DASH)
    yield from _read(DECKS, (*above, *opening, *_labelled_apart((*above, *opening))), Rule.DECK_LABEL)
    yield from (Found(line.text, Rule.LEAD_ABOVE) for line in _lead(reading))
    yield from _texts((_heading_below(reading),), Rule.DECK_HEADING)
    yield from (Found(text, Rule.DECK_BEFORE_DATE) for text in before_date(reading))
    yield from (Found(text, Rule.DECK_WITHOUT_STOP) for text in without_stop(reading))
    yield from (Found(text, Rule.DECK_NAMES_AUTHOR) for text in naming_author(reading))


def _labelled_apart(lines: Sequence[str]) -> Iterator[str]:
    """Yield each short line with the next one: a label may stand in a line of its own."""
    return (f"{label} {text}" for label, text in pairwise(lines) if len(label) <= LABEL)


def _texts(elements: Iterable[etree._Element | None], rule: Reason) -> Iterator[Found[str]]:
    for element in elements:
        text = _lines_of(element) if element is not None else ""
        printed = read_form(DECKS.candidates(text[:LABEL]), text)
        yield Found(printed.parts["deck"], rule, printed.form) if printed else Found(text, rule)


def _lines_of(element: etree._Element) -> str:
    """Return the lines of an element without dates and furniture; none of an element with many lines."""
    lines = [line for line in read_lines(element, {}) if not line.is_image and furniture_rule(line) is None]
    kept = [line.text for line in lines if utf8_size(line.text) >= SHORTEST and not _is_date(line.text)]
    return " ".join(kept) if len(lines) <= MOST else ""


def _is_date(text: str) -> bool:
    """Return whether a short line has a day or a time, and is no sentence."""
    return len(text) < LONGEST_DATE and _DATE.search(text) is not None and FULL_STOP.search(text) is None


def _read(forms: Forms[Form], lines: Iterable[str], rule: Reason) -> Iterator[Found[str]]:
    for line in lines:
        candidates = forms.candidates(line[:LABEL])
        if candidates and (printed := read_form(candidates, line)) is not None:
            yield Found(printed.parts["deck"], rule, printed.form)


def _named(reading: Reading) -> Iterator[etree._Element]:
    """Yield the elements with the name of a deck, from the headline to the first line of the text."""
    headline, body = reading.headline.element, _first_body(reading)
    if headline is None or body is None:
        return
    seen = reading.index.seen
    places = sorted(at for names, ats in seen.names.items() if _names_deck(names) for at in ats)
    if not places:
        return
    start, end = seen.elements.index(headline), seen.elements.index(body)
    around = {*headline.iter(), *headline.iterancestors(), *body.iterancestors()}
    for at in places:
        if start < at <= end and (element := seen.elements[at]) not in around and _stands_free(element):
            yield element


def _first_body(reading: Reading) -> etree._Element | None:
    """Return the block of the first line of the text in the container."""
    bodies = (item.line.block for item in reading.lines if item.role is Role.BODY)
    return next((block for block in bodies if _is_within(block, reading.container)), None)


def _is_within(block: etree._Element, container: etree._Element | None) -> bool:
    return container is not None and (block is container or container in block.iterancestors())


@lru_cache(maxsize=8192)
def _names_deck(names: str) -> bool:
    words = name_words(names)
    return bool(words & DECK_WORDS) and not words & _NO_DECK and not names_caption(names)


def _stands_free(element: etree._Element) -> bool:
    """Return whether an element is shown, and no part of a caption, a list, furniture or another story."""
    if element.tag in INLINE and element.tag != "span":
        return False
    return not any(map(_is_aside, (element, *islice(element.iterancestors(), LEVELS - 1))))


def _is_aside(element: etree._Element) -> bool:
    names = names_of(element)
    if element.tag in NO_LEAD or is_hidden(element) or name_words(names) & _PLAYERS:
        return True
    return is_furniture(element) or names_caption(names) or names_other_story(names)


def _lead(reading: Reading) -> Iterator[Line]:
    """Yield the lines of the text that stand above its container."""
    for item in reading.lines:
        if _is_within(item.line.block, reading.container):
            return
        if item.role is Role.BODY:
            yield item.line


def _heading_below(reading: Reading) -> etree._Element | None:
    """Return the lesser heading right below the headline, unless it opens the text."""
    headline = reading.headline.element
    if headline is None or headline.tag not in ("h1", "h2"):
        return None
    below = headline.getnext()
    if below is None or below.tag not in _HEADINGS or below.tag == headline.tag:
        return None
    return None if _is_within(below, reading.container) or is_hidden(below) else below


def _may_be_deck(text: str, reading: Reading) -> bool:
    """Return whether a text is neither the headline, nor about the author, a byline, a date or furniture."""
    if utf8_size(text) < SHORTEST or len(text) > LONGEST:
        return False
    if _repeats(text, reading.headline.text) or _repeats(text, reading.headline.printed or ""):
        return False
    if _is_date(text) or looks_like_caption(text) or _is_furniture(text, reading):
        return False
    return not text.startswith(authors_of(reading))


def _repeats(text: str, headline: str) -> bool:
    """Return whether a text is the headline, perhaps with its kicker or site."""
    folded = fold(headline)
    return fold(text) == folded or (utf8_size(folded) >= SHORTEST and folded in fold(text))


def _is_furniture(text: str, reading: Reading) -> bool:
    block = reading.container
    if block is not None and furniture_rule(Line(block, text)) is not None:
        return True
    is_short = len(text) < (40 if has_han(text) else 80)
    return is_short and (text in reading.around.authors or read_authors(text) is not None)
