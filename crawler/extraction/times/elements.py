"""Finds elements that date their page: `time`, `abbr`, microdata, and names such as `pubdate`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from lxml import etree

from crawler.extraction.body.surroundings import leaf_lines
from crawler.extraction.tree.markup import (
    FURNITURE_TAGS,
    MUTE,
    attributes_of,
    name_words,
    names_furniture,
    names_of,
    names_other_story,
    own_text,
)
from crawler.extraction.tree.survey import Survey
from crawler.text.datelabels import DateKind, label_at_end, labelled

DATED_TAGS = ("time", "abbr", "relative-time", "time-ago")
"""Elements that state a time in an attribute."""
FIELDS = ("input", "textarea")
"""Elements in which pages keep data that their scripts print."""
DATE_WORDS = frozenset(
    "date dates datetime time times timestamp timeago published pubdate pubtime publishdate publishtime"
    " publish posted postdate updated modified lastmod riqi shijian fabu fbsj dateline datestamp dateinfo"
    " fbrq fabushijian tarih yayin yayinlanma guncelleme datum uhrzeit veroffentlicht veroeffentlicht"
    " aktualisiert fecha publicado actualizado data-publicacao atualizado pubblicato aggiornato dataora"
    " data-publikacji opublikowano publicerad uppdaterad publisert oppdatert publiceret opdateret"
    " gepubliceerd bijgewerkt julkaistu imerominia hmerominia opublikovano obnovleno vremya publie"
    " misajour mis-a-jour heure fechahora fecha-hora".split()
)
UPDATED_WORDS = frozenset(
    "updated update modified lastmod datemodified dateupdated gengxin guncelleme aktualisiert actualizado"
    " atualizado aggiornato uppdaterad oppdatert opdateret bijgewerkt obnovleno misajour mis-a-jour".split()
)
PUBLISHED_WORDS = frozenset(
    "published publish pubdate pubtime publishdate publishtime posted datepublished yayinlanma"
    " veroffentlicht veroeffentlicht publicado pubblicato opublikowano publicerad publisert publiceret"
    " gepubliceerd julkaistu opublikovano publie fabushijian".split()
)
DATA_WORDS = frozenset(
    "date datetime time timestamp published publish utime epoch pubdate pubtime ts created posted unixtime"
    " fecha datum".split()
)
_PROPERTY = re.compile(r"(?:^|[\s:])(?:date\w*|created|issued|published_time)(?:\s|$)")
"""Properties of RDFa that date an article: `dc:date dc:created`, `schema:datePublished`."""
ASIDE_WORDS = frozenset(
    "topbar today clock weather ticker masthead calendar jintian comment comments".split()
)
"""Words of class names and ids of elements with today's date, or with dates of other things."""
ABOVE = 40  # elements before the headline: those further up are not in the article's head
OVER = 12  # elements right above the headline whose lines may date the article
ABOVE_OUTSIDE = 8  # elements, if headline and text share no element but the page's body
FAR = 400  # elements after the headline
LONGEST = 120  # characters: a longer text is more than a date
SMALL = 16  # elements: a larger element is more than a date
CLIMB = 3  # levels to the label of a date


@dataclass(frozen=True, slots=True)
class DatedElement:
    """The dates of an element, with their kind."""

    stated: tuple[str, ...]
    """The values of its attributes in order of trust."""
    printed: str
    """Its text, or a labelled part of it."""
    kind: DateKind


@dataclass(frozen=True, slots=True)
class HeadPositions:
    """The head of an article, as positions in the survey."""

    start: int
    headline: int
    """Position of the headline, or the one before the head if no element holds the headline."""
    text: int
    """Beginning of the running text."""


def head_of(
    seen: Survey, headline: etree._Element | None, text: etree._Element | None
) -> HeadPositions | None:
    """Find the head of an article by its headline and the beginning of its text."""
    if text is None:
        return None
    end = seen.elements.index(text)
    place = seen.elements.index(headline) if headline is not None else end
    if headline is None or not end - FAR < place < end:
        return HeadPositions(max(0, end - ABOVE), max(0, end - ABOVE) - 1, end)
    return HeadPositions(_start(seen, headline, text, place), place, end)


def _start(seen: Survey, headline: etree._Element, text: etree._Element, place: int) -> int:
    """Return the start of the smallest element with headline and text, or a position above the headline."""
    around = set(text.iterancestors())
    whole = next((each for each in headline.iterancestors() if each in around), None)
    if whole is None or whole.tag in ("body", "html"):
        return max(0, place - ABOVE_OUTSIDE)
    return max(place - ABOVE, seen.elements.index(whole))


def dates_in_head(seen: Survey, head: HeadPositions) -> Iterator[DatedElement]:
    """Yield the dates of elements in the head of an article, first below the headline, then above it."""
    zone = range(head.start, head.text)
    positions = sorted({at for at in _positions(seen) if at in zone} | _microdata(seen, zone))
    below = (at for at in positions if at > head.headline)
    above = (at for at in reversed(positions) if at <= head.headline)
    for at in (*below, *above):
        if not _is_other(seen.elements[at]):
            yield from _dated(seen.elements[at])


def lines_over(seen: Survey, head: HeadPositions) -> tuple[str, ...]:
    """Return the lines right above the headline, if headline and text share an element."""
    if head.headline <= head.start:
        return ()
    above = seen.elements[max(head.start, head.headline - OVER) : head.headline]
    return tuple(leaf_lines(above, set(seen.elements[head.headline].iterancestors())))


def dates_elsewhere(seen: Survey, head: HeadPositions) -> Iterator[DatedElement]:
    """Yield the dates of elements outside an article's head; above it, only of `time` and similar tags."""
    zone = range(head.start, head.text)
    named = {at for at in _positions(seen) if at >= head.text or seen.tags[at] in DATED_TAGS}
    named |= {at for at in seen.all(*FIELDS) if _names_date(_field_names(seen, at))}
    for at in sorted(named | _microdata(seen, range(len(seen.elements)))):
        element = seen.elements[at]
        if at not in zone and not _is_other(element):
            is_aside = _is_aside(element)
            yield from (
                dated for dated in _dated(element) if dated.kind is DateKind.PUBLISHED or not is_aside
            )


def lines_elsewhere(seen: Survey) -> Iterator[str]:
    """Yield the lines of a whole page, except links, items of lists, comments and other stories."""
    others = {
        each
        for names, places in seen.names.items()
        if _names_other(names)
        for at in places
        for each in seen.elements[at].iter()
    }
    return leaf_lines(each for each in seen.elements if each.tag not in ("a", "li") and each not in others)


def _positions(seen: Survey) -> Iterator[int]:
    """Return the positions of elements that are dates by their tags or names."""
    yield from seen.all(*DATED_TAGS)
    for names, places in seen.names.items():
        if _names_date(names):
            yield from places


def _microdata(seen: Survey, zone: range) -> set[int]:
    """Return the positions of elements whose `itemprop`, or `property` in RDFa, is a date of the article."""
    return {at for at in zone if seen.tags[at] not in MUTE and _states_date(seen.elements[at])}


def _states_date(element: etree._Element) -> bool:
    attributes = element.keys()
    if "itemprop" in attributes and element.get("itemprop", "").startswith("date"):
        return True
    return "property" in attributes and _PROPERTY.search(element.get("property", "")) is not None


def _field_names(seen: Survey, at: int) -> str:
    element = seen.elements[at]
    return f"{names_of(element)} {element.get('name') or ''}"


@lru_cache(maxsize=8192)
def _names_date(names: str) -> bool:
    return bool(name_words(names) & DATE_WORDS)


def _is_other(element: etree._Element) -> bool:
    """Return whether an element belongs to another story or a comment, or shows today's date."""
    return any(_names_other(names_of(each)) for each in _around(element))


def _is_aside(element: etree._Element) -> bool:
    """Return whether an element stands in the surroundings of an article."""
    return any(each.tag in FURNITURE_TAGS or names_furniture(names_of(each)) for each in _around(element))


def _around(element: etree._Element) -> Iterator[etree._Element]:
    """Yield an element and its ancestors, except the page's own, whose names describe the site."""
    return (each for each in (element, *element.iterancestors()) if each.tag not in ("body", "html"))


@lru_cache(maxsize=8192)
def _names_other(names: str) -> bool:
    return names_other_story(names) or bool(name_words(names) & ASIDE_WORDS)


def _dated(element: etree._Element) -> Iterator[DatedElement]:
    """Yield the dates of one element: of an attribute, or else of each labelled part of its text."""
    if not _is_small(element):
        return
    attributes, text = attributes_of(element), own_text(element)
    named = _kind_of_names(f"{names_of(element)} {_role(attributes)}")
    before = label_at_end(_before(element))
    fallback = before if before is not DateKind.PLAIN else named
    values = _values(attributes)
    if values:
        printed = next((piece.kind for piece in labelled(text) if piece.kind is not DateKind.PLAIN), fallback)
        yield DatedElement(values, text, printed)
        return
    for piece in labelled(text) if len(text) <= LONGEST else ():
        yield DatedElement((), piece.text, fallback if piece.kind is DateKind.PLAIN else piece.kind)


def _role(attributes: dict[str, str]) -> str:
    """Return the names of properties that an element states; `pubdate` of a `time` is one."""
    stated = (attributes.get("itemprop", ""), attributes.get("property", ""))
    return " ".join((*stated, *(("pubdate",) if "pubdate" in attributes else ())))


def _values(attributes: dict[str, str]) -> tuple[str, ...]:
    """Return the attributes that may hold a date, the most exact first; a `title` is for readers."""
    data = (value for name, value in attributes.items() if name.startswith("data-") and _names_data(name))
    exact = (attributes.get(name) for name in ("datetime", "content", "value"))
    named = (*exact, *data, attributes.get("title"))
    return tuple(value for value in named if value and len(value) <= LONGEST)


@lru_cache(maxsize=1024)
def _names_data(name: str) -> bool:
    return bool(name_words(name) & DATA_WORDS)


@lru_cache(maxsize=8192)
def _kind_of_names(names: str) -> DateKind:
    """Return the kind of date that class names state; `published updated` is a publication."""
    words = name_words(names)
    if words & PUBLISHED_WORDS:
        return DateKind.PUBLISHED
    return DateKind.UPDATED if words & UPDATED_WORDS else DateKind.PLAIN


def _is_small(element: etree._Element) -> bool:
    return next(islice(element.iterdescendants(), SMALL, None), None) is None


def _before(element: etree._Element) -> str:
    """Return the text right before an element, where its label stands: `Updated <span><time>`."""
    for around in (element, *islice(element.iterancestors(), CLIMB - 1)):
        if (text := _right_before(around)) and not text.isspace():
            return text
    return ""


def _right_before(element: etree._Element) -> str:
    previous, parent = element.getprevious(), element.getparent()
    if previous is None:
        return (parent.text or "") if parent is not None else ""
    if previous.tail and not previous.tail.isspace():
        return previous.tail
    return own_text(previous) if previous.tag not in MUTE and _is_small(previous) else ""
