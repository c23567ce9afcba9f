"""Datelines of the alphabetic scripts: `PLACE, DATE (AGENCY) --` in all its variants."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Final

from crawler.extraction.dateline.dates import date_at_end
from crawler.extraction.dateline.found import Found
from crawler.extraction.dateline.western_heads import name_list, take_apart
from crawler.extraction.dateline.western_places import Shape, read_places
from crawler.extraction.dateline.western_proof import DETERMINER, Closing, is_evident
from crawler.extraction.dateline.western_sources import is_source
from crawler.extraction.lexicon.places import GERMAN_NEWSROOM_CITIES
from crawler.text.months import fold_word

_FARTHEST: Final = 160
_MOST_MARKS: Final = 8
_CLOSER: Final = re.compile(r"[-)\]/.:_–—]")
_CLOSING: Final = re.compile(
    r"[)\]/]\s*(?:[.,:]?\s*(?:-{1,6}(?: -)?|[–—]{1,4}|_{1,4}|[:=])|\.(?=\s|$))?"
    r"|[.:]-{1,2}|--+|[–—]+|(?<=\s)[-_]{1,3}|-(?=\s)(?: -)?|_(?=\s)|:(?=\s)"
)
_OPENERS: Final = {")": "(", "]": "[", "/": "/"}
# Three small words in a row, of which no head has so many: its names have particles, its dates prepositions.
_RUNNING_TEXT: Final = re.compile(r"(?<!\d)\s[a-zà-ÿа-я]{2,}\s[a-zà-ÿа-я]{2,}\s[a-zà-ÿа-я]{2,}\s")
# An agency after the dash: `МОСКВА, 7 мая — РИА Новости, Имя Фамилия.`
_AGENCY_AFTER: Final = re.compile(
    r"\s*(?P<agency>[^.,/()]{2,30}?)(?:,\s*(?P<names>[^.()]{4,60}?))?\.(?=\s|$)"
)
_CAPITAL_TOWN: Final = re.compile(r"\s*([A-ZÀ-Þ]{3})")
_OPEN_SLASH: Final = re.compile(r"([^/()]{6,80}\d)\s*/(?=\s*[؀-ۿ])")
_BARE_CITY: Final = re.compile(r"((?:New |Tel )?[A-Z][\w-]+) (?=([A-ZÄÖÜ][\wäöüß.-]+)\s)")
_GERMAN: Final = re.compile(
    r"\b(?:der|die|das|und|den|dem|des|hat|ist|mit|nach|sich|für|eine?|auf|von|zu|im|am|sind|werden?)\b"
)
_NO_SUBJECTS: Final = frozenset(
    "city fc bridge times post airport heathrow mitte tegel yankees knicks giants heights park "
    "marathon street tower school university alexanderplatz redskins wizards capitals nationals "
    "philharmonic state dc".split()
)


def find_western(plain: str) -> Found | None:
    """Find a dateline at the start of a plain opening in Latin, Cyrillic, Greek or Arabic letters.

    A bracketed agency outweighs a mark before it: `ISLAMABAD, Pakistan : Sep 04 (PID) -` ends at its dash.
    """
    found = _by_mark(plain)
    if found:
        return _chained(found, plain)
    return _open_slash(plain) or _bare_german_city(plain)


def _by_mark(plain: str) -> Found | None:
    weak: Found | None = None
    for match in islice(_closings(plain), _MOST_MARKS):
        closing = _closing(plain, match)
        found = _judge(closing)
        if found and closing.head.bracketed:
            return found
        if found and (weak is None or (found.date and not weak.date)):
            weak = found
    return weak


def _closings(plain: str) -> Iterator[re.Match[str]]:
    """The places where a dateline may end, up to where the text runs in sentences."""
    running = _RUNNING_TEXT.search(plain, 0, _FARTHEST)
    last = running.start() if running else _FARTHEST
    at = 0
    while closer := _CLOSER.search(plain, at, last):
        match = _CLOSING.match(plain, closer.start())
        if match and _has_partner(plain, closer):
            yield match
        at = match.end() if match else closer.end()


def _has_partner(plain: str, closer: re.Match[str]) -> bool:
    """Whether a closing bracket was opened before, which spares the look at most of them."""
    opener = _OPENERS.get(closer[0])
    return opener is None or plain.rfind(opener, 0, closer.start()) >= 0


def _chained(found: Found, plain: str) -> Found:
    """`(ANSA) - ROMA, 06 AGO -`: a bare source before the dateline proper."""
    town = _CAPITAL_TOWN.match(plain, found.end)
    if found.places or found.date or town is None:
        return found
    rest = _by_mark(plain[town.start(1) :])
    if rest is None or not rest.places:
        return found
    return replace(rest, end=town.start(1) + rest.end, agency=rest.agency or found.agency)


def _closing(plain: str, match: re.Match[str]) -> Closing:
    start = match.start() + (plain[match.start()] in ")]/")
    mark = plain[start : match.end()].strip()
    return Closing(take_apart(plain[:start].rstrip()), mark, match.end(), plain[match.end() :])


def _judge(closing: Closing) -> Found | None:
    head = closing.head
    if head.rest and head.places.shape is Shape.NONE:
        return None
    found = _agency_after(closing)
    if found is None and is_evident(closing):
        found = Found(closing.end, head.places.names, head.date, head.agency, head.reporters)
    return found


def _agency_after(closing: Closing) -> Found | None:
    head = closing.head
    if head.date is None or head.agency or not closing.mark:
        return None
    match = _AGENCY_AFTER.match(closing.following)
    if match is None or not is_source(match["agency"].strip()):
        return None
    names = name_list(match["names"] or "")
    return Found(closing.end + match.end(), head.places.names, head.date, match["agency"].strip(), names)


def _open_slash(plain: str) -> Found | None:
    """`بكين 6 أغسطس 2022 /`: one slash between the date and the text."""
    match = _OPEN_SLASH.match(plain)
    dated = date_at_end(match[1]) if match else None
    if match is None or dated is None:
        return None
    return Found(match.end(), read_places(dated.rest).names, dated.date)


def _bare_german_city(plain: str) -> Found | None:
    """`Berlin Der Minister …`: the city runs into the sentence, as German papers print it."""
    match = _BARE_CITY.match(plain)
    if match is None or fold_word(match[1]) not in GERMAN_NEWSROOM_CITIES:
        return None
    subject = match[2]
    if fold_word(subject) in _NO_SUBJECTS or (len(subject) < 6 and not DETERMINER.match(plain, match.end())):
        return None
    return Found(match.end(1), (match[1],)) if _GERMAN.search(plain, match.end(2)) else None
