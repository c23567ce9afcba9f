"""Datelines of the alphabetic scripts: `PLACE, DATE (AGENCY) --` in all its variants."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from crawler.extraction.agencies import UNMARKED
from crawler.extraction.dateline_dates import date_at_end
from crawler.extraction.dateline_found import Found
from crawler.extraction.dateline_heads import Head, is_source, name_list, take_apart
from crawler.extraction.dateline_places import Shape, read_places
from crawler.extraction.kickers import NO_PLACES
from crawler.extraction.months import fold_word
from crawler.extraction.places import GERMAN_NEWSROOM_CITIES

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
_AGENCY_AFTER: Final = re.compile(r"\s*(?P<agency>[^.,/()]{2,30}?)(?:,\s*(?P<names>[^.()]{4,60}?))?\.(?=\s|$)")
_CAPITAL_TOWN: Final = re.compile(r"[A-ZÀ-Þ]{3}")
_OPEN_SLASH: Final = re.compile(r"([^/()]{6,80}\d)\s*/(?=\s*[؀-ۿ])")
# Words that begin small and still begin a sentence.
_SMALL: Final = re.compile(r"[a-z]{1,2}[A-Z]|quot;|#39;|&|(?:al|el)-[A-Z]|(?:de|von|van) [A-Z]")
_DETERMINER: Final = re.compile(
    r"(?:The|An?|It|He|She|They|This|That|Der|Die|Das|Eine?[nmrs]?|Im|Am|Bei|Beim|Es|Sie|Er"
    r"|Le|La|Les|Une?|El|Los|Las|Una|Os?|As|Um|Uma)\s(?=\S)"
)
_SENTENCE_END: Final = re.compile(r"[.!?…][\"'”’)]?(?:\s|$)")
_BARE_CITY: Final = re.compile(r"((?:New |Tel )?[A-Z][\w-]+) (?=([A-ZÄÖÜ][\wäöüß.-]+)\s)")
_GERMAN: Final = re.compile(
    r"\b(?:der|die|das|und|den|dem|des|hat|ist|mit|nach|sich|für|eine?|auf|von|zu|im|am|sind|werden?)\b"
)
_NO_SUBJECTS: Final = frozenset(
    "city fc bridge times post airport heathrow mitte tegel yankees knicks giants heights park marathon street "
    "tower school university alexanderplatz redskins wizards capitals nationals philharmonic state dc".split()
)


@dataclass(frozen=True, slots=True)
class Closing:
    """A possible end of a dateline."""

    head: Head
    mark: str
    """The closing mark; empty after a mere bracket."""
    end: int
    following: str


def find_western(plain: str) -> Found | None:
    """Find a dateline at the start of a plain opening in Latin, Cyrillic, Greek or Arabic letters.

    A bracketed agency outweighs a mark before it: `ISLAMABAD, Pakistan : Sep 04 (PID) -` ends at its dash.
    """
    weak: Found | None = None
    for match in islice(_closings(plain), _MOST_MARKS):
        closing = _closing(plain, match)
        found = _judge(closing)
        if found and closing.head.bracketed:
            return _chained(found, plain)
        if found and (weak is None or (found.date and not weak.date)):
            weak = found
    if weak:
        return _chained(weak, plain)
    return _open_slash(plain) or _bare_german_city(plain)


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
    if found.places or found.date:
        return found
    start = found.end + len(plain[found.end :]) - len(plain[found.end :].lstrip())
    match = _CAPITAL_TOWN.match(plain, start)
    rest = find_western(plain[start:]) if match else None
    return found if rest is None or not rest.places else replace(rest, end=start + rest.end, agency=rest.agency or found.agency)


def _closing(plain: str, match: re.Match[str]) -> Closing:
    start = match.start() + (plain[match.start()] in ")]/")
    mark = plain[start : match.end()].strip()
    return Closing(take_apart(plain[:start].rstrip()), mark, match.end(), plain[match.end() :])


def _judge(closing: Closing) -> Found | None:
    head = closing.head
    if head.rest and head.places.shape is Shape.NONE:
        return None
    found = _agency_after(closing)
    if found is None and _evident(closing):
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


def _evident(closing: Closing) -> bool:
    """Whether agency, date, places, mark and what follows together prove a dateline."""
    head = closing.head
    if head.agency:
        return _evident_by_agency(closing)
    if not closing.mark:
        return False
    if head.date:
        return _evident_by_date(closing)
    return bool(head.rest) and _begins(closing.following) and _evident_by_place(closing)


def _evident_by_agency(closing: Closing) -> bool:
    head, places = closing.head, closing.head.places
    if head.date and head.bracketed:
        return bool(closing.mark) or head.known
    if not _begins(closing.following):
        return False
    if not closing.mark:
        return _evident_by_bracket(closing)
    if head.known:
        return not head.rest or places.shape >= Shape.DOUBTFUL
    if not head.rest:
        return _is_unknown_source(head.agency or "")
    return places.known or places.shape is Shape.CAPITALS


def _is_unknown_source(name: str) -> bool:
    """`(SportsTicker) -`, but not `(Video) -`."""
    words = name.split()
    return len(words) <= 2 and not any(fold_word(word) in NO_PLACES for word in words)


def _evident_by_bracket(closing: Closing) -> bool:
    """`Hong Kong (CNN Business) A view …`, `Berlin (AFP) Der Minister …`."""
    head = closing.head
    if fold_word(head.agency or "") in UNMARKED:
        return not head.rest or head.places.shape >= Shape.DOUBTFUL
    return head.known and head.places.known and _DETERMINER.match(closing.following.lstrip()) is not None


def _evident_by_date(closing: Closing) -> bool:
    head = closing.head
    if not _begins(closing.following):
        return False
    if not head.rest:
        return bool(head.date and head.date.year) and closing.mark != ":"
    return head.places.known or head.places.shape >= Shape.DOUBTFUL


def _evident_by_place(closing: Closing) -> bool:
    places = closing.head.places
    if places.known:
        return places.shape >= Shape.DOUBTFUL
    if closing.mark == ":":
        return False
    return places.shape is Shape.CAPITALS or (places.shape is Shape.TITLE and _is_sentence(closing))


def _is_sentence(closing: Closing) -> bool:
    """Whether what follows is running text rather than a headline in a list."""
    following = closing.following.lstrip()
    if len(closing.head.rest.split()) > 2 or len(following) < 40:
        return False
    return _DETERMINER.match(following) is not None or "–" in closing.mark or _SENTENCE_END.search(following) is not None


def _begins(following: str) -> bool:
    """Whether a text may begin here: not with a small letter, which goes on with a sentence."""
    text = following.lstrip(" \"'“”«„‘\\")
    return bool(text) and (not text[0].islower() or _SMALL.match(text) is not None)


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
    if fold_word(subject) in _NO_SUBJECTS or (len(subject) < 6 and not _DETERMINER.match(plain, match.end())):
        return None
    return Found(match.end(1), (match[1],)) if _GERMAN.search(plain, match.end(2)) else None
