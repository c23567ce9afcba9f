"""Weighs whether agency, date, places, closing mark and what follows together prove a dateline."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from crawler.extraction.dateline.western_heads import Head
from crawler.extraction.dateline.western_places import Shape
from crawler.extraction.dateline.western_sources import UNMARKED
from crawler.extraction.lexicon.kickers import NO_PLACES
from crawler.text.months import fold_word

DETERMINER: Final = re.compile(
    r"(?:The|An?|It|He|She|They|This|That|Der|Die|Das|Eine?[nmrs]?|Im|Am|Bei|Beim|Es|Sie|Er"
    r"|Le|La|Les|Une?|El|Los|Las|Una|Os?|As|Um|Uma)\s(?=\S)"
)
"""Words that begin a sentence, hardly a headline."""
# Words that begin small and still begin a sentence.
_SMALL: Final = re.compile(r"[a-z]{1,2}[A-Z]|quot;|#39;|&|(?:al|el)-[A-Z]|(?:de|von|van) [A-Z]")
_SENTENCE_END: Final = re.compile(r"[.!?…][\"'”’)]?(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Closing:
    """A possible end of a dateline."""

    head: Head
    mark: str
    """The closing mark; empty after a mere bracket."""
    end: int
    following: str


def is_evident(closing: Closing) -> bool:
    """Whether agency, date, places, mark and what follows together prove a dateline."""
    head = closing.head
    if head.agency:
        return _evident_by_agency(closing)
    if not closing.mark:
        return False
    if head.date:
        return _evident_by_date(closing)
    return bool(head.rest) and _begins(closing.following) and _evident_by_place(closing)


def _evident_by_agency(closing: Closing) -> bool:
    head, places = closing.head, closing.head.places
    if head.date and head.bracketed:
        return bool(closing.mark) or head.known
    if not _begins(closing.following):
        return False
    if not closing.mark:
        return _evident_by_bracket(closing)
    if head.known:
        return not head.rest or (places.shape >= Shape.DOUBTFUL and not _is_abbreviation(head))
    if not head.rest:
        return _is_unknown_source(head.agency or "")
    return places.known or places.shape is Shape.CAPITALS


def _is_abbreviation(head: Head) -> bool:
    """`Democratic Party Alliance (DPA) -` explains an abbreviation."""
    initials = "".join(word[0] for word in head.rest.split())
    return len(initials) > 1 and initials.casefold() == (head.agency or "").casefold()


def _is_unknown_source(name: str) -> bool:
    """`(SportsTicker) -`, but not `(Video) -`."""
    words = name.split()
    return len(words) <= 2 and not any(fold_word(word) in NO_PLACES for word in words)


def _evident_by_bracket(closing: Closing) -> bool:
    """`Hong Kong (CNN Business) A view …`, `Berlin (AFP) Der Minister …`."""
    head = closing.head
    if fold_word(head.agency or "") in UNMARKED:
        return not head.rest or head.places.shape >= Shape.DOUBTFUL
    return head.known and head.places.known and DETERMINER.match(closing.following.lstrip()) is not None


def _evident_by_date(closing: Closing) -> bool:
    head = closing.head
    if not _begins(closing.following):
        return False
    if not head.rest:
        return bool(head.date and head.date.year) and closing.mark != ":"
    return head.places.known or head.places.shape >= Shape.DOUBTFUL


def _evident_by_place(closing: Closing) -> bool:
    places = closing.head.places
    if places.known:
        return places.shape >= Shape.DOUBTFUL
    if closing.mark == ":":
        return False
    return places.shape is Shape.CAPITALS or (places.shape is Shape.TITLE and _is_sentence(closing))


def _is_sentence(closing: Closing) -> bool:
    """Whether what follows is running text rather than a headline in a list."""
    following = closing.following.lstrip()
    if len(closing.head.rest.split()) > 2 or len(following) < 40:
        return False
    return (
        DETERMINER.match(following) is not None
        or "–" in closing.mark
        or _SENTENCE_END.search(following) is not None
    )


def _begins(following: str) -> bool:
    """Whether a text may begin here: not with a small letter, which goes on with a sentence."""
    text = following.lstrip(" \"'“”«„‘\\")
    return bool(text) and (not text[0].islower() or _SMALL.match(text) is not None)
