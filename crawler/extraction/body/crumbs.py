"""Finds the breadcrumb of a page: an element named so, links with arrows between, a link with an arrow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise, takewhile

from lxml import etree

from crawler.extraction.body.lines import HIDDEN, read_lines
from crawler.extraction.form import any_of
from crawler.extraction.lexicon import labels
from crawler.extraction.tree.markup import first_below, name_words, names_of, own_text
from crawler.extraction.tree.survey import Survey

LONGEST = 240  # characters of a breadcrumb: a longer text is prose or a menu
SHORT = 60  # characters of a step
MOST = 8  # steps, with the home page and the article: more are a menu
ABOVE = 12  # elements before the headline that may be a link to the section
CRUMB_WORDS = frozenset(
    "crumb crumbs bread breadcrumb breadcrumbs crumbnav path position weizhi location route dqwz lujing"
    " curmbs mbx crumbswrap".split()
)
_NO_CRUMB_WORDS = frozenset("relative absolute static sticky fixed hide byline".split())
"""Words beside `position` that name a style: `position-relative`."""
ARROWS = frozenset(("»", "＞", ">", "›", "→", ">>"))
_STRONG = ("»", "＞", ">", "›", "→")
"""Signs between steps that hardly occur in steps."""
_WEAK = ("|", "/", " - ")
"""Signs between steps that also occur in dates, names and numbers."""
_DAY = re.compile(r"\d{4}\s*[-/]\s*\d{1,2}")
_SECTION = re.compile(
    rf"(?!{any_of((*labels.TOOLS, *labels.CALLS, *labels.MORE))})[\w·&’' -]{{2,24}}", re.IGNORECASE
)
"""The name of a section in a link with an arrow; links such as `更多 >` lead on."""


def find_crumbs(seen: Survey, end: int, headline: etree._Element | None) -> tuple[str, ...]:
    """Return the steps of the breadcrumb among the elements before a position; none without one."""
    breadcrumbs = (steps for steps in _candidates(seen, end, headline) if 0 < len(steps) <= MOST)
    return next(breadcrumbs, ())


def _candidates(seen: Survey, end: int, headline: etree._Element | None) -> Iterator[tuple[str, ...]]:
    named = sorted(at for names in seen.names if _may_name_crumbs(names) for at in seen.names[names])
    for position in takewhile(lambda at: at < end, named):
        yield _named_steps(seen.elements[position])
    for position in takewhile(lambda at: at < end, seen.all("a")):
        element = seen.elements[position]
        parent = element.getparent()
        if parent is not None and (element.tail or "").strip(" \n\r\t\xa0") in ARROWS:
            yield steps_of(parent)
    yield from _links_above(seen, headline)


def _links_above(seen: Survey, headline: etree._Element | None) -> Iterator[tuple[str, ...]]:
    """Yield the links right above the headline that end with an arrow: `Rivers >`."""
    if headline is None:
        return
    at = seen.elements.index(headline)
    for element in seen.elements[max(0, at - ABOVE) : at]:
        text = own_text(element) if element.tag == "a" else ""
        step = text.rstrip("".join(_STRONG)).strip()
        if step != text and _SECTION.fullmatch(step):
            yield (step,)


@lru_cache(maxsize=8192)
def _may_name_crumbs(names: str) -> bool:
    words = name_words(names)
    return names == "section" or (bool(words & CRUMB_WORDS) and not words & _NO_CRUMB_WORDS)


def _named_steps(element: etree._Element) -> tuple[str, ...]:
    if HIDDEN.search(element.get("style") or ""):
        return ()
    if names_of(element) != "section":
        return steps_of(element)
    text = own_text(element)
    return (text,) if 0 < len(text) <= SHORT else ()


def steps_of(element: etree._Element) -> tuple[str, ...]:
    """Return the steps of a breadcrumb, which stand in links or between arrows."""
    text = _shown(element)
    if len(text) > LONGEST:
        return ()
    links = tuple(step for a in element.iter("a") if (step := _bare(own_text(a))))
    is_separated = not _DAY.search(text) and not _stand_together(links, text)
    arrows = (*_STRONG, *_WEAK) if is_separated else _STRONG
    arrow = next((each for each in arrows if each in text), None)
    return links if arrow is None else tuple(step for part in text.split(arrow) if (step := _bare(part)))


def _bare(step: str) -> str:
    """Return a step without the signs between steps."""
    return step.strip(" >＞»›/:：")


def _stand_together(links: tuple[str, ...], text: str) -> bool:
    """Return whether only a space separates two links, so that a sign elsewhere separates no steps."""
    return any(f"{first} {second}" in text for first, second in pairwise(links))


def _shown(element: etree._Element) -> str:
    """Return the text of an element, without scripts and styles in it."""
    has_code = first_below(element, "script") is not None or first_below(element, "style") is not None
    return " ".join(line.text for line in read_lines(element, {})) if has_code else own_text(element)
