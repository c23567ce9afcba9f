"""Datelines in Latin, Cyrillic and Arabic script."""

from __future__ import annotations

import re
from dataclasses import dataclass

from crawler.extraction.agencies import is_agency_like, is_known_agency
from crawler.extraction.dateline_day import Day, iso_day
from crawler.extraction.places import PLACES, QUALIFIERS
from crawler.items import Dateline
from crawler.text.datewords import MONTHS

WINDOW = 140  # characters: the longest datelines name three places, two reporters and the agency

_CLOSE = re.compile(
    r"\s*\.[-–—]+(?=\s|\S)|(?:&nbsp;)+\s?[-–—]+|(?<=[а-я])-(?=\s)|(?<=[\dA-Z]):(?=\s"
    r"(?!\w{3,9}\.? \d))|\s+[-–—_―]{1,3}(?:\s[-–—]+)?(?=\s|[\"“‘'])|\s*--+|(?<=[)\]/\w])\s?[—–―]"
    r"(?=\s|[\"“\w])"
    r"|(?<=\))\s?[-:]|(?<=\s):(?=\s(?!\w{3,9}\.? \d))|(?<=[/.])\s*\.(?=\s)"
)
_AGENCY = re.compile(
    r"(?s)^(?P<rest>.*?)[\s,،]*(?:\((?P<a>[^()]{1,44})\)|\[(?P<b>[^\[\]]{1,44})\]|/"
    r"(?P<c>[^/\d]{2,40})/)[\s.]*$"
)
_MONTH = r"(?P<month>[^\W\d_]{3,12}\.?(?: [^\W\d_]{4,6})?)"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_ORD = r"(?:st|nd|rd|th|er|º|ª|\.)?"
_DATES = (
    re.compile(
        rf"(?:^|[\s,،;:])(?:\w+day,?\s)?{_MONTH}\s?-?(?P<day>\d{{1,2}}){_ORD}(?:\s?[-–/]\s?"
        rf"(?:[^\W\d_]{{3,9}}\.?\s)?\d{{1,2}})?(?:,?\s{_YEAR})?[\s,،.\-]*$"
    ),
    re.compile(
        rf"(?:^|[\s,،;:])(?P<day>\d{{1,2}}){_ORD}(?:\s?[-–/]\s?\d{{1,2}}{_ORD})?\s(?:de\s"
        rf"|d[’'])?{_MONTH}(?:,?\s(?:de\s|del\s)?{_YEAR})?"
        rf"(?:\s?(?:г\.?|года))?[\s,،.\-]*$"
    ),
    re.compile(rf"(?:^|[\s,،;:])(?P<day>\d{{1,2}})[./](?P<month>\d{{1,2}})[./]{_YEAR}[\s,.]*$"),
)
_BY = re.compile(
    r"^(?P<rest>.*?)[\s,;]*\b(?:by|von|por|par)\s+(?P<who>[A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]+){1,3}"
    r"(?:(?:,| and)\s+[A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]+){1,3})*)$",
    re.IGNORECASE,
)
_BY_FIRST = re.compile(r"^[Bb]y\s+(?P<who>[A-Z].{3,60}?)\s+(?P<rest>[A-Z]{3,}(?:[\s,/].*)?)$", re.DOTALL)
_ALONE = re.compile(r"^\(([A-Z][A-Za-z]{1,11})\)(?=\s[\"“A-Z])")
_NO_MARK = re.compile(r"^(?P<rest>[^().]{2,40}?)\s\((?P<a>[^()]{2,24})\)(?=\s[\"“A-Z])")
_TWICE = re.compile(r"^(?P<agency>[A-Z][\w ]{1,30}) - (?P<rest>.+)$")
_SECOND = re.compile(r"\s*[A-Z][A-Z .,'’]{2,30}(?:,\s[\w.]+)?\s\([A-Z]{2,8}\)\s[-–—]")
_CYRILLIC_OUTLET = re.compile(r"\b(?:газета|новости|агентство|информ\w*)$", re.IGNORECASE)
_CAPITALS = re.compile(r"^(?:[A-ZА-ЯЁ]\S*|[^\W\dA-Za-z]\S*)(?: \S+){0,2}$")
_OUTLET = re.compile(r"\b(?:news|network|online|sports|press|daily|radio|tv)\b", re.IGNORECASE)
_DOMAIN = re.compile(r"^[\w.-]+\.(?:com|org|net)$")
_BEHIND = re.compile(r"\s*(?P<agency>[^\s.,()][^.,()]{1,20})(?:,\s(?P<who>[А-ЯЁ][\w-]+ [А-ЯЁ][\w-]+))?\.")
_KICKERS = frozenset(
    "exclusive analysis update watch video opinion interview breaking live feature profile "
    "explainer factbox review"
    " kommentar analyse eilmeldung hintergrund porträt reportage exclusif entretien portrait"
    " editorial live-ticker".split()
)
_ARABIC = re.compile(
    r"^(?P<head>(?:[^\d()/]{2,40}[\s،]+)?(?P<day>[0-9٠-٩]{1,2}|أول)\s+(?P<month>[^\W\d_]{3,8}"
    r"(?: [^\W\d_]{4,6})?)(?:\s+(?P<year>(?:19|20)\d\d|[٠-٩]{4}))?)"
    r"\s*(?:\((?P<a>[^()]{2,30})\)|/\s?(?P<b>[^/]{2,30})/)?\s*(?P<close>[-–—]{1,2}|/)?"
)
_ARABIC_LETTER = re.compile(r"[\u0620-\u064a]")
_SMALL = frozenset(
    "de del la las los le les of the am an der dem bei im und da do das dos di y e et and sur du en"
    " на над ва".split()
)
_WORD = re.compile(r"^[^\W\d_][\w.'’\-]*$")
_FOLLOWS = re.compile(r"^\s*[\"“„«‘'(]?[A-ZÀ-ÖØ-ÞА-ЯЁ0-9]")
_ARTICLES = ("LA ", "LE ", "LES ", "THE ", "EL ", "L'", "L’")


@dataclass(frozen=True, slots=True)
class _Head:
    """What stands before the dash, taken apart."""

    places: tuple[str, ...]
    day: Day | None
    agency: str | None
    reporters: tuple[str, ...] = ()


def parse_western(text: str, published: str | None) -> Dateline | None:
    """The dateline that opens a text in Latin, Cyrillic or Arabic script; None where there is none."""
    if _ARABIC_LETTER.search(text[:12]):
        found = _arabic(text, published)
        if found:
            return found
    for close in _CLOSE.finditer(text, 0, WINDOW):
        head = _parse_head(text[: close.start()].strip())
        if head and _is_dateline(head, text, close):
            if not head.places and _SECOND.match(text, close.end()):
                continue  # the agency's name stands before its whole dateline
            return _finish(text, close, head, published)
    return _without_mark(text)


def _without_mark(text: str) -> Dateline | None:
    """`Hong Kong (CNN Business) A muddled view …`: a known place and a known agency, and no dash."""
    alone = _ALONE.match(text)
    if alone and is_known_agency(alone[1]):
        return Dateline(text=alone[0], agency=alone[1])
    found = _NO_MARK.match(text)
    if not found or not is_known_agency(found["a"].split()[0]):
        return None
    head = _with_places(found["rest"], found["a"])
    if head is None or not head.places or head.places[0].casefold() not in PLACES:
        return None
    return Dateline(text=found[0], places=head.places, agency=found["a"])


def _finish(text: str, close: re.Match[str], head: _Head, published: str | None) -> Dateline:
    """Put the parts together; RIA writes its name behind the dash: `МОСКВА, 10 фев — РИА Новости.`."""
    end, agency, reporters = close.end(), head.agency, head.reporters
    behind = _BEHIND.match(text, end) if agency is None else None
    if behind and (is_known_agency(behind["agency"]) or _CYRILLIC_OUTLET.search(behind["agency"])):
        end, agency = behind.end(), behind["agency"]
        reporters += (behind["who"],) if behind["who"] else ()
    return Dateline(
        text=text[:end].strip(),
        places=head.places,
        date=iso_day(head.day, published) if head.day else None,
        agency=agency,
        reporters=reporters,
    )


def _parse_head(head: str) -> _Head | None:
    if not head or len(head) > WINDOW:
        return None
    if head.startswith("(") and head.endswith(")") and head.count("(") == 1:
        inner = head[1:-1]
        if is_known_agency(inner):
            return _Head((), None, inner)
        return _with_places(inner, None) if re.search(r"\d", inner) else None
    rest, agency = _split_agency(head)
    if agency is None and (is_known_agency(head) or _DOMAIN.match(head)):
        return _Head((), None, head)
    before = _TWICE.match(rest)
    if agency and before and is_known_agency(before["agency"]):
        rest = before["rest"]  # `Canadian Press - EDMONTON (CP) -`
    return _with_places(rest, agency)


def _split_agency(head: str) -> tuple[str, str | None]:
    found = _AGENCY.match(head)
    if found:
        name = (found["a"] or found["b"] or found["c"]).strip()
        if is_agency_like(name) or _CAPITALS.match(name):
            return found["rest"], name
    return head, None


def _with_places(rest: str, agency: str | None) -> _Head | None:
    reporters: tuple[str, ...] = ()
    by = _BY_FIRST.match(rest) or _BY.match(rest)
    if by:
        rest, reporters = by["rest"], tuple(re.split(r",\s+|\s+and\s+", by["who"]))
    day, rest = _split_day(rest)
    parts = [part.strip(" :;-") for part in re.split(r"[,،;/\[\]]", rest)]
    parts = [part for part in parts if part]
    if (
        agency is None
        and len(parts) > 1
        and (is_known_agency(parts[-1]) or re.search(r"\.(?:com|net|org|cn)$", parts[-1]))
    ):
        agency = parts.pop()
    if (
        len(parts) == 1
        and not day
        and agency is None
        and _OUTLET.search(parts[0])
        and is_agency_like(parts[0])
    ):
        return _Head((), None, parts[0])
    if (
        len(parts) > 6
        or (len(parts) > 1 and is_known_agency(parts[0]))
        or not all(_is_name(part) for part in parts)
    ):
        return None
    return _Head(tuple(parts), day, agency, reporters)


def _split_day(text: str) -> tuple[Day | None, str]:
    for pattern in _DATES:
        found = pattern.search(text)
        if not found:
            continue
        name = found["month"]
        month = int(name) if name.isdecimal() else _month(name)
        if month and 1 <= int(found["day"]) <= 31:
            year = int(found["year"]) if found["year"] else None
            return Day(int(found["day"]), month, year), text[: found.start()]
    return None, text


def _month(name: str) -> int | None:
    name = name.lower().rstrip(".")
    return MONTHS.get(name) or MONTHS.get(name[:3] if name.isascii() and len(name) <= 5 else name)


def _is_name(part: str) -> bool:
    """Whether words can be the name of a place (or of a ship): capitalised, few, without punctuation."""
    words = part.split()
    if not 1 <= len(words) <= 5 or len(part) > 44:
        return False
    return all(_WORD.match(w) or w.isdecimal() for w in words) and _capitalised(words)


def _capitalised(words: list[str]) -> bool:
    cased = [w for w in words if w.lower() not in _SMALL]
    if not cased:
        return False
    return all(w[0].isupper() or not w[0].isalpha() or w[0].lower() == w[0].upper() for w in cased) or (
        all(w[0] >= "Ѐ" for w in cased)  # ria.ru prints whole datelines in lower case
    )


def _is_dateline(head: _Head, text: str, close: re.Match[str]) -> bool:
    """Whether the parts of a head are enough to call it a dateline."""
    follows = text[close.end() :]
    if head.day and (head.places or head.agency or head.day.year):
        return True
    if head.day or not (head.places or head.agency):
        return False
    if head.agency and not head.places:
        known = is_known_agency(head.agency) or bool(
            _DOMAIN.match(head.agency) or _OUTLET.search(head.agency)
        )
        return known and bool(_FOLLOWS.match(follows))
    if head.agency:
        return (is_agency_like(head.agency) and close[0].strip() != ":") or is_known_agency(head.agency)
    return _is_bare_place(head.places, follows, close[0].strip())


def _is_bare_place(places: tuple[str, ...], follows: str, close: str) -> bool:
    """A place alone: known, or in capitals with a qualifier, and a whole sentence behind the dash."""
    if len(places) > 4 or not _FOLLOWS.match(follows) or len(follows) < 25:
        return False
    first = places[0]
    known = first.casefold() in PLACES
    qualified = any(part.casefold().rstrip(".") in QUALIFIERS for part in places[1:])
    upper = first.isupper() and len(first) > 3
    if ":" in close:
        return known and upper
    if known or qualified or (upper and len(places) > 1):
        return True
    if upper:
        return not first.startswith(_ARTICLES) and len(first.split()) <= 4
    return (
        close == "–" and len(first.split()) <= 3 and len(follows) >= 30 and first.casefold() not in _KICKERS
    )


def _arabic(text: str, published: str | None) -> Dateline | None:
    found = _ARABIC.match(text)
    if found is None:
        return None
    agency = found["a"] or found["b"]
    month = MONTHS.get(found["month"]) or MONTHS.get(found["month"].split()[0])
    if month is None or not (agency or found["close"]):
        return None
    place = found["head"][: found.start("day")].strip(" ،,")
    places = tuple(part for p in re.split(r"[،,/]", place) if (part := p.strip()))
    year = int(found["year"]) if found["year"] else None
    return Dateline(
        text=found[0].strip(),
        places=places,
        date=iso_day(Day(1 if found["day"] == "أول" else int(found["day"]), month, year), published),
        agency=agency.strip() if agency else None,
    )
