"""Weighs whether agency, date, places, closing mark and the following text together prove a dateline.

This is judgement, not grammar. Each ground for a judgement is a row with a name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

from crawler.extraction.dateline.forms.western import DETERMINERS
from crawler.extraction.dateline.opening import read_opening
from crawler.extraction.dateline.western_closings import CLOSING, Closing, closings
from crawler.extraction.dateline.western_heads import DatelineHead
from crawler.extraction.dateline.western_places import LetterCase
from crawler.extraction.dateline.western_sources import UNMARKED
from crawler.extraction.form import Form, any_of
from crawler.extraction.lexicon.kickers import NO_PLACES
from crawler.text.months import fold_word

DETERMINER: Final = re.compile(rf"{any_of(DETERMINERS)}\s(?=\S)")
"""Words that begin a sentence, but hardly a headline."""
# Words in lower case that still begin a sentence.
_SMALL: Final = re.compile(r"[a-z]{1,2}[A-Z]|quot;|#39;|&|(?:al|el)-[A-Z]|(?:de|von|van) [A-Z]")
_SENTENCE_END: Final = re.compile(r"[.!?…][\"'”’)]?(?:\s|$)")


@dataclass(frozen=True)
class Proof(Form):
    """A ground on which a head, its closing mark and the following text count as a dateline."""

    pattern: str = field(init=False, default=CLOSING, repr=False)
    """The closing mark: everything else was parsed before."""
    proves: Callable[[Closing], bool] = field(kw_only=True, repr=False)
    """The condition on head, mark and following text."""

    def matches(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the closing marks of a text at which this ground proves a dateline."""
        ends = closings(read_opening(text).plain)
        return (closing.match for closing in ends if proof_of(closing) is self)


def _is_dated_agency(closing: Closing) -> bool:
    return bool(closing.mark) or closing.head.known


def _is_unmarked_agency(closing: Closing) -> bool:
    head = closing.head
    is_placed = not head.rest or head.places.shape >= LetterCase.DOUBTFUL
    return fold_word(head.agency or "") in UNMARKED and is_placed


def _is_agency_before_sentence(closing: Closing) -> bool:
    head = closing.head
    if fold_word(head.agency or "") in UNMARKED:
        return False
    return head.known and head.places.known and DETERMINER.match(closing.following.lstrip()) is not None


def _is_known_agency_alone(closing: Closing) -> bool:
    return not closing.head.rest and closing.head.known


def _is_known_agency_and_place(closing: Closing) -> bool:
    head = closing.head
    return head.places.shape >= LetterCase.DOUBTFUL and head.known and not _is_abbreviation(head)


def _is_unknown_agency_alone(closing: Closing) -> bool:
    head = closing.head
    return not head.rest and not head.known and _is_unknown_source(head.agency or "")


def _is_unknown_agency_and_place(closing: Closing) -> bool:
    head = closing.head
    return (head.places.known or head.places.shape is LetterCase.CAPITALS) and not head.known


def _is_whole_date(closing: Closing) -> bool:
    head = closing.head
    return not head.rest and bool(head.date and head.date.year) and closing.mark != ":"


def _is_place_and_date(closing: Closing) -> bool:
    head = closing.head
    return bool(head.rest) and (head.places.known or head.places.shape >= LetterCase.DOUBTFUL)


def _is_known_place(closing: Closing) -> bool:
    return closing.head.places.known and closing.head.places.shape >= LetterCase.DOUBTFUL


def _is_in_capitals(closing: Closing) -> bool:
    places = closing.head.places
    return not places.known and places.shape is LetterCase.CAPITALS and closing.mark != ":"


def _is_before_sentence(closing: Closing) -> bool:
    places = closing.head.places
    return (
        not places.known
        and places.shape is LetterCase.TITLE
        and closing.mark != ":"
        and _is_sentence(closing)
    )


_LANGUAGES: Final = "ar de el en es fr it pt ru uk"
_TEXT: Final = "The library opened its doors to readers on Monday. It is new."

WITH_AGENCY_AND_DATE: Final = (
    Proof(
        name="date and agency in brackets",
        languages=_LANGUAGES,
        examples={
            f"LINSHUI, Aug. 6 (Xinhua) -- {_TEXT}": {"mark": ") --"},
            f"Jan 3 (Reuters) - {_TEXT}": {"mark": ") -"},
        },
        refuses=(f"On Aug. 6 (the staff later recalled) {_TEXT}",),
        proves=_is_dated_agency,
    ),
)
WITH_BRACKET: Final = (
    Proof(
        name="agency whose bracket needs no mark",
        languages=_LANGUAGES,
        examples={f"Hong Kong (CNN Business) {_TEXT}": {"mark": ")"}},
        refuses=(f"Hong Kong (Xinhua) {_TEXT}", "Hong Kong (CNN Business) and its readers"),
        proves=_is_unmarked_agency,
    ),
    Proof(
        name="place and known agency before a sentence",
        languages=_LANGUAGES,
        examples={"Berlin (AFP) Die Bibliothek hat ihre Türen geöffnet.": {"mark": ")"}},
        refuses=("Berlin (AFP) Bibliothek öffnet", "Linshui (AFP) Die Bibliothek ist neu."),
        proves=_is_agency_before_sentence,
    ),
)
WITH_AGENCY: Final = (
    Proof(
        name="known agency alone",
        languages=_LANGUAGES,
        examples={f"AP - {_TEXT}": {"mark": "-"}, f"(AP) - {_TEXT}": {"mark": ") -"}},
        refuses=("AP - and the library", f"Opinion - {_TEXT}"),
        proves=_is_known_agency_alone,
    ),
    Proof(
        name="place and known agency",
        languages=_LANGUAGES,
        examples={
            f"SAN JOSE, Calif. (AP) — {_TEXT}": {"mark": ") —"},
            f"Linshui (Reuters) - {_TEXT}": {"mark": ") -"},
        },
        refuses=("Allied Press (AP) - The group explains its name.",),
        proves=_is_known_agency_and_place,
    ),
    Proof(
        name="unknown agency alone",
        languages=_LANGUAGES,
        examples={f"(SportsTicker) - {_TEXT}": {"mark": ") -"}},
        refuses=(f"(Video) - {_TEXT}", f"(A Ticker Of Sports) - {_TEXT}"),
        proves=_is_unknown_agency_alone,
    ),
    Proof(
        name="place and unknown agency",
        languages=_LANGUAGES,
        examples={f"LINSHUI (SportsTicker) - {_TEXT}": {"mark": ") -"}},
        refuses=(f"Linshui (SportsTicker) - {_TEXT}",),
        proves=_is_unknown_agency_and_place,
    ),
)
WITH_DATE: Final = (
    Proof(
        name="date with its year",
        languages=_LANGUAGES,
        examples={f"December 10, 2004 - {_TEXT}": {"mark": "-"}},
        refuses=(f"December 10, 2004: {_TEXT}", f"December 10 - {_TEXT}"),
        proves=_is_whole_date,
    ),
    Proof(
        name="place and date",
        languages=_LANGUAGES,
        examples={
            f"LINSHUI, AUGUST 17: {_TEXT}": {"mark": ":"},
            f"Linshui, August 17 - {_TEXT}": {"mark": "-"},
        },
        refuses=("LINSHUI, AUGUST 17: and then", f"Monday, Aug. 6: {_TEXT}"),
        proves=_is_place_and_date,
    ),
)
WITH_PLACE: Final = (
    Proof(
        name="known place",
        languages=_LANGUAGES,
        examples={f"KUALA LUMPUR: {_TEXT}": {"mark": ":"}, f"Linshui, Ohio -- {_TEXT}": {"mark": "--"}},
        refuses=("Paris - the city that never was", f"Opinion — {_TEXT}"),
        proves=_is_known_place,
    ),
    Proof(
        name="place in capitals",
        languages=_LANGUAGES,
        examples={f"LINSHUI - {_TEXT}": {"mark": "-"}},
        refuses=(f"JANE SAMPLE: {_TEXT}", f"NASA — {_TEXT}"),
        proves=_is_in_capitals,
    ),
    Proof(
        name="place before a sentence",
        languages=_LANGUAGES,
        examples={f"Linshui – {_TEXT}": {"mark": "–"}},
        refuses=("Linshui - Zwei Verletzte nach Brand in einem Wohnhaus am Ring", f"Linshui: {_TEXT}"),
        proves=_is_before_sentence,
    ),
)


def proof_of(closing: Closing) -> Proof | None:
    """Return the first ground that proves a dateline, given its head, or None."""
    for proof in _proofs_for(closing):
        if proof.proves(closing):
            return proof
    return None


def _proofs_for(closing: Closing) -> tuple[Proof, ...]:
    """Return the grounds that are possible for a head, by its parts."""
    head = closing.head
    if head.agency and head.date and head.bracketed:
        return WITH_AGENCY_AND_DATE
    if not (head.agency or closing.mark) or not _begins(closing.following):
        return ()
    if head.agency:
        return WITH_AGENCY if closing.mark else WITH_BRACKET
    if head.date:
        return WITH_DATE
    return WITH_PLACE if head.rest else ()


def _is_abbreviation(head: DatelineHead) -> bool:
    """Return whether a bracket explains an abbreviation: `Democratic Party Alliance (DPA) -`."""
    initials = "".join(word[0] for word in head.rest.split())
    return len(initials) > 1 and initials.casefold() == (head.agency or "").casefold()


def _is_unknown_source(name: str) -> bool:
    """Return whether a bracket may hold an unknown source: `(SportsTicker) -`, but not `(Video) -`."""
    words = name.split()
    return len(words) <= 2 and not any(fold_word(word) in NO_PLACES for word in words)


def _is_sentence(closing: Closing) -> bool:
    """Return whether the following text is running text rather than a headline in a list."""
    following = closing.following.lstrip()
    if len(closing.head.rest.split()) > 2 or len(following) < 40:
        return False
    return (
        DETERMINER.match(following) is not None
        or "–" in closing.mark
        or _SENTENCE_END.search(following) is not None
    )


def _begins(following: str) -> bool:
    """Return whether a text may begin here: a small letter would continue a sentence."""
    text = following.lstrip(" \"'“”«„‘\\")
    return bool(text) and (not text[0].islower() or _SMALL.match(text) is not None)
