"""Parses the head of a dateline, the part before its closing mark."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from crawler.extraction.dateline.forms.head import first_of
from crawler.extraction.dateline.forms.western import (
    BRACKETS,
    BYLINES,
    CREDITED,
    FIRST,
    LAST,
    SIDES,
    SLUGS,
    SOURCES_BEFORE,
)
from crawler.extraction.dateline.western_dates import date_at_end, date_at_start, day_at_end
from crawler.extraction.dateline.western_places import NOWHERE, Places, read_places
from crawler.extraction.dateline.western_sources import is_source
from crawler.extraction.form import Parts, any_of
from crawler.extraction.lexicon.people import AND
from crawler.text.printed_dates import PrintedDate


class DatelineHead(NamedTuple):
    """A head in its parts: `BEIJING, Aug. 6 (Xinhua)`."""

    rest: str
    """The part that is not parsed yet."""
    agency: str | None = None
    bracketed: bool = False
    """Whether the agency stands in brackets or slashes."""
    date: PrintedDate | None = None
    reporters: tuple[str, ...] = ()
    places: Places = NOWHERE

    @property
    def known(self) -> bool:
        """Whether the agency's name is listed in the lexicon, or is a web domain."""
        return self.agency is not None and is_source(self.agency)


_CORRESPONDENT: Final = re.compile(r"^(?:корр(?:еспондент)?\.?|corr\.?)\s+(?=\S)", re.IGNORECASE)
_UNLIKELY: Final = re.compile(r"[:;?!\"“”«»@=]|\s(?:said|says|is|was|has|will)\s|\d{3}")
_AND: Final = re.compile(rf"\s*,\s*(?:{any_of(AND)}\s+)?|\s+{any_of(AND)}\s+")
_CLOSERS: Final = frozenset(")/].,")
"""Last characters of a head that ends with an agency in brackets."""


def take_apart(text: str) -> DatelineHead:
    """Parse a head from its ends: agency and date at the end, byline and source at the start."""
    sides = first_of(SIDES, text)
    head = _without_byline(DatelineHead(sides.parts["head"] if sides else text))
    cut = _without_date(_without_agency(head))
    head = cut if cut is head else _without_date(_without_agency(cut))
    head = _without_slug(head)
    if head.date is None:
        leading = date_at_start(head.rest)
        head = head._replace(rest=leading.rest, date=leading.date) if leading else head
    head = _without_loose_agency(head)
    return head._replace(places=read_places(head.rest)) if head.rest else head


def name_list(names: str) -> tuple[str, ...]:
    """Split `Anna Li, Ben Wu and Carl Xu`."""
    return tuple(" ".join(name.split()) for name in _AND.split(names.strip(" ,")) if name.strip())


def _without_agency(head: DatelineHead) -> DatelineHead:
    if head.agency is not None or head.rest[-1:] not in _CLOSERS:
        return head
    for form in BRACKETS:
        if match := form.at(head.rest):
            with_agency = _agency_in(head, match["agency"])
            return (
                with_agency._replace(rest=head.rest[: match.start()].rstrip(" ,;:-–—"))
                if with_agency
                else head
            )
    return head


def _agency_in(head: DatelineHead, content: str) -> DatelineHead | None:
    """Return the head with the content of its bracket: an agency, an agency with reporters, or the date."""
    content = _CORRESPONDENT.sub("", " ".join(content.split()))
    dated = date_at_end(content)
    if dated and not dated.rest:
        return head._replace(date=dated.date)
    if is_source(content):
        return head._replace(agency=content, bracketed=True)
    if credited := first_of(CREDITED, content):
        names = head.reporters + name_list(credited.parts["who"])
        agency = credited.parts["agency"].rstrip(",;:")
        return head._replace(agency=agency, bracketed=True, reporters=names)
    return head._replace(agency=content, bracketed=True) if _may_be_agency(content) else None


def _may_be_agency(content: str) -> bool:
    words = content.split()
    return (
        len(words) <= 5
        and content[0].isalpha()
        and _UNLIKELY.search(content) is None
        and not any(word[0].islower() and word not in {"of", "the", "de", "and", "dpa"} for word in words)
    )


def _without_date(head: DatelineHead) -> DatelineHead:
    if head.date is not None:
        return head
    dated = date_at_end(head.rest)
    if dated is None and head.bracketed:
        dated = day_at_end(head.rest)
    return head._replace(rest=dated.rest, date=dated.date) if dated else head


def _without_byline(head: DatelineHead) -> DatelineHead:
    byline = first_of(BYLINES, head.rest)
    if byline is None:
        return head
    names = tuple(name for name in name_list(byline.parts["who"]) if not is_source(name))
    return head._replace(rest=head.rest[byline.end :], reporters=names)


def _without_slug(head: DatelineHead) -> DatelineHead:
    """Remove a source in front: `Xinhua -- BEIJING`. In brackets, `(Xinhua) BEIJING`, it is the agency."""
    before = first_of(SOURCES_BEFORE, head.rest) if head.agency is None else None
    if before:
        return head._replace(rest=head.rest[before.end :], agency=before.parts["agency"])
    slug = first_of(SLUGS, head.rest)
    return head._replace(rest=head.rest[slug.end :]) if slug else head


def _without_loose_agency(head: DatelineHead) -> DatelineHead:
    """Separate an agency without brackets: `TOKYO, Aug. 6, Kyodo`, `KOMPAS.com, Jakarta`, or it alone."""
    if head.agency is not None or not head.rest:
        return head
    if last := first_of(LAST, head.rest):
        return _without_date(_with_agency(head, last.parts))
    first = first_of(FIRST, head.rest)
    return _with_agency(head, first.parts) if first else head


def _with_agency(head: DatelineHead, parts: Parts) -> DatelineHead:
    return head._replace(rest=parts.get("rest", ""), agency=parts["agency"])
