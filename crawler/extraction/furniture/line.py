"""Defines `LineForm`, a form that recognises and parses a line around a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from crawler.extraction.form import MARK, Form, parts_of
from crawler.extraction.lexicon.han import has_han
from crawler.extraction.lexicon.phrases import OPEN

SIGN: Final = r"\s*[:：/／丨|︱｜]"
"""Separator between a label and its value."""
_SIGNS: Final = re.compile(SIGN.removeprefix(r"\s*"))
COLON: Final = r"\s*[:：丨|｜]"
"""The separator without the slash, which occurs in names of sources and in Western labels."""
CLOSE: Final = r"[\s)）\]】〕>》]*$"
"""Text allowed after the last word of a line."""
PERSON: Final = "(?:[一-鿿]{1,6}(?:·[一-鿿]{1,8}){1,3}|[一-鿿·]{2,4})"
"""A person's name in Chinese; with a dot within, one of a minority: `买买提·吐尔逊`."""
PEOPLE: Final = rf"{PERSON}(?:[\s、,，]+{PERSON}){{0,6}}?"
"""As few people as the rest of the pattern allows."""


@dataclass(frozen=True)
class LineForm(Form):
    """A form of a line around a text, or of a part of such a line.

    Such a line opens with its label: `来源：临水晚报`. Within a longer line the label stands anywhere:
    `2024-05-08 09:30 来源：临水晚报`.
    """

    pattern: str = field(init=False, repr=False)
    """The pattern of label and value together, which parses a text."""
    label: str = field(kw_only=True, repr=False)
    """The pattern of the label, with its colon; `MARK` as in any form."""
    value: str = field(kw_only=True, repr=False)
    """The pattern of the text behind the label; its named groups are the parts."""
    proof: str = field(default="", kw_only=True, repr=False)
    """A pattern that must follow the label in a whole line of this form; most labels alone are proof."""
    alone: bool = field(default=False, kw_only=True)
    """Whether label and value always fill a line, and are no part of a longer one."""

    def __post_init__(self) -> None:
        """Build the pattern of label and value."""
        opening = OPEN if self.opens else ""
        object.__setattr__(self, "pattern", f"{opening}{self.label}{self.value}{CLOSE if self.alone else ''}")

    @property
    def expression(self) -> str:
        """The pattern with its marks filled in."""
        return self._filled(self.pattern)

    @cached_property
    def has_sign(self) -> bool:
        """Whether the label includes a colon or an equivalent sign."""
        return self.label.endswith((SIGN, COLON))

    @property
    def opens(self) -> bool:
        """Whether texts of this form always open a line."""
        return self.alone or bool(self.proof)

    @property
    def head(self) -> str:
        """The pattern with which a whole line of this form begins behind OPEN, without named groups."""
        whole = f"{self.label}{self.value}{CLOSE}" if self.alone else f"{self.label}{self.proof}"
        plain = _nameless(self._filled(whole))
        return f"(?i:{plain})" if self.flags & re.IGNORECASE else f"(?:{plain})"

    @property
    def filled_label(self) -> str:
        """The pattern of the label with its marks filled in, without named groups."""
        return _nameless(self._filled(self.label))

    @cached_property
    def begins(self) -> re.Pattern[str]:
        """The beginning of a whole line of this form, compiled when first needed."""
        return re.compile(OPEN + self.head)

    def is_line(self, text: str) -> bool:
        """Return whether a whole text is a line of this form."""
        if self.begins.match(text) is None:
            return False
        return not self.alone or self.first(text) is not None

    def matches(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the matches of this form in a text; forms that open a line match only at its beginning."""
        if not self.opens:
            yield from super().matches(text)
        elif (match := self.regex.match(text)) and self.holds(parts_of(match)):
            yield match

    @cached_property
    def _find(self) -> Callable[[str], re.Match[str] | None]:
        return self.regex.match if self.opens else self.regex.search

    def first(self, text: str) -> re.Match[str] | None:
        """Return the first match of this form; like `matches`, but fast without one."""
        match = self._find(text)
        if match is None or self.holds(parts_of(match)):
            return match
        return next(self.matches(text), None)

    def each(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the matches of this form in order: `编辑：周渡 责任编辑：郑桥`."""
        return (match for match in self.regex.finditer(text) if self.holds(parts_of(match)))

    def _filled(self, pattern: str) -> str:
        return pattern.replace(MARK, spread(self.marks))


def _nameless(pattern: str) -> str:
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)


def spread(words: Iterable[str]) -> str:
    """Return the pattern of any of some labels, the longest first; those of two Han characters may be spaced.

    `监制` also matches `监 制`, as printed in a column of labels with three characters.
    """
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(map(_spread, longest_first)) + ")"


def _spread(word: str) -> str:
    if len(word) == 2 and has_han(word):
        return rf"{word[0]}\s*{word[1]}"
    return re.escape(word)


@dataclass(frozen=True)
class LineForms:
    """The forms of one kind of line, with the indexes derived from all of them."""

    forms: Sequence[LineForm]

    @cached_property
    def _opening(self) -> re.Pattern[str]:
        return re.compile(f"{OPEN}(?:{'|'.join(form.head for form in self.forms)})")

    @cached_property
    def _labels(self) -> re.Pattern[str]:
        """The pattern of beginnings of the forms that always open a line; `(?!)` if there are none."""
        labels = [f"(?i:{form.filled_label})" for form in self.forms if form.opens]
        return re.compile(f"{OPEN}(?:{'|'.join(labels)})" if labels else "(?!)")

    @cached_property
    def _asked(self) -> Mapping[tuple[bool, bool], Sequence[LineForm]]:
        """The forms by two properties of a text: it has a colon, it has one of the beginnings."""
        return {
            (signed, opened): [
                form for form in self.forms if signed >= form.has_sign and opened >= form.opens
            ]
            for signed in (False, True)
            for opened in (False, True)
        }

    def may_be(self, text: str) -> bool:
        """Return whether a text begins like a line of this kind; False for nearly all prose."""
        return self._opening.match(text) is not None

    def form_of(self, text: str) -> LineForm | None:
        """Return the form of a text that is wholly a line of this kind, or None for prose."""
        return next((form for form in self.forms if form.is_line(text)), None) if self.may_be(text) else None

    def within(self, text: str) -> Sequence[LineForm]:
        """Return the forms that may match in a text; none for nearly all prose."""
        signed = _SIGNS.search(text) is not None
        return self._asked[signed, self._labels.match(text) is not None]
