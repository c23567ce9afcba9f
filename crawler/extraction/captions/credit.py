"""Separates a photo's caption from its credit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from crawler.extraction.captions.forms import CREDITS, CREDITS_IN_CAPTIONS, CreditForm, Stands
from crawler.extraction.captions.names import NOBODY, CreditedNames, named_by, reads_like_names
from crawler.extraction.form import Forms, any_of, parts_of
from crawler.extraction.lexicon.labels import POINTERS

LONGEST: Final = 140
"""Characters of a credit, at most."""
_TAIL: Final = LONGEST + 40
_LEADING: Final = tuple(form for form in CREDITS if Stands.BEFORE in form.stands)
_BEFORE_STROKE: Final = tuple(form for form in CREDITS if Stands.BEFORE_STROKE in form.stands)
FEWEST_WORDS: Final = 4
"""Words of a caption behind a stroke, at least."""
_SURE_WORDS: Final = re.compile(any_of(mark for form in CREDITS if form.says_photo for mark in form.marks))
_POINTERS: Final = f" △{POINTERS}"
"""Signs before a caption or a credit that point to the picture; they are part of neither."""
_BEFORE_CREDIT: Final = f"{_POINTERS}|–—-/·•"
"""Characters that may stand between a caption and its credit."""
_RIGHTS: Final = re.compile(r"©\s?(?:19|20)\d\d$")
"""The year of the rights in a picture, at the end of the rest of its caption."""
_SURE_TAIL: Final = 60
"""Characters at the end of a text in which a photo's credit has its mark."""


@dataclass(frozen=True, slots=True)
class Split:
    """A caption and its credit, as printed."""

    caption: str
    credit: str | None
    form: CreditForm | None = None
    """The form of the credit; None if only the markup shows it."""
    named: CreditedNames = NOBODY


def may_credit(text: str) -> bool:
    """Return whether a text has the first character of some credit's mark: most lines have none."""
    return CREDITS.may_be_in(text)


def says_photo(text: str) -> bool:
    """Return whether a line ends in a credit that can only be a photo's; most lines have no credit."""
    if not _SURE_WORDS.search(text[-_SURE_TAIL:]):
        return False
    form = split_credit(text).form
    return form is not None and form.says_photo


def split_marked(text: str, credit: str) -> Split | None:
    """Split a caption from the credit that the page marks; None if neither end of the text is this credit."""
    if not 1 < len(credit) <= LONGEST:
        return None
    if text.endswith(credit):
        caption = text[: len(text) - len(credit)]
    elif text.startswith(credit):
        caption = text[len(credit) :]
    else:
        return None
    own = split_credit(credit)
    named = own.named if own.credit and not own.caption else named_by({"names": credit})
    return Split(caption.strip(f"{_POINTERS}|•·"), credit, own.form, named)


@lru_cache(maxsize=64)  # the same text is tested first as a line, then as a caption
def split_credit(text: str) -> Split:
    """Split a caption (white space folded) from the credit at its end or beginning.

    The whole text is the caption if no form of credit matches.
    """
    bare = text.lstrip(_POINTERS)
    return _before_stroke(bare) or _behind(bare, CREDITS) or _before(bare) or Split(text, None)


def split_surely(text: str) -> Split:
    """Split a text that is surely a caption: forms that are too general for other texts count as well.

    They read no text of names alone: `Reed Photography | Ann Example` is no caption with its credit.
    """
    split = split_credit(text)
    if split.credit:
        return _with_rights(split)
    within = _behind(text, CREDITS_IN_CAPTIONS)
    return within if within and not reads_like_names(within.caption) else split


def _with_rights(split: Split) -> Split:
    """Return a split whose credit begins with the year of its rights: `© 2024 AP Photo/Ann Example`."""
    rights = _RIGHTS.search(split.caption)
    if rights is None:
        return split
    caption = split.caption[: rights.start()].rstrip(_BEFORE_CREDIT)
    return replace(split, caption=caption, credit=f"{rights[0]} {split.credit}")


def _behind(text: str, forms: Forms[CreditForm]) -> Split | None:
    offset = max(0, len(text) - _TAIL)
    tail = text[offset:]
    for form in forms.candidates(tail):
        if match := next(form.matches_of(form.behind, tail), None):
            caption = text[: offset + match.start("credit")].lstrip(_POINTERS).rstrip(_BEFORE_CREDIT)
            return Split(caption, match["credit"].strip(_POINTERS), form, named_by(parts_of(match)))
    return None


def _before_stroke(text: str) -> Split | None:
    """Split at the stroke behind a labelled credit, if a caption follows: an agency has fewer words."""
    if "|" not in text[:_TAIL] or len(text.partition("|")[2].split()) < FEWEST_WORDS:
        return None
    return _before(text, _BEFORE_STROKE)


def _before(text: str, forms: Sequence[CreditForm] = _LEADING) -> Split | None:
    for form in forms:
        if match := next(form.matches_of(form.before, text[:_TAIL]), None):
            caption = text[match.end() :].strip()
            return Split(caption, match["credit"].strip(), form, named_by(parts_of(match)))
    return None
