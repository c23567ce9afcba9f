"""Computes the features of the line classifier: some hundred numbers for each line that may be text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, pairwise

from lxml import etree

from crawler.extraction.body.headline import fold
from crawler.extraction.body.lines import Line
from crawler.extraction.body.sorting import ENDS, Sorted, furniture_rule
from crawler.extraction.body.standing import ElementStanding, Standings
from crawler.extraction.evidence.rules import Rule
from crawler.extraction.tree.markup import INLINE
from crawler.text.sizes import utf8_size

MARKS = re.compile(r"[。，、؛،।！？；：.,!?;](?:(?<![.,!?;])|(?=\s|$|[\"”’»)]))")
READ = 600  # characters of a line that are read
SHORTEST_PROSE = 60  # bytes in UTF-8
FAR_UP = 40  # levels up to the common ancestor, at most
NEAR = 4  # lines on either side
LINKED = 0.8  # share of link text: a line outside the container with more is no candidate
HELD = 0.02  # share of the page's prose: an element three levels up with less has no candidates
NOWHERE = -1.0
TAGS = {
    **dict.fromkeys(("div",), 2),
    **dict.fromkeys(("td", "tr", "th"), 4),
    **dict.fromkeys(("h1", "h2"), 5),
    **dict.fromkeys(("h3", "h4", "h5", "h6"), 6),
    **dict.fromkeys(("section", "article", "body"), 8),
    "p": 1,
    "li": 3,
    "blockquote": 7,
}
RULES = {
    Rule.TEXT: 0,
    Rule.CAPTION_BY_STYLE: 1,
    Rule.CAPTION_ABOVE_DATELINE: 1,
    Rule.CAPTION_BY_WORDING: 2,
    Rule.CAPTION_BY_NAME: 3,
    Rule.CAPTION_IN_BOX: 3,
    Rule.CAPTION_BY_ALTERNATIVE: 3,
    Rule.CAPTION_BY_CREDIT: 3,
    Rule.CAPTION_BY_SURE_WORDING: 3,
    Rule.CAPTION_BY_LAYOUT: 3,
    Rule.CREDIT_LINE: 4,
    Rule.LABEL_ABOVE_LINKS: 5,
    Rule.STAMP_OF_LINK: 5,
    Rule.ABOVE_TEXT: 6,
    Rule.BELOW_TEXT: 7,
    Rule.REPEATED: 8,
    Rule.NOTICE: 9,
    Rule.LINKS: 10,
    Rule.OTHER_STORY: 10,
    Rule.PICTURE_OF_OTHER_STORY: 10,
    Rule.BUTTON: 11,
    Rule.BYLINE: 12,
    Rule.SOURCE_LINE: 13,
    Rule.SOURCE_OF_PICTURE: 13,
    Rule.EDITOR_LINE: 14,
}
OTHER_RULE = 15
LEVELS = ("own", "parent", "grandparent", "great")
BESIDE = (("previous", -1), ("before_it", -2), ("next", 1), ("after_it", 2))

NAMES = (
    *"size linked bold marks density ends tag upper digits bytes lower".split(),
    *"depth furniture furniture_above other_story hidden text_names text_above caption figure lists".split(),
    *(f"alike_{trait}" for trait in "prose count mean linked density".split()),
    *(f"{level}_{trait}" for level in LEVELS for trait in ("prose", "linked", "density")),
    *"own_repeated repeated".split(),
    *"up_to_container below_container rule inside".split(),
    *"copies image prose_above prose_below place lines page_prose lines_mean".split(),
    *"after_headline prose_after_headline up_to_headline below_headline in_headline".split(),
    *"in_stated_body in_description".split(),
    *(
        f"{place}_{trait}"
        for place, _ in BESIDE
        for trait in "size linked marks ends furniture alike alike_prose container parent".split()
    ),
    *(f"{side}_{trait}" for side in ("upper", "under") for trait in "lines alike_prose up holds".split()),
    *"near near_lines".split(),
)
"""The names of the numbers, in order. The judge's data file repeats them."""


@dataclass(frozen=True, slots=True)
class PageSight:
    """The data of a page from which its lines are judged."""

    lines: Sequence[Line]
    """All lines of the page."""
    sorted_lines: Sequence[Sorted]
    """The lines of the container, with their roles."""
    container: etree._Element | None
    headline: etree._Element | None
    title: str
    """The headline's text."""
    stated_body: str
    """The text in the page's head; usually empty."""
    description: str
    """The description in the page's head."""


@dataclass(frozen=True, slots=True)
class Traits:
    """The candidates of a page, and the traits of each."""

    lines: Sequence[Line]
    rows: Sequence[tuple[float, ...]]


def traits_of(sight: PageSight) -> Traits:
    """Compute the traits of each line that may be text."""
    page = _Page(sight)
    chosen = [index for index in range(len(page.lines)) if page.is_candidate(index)]
    return Traits([page.lines[index] for index in chosen], [page.row(index) for index in chosen])


class _Kind:
    """The lines with the same markup on a page, measured together."""

    __slots__ = ("count", "linked", "numbers", "prose", "share", "size")

    def __init__(self) -> None:
        self.prose = self.count = self.size = 0
        self.linked = self.share = 0.0
        self.numbers: tuple[float, ...] = ()

    def compare(self, all_prose: float) -> None:
        """Compute the share of the page's prose, and the traits of each of the lines."""
        size = self.size
        self.share = self.prose / all_prose
        self.numbers = (self.share, self.count, size / self.count, self.linked / size, self.prose / size)


class _Page:
    """A page's lines of text, measured."""

    def __init__(self, sight: PageSight) -> None:
        self.lines = [line for line in sight.lines if not line.is_image]
        self.below_image = _below_images(sight.lines)
        self.rules = _rules(self.lines, sight.sorted_lines)
        self.standings = Standings()
        self.at = [self.standings.of(line.block) for line in self.lines]
        self._measure()
        self._add_up()
        self._place(sight)

    def _measure(self) -> None:
        texts = [line.text for line in self.lines]
        self.size = [utf8_size(text) for text in texts]
        self.linked = [min(1.0, line.linked / len(line.text)) if line.linked else 0.0 for line in self.lines]
        self.marks = [len(MARKS.findall(text, 0, READ)) for text in texts]
        self.ends = [int(not text[-1].isalnum() and ENDS.search(text[-4:]) is not None) for text in texts]
        self.prose = [
            size if size >= SHORTEST_PROSE and linked < 0.5 and marks + ends >= 2 and marks else 0
            for size, linked, marks, ends in zip(self.size, self.linked, self.marks, self.ends, strict=True)
        ]
        self.all_prose = sum(self.prose) or 1
        self.until = [0, *accumulate(self.prose)]
        self.lines_until = [0, *accumulate(map(bool, self.prose))]
        self.copies = Counter(texts)

    def _add_up(self) -> None:
        kinds: dict[tuple[object, ...], _Kind] = {}
        self.kind: list[_Kind] = []
        for at, prose, size, linked in zip(self.at, self.prose, self.size, self.linked, strict=True):
            at.size += size
            at.linked += size * linked
            at.prose += prose
            kind = kinds.get(at.path.pair) or kinds.setdefault(at.path.pair, _Kind())
            kind.prose += prose
            kind.count += 1
            kind.size += size
            kind.linked += size * linked
            self.kind.append(kind)
        for kind in kinds.values():
            kind.compare(self.all_prose)
        self.standings.total()
        self.around: dict[ElementStanding, tuple[Sequence[float], int]] = {}

    def _place(self, sight: PageSight) -> None:
        self.container = _distances(self.standings.path(sight.container))
        self.headline = _distances(self.standings.path(sight.headline))
        self.title = fold(sight.title)
        self.stated = fold(sight.stated_body) if sight.stated_body else ""
        self.description = fold(sight.description) if sight.description else ""
        self.first = _first_below(sight.headline, self.lines) if sight.headline is not None else None
        self.from_container = [_distance(at, self.container) for at in self.at]
        self.upper = _nearest(self.prose)
        self.under = [
            len(self.prose) - 1 - at if at >= 0 else -1 for at in reversed(_nearest(self.prose[::-1]))
        ]

    def is_candidate(self, index: int) -> bool:
        if self.rules[index] is Rule.TEXT:
            return True
        if self.linked[index] >= LINKED or self.size[index] < 4:
            return False
        is_inside = self.from_container[index][0] == 0
        return is_inside or self.at[index].above(3).prose > HELD * self.all_prose

    def row(self, index: int) -> tuple[float, ...]:
        """Return the numbers of one line, in the order of `NAMES`."""
        return (
            *self._text(index),
            *self.at[index].path.said,
            *self._blocks(index),
            *self._position(index),
            *self._head(index),
            *chain.from_iterable([self._neighbour(index, index + step) for _, step in BESIDE]),
            *self._prose_beside(index, self.upper[index]),
            *self._prose_beside(index, self.under[index]),
            *self._around(index),
        )

    def _text(self, index: int) -> tuple[float, ...]:
        line, size, marks = self.lines[index], self.size[index], self.marks[index]
        start = line.text[:60]
        return (
            size,
            self.linked[index],
            line.bold / len(line.text),
            marks,
            marks * 100 / size,
            self.ends[index],
            TAGS.get(self.at[index].path.tag, 0),
            _capitals(start) / len(start),
            _digits(start) / len(start),
            size / len(line.text),
            start[0].islower(),
        )

    def _blocks(self, index: int) -> tuple[float, ...]:
        at = self.at[index]
        up = at.up or at
        if up not in self.around:
            self.around[up] = self._measured([up.above(level) for level in range(3)])
        above, repeated = self.around[up]
        return (*self.kind[index].numbers, *self._shares(at), *above, at.repeated, repeated)

    def _measured(self, standings: Sequence[ElementStanding]) -> tuple[Sequence[float], int]:
        """Return the shares of some elements, and the most siblings that one of them has."""
        shares = [number for each in standings for number in self._shares(each)]
        return shares, max(each.repeated for each in standings)

    def _shares(self, at: ElementStanding) -> tuple[float, float, float]:
        size = at.size or 1
        return at.prose / self.all_prose, at.linked / size, at.prose / size

    def _position(self, index: int) -> tuple[float, ...]:
        line = self.lines[index]
        up, below = self.from_container[index]
        known = self.rules[index]
        rule = known or furniture_rule(line) or Rule.TEXT
        return (
            up,
            below,
            RULES.get(rule, OTHER_RULE),
            known is not None,
            self.copies[line.text],
            id(line) in self.below_image,
            self.until[index] / self.all_prose,
            1 - self.until[index + 1] / self.all_prose,
            index / len(self.lines),
            len(self.lines),
            self.all_prose,
            self.all_prose / len(self.lines),
        )

    def _head(self, index: int) -> tuple[float, ...]:
        text = fold(self.lines[index].text[:READ])
        up, below = _distance(self.at[index], self.headline)
        after = index - self.first if self.first is not None else -99
        prose = self.until[index] - self.until[self.first] if self.first is not None else 0
        return (
            after,
            prose / self.all_prose if self.first is not None else -2,
            up,
            below,
            bool(text) and text in self.title,
            int(text[:60] in self.stated) if self.stated else NOWHERE,
            int(len(text) > 20 and _agree(text, self.description)) if self.description else NOWHERE,
        )

    def _neighbour(self, index: int, other: int) -> tuple[float, ...]:
        if not 0 <= other < len(self.lines):
            return _NO_NEIGHBOUR
        at, kind = self.at[other], self.kind[other]
        return (
            self.size[other],
            self.linked[other],
            self.marks[other],
            self.ends[other],
            at.path.said.furniture,
            kind is self.kind[index],
            kind.share,
            self.from_container[other][0],
            at.up is self.at[index].up,
        )

    def _prose_beside(self, index: int, other: int) -> tuple[float, ...]:
        """Return the distances to the nearest prose before and after: in lines, and in the tree."""
        if other < 0:
            return _NO_PROSE
        up, holder = _common(self.at[index], self.at[other])
        return abs(index - other), self.kind[other].share, up, holder.prose / self.all_prose

    def _around(self, index: int) -> tuple[float, ...]:
        start, end = max(0, index - NEAR), min(len(self.prose), index + NEAR + 1)
        prose = self.until[end] - self.until[start] - self.prose[index]
        lines = self.lines_until[end] - self.lines_until[start] - bool(self.prose[index])
        return prose / self.all_prose, lines


_NO_NEIGHBOUR = (NOWHERE,) * 9
_NO_PROSE = (50, NOWHERE, FAR_UP, NOWHERE)


def _rules(lines: Sequence[Line], sorted_lines: Sequence[Sorted]) -> list[Rule | None]:
    """Return for each line of a page the rule that gave it its role; None outside the container."""
    rules = {item.line.key: item.rule for item in sorted_lines}
    blocks = {key.block for key in rules}
    return [rules.get(line.key) if line.block in blocks else None for line in lines]


def _capitals(text: str) -> int:
    return len(_CAPITALS.findall(text)) if text.isascii() else sum(map(str.isupper, text))


def _digits(text: str) -> int:
    return len(_DIGITS.findall(text)) if text.isascii() else sum(map(str.isdigit, text))


_CAPITALS, _DIGITS = re.compile("[A-Z]"), re.compile("[0-9]")


def _below_images(lines: Sequence[Line]) -> set[int]:
    return {id(line) for image, line in pairwise(lines) if image.is_image}


def _first_below(headline: etree._Element, lines: Sequence[Line]) -> int | None:
    """Return the index of the first line at or below the headline, or None if no line is."""
    block = headline
    while block.tag in INLINE and (parent := block.getparent()) is not None:
        block = parent
    within = {block, *headline.iterdescendants()}
    return next((index for index, line in enumerate(lines) if line.block in within), None)


def _nearest(prose: Sequence[int]) -> list[int]:
    """Return for each line the index of the prose before it, or -1."""
    nearest, last = [], -1
    for index, weight in enumerate(prose):
        nearest.append(last)
        if weight:
            last = index
    return nearest


def _distances(path: Mapping[ElementStanding, int]) -> dict[ElementStanding, tuple[int, int]]:
    """Return the distances of the elements on a path, from which those of all others follow."""
    return {at: (min(distance, FAR_UP), 0) for at, distance in path.items()}


def _distance(at: ElementStanding, known: dict[ElementStanding, tuple[int, int]]) -> tuple[int, int]:
    """Return the height of the common ancestor above the path's foot, and above `at`, and remember it."""
    if not known:
        return -1, -1
    way = []
    current: ElementStanding | None = at
    while current is not None and current not in known:
        way.append(current)
        current = current.up
    up, below = known[current] if current is not None else (FAR_UP, FAR_UP)
    for each in reversed(way):
        below += 1
        known[each] = up, below = (up, below) if below < FAR_UP else (FAR_UP, FAR_UP)
    return up, below


def _common(one: ElementStanding, other: ElementStanding) -> tuple[int, ElementStanding]:
    """Return the height of the common ancestor above `one`, and that ancestor."""
    steps = 0
    while one is not other and steps < FAR_UP:
        if one.depth >= other.depth:
            one, steps = one.up or one, steps + 1
        else:
            other = other.up or other
        if one.up is None:
            break
    return steps, one


def _agree(text: str, description: str) -> bool:
    return text[:60] in description or description[:60] in text
