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
"""Limit of marks that are searched one by one; for more, the pattern alone is as fast."""

Parts = Mapping[str, str]
"""The parts of a text, by the names of the pattern's groups: `{"who": "吴林"}`."""


def any_of(words: Iterable[str]) -> str:
    """Return a pattern that matches any of some words, the longest first: `摄`, `摄影` → `(?:摄影|摄)`."""
    return "(?:" + "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))) + ")"


def always(_: Parts) -> bool:
    """Hold for every match: the default condition."""
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
    """Words that identify the form: each of its texts has one. Empty if there are no such words."""
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
        """Return whether a text of these characters can be of this form."""
        return not self.signs or not self.signs.isdisjoint(characters)

    def matches(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the matches in a text that meet the condition; of those with one end, the longest first."""
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
    """Forms in the order in which they are tried, with an index of their marks.

    A mark that begins with an ASCII letter is searched as a whole word, unless its form is `glued`.
    """

    def candidates(self, text: str) -> list[Kind]:
        """Return the forms that may match a text, in order."""
        present = self._present(text)
        if not present and not self._unmarked:
            return []  # as for most texts
        numbers = set(self._unmarked)
        for beginning in present:
            numbers.update(number for number, marks in self._asked[beginning] if _has_any(text, marks))
        return [self[number] for number in sorted(numbers)]

    def may_be_in(self, text: str) -> bool:
        """Return whether a text has the beginning of any form's mark; most texts have none."""
        return self._signs.search(text) is not None or not self._words.isdisjoint(self._words_in(text))

    def _present(self, text: str) -> frozenset[str]:
        """Return the beginnings of marks that a text has."""
        return self._words.intersection(self._words_in(text)).union(self._signs.findall(text))

    def _words_in(self, text: str) -> list[str]:
        """Return the words in Latin letters, also in lower case if some form ignores case."""
        words: list[str] = _WORDS.findall(text)
        return words + [word.lower() for word in words] if self._ignores_case else words

    @cached_property
    def _ignores_case(self) -> bool:
        return any(_ignores_case(form) for form in self)

    @cached_property
    def _unmarked(self) -> frozenset[int]:
        return frozenset(number for number, form in enumerate(self) if not form.signs)

    @cached_property
    def _asked(self) -> dict[str, list[tuple[int, Sequence[str]]]]:
        """The indexes of the forms, with the marks that a text must have, by their beginnings."""
        asked: dict[str, list[tuple[int, Sequence[str]]]] = {}
        for number, form in enumerate(self):
            for beginning, marks in _beginnings(form).items():
                asked.setdefault(beginning, []).append((number, marks))
        return asked

    @cached_property
    def _signs(self) -> re.Pattern[str]:
        """The pattern of the beginnings that are one character."""
        signs = "".join(map(re.escape, (each for each in self._asked if len(each) == 1)))
        return re.compile(f"[{signs}]" if signs else "(?!)")

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(each for each in self._asked if len(each) > 1)


def _has_any(text: str, marks: Sequence[str]) -> bool:
    """Return whether a text has one of some marks; True if no marks are given."""
    for mark in marks:
        if mark in text:
            return True
    return not marks


_WORDS = re.compile(r"[A-Za-z][A-Za-z0-9_À-ɏ]*")
"""A word in Latin letters, which ends where characters of another script follow: `AFP` in `AFP图片`."""


def _beginnings(form: Form) -> Mapping[str, Sequence[str]]:
    """Return the beginnings of a form's marks, each with the marks that a text must have.

    The marks are empty, so that the beginning suffices, if the form has many marks or ignores case. Words of
    a form that ignores case are in lower case.
    """
    if not form.marks:
        return dict.fromkeys(form.signs, ())
    in_any_case = _ignores_case(form)
    asked: dict[str, list[str]] = {}
    for mark in form.marks:
        for beginning in _beginnings_of(mark, form.glued, in_any_case):
            asked.setdefault(beginning, []).append(mark)
    return asked if len(form.marks) <= FEW and not in_any_case else dict.fromkeys(asked, ())


def _ignores_case(form: Form) -> bool:
    return bool(form.flags & re.IGNORECASE)


def _beginnings_of(mark: str, is_glued: bool, in_any_case: bool) -> Iterator[str]:
    """Yield the beginning of a mark: its first word in Latin letters, or its first character."""
    word = None if is_glued or not mark[0].isascii() else _WORDS.match(mark)
    beginning = word[0] if word else mark[0]
    if not in_any_case:
        yield beginning
    elif len(beginning) > 1:
        yield beginning.lower()
    else:
        yield from {beginning, beginning.lower(), beginning.upper()}


@dataclass(frozen=True, slots=True)
class Printed(Generic[Kind]):
    """A text parsed by a form."""

    form: Kind
    parts: Parts


def read_form(forms: Sequence[Kind], text: str) -> Printed[Kind] | None:
    """Parse a text by the first matching form; return None if no form matches."""
    characters = frozenset(text)
    for form in forms:
        if form.may_stand_in(characters) and (match := next(form.matches(text), None)) is not None:
            return Printed(form, parts_of(match))
    return None
