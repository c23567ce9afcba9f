"""Defines forms of datelines: rows whose class states their place in the plain form of an opening."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from crawler.extraction.dateline.opening import plain_of, read_opening
from crawler.extraction.form import MARK, Form, Parts, parts_of


class Taken(NamedTuple):
    """A dateline's head, or a part of it, in its parts."""

    form: Form
    parts: Parts
    end: int
    """The end in the plain opening."""


@dataclass(frozen=True)
class HeadForm(Form):
    """One way in which a dateline, or a part of one, begins a text.

    The pattern is written for the plain form of an opening, the examples are as printed. The parts: `place`,
    `agency`, `who` (people as printed), `year`, `month`, `day`, and `mark`, the word that closes the head.
    """

    @cached_property
    def starts(self) -> frozenset[str]:
        """The characters with which its texts begin; empty if these are unknown."""
        return self.signs if self.pattern.startswith(MARK) else frozenset()

    def at(self, plain: str, start: int = 0) -> re.Match[str] | None:
        """Return the match at a place of a plain opening."""
        match = self.regex.match(plain, start)
        return match if match is not None and self.stands(parts_of(match)) else None

    def stands(self, parts: Parts) -> bool:
        """Return whether the parts meet the form's condition."""
        return self.holds(parts)

    def matches(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the match at the beginning of a text, if any."""
        if match := self.at(self.plain(text)):
            yield match

    def plain(self, text: str) -> str:
        """Return the plain form of a text as printed."""
        return read_opening(text).plain

    def may_stand_in(self, characters: frozenset[str]) -> bool:
        """Return whether a text of these characters, as printed, can be of this form."""
        return super().may_stand_in(frozenset(plain_of("".join(characters))))


@dataclass(frozen=True)
class BehindForm(HeadForm):
    """One way in which a part stands behind a dateline's head, with the space between them."""

    def plain(self, text: str) -> str:
        """Return the plain form of a text, with the space before it."""
        return plain_of(text)


@dataclass(frozen=True)
class TailForm(HeadForm):
    """One way in which a part stands at the end of a dateline's head; the pattern ends with `$`."""

    def at(self, plain: str, start: int = 0) -> re.Match[str] | None:
        """Return the match at the end of a head, behind `start`."""
        match = self.regex.search(plain, start)
        return match if match is not None and self.stands(parts_of(match)) else None


def first_of(forms: Iterable[HeadForm], plain: str, start: int = 0) -> Taken | None:
    """Parse the text at a place of a plain opening by the first form that matches."""
    for form in forms:
        if form.starts and plain[start : start + 1] not in form.starts:
            continue
        match = form.regex.match(plain, start)
        if match is not None and form.stands(parts := parts_of(match)):
            return Taken(form, parts, match.end())
    return None
