"""Defines `CreditForm`, a form that also states the place of the credit in a caption."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import Final

from crawler.extraction.form import Form, parts_of
from crawler.extraction.lexicon.labels import POINTERS

_BRACKETS = (
    r"[(\[（【〔﹝<＜][^()\[\]（）【】〔〕﹝﹞]{1,120}"
    r"(?:[(（][^()（）]{1,40}[)）][^()（）\[\]]{0,40})?[)\]）】〕﹞>＞]"
)
_CLOSING = frozenset(")）]】〕﹞>＞")
_BEHIND_BRACKET = r"(?:\s-\sCopyright\s[\w ]{2,24}|\s/\s[A-Z][A-Za-z, ]{1,30} OUT)?"
_END = r"[.。]?\s*$"


class Stands(Enum):
    """The place of a credit in a caption; the value is the pattern around that of the credit, `%s`."""

    BEHIND = rf"(?:^|(?<=[\s。.！!？?”\"」』）)»，,△{POINTERS}|]))(?P<credit>%s)[。.]?\s*$"
    """Behind the caption, or alone: `Boats wait. Photo: Ann Example`."""
    BRACKETED = (
        rf"(?={_BRACKETS}{_BEHIND_BRACKET}{_END})"
        rf"(?P<credit>[(\[（【〔﹝<＜]\s*(?:%s)\s*[)\]）】〕﹞>＞]{_BEHIND_BRACKET}){_END}"
    )
    """In brackets behind the caption: `Boats wait. (Photo: Ann Example)`."""
    AFTER_SENTENCE = r"(?<=[.!?”\"»。！？」）])\s*(?:[-–—]\s)?(?P<credit>%s)[.。]?$"
    """Behind a caption that ends as sentences do: `Boats wait. Ann Example, Getty Images`, `… — AP`."""
    ALONE = r"^(?P<credit>%s)[.]?$"
    """Without a caption."""
    SLASHED = r"(?P<credit>/\s?(?:%s)\s?/)[.]?$"
    """Between slashes behind the caption: `Barcos esperan. /Foto: Ana Muestra/`."""
    BEFORE = r"^(?P<credit>%s)\s*(?=\S)"
    """Before the caption: `新华社发（吴林摄）渔船等候。`."""
    BEFORE_STROKE = r"^(?P<credit>%s)\s*\|\s*(?=\S)"
    """Before the caption and a stroke: `Photo credit: AP | Boats wait.`."""
    GLUED = r"(?P<credit>%s)[。.]?\s*$"
    """Behind the caption, which needs no mark at its end: `渔船等候新华社发（吴林摄）`."""


_BEFORE: Final = (Stands.BEFORE, Stands.BEFORE_STROKE)
BEHIND_OR_BRACKETED: Final = (Stands.BEHIND, Stands.BRACKETED)


@dataclass(frozen=True)
class CreditForm(Form):
    """One way in which editors print who took or provided a picture.

    The pattern is that of the credit itself. Its parts: `who`, people as printed; `org`, an agency or another
    organisation; `names`, a mixture of both, which the lexicon separates.
    """

    stands: tuple[Stands, ...] = (Stands.BEHIND,)
    says_photo: bool = False
    """Whether its words can only be a photo's credit; other credits may also end a sentence of the text."""

    @cached_property
    def signs(self) -> frozenset[str]:
        """The characters with which its marks begin; without marks, the brackets in which it stands."""
        letters = frozenset(mark[0] for mark in self.marks)
        return letters or (_CLOSING if self.stands == (Stands.BRACKETED,) else letters)

    @property
    def glued(self) -> bool:
        """Whether a mark may stand within a word: `渔船等候新华社发（吴林摄）`, `at the lockCredit: PA`."""
        return Stands.GLUED in self.stands

    @cached_property
    def behind(self) -> tuple[re.Pattern[str], ...]:
        """The patterns for the places behind a caption, compiled when first needed."""
        return tuple(self._framed(place) for place in self.stands if place not in _BEFORE)

    @cached_property
    def before(self) -> tuple[re.Pattern[str], ...]:
        """The patterns for the places before a caption, if the form allows any."""
        return tuple(self._framed(place) for place in self.stands if place in _BEFORE)

    def _framed(self, place: Stands) -> re.Pattern[str]:
        return re.compile(place.value % self.expression, self.flags)

    def matches(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the matches of this form in a caption, from the longest to the shortest in each place."""
        yield from self.matches_of(self.behind, text)
        yield from self.matches_of(self.before, text)

    def matches_of(self, patterns: Iterable[re.Pattern[str]], text: str) -> Iterator[re.Match[str]]:
        """Yield the matches of some of the form's own patterns that meet its condition."""
        for pattern in patterns:
            match = pattern.search(text)
            while match is not None:
                if _is_balanced(match["credit"]) and self.holds(parts_of(match)):
                    yield match
                match = pattern.search(text, match.start("credit") + 1)


def _is_balanced(credit: str) -> bool:
    return credit.count("(") == credit.count(")")
