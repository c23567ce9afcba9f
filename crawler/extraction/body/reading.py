"""Reads one page: headline, container, lines with their roles, and the lines around the text."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from crawler.extraction.body.container import find_container
from crawler.extraction.body.crumbs import steps_of
from crawler.extraction.body.doubt import Choice, is_in_doubt
from crawler.extraction.body.grafting import Stock, graft
from crawler.extraction.body.heading import checked
from crawler.extraction.body.headline import (
    Headline,
    Headlines,
    choose_headline,
    headlines,
    with_stated,
)
from crawler.extraction.body.judge import (
    SURER,
    SeenPage,
    Text,
    better_container,
    certainty,
    corrected,
    judge,
    judge_again,
    passed_over,
)
from crawler.extraction.body.lead import TextPlace, read_with_lead
from crawler.extraction.body.lines import Line
from crawler.extraction.body.listing_entries import are_teasers
from crawler.extraction.body.outline import Outline, outline
from crawler.extraction.body.pictures import with_picture
from crawler.extraction.body.records import records_below
from crawler.extraction.body.sorting import ENDS, Role, Sorted, sort_lines, trim_end
from crawler.extraction.body.surroundings import LONGEST, Surroundings, look_around
from crawler.extraction.body.widening import widened
from crawler.extraction.evidence.rules import Reason, Rule
from crawler.extraction.scripts.holding import CONTINUED, Held, ShownContent, held_by_scripts
from crawler.extraction.tree.layouts import Index, Knowledge, first_filled, match_layout
from crawler.extraction.tree.markup import own_text
from crawler.extraction.tree.metadata import Metadata, read_metadata
from crawler.extraction.tree.page import Page
from crawler.extraction.tree.survey import Survey, survey
from crawler.publishers import Layout
from crawler.text.sizes import utf8_size
from crawler.text.urls import resolve

ENTRIES = 8  # lines of a list, at least
ENDED = 0.3  # share of the lines of a list that end as sentences do, at most
ENOUGH = 0.2  # share of the scorer's text: a layout's container with less is rejected


@dataclass(frozen=True, slots=True)
class Containers:
    """The element that holds the text, and the candidates for it."""

    element: etree._Element | None
    rule: Reason
    known: etree._Element | None
    """The container that the layout names."""
    scored: etree._Element | None
    """The container that the general scorer finds."""
    weights: Outline


@dataclass(frozen=True, slots=True)
class Reading:
    """The parts of one page, before they become a record."""

    metadata: Metadata
    headline: Headline
    container: etree._Element | None
    lines: Sequence[Sorted]
    around: Surroundings
    rule: Reason
    """The rule that chose the container."""
    layout: Layout | None
    index: Index
    headlines: Headlines
    """The candidates for the headline."""
    containers: Containers
    """The candidates for the container."""
    unsorted: Sequence[Line]
    """The container's lines, without roles."""
    dropped: frozenset[etree._Element]
    """The elements in the container that the layout drops, and lists of dated records."""
    held: Held | None = None
    """The data of a script, if the text was taken from it."""

    def texts(self, role: Role) -> list[str]:
        """Return the texts of the lines with a role, in page order."""
        return [item.line.text for item in self.lines if item.role is role]


def base_of(page: Page, reading: Reading) -> str:
    """Return the URL against which the references of a page are resolved."""
    return resolve(page.url, reading.metadata.base or "") or page.url


def read_page(page: Page, knowledge: Knowledge) -> Reading:
    """Find headline, container, lines and surroundings of one page.

    If a script has a text that the markup lacks, or shows only a preview of, the page is read with the
    script's text. Otherwise, if no layout locates the text and the rules' choice is in doubt, the learned
    judge corrects it.
    """
    reading = read_unjudged(page, knowledge)
    if (filled := _filled(page, reading, knowledge)) is not None:
        return filled
    container, is_known = reading.container, reading.rule.kind is Rule.LAYOUT
    if is_known or container is None or _reads_like_a_list(reading):
        return reading
    return _judged(page, reading, container) if is_in_doubt(_choice(reading, container)) else reading


def _choice(reading: Reading, container: etree._Element) -> Choice:
    return Choice(
        container,
        reading.lines,
        reading.containers.weights,
        reading.index.seen.elements,
        reading.headline.element,
    )


def _reads_like_a_list(reading: Reading) -> bool:
    """Return whether the rules' text lines are entries of a list: many, and few end as sentences do."""
    bodies = reading.texts(Role.BODY)
    ended = sum(1 for text in bodies if ENDS.search(text))
    return len(bodies) >= ENTRIES and ended <= ENDED * len(bodies)


def read_unjudged(page: Page, knowledge: Knowledge) -> Reading:
    """Read a page by the rules alone."""
    return _read(page.seen, read_metadata(page.root, page.decoded.text), knowledge)


def _filled(page: Page, reading: Reading, knowledge: Knowledge) -> Reading | None:
    """Return the page with the text of a script, or None if no script has more text than the markup."""
    empty = empty_container(reading)
    shown = _shown(reading, is_empty=empty is not None)
    held = held_by_scripts(page.root, reading.metadata.article, shown)
    if held is None:
        return None
    preview = reading.container if held.is_whole_of_preview else None
    stock = Stock(page.root, reading.headline.element, reading.container, empty, preview is not None)
    grafted = graft(stock, held.markup)
    filled = _read(survey(grafted.root), reading.metadata, knowledge, grafted.text)
    least = 0 if empty is not None else CONTINUED * _size(reading)
    return _with_held(filled, held) if _size(filled) > least else None


def _size(reading: Reading) -> int:
    return sum(map(utf8_size, reading.texts(Role.BODY)))


def _shown(reading: Reading, *, is_empty: bool) -> ShownContent:
    headline = reading.headline
    titles = (headline.text, *(title for _, title in reading.headlines.stated))
    return ShownContent(titles, reading.texts(Role.BODY), headline.element is not None, is_empty)


def empty_container(reading: Reading) -> etree._Element | None:
    """Return the element in which the layout expects the text, if it is there and empty."""
    if reading.layout is None or reading.containers.known is not None:
        return None
    named = (reading.index.find(selector) for selector in reading.layout.body)
    return next((element for element in named if element is not None), None)


def _with_held(reading: Reading, held: Held) -> Reading:
    """Return the reading with the script's rule, and with its headline if none is printed."""
    headline = reading.headline
    if headline.element is None and held.headline:
        headline = Headline(held.headline, held.rule)
    containers = replace(reading.containers, rule=held.rule)
    return replace(reading, headline=headline, containers=containers, rule=held.rule, held=held)


def _read(
    seen: Survey, metadata: Metadata, knowledge: Knowledge, grafted: etree._Element | None = None
) -> Reading:
    """Read a surveyed tree; `grafted` is the text of a script in it, if it has one."""
    index = Index(seen)
    layout = match_layout(index, knowledge.layouts)
    candidates = headlines(seen, metadata, first_filled(index, layout.headline) if layout else None)
    headline = _headline(candidates, knowledge, layout)
    weights = outline(seen, headline.element)
    records = records_below(seen, weights, headline.element)
    weights = weights.without(records) if records else weights
    scored = find_container(weights, seen.elements[0], headline.element)
    container = _container(index, layout, weights, scored)
    if scored is not None and container.rule.kind is not Rule.LAYOUT:
        element = widened(scored, headline.element, weights.weight)
        container = replace(container, element=element, scored=element)
    if grafted is not None:
        container = replace(container, element=grafted)
    if container.element is not None and candidates.known is None:
        headline = checked(headline, candidates, seen.elements, container.element)
    dropped = records | _named(index, layout.drop if layout else ())
    unsorted: list[Line] = []
    if container.element is not None:
        place = TextPlace(seen.elements, headline.element, container.element, weights)
        unsorted = read_with_lead(place, metadata, dropped)
    return Reading(
        metadata=metadata,
        headline=headline,
        container=container.element,
        lines=_sorted(unsorted, headline, index, layout),
        around=_where_known(look_around(seen, container.element, headline.element), index, layout),
        rule=container.rule,
        layout=layout,
        index=index,
        headlines=candidates,
        containers=container,
        unsorted=unsorted,
        dropped=dropped,
    )


def _judged(page: Page, reading: Reading, container: etree._Element) -> Reading:
    """Return a reading as corrected by the learned judge; a container with little of the text is replaced."""
    seen = SeenPage(page.root, reading.headline, reading.metadata, reading.dropped)
    first = Text(container, reading.lines)
    if (verdict := judge(seen, first)) is None:
        return reading
    if (better := better_container(verdict, container)) is not None:
        reading = _moved(reading, better)
        first = Text(better, reading.lines)
        verdict = judge_again(seen, first, verdict.lines)
    elif (rival := passed_over(verdict, first, seen.headline.element)) is not None:
        moved = _moved(reading, rival)
        second = Text(rival, moved.lines)
        other = judge_again(seen, second, verdict.lines)
        if certainty(other, second) > certainty(verdict, first) + SURER:
            reading, first, verdict = moved, second, other
    lines = corrected(verdict, first, seen.title)
    trim_end(lines)
    changed = reading.rule is not Rule.JUDGE and _bodies(lines) != _bodies(reading.lines)
    return replace(reading, lines=lines, rule=Rule.JUDGED.of(str(reading.rule)) if changed else reading.rule)


def _moved(reading: Reading, container: etree._Element) -> Reading:
    """Return the same page, read with another container."""
    elements, weights = reading.index.seen.elements, reading.containers.weights
    place = TextPlace(elements, reading.headline.element, container, weights)
    unsorted = read_with_lead(place, reading.metadata, reading.dropped)
    around = look_around(reading.index.seen, container, reading.headline.element)
    return replace(
        reading,
        container=container,
        lines=_sorted(unsorted, reading.headline, reading.index, reading.layout),
        around=_where_known(around, reading.index, reading.layout),
        rule=Rule.JUDGE,
        containers=replace(reading.containers, element=container, rule=Rule.JUDGE),
        unsorted=unsorted,
    )


def _bodies(lines: Sequence[Sorted]) -> list[str]:
    return [item.line.text for item in lines if item.role is Role.BODY]


def _headline(candidates: Headlines, knowledge: Knowledge, layout: Layout | None) -> Headline:
    headline = choose_headline(candidates)
    is_known = knowledge.publisher is not None or layout is not None
    return headline if is_known else with_stated(headline, candidates.stated)


def _container(
    index: Index, layout: Layout | None, weights: Outline, scored: etree._Element | None
) -> Containers:
    """Return the layout's container, unless the scorer finds far more text elsewhere, and no teasers."""
    known = first_filled(index, layout.body) if layout else None
    if layout is None or known is None:
        rule: Reason = Rule.SCORER if scored is not None else Rule.NONE
        return Containers(scored, rule, known, scored, weights)
    is_small = scored is not None and weights.weight.get(known, 0) < ENOUGH * weights.weight[scored]
    if is_small and not (weights.weight.get(known, 0) and _holds_teasers(weights, scored)):
        rule = Rule.SCORER_AGAINST_LAYOUT.of(layout.name)
        return Containers(scored, rule, known, scored, weights)
    return Containers(known, Rule.LAYOUT.of(layout.name), known, scored, weights)


def _holds_teasers(weights: Outline, container: etree._Element | None) -> bool:
    """Return whether the text of an element consists of teasers below linked titles."""
    return container is not None and are_teasers(
        [block for block in weights.blocks if container in block.iterancestors()]
    )


def _where_known(around: Surroundings, index: Index, layout: Layout | None) -> Surroundings:
    """Return the surroundings with the date line, breadcrumb and kicker that the layout locates."""
    if layout is None:
        return around
    date, section, kicker = (
        first_filled(index, where) for where in (layout.published, layout.section, layout.kicker)
    )
    printed = own_text(date) if date is not None else ""
    known = (printed,) if 0 < len(printed) <= LONGEST else ()
    return replace(
        around,
        above=(*known, *(line for line in around.above if line not in known)),
        crumbs=(steps_of(section) if section is not None else ()) or around.crumbs,
        kicker=(own_text(kicker)[:LONGEST] if kicker is not None else "") or around.kicker,
    )


def captions_outside(reading: Reading) -> tuple[etree._Element, ...]:
    """Return the layout's captions outside the text, each behind the picture above it, if any.

    If a caption is all of the text, return only the picture.
    """
    known = _named(reading.index, reading.layout.captions if reading.layout else ())
    elements = reading.index.seen.elements if known else ()
    within = {reading.container, *reading.around.figures}
    outside = [each for each in elements if each in known and within.isdisjoint(each.iterancestors())]
    parts = (part for each in outside for part in with_picture(elements, each))
    return tuple(part for part in parts if part not in within)


def _named(index: Index, selectors: Iterable[str]) -> frozenset[etree._Element]:
    return frozenset(element for selector in selectors for element in index.each(selector))


def _sorted(
    unsorted: Sequence[Line], headline: Headline, index: Index, layout: Layout | None
) -> Sequence[Sorted]:
    """Return the lines with their roles; lines in the layout's caption elements are captions."""
    lines = sort_lines(unsorted, headline.printed or headline.text)
    known = _named(index, layout.captions) if layout else frozenset()
    return [_by_layout(item, known) for item in lines] if known else lines


def _by_layout(item: Sorted, known: Container[etree._Element]) -> Sorted:
    is_text = item.role in (Role.BODY, Role.CAPTION)
    if is_text and any(each in known for each in (item.line.block, *item.line.block.iterancestors())):
        return replace(item, role=Role.CAPTION, rule=Rule.CAPTION_BY_LAYOUT)
    return item
