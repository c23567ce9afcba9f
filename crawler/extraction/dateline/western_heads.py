"""Takes the head of a dateline apart: what stands before its closing mark."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from crawler.extraction.dateline.dates import PrintedDate, date_at_end, date_at_start, day_at_end
from crawler.extraction.dateline.western_places import NOWHERE, Places, read_places
from crawler.extraction.dateline.western_sources import is_source
from crawler.extraction.lexicon.places import is_place


@dataclass(frozen=True, slots=True)
class Head:
    """`BEIJING, Aug. 6 (Xinhua)` in its parts."""

    rest: str
    """What is not yet taken apart."""
    agency: str | None = None
    bracketed: bool = False
    """Whether the agency stands in brackets or slashes."""
    date: PrintedDate | None = None
    reporters: tuple[str, ...] = ()
    places: Places = NOWHERE

    @property
    def known(self) -> bool:
        """Whether the agency is one known by name, or a web domain."""
        return self.agency is not None and is_source(self.agency)


_BRACKETS: Final = (
    re.compile(r"\(\s*([^()]{2,60}?)\s*\)[\s.,]*$"),
    re.compile(r"/\s*([^/()]{2,60}?)\s*/[\s.,]*$"),
    re.compile(r"\[\s*([^\[\]]{2,60}?)\s*\][\s.,]*$"),
)
_CORRESPONDENT: Final = re.compile(r"^(?:корр(?:еспондент)?\.?|corr\.?)\s+(?=\S)", re.IGNORECASE)
_CREDITED: Final = re.compile(
    r"^(?P<agency>\S+(?: \S+){0,2}?)(?:\s*[,;:—–-]\s*|\s+)"
    r"(?:(?:by|par|por|von|corr\.?|correspondent|reporters?|writers?)\s+)?"
    r"(?P<names>[^\W\d_][\w'.-]+(?:\s[^\W\d_][\w'.-]+){1,3}(?:(?:\s*,\s*|"
    r" and )[^\W\d_][\w'.-]+(?:\s[^\W\d_][\w'.-]+){1,2}){0,3})$",
    re.IGNORECASE,
)
_UNLIKELY: Final = re.compile(r"[:;?!\"“”«»@=]|\s(?:said|says|is|was|has|will)\s|\d{3}")
_BYLINE: Final = re.compile(
    r"(?:[Bb]y|BY|Par|Por|Von)\s+((?:[^\W\d_][\w'’.-]*,?\s+){2,12}?)(?=[A-ZÀ-Þ]{3,}|"
    r"[A-ZÀ-Þ]{2,} [A-ZÀ-Þ]{2,})"
)
_AND: Final = re.compile(r"\s*,\s*(?:(?:and|et|y|und)\s+)?|\s+(?:and|et|y|und|e)\s+")
_LAST_PART: Final = re.compile(
    r"(?P<rest>.*)(?:[,.]\s+|(?<=\d)\s+)(?P<last>[^,\s.][^,\s.]*(?:[ .][^,\s.]+){0,3})$"
)
_ALL_IN_BRACKETS: Final = re.compile(r"\(([^()]*\d[^()]*)\)$")
_SOURCE_BEFORE: Final = re.compile(r"\(([^()]{2,30})\)\s+(?=\S)")
_SLUG: Final = re.compile(r"([^,()/]{2,30}?)\s+(?:-{1,2}|[–—])\s+(?=\S)")


def take_apart(text: str) -> Head:
    """Take a head apart from its ends: agency and date off the tail, byline and source off the front."""
    whole = _ALL_IN_BRACKETS.match(text)
    head = _without_byline(Head(whole[1] if whole else text))
    for _ in range(2):
        head = _without_date(_without_agency(head))
    head = _without_slug(head)
    if head.date is None:
        leading = date_at_start(head.rest)
        head = replace(head, rest=leading.rest, date=leading.date) if leading else head
    head = _without_loose_agency(head)
    return replace(head, places=read_places(head.rest)) if head.rest else head


def name_list(names: str) -> tuple[str, ...]:
    """Split `Anna Li, Ben Wu and Carl Xu`."""
    return tuple(" ".join(name.split()) for name in _AND.split(names.strip(" ,")) if name.strip())


def _without_agency(head: Head) -> Head:
    if head.agency is not None or head.rest[-1:] not in {")", "/", "]", ".", ","}:
        return head
    for form in _BRACKETS:
        match = form.search(head.rest)
        if match and not is_place(match[1]):
            found = _agency_in(head, match[1])
            return replace(found, rest=head.rest[: match.start()].rstrip(" ,;:-–—")) if found else head
    return head


def _agency_in(head: Head, content: str) -> Head | None:
    """The head with what its bracket holds: an agency, an agency with reporters, or the date."""
    content = _CORRESPONDENT.sub("", " ".join(content.split()))
    dated = date_at_end(content)
    if dated and not dated.rest:
        return replace(head, date=dated.date)
    if is_source(content):
        return replace(head, agency=content, bracketed=True)
    match = _CREDITED.match(content)
    if match and is_source(match["agency"].rstrip(",;:")):
        names = head.reporters + name_list(match["names"])
        return replace(head, agency=match["agency"].rstrip(",;:"), bracketed=True, reporters=names)
    return replace(head, agency=content, bracketed=True) if _may_be_agency(content) else None


def _may_be_agency(content: str) -> bool:
    words = content.split()
    return (
        len(words) <= 5
        and content[0].isalpha()
        and _UNLIKELY.search(content) is None
        and not any(word[0].islower() and word not in {"of", "the", "de", "and", "dpa"} for word in words)
    )


def _without_date(head: Head) -> Head:
    if head.date is not None:
        return head
    found = date_at_end(head.rest)
    if found is None and head.bracketed:
        found = day_at_end(head.rest)
    return replace(head, rest=found.rest, date=found.date) if found else head


def _without_byline(head: Head) -> Head:
    match = _BYLINE.match(head.rest)
    if match is None:
        return head
    names = tuple(name for name in name_list(match[1]) if not is_source(name))
    return replace(head, rest=head.rest[match.end() :], reporters=names)


def _without_slug(head: Head) -> Head:
    """Without a source in front: `Xinhua -- BEIJING`; in brackets, `(Xinhua) BEIJING`, it is the agency."""
    before = _SOURCE_BEFORE.match(head.rest)
    if before and head.agency is None and is_source(before[1]):
        return replace(head, rest=head.rest[before.end() :], agency=before[1])
    match = _SLUG.match(head.rest)
    return replace(head, rest=head.rest[match.end() :]) if match and is_source(match[1]) else head


def _without_loose_agency(head: Head) -> Head:
    """`TOKYO, Aug. 6, Kyodo`, `KOMPAS.com, Jakarta`, or the agency alone."""
    if head.agency is not None or not head.rest:
        return head
    last = _LAST_PART.match(head.rest)
    if last and is_source(last["last"]):
        return _without_date(replace(head, rest=last["rest"], agency=last["last"]))
    first, _, rest = head.rest.partition(",")
    if is_source(first) and not is_place(first):
        return replace(head, rest=rest.strip(), agency=first)
    return head
