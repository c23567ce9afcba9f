"""Finds lines that are worded like furniture, but whose place shows that they are text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from crawler.extraction.body.lines import Line
from crawler.extraction.evidence.rules import Rule
from crawler.extraction.form import any_of
from crawler.extraction.lexicon import labels
from crawler.extraction.lexicon.phrases import BOX_TITLES
from crawler.text.sizes import utf8_size

SECTIONS = 2  # numbers of sections in a text, at least
PROSE = 45  # UTF-8 bytes: a shorter sentence below the title of a box may be the title of another story
PROSE_BELOW_HEADING = 24  # as PROSE, below a heading or a bold line
NEAR = 3  # lines between the author of a book and its publisher, at most
TITLES = frozenset("h2 h3 h4 h5 h6".split())
"""Headings within a text."""
_NUMBER = re.compile(r"\W{0,3}(\d{1,2})\W{0,3}")
_ADDRESS = re.compile(r"https?://\S+")
_OF_A_BOOK = re.compile(rf"\W{{0,3}}{any_of(labels.BOOKS)}\s?[：:]")


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a text as the rules sorted them, each with its rule."""

    lines: Sequence[Line]
    rules: Sequence[Rule]
    text: Sequence[bool]
    """Whether each line is text."""
    prose: Sequence[bool]
    """Whether each line is text, without links, and ends as a sentence does."""

    def __len__(self) -> int:
        return len(self.lines)


def kept(sorted_lines: Lines) -> set[int]:
    """Return the indexes of the lines that are text although their words alone are furniture's."""
    first = next((i for i, is_prose in enumerate(sorted_lines.prose) if is_prose), len(sorted_lines))
    below = range(first + 1, len(sorted_lines))
    return {
        *(i for i in below if _is_box_title(sorted_lines, i) or _is_reference(sorted_lines, i)),
        *_section_numbers(sorted_lines, below),
        *(i for i, rule in enumerate(sorted_lines.rules) if _is_of_a_book(sorted_lines, i, rule)),
    }


def _is_box_title(at: Lines, index: int) -> bool:
    """Return whether a line is the title of a box that holds prose: `相关链接` in many papers."""
    line = at.lines[index]
    if at.rules[index] not in (Rule.NOTICE, Rule.BUTTON) or line.linked:
        return False
    least = PROSE_BELOW_HEADING if _is_heading(line) else PROSE
    title = BOX_TITLES.match(line.text) if _is_prose(at, index + 1, least) else None
    return title is not None and (not title["title"] or _is_heading(line))


def _is_prose(at: Lines, index: int, least: int) -> bool:
    return index < len(at) and at.prose[index] and utf8_size(at.lines[index].text) >= least


def _is_heading(line: Line) -> bool:
    return line.block.tag in TITLES or line.bold == len(line.text)


def _is_reference(at: Lines, index: int) -> bool:
    """Return whether a line is the address of a source that the line above it names."""
    if at.rules[index] is not Rule.NOTICE or not _ADDRESS.fullmatch(at.lines[index].text):
        return False
    return at.text[index - 1] and not at.prose[index - 1]


def _section_numbers(at: Lines, below: range) -> Iterator[int]:
    """Yield the numbers that count the sections of a text: `1`, `2`, `3`, with prose below each."""
    matches = ((i, _NUMBER.fullmatch(at.lines[i].text)) for i in below if at.rules[i] is Rule.PAGER)
    values = {i: int(match[1]) for i, match in matches if match}
    in_turn = all(after == before + 1 for before, after in pairwise(values.values()))
    sections = pairwise([*values, len(at)])
    have_prose = all(any(at.prose[start:end]) for start, end in sections)
    if len(values) >= SECTIONS and in_turn and have_prose:
        yield from values


def _is_of_a_book(at: Lines, index: int, rule: Rule) -> bool:
    """Return whether a line names the author or translator of a book whose publisher stands near."""
    if rule not in (Rule.BYLINE, Rule.EDITOR_LINE):
        return False
    near = range(max(0, index - NEAR), min(len(at), index + NEAR + 1))
    return any(at.text[i] and _OF_A_BOOK.match(at.lines[i].text) for i in near)
