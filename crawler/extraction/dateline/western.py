"""Datelines of the alphabetic scripts: `PLACE, DATE (AGENCY) --` in all its variants."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from crawler.extraction.dateline.dates import PrintedDate
from crawler.extraction.dateline.forms.head import Taken, example_of, first_of
from crawler.extraction.dateline.forms.western import AFTER, BARE_CITIES, OPEN_SLASHES
from crawler.extraction.dateline.plain import PlainDateline
from crawler.extraction.dateline.western_dates import date_at_end
from crawler.extraction.dateline.western_heads import name_list, take_apart
from crawler.extraction.dateline.western_places import Shape, read_places
from crawler.extraction.dateline.western_proof import Closing, proof_of

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
_CAPITAL_TOWN: Final = re.compile(r"\s*([A-ZÀ-Þ]{3})")


def find_western(plain: str) -> PlainDateline | None:
    """Find a dateline at the start of a plain opening in Latin, Cyrillic, Greek or Arabic letters.

    A bracketed agency outweighs a mark before it: `ISLAMABAD, Pakistan : Sep 04 (PID) -` ends at its dash.
    """
    found = _by_mark(plain)
    if found:
        return _chained(found, plain)
    return _open_slash(plain) or _bare_german_city(plain)


def _by_mark(plain: str) -> PlainDateline | None:
    weak: PlainDateline | None = None
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


def _chained(found: PlainDateline, plain: str) -> PlainDateline:
    """`(ANSA) - ROMA, 06 AGO -`: a bare source before the dateline proper."""
    town = _CAPITAL_TOWN.match(plain, found.end)
    if found.places or found.date or town is None:
        return found
    rest = _by_mark(plain[town.start(1) :])
    if rest is None or not rest.places:
        return found
    return rest._replace(end=town.start(1) + rest.end, agency=rest.agency or found.agency)


def _closing(plain: str, match: re.Match[str]) -> Closing:
    start = match.start() + (plain[match.start()] in ")]/")
    mark = plain[start : match.end()].strip()
    return Closing(take_apart(plain[:start].rstrip()), mark, match.end(), plain[match.end() :])


def _judge(closing: Closing) -> PlainDateline | None:
    head = closing.head
    if head.rest and head.places.shape is Shape.NONE:
        return None
    return _agency_after(closing) or _proved(closing)


def _proved(closing: Closing) -> PlainDateline | None:
    head, proof = closing.head, proof_of(closing)
    if proof is None:
        return None
    return PlainDateline(
        form=proof.name,
        example=proof.examples[0],
        end=closing.end,
        places=head.places.names,
        date=head.date,
        agency=head.agency,
        reporters=head.reporters,
    )


def _agency_after(closing: Closing) -> PlainDateline | None:
    head = closing.head
    if head.date is None or head.agency or not closing.mark:
        return None
    after = first_of(AFTER, closing.following)
    if after is None:
        return None
    return PlainDateline(
        form=after.form.name,
        example=example_of(after.form),
        end=closing.end + after.end,
        places=head.places.names,
        date=head.date,
        agency=after.parts["agency"],
        reporters=name_list(after.parts.get("who", "")),
    )


def _open_slash(plain: str) -> PlainDateline | None:
    """`بكين 6 أغسطس 2022 /`: one slash between the date and the text."""
    taken = first_of(OPEN_SLASHES, plain)
    dated = date_at_end(taken.parts["head"]) if taken else None
    return _plain(taken, read_places(dated.rest).names, dated.date) if taken and dated else None


def _bare_german_city(plain: str) -> PlainDateline | None:
    """`Berlin Der Minister …`: the city runs into the sentence, as German papers print it."""
    taken = first_of(BARE_CITIES, plain)
    return _plain(taken, (taken.parts["place"],)) if taken else None


def _plain(taken: Taken, places: tuple[str, ...], date: PrintedDate | None = None) -> PlainDateline:
    form = taken.form
    return PlainDateline(form.name, example_of(form), taken.end, places=places, date=date)
