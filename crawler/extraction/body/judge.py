"""Judges each line of a page of an unknown site with its neighbours, and corrects what the rules chose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from crawler.extraction.body.forest import learned_forest
from crawler.extraction.body.headline import Headline, fold
from crawler.extraction.body.lines import Key, Line, read_page_lines
from crawler.extraction.body.sorting import Role, Sorted
from crawler.extraction.body.traits import Sight, size_of, traits_of
from crawler.extraction.tree.metadata import Metadata

RULE = "learned judge"
LIKELY = 0.5  # what is more likely than this counts when the judge weighs where the text is
KEEP_TEXT = 0.3  # a line that the rules call text stays above this
ADD = 0.95  # a line that the rules call furniture becomes text above this; captions stay captions
ADD_BESIDE = 0.85  # a line outside the container becomes text above this
ADD_ELSEWHERE = 0.5  # and above this, where the container holds little of the text
SOUND = 0.5  # of the likely text: a container that holds less is not where the text is
WHOLE = 0.9  # of the likely text: what the container that replaces it must hold
NEVER = 1.0
LONGEST = 1500  # bytes: what one line counts at most
MOST = 2000  # lines: a page with more of them is left to the rules


@dataclass(frozen=True, slots=True)
class Text:
    """The element that holds the text, and its lines."""

    container: etree._Element
    lines: Sequence[Sorted]


@dataclass(frozen=True, slots=True)
class Seen:
    """What a page shows beside its lines."""

    root: etree._Element
    headline: Headline
    metadata: Metadata

    @property
    def title(self) -> str:
        """The headline as printed on the page."""
        return self.headline.printed or self.headline.text


@dataclass(frozen=True, slots=True)
class Verdict:
    """How likely each line of a page is text, and where the likely ones stand."""

    lines: Sequence[Line]
    chance: Mapping[Key, float]
    inside: float
    """The share of the likely text that the container holds."""


def judge(seen: Seen, text: Text) -> Verdict | None:
    """Judge every line of a page; None for a page that has too many."""
    lines = read_page_lines(seen.root)
    return judge_again(seen, text, lines) if len(lines) <= MOST else None


def judge_again(seen: Seen, text: Text, lines: Sequence[Line]) -> Verdict:
    """Judge the lines of a page against another container."""
    traits = traits_of(sight_of(seen, text, lines))
    forest = learned_forest()
    chance = {line.key: forest.chance(row) for line, row in zip(traits.lines, traits.rows, strict=True)}
    inside = _mass(chance, {item.line.key for item in text.lines})
    return Verdict(lines, chance, inside / (_mass(chance, set(chance)) or 1))


def sight_of(seen: Seen, text: Text, lines: Sequence[Line]) -> Sight:
    """What the traits of a page's lines are read from."""
    body, meta = seen.metadata.article.get("articleBody"), seen.metadata.meta
    return Sight(
        lines=lines,
        sorted_lines=text.lines,
        container=text.container,
        headline=seen.headline.element,
        title=seen.title,
        stated_body=body if isinstance(body, str) else "",
        description=meta.get("og:description") or meta.get("description") or "",
    )


def _mass(chance: Mapping[Key, float], keys: set[Key]) -> float:
    """How much likely text there is among some lines."""
    return sum(min(size_of(key[1]), LONGEST) for key in keys if chance.get(key, 0) > LIKELY)


def better_container(verdict: Verdict, container: etree._Element) -> etree._Element | None:
    """The smallest element that holds nearly all likely text, where `container` holds too little of it."""
    found = holder_of(verdict.chance) if verdict.inside < SOUND else None
    return None if found is container else found


def holder_of(chance: Mapping[Key, float]) -> etree._Element | None:
    """The smallest element that holds nearly all likely text; None where there is none."""
    held: dict[etree._Element, float] = {}
    for key in chance:
        if mass := _mass(chance, {key}):
            for element in (key.block, *key.block.iterancestors()):
                held[element] = held.get(element, 0) + mass
    least = WHOLE * max(held.values(), default=0)
    return max((element for element in held if held[element] >= least), key=_depth, default=None)


def _depth(element: etree._Element) -> int:
    return sum(1 for _ in element.iterancestors())


def corrected(verdict: Verdict, text: Text, title: str) -> list[Sorted]:
    """The lines of the container, corrected, and those that are text outside it, in page order."""
    places = {line.key: index for index, line in enumerate(verdict.lines)}
    placed: list[tuple[int, Sorted]] = []
    place = -1
    add = _thresholds(verdict, text)
    for item in text.lines:
        place = places.get(item.line.key, place)
        placed.append((place, _corrected(item, verdict.chance.get(item.line.key), add)))
    taken = {item.line.key for item in text.lines}
    folded = {fold(title), *(fold(item.line.text) for item in text.lines)}
    placed += [
        (places[key], Sorted(verdict.lines[places[key]], Role.BODY, RULE, chance))
        for key, chance in _outside(verdict, taken)
        if fold(key[1]) not in folded
    ]
    return [item for _, item in sorted(placed, key=_place)]


def _place(placed: tuple[int, Sorted]) -> int:
    return placed[0]


def _thresholds(verdict: Verdict, text: Text) -> Mapping[Role, float]:
    """Above what a line with another role becomes text; captions do where they would hold most of it."""
    held = {
        role: _mass(verdict.chance, {item.line.key for item in text.lines if item.role is role})
        for role in (Role.BODY, Role.CAPTION)
    }
    caption = LIKELY if held[Role.CAPTION] > held[Role.BODY] else NEVER
    return {Role.FURNITURE: ADD, Role.CAPTION: caption}


def _corrected(item: Sorted, chance: float | None, add: Mapping[Role, float]) -> Sorted:
    if chance is None:
        return item
    if item.role is Role.BODY and chance <= KEEP_TEXT:
        return Sorted(item.line, Role.FURNITURE, RULE, chance)
    if chance > add.get(item.role, NEVER):
        return Sorted(item.line, Role.BODY, RULE, chance)
    return replace(item, chance=chance)


def _outside(verdict: Verdict, taken: set[Key]) -> Iterator[tuple[Key, float]]:
    least = ADD_BESIDE if verdict.inside >= SOUND else ADD_ELSEWHERE
    return ((key, chance) for key, chance in verdict.chance.items() if key not in taken and chance > least)
