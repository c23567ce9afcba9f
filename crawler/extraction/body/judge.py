"""Classifies each line of an unknown site's page, and corrects the choice of the rules."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import dropwhile, takewhile

from lxml import etree

from crawler.extraction.body.container import heads_text
from crawler.extraction.body.forest import learned_forest
from crawler.extraction.body.headline import Headline, fold
from crawler.extraction.body.keeping import TITLES
from crawler.extraction.body.lines import Key, Line, is_hidden, read_page_lines
from crawler.extraction.body.sorting import (
    ENDS,
    HEADINGS,
    LONG,
    Role,
    Sorted,
    is_sentence,
    rule_by_words,
)
from crawler.extraction.body.traits import NAMES, PageSight, traits_of
from crawler.extraction.evidence.rules import Rule
from crawler.extraction.lexicon.han import has_han
from crawler.extraction.tree.markup import name_words, names_of, names_other_story
from crawler.extraction.tree.metadata import Metadata
from crawler.text.sizes import utf8_size

LIKELY = 0.5  # probability: lines above it count when the judge locates the text
KEEP_TEXT = 0.4  # probability that a line must exceed to stay text
KEEP_PROSE = 0.2  # as KEEP_TEXT, for a sentence without links
SPEECH = re.compile(r"[“「『«„\"][^“「『«„\"]{8,}[.!?。！？][”」』»“\"]$")
"""A line that ends with quoted speech, which is a sentence however short it is: `他说：“船闸今天打开了。”`"""
KEEP_ALIKE = 0.1  # as KEEP_TEXT, for a line without links whose neighbour with the same markup stays
KEEP_DATA = 0.05  # as KEEP_TEXT, for a row or an item without links
SURER = 0.15  # probability by which passed-over prose must exceed the chosen text to replace it
PASSED_OVER = 300  # bytes of prose between headline and container that are checked again
DATA = frozenset({"tr", "li"})
TITLE_WORDS = frozenset("title subtitle subhead subheading heading".split())
WRAPPERS = 4  # elements around a single paragraph, at most
KEEP_MOST = 0.5  # share of the text: the judge is overruled if it would drop more
ADD = 0.95  # probability above which furniture becomes text; captions stay captions
ADD_BY_RULE = {Rule.ABOVE_TEXT: 0.3, Rule.LABEL_ABOVE_LINKS: 0.7}
"""A heading above the text, and a label above links, become text above these."""
ADD_OUTSIDE = (0.3, 0.7)
"""Probabilities above which a line outside the container becomes text: the first if the container holds no
likely text, the second if it holds all of it, and in proportion between.
"""
ADD_SUMMARY = (0.3, 0.9)
"""As ADD_OUTSIDE, for a line that begins like the description of the page: a summary, or a deck."""
DESCRIBED = NAMES.index("in_description")
SOUND = 0.5  # share of the likely text: a container with less is in the wrong place
WHOLE = 0.9  # share of the likely text that a new container must hold
FOLDED = 3  # hidden paragraphs: this many are the rest of a text, which a click unfolds
NEVER = 1.0
LONGEST = 1500  # bytes of a line that count, at most
MOST = 2000  # lines: a page with more of them is left to the rules
CREDITED = frozenset(
    {
        Rule.CREDIT_LINE,
        Rule.CREDITED_ABOVE_IMAGE,
        Rule.CAPTION_BY_CREDIT,
        Rule.CAPTION_BY_SURE_WORDING,
        Rule.CAPTION_BY_LAYOUT,
        Rule.CAPTION_ABOVE_CREDIT,
        Rule.CAPTION_OF_TWO,
    }
)
"""Rules of captions that are proved by their credit: the judge does not change them."""


@dataclass(frozen=True, slots=True)
class Text:
    """The element that holds the text, and its lines."""

    container: etree._Element
    lines: Sequence[Sorted]


@dataclass(frozen=True, slots=True)
class SeenPage:
    """The data of a page beside its lines."""

    root: etree._Element
    headline: Headline
    metadata: Metadata
    dropped: frozenset[etree._Element] = frozenset()
    """Elements that hold no text of the article."""

    @property
    def title(self) -> str:
        """The headline as printed on the page."""
        return self.headline.printed or self.headline.text


@dataclass(frozen=True, slots=True)
class Judgement:
    """The probability that each line of a page is text, and the place of the likely lines."""

    lines: Sequence[Line]
    chance: Mapping[Key, float]
    """None for images, and for lines above a headline if the text stands below it."""
    inside: float
    """The share of the likely text that the container holds; 1 if the page has no likely text."""
    summary: Container[Key] = frozenset()
    """Lines that begin like the description in the page's head."""


def judge(seen: SeenPage, text: Text) -> Judgement | None:
    """Judge every line of a page; return None if the page has too many."""
    lines = read_page_lines(seen.root)
    return judge_again(seen, text, lines) if len(lines) <= MOST else None


def judge_again(seen: SeenPage, text: Text, lines: Sequence[Line]) -> Judgement:
    """Judge the lines of a page against another container."""
    traits = traits_of(sight_of(seen, text, lines))
    forest = learned_forest()
    keys = {item.line.key for item in text.lines}
    never = _above(lines, seen.headline.element, keys) | _dropped_lines(lines, seen.dropped)
    judged = list(zip(traits.lines, traits.rows, strict=True))
    chance = {line.key: forest.chance(row) for line, row in judged if line not in never}
    inside, likely = _mass(chance, keys), _mass(chance, set(chance))
    summary = {line.key for line, row in judged if row[DESCRIBED] > 0}
    return Judgement(lines, chance, inside / likely if likely else 1.0, summary)


def _above(lines: Sequence[Line], headline: etree._Element | None, inside: Collection[Key]) -> set[Line]:
    """Return the lines above the headline, which are no text; none if the container has some of them."""
    if headline is None or not heads_text(headline):
        return set()
    around = {headline, *headline.iterdescendants()}
    before = list(takewhile(lambda line: line.block not in around, lines))
    is_text = len(before) == len(lines) or bool(_places(before, inside))
    return set() if is_text else set(before)


def _places(lines: Sequence[Line], keys: Collection[Key]) -> dict[Key, list[int]]:
    """Return the indexes of the lines with some keys; most lines need no key for this.

    Lines between line breaks may have the same key: captions that repeat one text.
    """
    blocks = {key.block for key in keys}
    places: dict[Key, list[int]] = {}
    for index, line in enumerate(lines):
        if line.block in blocks and line.key in keys:
            places.setdefault(line.key, []).append(index)
    return places


def _next_place(places: Sequence[int], place: int) -> int:
    """Return the first of some places behind another one, or else the last; `place` if there are none."""
    return places[min(bisect_right(places, place), len(places) - 1)] if places else place


def _dropped_lines(lines: Sequence[Line], dropped: frozenset[etree._Element]) -> set[Line]:
    """Return the lines in elements that hold no text."""
    if not dropped:
        return set()
    return {
        line for line in lines if line.block in dropped or not dropped.isdisjoint(line.block.iterancestors())
    }


def sight_of(seen: SeenPage, text: Text, lines: Sequence[Line]) -> PageSight:
    """Return the data from which the traits of a page's lines are computed."""
    body, meta = seen.metadata.article.get("articleBody"), seen.metadata.meta
    return PageSight(
        lines=lines,
        sorted_lines=text.lines,
        container=text.container,
        headline=seen.headline.element,
        title=seen.title,
        stated_body=body if isinstance(body, str) else "",
        description=meta.get("og:description") or meta.get("description") or "",
    )


def _mass(chance: Mapping[Key, float], keys: set[Key]) -> float:
    """Return the amount of likely text in some lines."""
    return sum(min(utf8_size(key[1]), LONGEST) for key in keys if chance.get(key, 0) > LIKELY)


def better_container(verdict: Judgement, container: etree._Element) -> etree._Element | None:
    """Return the smallest element with nearly all likely text, if `container` holds too little of it."""
    holder = holder_of(verdict.chance) if verdict.inside < SOUND else None
    return None if holder is container else holder


def passed_over(verdict: Judgement, text: Text, headline: etree._Element | None) -> etree._Element | None:
    """Return the element with the prose between headline and container, if it is more than a deck."""
    if headline is None or text.container in (headline, *headline.iterancestors()):
        return None
    inside = {item.line.key for item in text.lines}
    blocks = {key.block for key in inside}
    until = takewhile(lambda line: line.block not in blocks or line.key not in inside, verdict.lines)
    around = {headline, headline.getparent(), *headline.iterdescendants()}
    after = dropwhile(lambda line: line.block not in around, until)
    prose = {line.key: 1.0 for line in after if is_sentence(line)}
    holder = holder_of(prose) if _mass(prose, set(prose)) >= PASSED_OVER else None
    return None if holder in (text.container, *text.container.iterancestors()) else holder


def certainty(verdict: Judgement, text: Text) -> float:
    """Return the mean probability that the rules' text lines are text, weighted by length."""
    keys = [item.line.key for item in text.lines if item.role is Role.BODY]
    sizes = [min(utf8_size(key.text), LONGEST) for key in keys]
    likely = sum(size * verdict.chance.get(key, 0.0) for size, key in zip(sizes, keys, strict=True))
    return likely / (sum(sizes) or 1)


def holder_of(chance: Mapping[Key, float]) -> etree._Element | None:
    """Return the smallest element that holds nearly all likely text, or None."""
    blocks: dict[etree._Element, float] = {}
    for key in chance:
        blocks[key.block] = blocks.get(key.block, 0) + _mass(chance, {key})
    held: dict[etree._Element, float] = {}
    for block, mass in blocks.items():
        for element in (block, *block.iterancestors()) if mass else ():
            held[element] = held.get(element, 0) + mass
    least = WHOLE * max(held.values(), default=0)
    return max((element for element in held if held[element] >= least), key=_depth, default=None)


def _depth(element: etree._Element) -> int:
    return sum(1 for _ in element.iterancestors())


def corrected(verdict: Judgement, text: Text, title: str) -> list[Sorted]:
    """Return the corrected lines of the container and the lines of text outside it, in page order."""
    outside = _shown_outside(verdict, text, title)
    places = _places(verdict.lines, {*outside, *(item.line.key for item in text.lines)})
    placed: list[tuple[int, Sorted]] = []
    place = -1
    dropped = _dropped(verdict, text)
    add = _thresholds(verdict, text)
    for item in text.lines:
        place = _next_place(places.get(item.line.key, ()), place)
        chance = verdict.chance.get(item.line.key)
        if item.line.key in dropped:
            placed.append((place, Sorted(item.line, Role.FURNITURE, Rule.JUDGE, chance)))
        else:
            placed.append((place, _added(item, chance, add)))
    placed += [
        (places[key][-1], _from_outside(verdict.lines[places[key][-1]], verdict.chance[key]))
        for key in outside
    ]
    return [item for _, item in sorted(placed, key=_place)]


def _from_outside(line: Line, chance: float) -> Sorted:
    """Return a line outside that is text, unless its own words make it a caption."""
    if rule := rule_by_words(line):
        return Sorted(line, Role.CAPTION, rule, chance)
    return Sorted(line, Role.BODY, Rule.JUDGE, chance)


def _place(placed: tuple[int, Sorted]) -> int:
    return placed[0]


def _thresholds(verdict: Judgement, text: Text) -> Mapping[Role, float]:
    """Return the probabilities above which lines of each other role become text.

    Captions without a credit become text only if they hold most of it.
    """
    keys: dict[Role, set[Key]] = {role: set() for role in Role}
    for item in text.lines:
        if not _is_credited(item):
            keys[item.role].add(item.line.key)
    held = {role: _mass(verdict.chance, keys[role]) for role in (Role.BODY, Role.CAPTION)}
    caption = LIKELY if held[Role.CAPTION] > held[Role.BODY] else NEVER
    return {Role.FURNITURE: ADD, Role.CAPTION: caption}


def _dropped(verdict: Judgement, text: Text) -> set[Key]:
    """Return the rules' text lines that the judge drops; none if they are most of the text.

    A lead above the container stays: the page itself says that it is one.
    """
    within = {text.container, *text.container.iterdescendants()}
    body = [
        item.line
        for item in text.lines
        if item.role is Role.BODY and item.line.key in verdict.chance and item.line.block in within
    ]
    stays = [verdict.chance[line.key] > KEEP_TEXT for line in body]
    before, after = _last_kept(body, stays), _last_kept(body[::-1], stays[::-1])[::-1]
    dropped = {
        line.key
        for line, is_kept, left, right in zip(body, stays, before, after, strict=True)
        if not is_kept and verdict.chance[line.key] <= least_chance(line, left, right)
    }
    sizes = {line.key: utf8_size(line.text) for line in body}
    is_most = sum(sizes[key] for key in dropped) > (1 - KEEP_MOST) * sum(sizes.values())
    return set() if is_most and verdict.inside >= SOUND else dropped


def _last_kept(lines: Sequence[Line], stays: Sequence[bool]) -> list[Line | None]:
    """Return for each line the last kept line before it."""
    last_kept: list[Line | None] = []
    last = None
    for line, is_kept in zip(lines, stays, strict=True):
        last_kept.append(last)
        last = line if is_kept else last
    return last_kept


def least_chance(line: Line, before: Line | None, after: Line | None) -> float:
    """Return the probability that a line must exceed to stay."""
    if line.linked:
        return KEEP_TEXT
    if line.block.tag in DATA:
        return KEEP_DATA
    if _is_alike(line, before) or _is_alike(line, after):
        return KEEP_ALIKE
    heads_text = after is not None and (len(after.text) > LONG or ENDS.search(after.text))
    is_title = heads_text and _is_title(line)
    is_sentence = (len(line.text) > LONG and ENDS.search(line.text)) or SPEECH.search(line.text)
    return KEEP_PROSE if is_title or is_sentence else KEEP_TEXT


def _is_title(line: Line) -> bool:
    """Return whether a line is a heading, or a Chinese line that is bold or named as a title.

    In alphabetic scripts, most bold lines that the judge doubts are labels of other boxes.
    """
    if line.block.tag in TITLES or not has_han(line.text):
        return line.block.tag in TITLES
    is_named = not TITLE_WORDS.isdisjoint(name_words(names_of(line.block)))
    return is_named or line.bold >= len(line.text)


def _is_alike(line: Line, other: Line | None) -> bool:
    """Return whether two lines have the same markup in the same element, apart from wrappers of their own.

    Some editors wrap every paragraph: `<section><section><p>`, or a row of a layout table.
    """
    if other is None:
        return False
    pair = line.block, other.block
    for _ in range(WRAPPERS + 1):
        if not _have_same_markup(*pair):
            return False
        holders = pair[0].getparent(), pair[1].getparent()
        if holders[0] is holders[1]:
            return True
        if holders[0] is None or holders[1] is None or len(holders[0]) + len(holders[1]) > len(holders):
            return False
        pair = holders[0], holders[1]
    return False


def _have_same_markup(element: etree._Element, other: etree._Element) -> bool:
    return element.tag == other.tag and names_of(element) == names_of(other)


def _is_credited(item: Sorted) -> bool:
    return item.role is Role.CAPTION and item.rule in CREDITED


def _added(item: Sorted, chance: float | None, add: Mapping[Role, float]) -> Sorted:
    is_sure = _is_credited(item) or item.rule is Rule.OTHER_STORY
    is_label = item.rule is not Rule.ABOVE_TEXT or item.line.block.tag in HEADINGS
    least = (ADD_BY_RULE if is_label else {}).get(item.rule, add.get(item.role, NEVER))
    if chance is not None and chance > least and not is_sure:
        return Sorted(item.line, Role.BODY, Rule.JUDGE, chance)
    return Sorted(item.line, item.role, item.rule, chance)


def _shown_outside(verdict: Judgement, text: Text, title: str) -> list[Key]:
    """Return the visible text lines outside the container.

    Many hidden paragraphs are folded text; a single one is a trap. If the container holds the text, boxes
    and other stories beside it stay out.
    """
    inside = {item.line.key for item in text.lines}
    known, folded = {item.line.text for item in text.lines}, fold(title)
    outside = [key for key in _outside(verdict, inside) if key.text not in known and fold(key.text) != folded]
    if verdict.inside >= SOUND:
        around = set(text.container.iterancestors())
        outside = [key for key in outside if not _stands_in_a_box(key.block, around)]
    hidden = {key for key in outside if is_hidden(key.block)}
    return outside if len(hidden) >= FOLDED else [key for key in outside if key not in hidden]


def _stands_in_a_box(block: etree._Element, around: Container[etree._Element]) -> bool:
    """Return whether an element stands in an aside, or one named as other stories, below those `around`."""
    path = takewhile(lambda element: element not in around, (block, *block.iterancestors()))
    return any(element.tag == "aside" or names_other_story(names_of(element)) for element in path)


def _outside(verdict: Judgement, inside: set[Key]) -> Iterator[Key]:
    """Yield the text lines outside the container; the more it holds, the higher the threshold."""
    text, summary = (none + (whole - none) * verdict.inside for none, whole in (ADD_OUTSIDE, ADD_SUMMARY))
    for key, chance in verdict.chance.items():
        if key not in inside and chance > (summary if key in verdict.summary else text):
            yield key
