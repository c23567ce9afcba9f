"""Recognises headings: by their element, class name, bold type, or printed chapter number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from crawler.extraction.blocks.forms import NO_TITLES, TITLES
from crawler.extraction.body.lines import Line
from crawler.extraction.body.sorting import FULL_STOP, LONG
from crawler.extraction.form import read_form
from crawler.extraction.tree.markup import INLINE, name_words, names_of, own_text

LEVELS = 3  # levels above a block in which a heading's element may stand
BOLD = 0.9  # share of the characters of a title, or of a table's header, in bold type
MOST = 0.5  # share of the text: headings' elements that hold more are the page's way to print paragraphs
MOST_PARTS = 40  # parts of a block that are searched for titles
OPEN_ENDS = ("。", ".", "，", ",", "；", ";", "、")
"""Signs at the end of a sentence, or of a part of one: titles have none."""
TITLE_WORDS = frozenset(
    "crosshead cross-head subhead subheading sub-heading subheadline subtitle sub-title intertitle"
    " intertitre zwischentitel zwischenueberschrift mellomtittel mellanrubrik tussenkop ladillo sottotitolo"
    " xiaobiaoti".split()
)
"""Words of class names of titles within a text, in the languages of the world's newsrooms."""
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_TAGS = {f"h{level}": level for level in range(1, 7)}


@dataclass(frozen=True, slots=True)
class Headings:
    """The headings among the lines of a text."""

    levels: dict[int, int]
    """Level of each line in a heading's element, by the index of the line."""
    titles: frozenset[int]
    """Indexes of the lines that are printed as titles, without such an element."""

    def has(self, index: int) -> bool:
        """Return whether a line is a heading."""
        return index in self.levels or index in self.titles


def headings_in(lines: Sequence[Line]) -> Headings:
    """Return the headings of a text.

    Elements of one level that hold most of the text, and long sentences in such elements, are paragraphs.
    """
    levels = {place: level for place, line in enumerate(lines) if (level := level_of(line.block)) is not None}
    sizes: Counter[int] = Counter()
    for place, level in levels.items():
        sizes[level] += len(lines[place].text)
    total = sum(len(line.text) for line in lines)
    kept = {
        place: level
        for place, level in levels.items()
        if sizes[level] <= MOST * total and not _is_sentence(lines[place].text)
    }
    return Headings(kept, frozenset(_titles(lines)) - levels.keys())


def level_of(block: etree._Element) -> int | None:
    """Return the level of the heading's element in which a block stands."""
    around = (block, *islice(block.iterancestors(), LEVELS))
    return next((_TAGS[each.tag] for each in around if each.tag in _TAGS), None)


def _is_sentence(text: str) -> bool:
    return len(text) > LONG and FULL_STOP.search(text) is not None


def _titles(lines: Sequence[Line]) -> set[int]:
    """Return the indexes of the lines that are printed as titles above others.

    In bold type, the title of a part may stand above that of its first section.
    """
    titles: set[int] = set()
    for index in range(len(lines) - 2, -1, -1):
        line, following = lines[index], lines[index + 1]
        if not _may_be_title(line.text):
            continue
        is_above = index + 1 in titles or not is_bold(following)
        is_longer = len(following.text) > len(line.text)
        if (is_above and _is_marked(line)) or (is_longer and read_form(TITLES, line.text) is not None):
            titles.add(index)
    return titles


def _may_be_title(text: str) -> bool:
    is_short = len(text) <= LONG and not text.endswith(OPEN_ENDS)
    return is_short and read_form(NO_TITLES, text) is None


def _is_marked(line: Line) -> bool:
    """Return whether a whole line is in bold type, or named as a title."""
    return is_bold(line) or any(own_text(part) == line.text for part in _marked_parts(line.block))


def is_bold(line: Line) -> bool:
    """Return whether nearly all of a line is in bold type."""
    return line.bold >= BOLD * len(line.text)


def _marked_parts(block: etree._Element) -> Iterator[etree._Element]:
    """Yield the parts of a block, or the block itself, that are named as titles or bold by their style."""
    for part in (block, *islice(block, MOST_PARTS)):
        if part is block or part.tag in INLINE:
            names, style = names_of(part), part.get("style")
            if (names and name_words(names) & TITLE_WORDS) or (style and _BOLD_STYLE.search(style)):
                yield part
