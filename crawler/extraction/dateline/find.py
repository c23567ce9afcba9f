"""Finds and parses the dateline that opens an article: place, date, agency and reporters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from crawler.extraction.dateline.chinese import find_chinese
from crawler.extraction.dateline.japanese import find_japanese
from crawler.extraction.dateline.korean import find_korean
from crawler.extraction.dateline.opening import Opening, read_opening
from crawler.extraction.dateline.plain import PlainDateline
from crawler.extraction.dateline.preambles import is_preamble
from crawler.extraction.dateline.western import find_western
from crawler.extraction.evidence.rules import Rule
from crawler.extraction.form import Form
from crawler.extraction.lexicon.han import has_han, has_hangul
from crawler.items import Dateline
from crawler.text.printed_dates import complete

_SCRIPT_SHOWS: Final = 40
"""Characters at the beginning that decide the script, even if an agency has a Latin name."""
_OPENING_LINES: Final = 5
"""Lines before the text (titles, notes, captions) with its first paragraph, at most."""
_STANDS_ALONE: Final = 80
"""Characters of a dateline on a line of its own, at most."""


def parse_dateline(text: str, published: str | None = None) -> Dateline | None:
    """Parse the dateline with which a paragraph begins; return None if there is none.

    `text` is the paragraph (white space of any kind and invisible characters do no harm; only its first 300
    characters are read). `published` is the article's ISO date or time: the year of a date printed without
    one is chosen so that the date lies nearest to it; without `published` such a date is `--MM-DD`, or
    `---DD` for a bare day. `Dateline.text` is the beginning of the stripped `text`, as printed. Never raises.
    """
    return _tried(text, published).dateline


def find_dateline(paragraphs: Sequence[str], published: str | None = None) -> Dateline | None:
    """Find the dateline of an article in its first paragraph, or behind titles, notes and captions before it.

    Later paragraphs have no dateline. Behind other lines a place alone is not enough, unless it is printed in
    capitals.
    """
    return next((opening.dateline for opening in openings(paragraphs, published) if opening.dateline), None)


class Tried(NamedTuple):
    """A paragraph that was searched for a dateline."""

    text: str
    dateline: Dateline | None
    """The dateline that opens it; None without one that is certain enough."""
    rule: Rule
    form: Form | None = None
    """The form of the dateline."""


def openings(paragraphs: Sequence[str], published: str | None = None) -> Iterator[Tried]:
    """Search paragraph by paragraph, up to the one that has the dateline or begins the text."""
    for index, paragraph in enumerate(paragraphs[:_OPENING_LINES]):
        tried = _tried(paragraph, published)
        if tried.dateline is None:
            tried = _on_its_own_line(paragraphs, index, published)
        if tried.dateline and (index == 0 or _is_certain(tried.dateline)):
            yield tried
            return
        if not is_preamble(paragraph):
            yield Tried(paragraph, None, Rule.TEXT_BEGINS)
            return
        yield Tried(paragraph, None, Rule.BEFORE_TEXT)


def _tried(text: str, published: str | None) -> Tried:
    opening = read_opening(text)
    plain_dateline = _find(opening.plain)
    if plain_dateline is None:
        return Tried(text, None, Rule.NONE)
    return Tried(text, _record(opening, plain_dateline, published), Rule.OPENING, plain_dateline.form)


def _on_its_own_line(paragraphs: Sequence[str], index: int, published: str | None) -> Tried:
    """Return a dateline that fills a line, if the text on the next line proves it."""
    none = Tried(paragraphs[index], None, Rule.NONE)
    line = paragraphs[index].strip()
    if len(line) > _STANDS_ALONE or index + 1 == len(paragraphs):
        return none
    tried = _tried(f"{line} {paragraphs[index + 1]}", published)
    fills = tried.dateline is not None and len(tried.dateline.text) == len(line)
    return tried._replace(text=paragraphs[index]) if fills else none


def _is_certain(dateline: Dateline) -> bool:
    """Return whether the dateline has an agency, date or reporters, or a place in capitals."""
    parts = dateline.agency or dateline.date or dateline.reporters
    return bool(parts) or any(place.isupper() for place in dateline.places[:1])


def _find(plain: str) -> PlainDateline | None:
    """Apply the grammar of the script in which the opening is written."""
    start = plain[:_SCRIPT_SHOWS]
    if not start.isascii() and max(start) >= "\u3040":
        if has_hangul(start):
            return find_korean(plain)
        if has_han(start):
            return find_chinese(plain) or find_japanese(plain)
    return find_western(plain)


def _record(opening: Opening, plain_dateline: PlainDateline, published: str | None) -> Dateline:
    return Dateline(
        text=opening.printed(plain_dateline.end),
        places=plain_dateline.places,
        date=complete(plain_dateline.date, published) if plain_dateline.date else None,
        agency=plain_dateline.agency,
        reporters=plain_dateline.reporters,
    )
