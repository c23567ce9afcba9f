"""Chooses source, authors and editors of an article, from layouts, metadata and the lines around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from crawler.extraction.body.headline import fold
from crawler.extraction.body.reading import Reading
from crawler.extraction.body.sorting import Role
from crawler.extraction.evidence.found import Found
from crawler.extraction.evidence.rules import STATED, Rule
from crawler.extraction.form import any_of
from crawler.extraction.furniture.closing_names import read_closing_editors, read_signature
from crawler.extraction.furniture.ends import LABEL
from crawler.extraction.furniture.forms.outlets import is_agency, is_no_person
from crawler.extraction.furniture.forms.reporters import ORIGINAL_POST
from crawler.extraction.furniture.people import persons, split_names
from crawler.extraction.furniture.printed import (
    PrintedPeople,
    read_authors,
    read_editors,
    read_outlet,
    read_source,
)
from crawler.extraction.lexicon import labels
from crawler.extraction.lexicon.agencies.table import rows
from crawler.extraction.lexicon.han import has_han
from crawler.extraction.lexicon.people import NO_OUTLETS
from crawler.extraction.tree.layouts import first_filled
from crawler.extraction.tree.markup import own_text
from crawler.extraction.tree.metadata import people
from crawler.text.datelabels import DateKind, label_at_end
from crawler.text.months import MONTHS
from crawler.text.stamps import STAMP

_BUTTONS = re.compile(
    r"(?:\s*\+)?\s*(?:关注|举报|订阅|收藏|(?:View|See) (?:more|all)\b.*|Follow)\s*$", re.IGNORECASE
)
"""Buttons behind a name."""
_BY = re.compile(rf"^\s*{any_of(labels.BY)}:?\s+", re.IGNORECASE)
_MONTH = any_of(name.title() for name in MONTHS if name.isascii())
_BETWEEN = r"\s,|·–—-"  # separators between a name and a date, in a character class
_DATE_BEHIND = re.compile(
    rf"^([^\W\d][^\s\d]*\s+[^\s\d](?:[^\d]*?[^\d{_BETWEEN}])??)[{_BETWEEN}]++(?:{_MONTH}\b\W*\d|\d).*$",
    re.DOTALL,
)
"""A date behind a name of at least two words: `Wade Lindqvist - May 8, 2024`.

The name ends where a run of separators begins, so that each run is read once, however long it is.
"""
_BEHIND_NAME = re.compile(r"\s+(?:on\s+[A-Z][a-z]+day|Ph\.?D\.?|M\.?D\.?)$")
"""A weekday or a degree behind a name: `Wade Lindqvist on Monday`, `Wade Lindqvist PhD`."""
_QUOTES = " \"'“”"
_DOMAIN_END = re.compile(r"\.[A-Za-z.]{2,8}$")
_DATE_ALONE = re.compile(rf"\s*(?:{_MONTH}\b\W*\d|\d)")
"""A date without a name: `Dec. 22, 2016 5:00 a.m.`"""
AUTHORS = (
    "enp:author author article:author byl authors og:article:author parsely-author sailthru.author"
    " dc.creator dcterms.creator"
).split()
"""Meta tags that name the authors, the trusted first."""

_TIME = re.compile(
    rf"[(（]?\s*{STAMP}\s*[)）]?"
    r"|(?:Updated:\s*)?[A-Z][a-z]{2,8}\.?\s\d{1,2},\s20\d\d(?:,?\s\d{1,2}:\d\d(?:\s?[AP]M)?)?"
)
"""The time beside a source, where a layout names the element of both: `临水晚报 (2012-01-11 16:58)`."""
_NUMBERED = frozenset(agency.name for agency in rows() if re.search(r"\d", agency.name))
"""Sources with a number in their name: `21世纪经济报道`. Other numbers are counts or times."""
_OTHER_PARTS = re.compile(rf"{LABEL}.*$", re.DOTALL)
"""Text behind a source in the same element: `Linshui Post Editor: Mara Quell`."""


@dataclass(frozen=True, slots=True)
class Credits:
    """Source, authors and editors of an article."""

    source: Found[str]
    bylines: Found[tuple[str, ...]]
    editors: Found[tuple[str, ...]]


def find_credits(reading: Reading) -> Credits:
    """Choose source, authors and editors: printed lines come before metadata."""
    source = next(sources(reading), _NO_SOURCE)
    editors = next(editors_of(reading), _NOBODY)
    bylines = next(bylines_of(reading), _NOBODY)
    stated = bylines.rule.kind in {
        *STATED,
        Rule.AUTHOR_ELEMENT,
    }  # sites often state the editor or themselves there
    if stated and bylines.value and set(bylines.value) <= {*(editors.value or ()), source.value}:
        bylines = Found(None, Rule.REPEATS_OTHERS)
    return Credits(source, bylines, editors)


_NO_SOURCE: Found[str] = Found(None, Rule.NONE)
_NOBODY: Found[tuple[str, ...]] = Found(None, Rule.NONE)


def sources(reading: Reading) -> Iterator[Found[str]]:
    """Yield the candidates for the source of an article, in the order of trust."""
    known = _at(reading, reading.layout.source if reading.layout else ())
    if known and (printed := read_source(known)):
        yield Found(printed.name, Rule.LAYOUT_ELEMENT, printed.form)
    bare = _OTHER_PARTS.sub("", _TIME.sub("", known or "")).strip(" ,，|")
    is_named = bare.casefold() not in NO_OUTLETS
    if is_named and 0 < len(bare) <= 30 and (bare in _NUMBERED or not re.search(r"[\d>»]", bare)):
        yield Found(bare, Rule.LAYOUT_ELEMENT)
    yield from _printed_sources(reading)
    for byline in _bylines(reading):
        agencies = filter(is_agency, byline.value or ())
        yield from (Found(name, byline.rule, byline.form) for name in agencies)
    yield from _stated_sources(reading)


def _printed_sources(reading: Reading) -> Iterator[Found[str]]:
    """Yield the sources with a label around the text, then those without one above it."""
    around = reading.around
    labelled = map(read_source, chain(around.above, _furniture(reading), around.below))
    for printed in chain(labelled, map(read_outlet, around.above)):
        if printed:
            yield Found(printed.name, Rule.LINE_AROUND, printed.form)


def _furniture(reading: Reading) -> Iterator[str]:
    """Yield the lines within the text that are no part of it, except the sources of its pictures."""
    items = (item for item in reading.lines if item.role is Role.FURNITURE)
    return (item.line.text for item in items if item.rule is not Rule.SOURCE_OF_PICTURE)


def _stated_sources(reading: Reading) -> Iterator[Found[str]]:
    for name in ("contentsource", "enp:sourcename", "source", "mediaid", "og:article:source"):
        if text := reading.metadata.meta.get(name, "").strip(_QUOTES):
            printed = read_source(text)
            yield Found(printed.name if printed else text, Rule.META.of(name))
    if publisher := reading.metadata.publisher:
        yield Found(publisher, Rule.LINKED_DATA_PUBLISHER)


def bylines_of(reading: Reading) -> Iterator[Found[tuple[str, ...]]]:
    """Yield the candidates for the authors of an article, in the order of trust.

    Outlets and the site are no authors. On a page without Chinese, a Chinese name in `author` is the account
    of the editor who entered the article.
    """
    site = _site_names(reading)
    for byline in _bylines(reading):
        is_account = byline.rule == Rule.META.of("author") and not has_han(reading.headline.text)
        names = (name for name in byline.value or () if not (is_account and has_han(name)))
        if authors := tuple(name for name in names if not is_no_person(name) and fold(name) not in site):
            yield replace(byline, value=authors)


def _site_names(reading: Reading) -> frozenset[str]:
    """Return the folded names of the site of one word, in its metadata: `Sample.com` is also `Sample`.

    A site with a name of two words may have the name of its author.
    """
    stated = (reading.metadata.meta.get("og:site_name", ""), reading.metadata.publisher)
    names = [name for name in stated if len(name.split()) == 1]
    return frozenset(fold(each) for name in names for each in (name, _DOMAIN_END.sub("", name)))


def _end(reading: Reading) -> str:
    """Return the last paragraph of the text."""
    return (reading.texts(Role.BODY) or [""])[-1]


def _bylines(reading: Reading) -> Iterator[Found[tuple[str, ...]]]:
    known = _at(reading, reading.layout.bylines if reading.layout else ())
    if known and (printed := read_authors(known)):
        yield Found(printed.names, Rule.LAYOUT_ELEMENT, printed.form)
    elif known:
        yield Found(persons(split_names(known)), Rule.LAYOUT_ELEMENT)
    for printed in _printed_authors(reading):
        yield Found(printed.names, Rule.LINE_AROUND, printed.form)
    if signed := read_signature(_end(reading)):
        yield Found(signed.names, Rule.SIGNED, signed.form)
    yield Found(_named(reading.around.authors), Rule.AUTHOR_ELEMENT)
    yield Found(persons(people(reading.metadata.article.get("author"))), Rule.LINKED_DATA_AUTHOR)
    for name in AUTHORS:
        if stated := reading.metadata.meta.get(name):
            yield Found(_named([stated]), Rule.META.of(name))
    yield Found(_named(reading.around.authors_beside), Rule.AUTHOR_ELEMENT)


def _printed_authors(reading: Reading) -> Iterator[PrintedPeople]:
    """Yield the authors in the lines around the text, accounts of posts last. Lines are read as needed."""
    posts = []
    for printed in map(read_authors, chain(reading.around.above, reading.texts(Role.FURNITURE))):
        if printed and printed.form is ORIGINAL_POST:
            posts.append(printed)
        elif printed:
            yield printed
    yield from posts


def _named(lines: Iterable[str]) -> tuple[str, ...]:
    """Return the people in lines that only name authors: `By Wade Lindqvist +Follow`."""
    bare = (_BY.sub("", _BUTTONS.sub("", line)) for line in lines if "://" not in line)
    bare = (line for line in bare if not _DATE_ALONE.match(line))
    undated = (_DATE_BEHIND.sub(r"\1", line) for line in bare)
    bare = (_BEHIND_NAME.sub("", line) for line in undated)
    names = (name for line in bare if label_at_end(line) is DateKind.PLAIN for name in split_names(line))
    return tuple(dict.fromkeys(persons(names)))


def editors_of(reading: Reading) -> Iterator[Found[tuple[str, ...]]]:
    """Yield the candidates for the editors of an article, in the order of trust."""
    known = _at(reading, reading.layout.editors if reading.layout else ())
    if known and (printed := read_editors(known)):
        yield Found(printed.names, Rule.LAYOUT_ELEMENT, printed.form)
    around = reading.around
    for line in chain(reading.texts(Role.FURNITURE), around.below, around.above):
        if printed := read_editors(line):
            yield Found(printed.names, Rule.LINE_AROUND, printed.form)
    if printed := read_closing_editors(_end(reading)):
        yield Found(printed.names, Rule.SIGNED, printed.form)
    if named := reading.metadata.first("enp:liability", "editor", "责任编辑"):
        yield Found(split_names(named[1]), Rule.META.of(named[0]))


def _at(reading: Reading, selectors: Iterable[str]) -> str | None:
    element = first_filled(reading.index, selectors)
    return _BUTTONS.sub("", own_text(element)) if element is not None else None
