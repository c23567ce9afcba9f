"""Defines forms: a form is a row that recognises and parses one way of printing something.

A new form needs only a row. The groups of its pattern name the parts (`who`, `org`, `date` …). Its marks are
the words that identify it; texts without a mark are not searched. One test reads its examples and refusals.
python-phonenumbers, where each pattern carries an example number, is the model.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Generic, TypeVar

MARK = "MARK"
"""Placeholder in a pattern for any of the row's marks."""

FEW = 40
"""Marks of a form that are searched for one by one; with more, its pattern is as fast."""

Parts = Mapping[str, str]
"""The parts of a text, by the names of the pattern's groups: `{"who": "吴林"}`."""


def any_of(words: Iterable[str]) -> str:
    """Return a pattern that matches any of some words, the longest first: `摄`, `摄影` → `(?:摄影|摄)`."""
    return "(?:" + "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))) + ")"


def always(_: Parts) -> bool:
    """Hold wherever the pattern matches."""
    return True


@dataclass(frozen=True)
class Form:
    """One way of printing something."""

    name: str
    """The name in evidence and explanations; unique in its tuple."""
    languages: str
    """Its languages, as BCP 47 primary subtags separated by spaces."""
    pattern: str = field(repr=False)
    """A regular expression whose named groups are the parts; `MARK` in it stands for any of the marks."""
    examples: Mapping[str, Parts] = field(repr=False)
    """Texts of this form, each with its parts."""
    refuses: tuple[str, ...] = field(repr=False)
    """Similar texts that are not of this form."""
    marks: tuple[str, ...] = field(default=(), repr=False)
    """Words that identify the form: each of its texts has one; empty without such words."""
    holds: Callable[[Parts], bool] = field(default=always, repr=False)
    """A condition on the parts, which every text of this form meets."""
    flags: re.RegexFlag = re.NOFLAG

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The pattern with its marks, compiled at the first use."""
        return re.compile(self.expression, self.flags)

    @property
    def expression(self) -> str:
        """The pattern with its marks filled in."""
        return self.pattern.replace(MARK, any_of(self.marks))

    @cached_property
    def signs(self) -> frozenset[str]:
        """The first characters of its marks: a text without any of them is not of this form."""
        letters = {mark[0] for mark in self.marks}
        if self.flags & re.IGNORECASE:
            letters |= {case for letter in letters for case in (letter.lower(), letter.upper())}
        return frozenset(letters)

    @property
    def glued(self) -> bool:
        """Whether a mark may stand within a word."""
        return False

    def may_stand_in(self, characters: frozenset[str]) -> bool:
        """Whether a text of these characters can be of this form."""
        return not self.signs or not self.signs.isdisjoint(characters)

    def may_be_marked(self, text: str) -> bool:
        """Whether a text may have one of the marks; True for many marks, and for marks in any case."""
        marks = self.marks
        if not marks or len(marks) > FEW or self.flags & re.IGNORECASE:
            return True
        return any(map(text.__contains__, marks))

    def matches(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the matches in a text that meet the condition; of those that end alike, the longest first."""
        match = self.regex.search(text)
        while match is not None:
            if self.holds(parts_of(match)):
                yield match
            match = self.regex.search(text, match.start() + 1)


def parts_of(match: re.Match[str]) -> Parts:
    """Return the non-empty named groups of a match, stripped."""
    return {name: part for name, text in match.groupdict().items() if text and (part := text.strip())}


Kind = TypeVar("Kind", bound=Form)


class Forms(tuple[Kind, ...], Generic[Kind]):
    """Forms in the order in which they are tried, with an index of the words and signs that mark them.

    A mark that begins with an ASCII letter is looked for as a whole word, unless its form is `glued`.
    """

    def candidates(self, text: str) -> list[Kind]:
        """Return the forms that may match a text, in order."""
        numbers = self._unmarked.union(*map(self._asked.__getitem__, self._present(text)))
        return [self[number] for number in sorted(numbers) if self[number].may_be_marked(text)]

    def may_be_in(self, text: str) -> bool:
        """Whether a text has the beginning of any form's mark; most texts have none."""
        return bool(self._present(text))

    def _present(self, text: str) -> frozenset[str]:
        return self._signs.intersection(text).union(self._words.intersection(_WORDS.findall(text)))

    @cached_property
    def _unmarked(self) -> frozenset[int]:
        return frozenset(number for number, form in enumerate(self) if not form.signs)

    @cached_property
    def _asked(self) -> dict[str, frozenset[int]]:
        """Return the indexes of the forms, by the words and signs of their marks."""
        asked: dict[str, set[int]] = {}
        for number, form in enumerate(self):
            for beginning in _beginnings(form):
                asked.setdefault(beginning, set()).add(number)
        return {beginning: frozenset(numbers) for beginning, numbers in asked.items()}

    @cached_property
    def _signs(self) -> frozenset[str]:
        return frozenset(each for each in self._asked if len(each) == 1)

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(each for each in self._asked if len(each) > 1)


_WORDS = re.compile(r"[A-Za-z]\w*")


def _beginnings(form: Form) -> Iterator[str]:
    """Return the beginnings of a form's marks, of which each of its texts has one."""
    if form.glued or form.flags & re.IGNORECASE or not form.marks:
        yield from form.signs
        return
    for mark in form.marks:
        word = _WORDS.match(mark)
        yield word[0] if word and mark[0].isascii() else mark[0]


@dataclass(frozen=True, slots=True)
class Printed(Generic[Kind]):
    """A text parsed by a form."""

    form: Kind
    parts: Parts


def read_form(forms: Sequence[Kind], text: str) -> Printed[Kind] | None:
    """Parse a text by the first matching form; None without one."""
    characters = frozenset(text)
    for form in forms:
        if form.may_stand_in(characters) and (match := next(form.matches(text), None)) is not None:
            return Printed(form, parts_of(match))
    return None
