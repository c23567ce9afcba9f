"""Splits place names of a dateline's head, and judges them by their shape and by the lexicon."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from crawler.extraction.form import any_of
from crawler.extraction.lexicon.kickers import ARTICLES, NO_PLACES
from crawler.extraction.lexicon.people import AND
from crawler.extraction.lexicon.places import PLACES, QUALIFIERS, REGIONS
from crawler.text.months import fold_word


class LetterCase(IntEnum):
    """The letters of a place; NONE is no place at all."""

    NONE = 0
    LOWER = 1
    DOUBTFUL = 2
    """An acronym, or a heading such as `LA QUESTION`."""
    TITLE = 3
    CAPITALS = 4


@dataclass(frozen=True, slots=True)
class Places:
    """The places of a head, with the evidence that they are places."""

    names: tuple[str, ...]
    shape: LetterCase
    """The shape of the first."""
    known: bool = False
    """Whether the first is a known city, or a known state or country follows a place."""


NOWHERE: Final = Places((), LetterCase.NONE)

_SPLIT: Final = re.compile(r"\s*[,;/()\[\]|]\s*")
# A lower-case "and" joins two places only between capitals: TRINIDAD AND TOBAGO is one.
_AND: Final = re.compile(rf"(?<=[A-Z]{{3}}) {any_of(AND)} (?=[A-Z]{{3}})")
_PARTICLES: Final = frozenset(
    "de del la le las los el du des da do dos das di della of the upon sur sous en an am der den "
    "dem ob in im bei aux al ad and e y et und on aan zee van op de-la les lès à na над на и -".split()
)
_FULL_STOP: Final = re.compile(r"(?<=[^\W\d_]{3})\.$")
_LONGEST_PART: Final = 42
_MOST_WORDS: Final = 6


def read_places(head: str) -> Places:
    """Split `SURABAYA, Indonesia/JAKARTA`; the shape is NONE if a part cannot be a place."""
    parts = tuple(_tidy(part) for part in _SPLIT.split(_AND.sub("/", head)))
    parts = tuple(part for part in parts if part)
    if not parts or len(parts) > 8:
        return NOWHERE
    shapes = [_shape(part) for part in parts]
    if LetterCase.NONE in shapes:
        return NOWHERE
    return Places(parts, shapes[0], _is_known(parts))


def _is_known(parts: tuple[str, ...]) -> bool:
    first = fold_word(parts[0])
    if len(parts[0]) > 2 and first in PLACES:
        return len(parts) > 1 or first not in REGIONS
    return any(_qualifies(part) or (len(part) > 3 and fold_word(part) in PLACES) for part in parts[1:])


def _qualifies(part: str) -> bool:
    folded = fold_word(part)
    # A postal abbreviation of two letters is in capitals: `OR`, not `or`.
    return folded in QUALIFIERS and (len(part) > 2 or part.isupper())


def _tidy(part: str) -> str:
    """Drop the full stop of a sentence, keep that of an abbreviation: `LONDON.`, but `Calif.`."""
    part = " ".join(part.split()).strip(" -")
    return part if fold_word(part) in QUALIFIERS else _FULL_STOP.sub("", part)


def _shape(part: str) -> LetterCase:
    words = part.split()
    if part[0].isdigit() or len(part) > _LONGEST_PART or len(words) > _MOST_WORDS or not _words_fit(words):
        return LetterCase.NONE
    if fold_word(part) in PLACES:
        return _shape_of_letters(part)
    if fold_word(words[0]) in NO_PLACES:
        # BIG BEAR LAKE may be a town if other evidence proves it, unlike `Big questions`.
        return LetterCase.DOUBTFUL if part.isupper() and len(words) > 1 else LetterCase.NONE
    return _shape_of_unknown(part, words)


def _shape_of_unknown(part: str, words: list[str]) -> LetterCase:
    # Four capitals alone are more often an acronym than a town.
    acronym = len(words) == 1 and len(part) <= 4 and part.isupper() and "." not in part
    if acronym or fold_word(words[0]) in ARTICLES:
        return LetterCase.DOUBTFUL
    return _shape_of_letters(part)


def _shape_of_letters(part: str) -> LetterCase:
    if part.isupper():
        return LetterCase.CAPITALS
    return LetterCase.LOWER if part[0].islower() else LetterCase.TITLE


def _words_fit(words: list[str]) -> bool:
    """Return whether each word may be part of a name; small words only between others, or throughout."""
    small = not words[0][0].islower() and any(map(_is_small, words))
    return not small and all(map(_word_fits, words))


def _word_fits(word: str) -> bool:
    letters = word.strip("\"“”«».'").replace("-", "").replace("'", "").replace(".", "")
    if letters[:1].isdigit():
        return len(word) <= 3
    return letters.isalnum() or word in {"-", "&"}


def _is_small(word: str) -> bool:
    """Return whether a word is in lower case although names would capitalise it."""
    return word[0].islower() and word not in _PARTICLES and "-" not in word and "'" not in word
