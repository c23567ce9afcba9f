"""Finds datelines in alphabetic scripts: `PLACE, DATE (AGENCY) --` in all its variants."""

from __future__ import annotations

import re
from typing import Final

from crawler.extraction.dateline.forms.head import Taken, first_of
from crawler.extraction.dateline.forms.western import AFTER, BARE_CITIES, OPEN_SLASHES
from crawler.extraction.dateline.plain import PlainDateline
from crawler.extraction.dateline.western_closings import Closing, closings
from crawler.extraction.dateline.western_dates import date_at_end
from crawler.extraction.dateline.western_heads import name_list
from crawler.extraction.dateline.western_places import read_places
from crawler.extraction.dateline.western_proof import proof_of
from crawler.text.printed_dates import PrintedDate

_CAPITAL_TOWN: Final = re.compile(r"\s*([A-ZÀ-Þ]{3})")


def find_western(plain: str) -> PlainDateline | None:
    """Find a dateline at the start of a plain opening in Latin, Cyrillic, Greek or Arabic letters.

    A bracketed agency outweighs a mark before it: `ISLAMABAD, Pakistan : Sep 04 (PID) -` ends at its dash.
    """
    dateline = _by_mark(plain)
    if dateline:
        return _chained(dateline, plain)
    return _open_slash(plain) or _bare_german_city(plain)


def _by_mark(plain: str) -> PlainDateline | None:
    weak: PlainDateline | None = None
    for closing in closings(plain):
        dateline = _agency_after(closing) or _proved(closing)
        if dateline and closing.head.bracketed:
            return dateline
        if dateline and (weak is None or (dateline.date and not weak.date)):
            weak = dateline
    return weak


def _chained(bare: PlainDateline, plain: str) -> PlainDateline:
    """Extend a dateline by the bare source before it: `(ANSA) - ROMA, 06 AGO -`."""
    town = _CAPITAL_TOWN.match(plain, bare.end)
    if bare.places or bare.date or town is None:
        return bare
    rest = _by_mark(plain[town.start(1) :])
    if rest is None or not rest.places:
        return bare
    return rest._replace(end=town.start(1) + rest.end, agency=rest.agency or bare.agency)


def _proved(closing: Closing) -> PlainDateline | None:
    head, proof = closing.head, proof_of(closing)
    if proof is None:
        return None
    return PlainDateline(
        form=proof,
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
        form=after.form,
        end=closing.end + after.end,
        places=head.places.names,
        date=head.date,
        agency=after.parts["agency"],
        reporters=name_list(after.parts.get("who", "")),
    )


def _open_slash(plain: str) -> PlainDateline | None:
    """Find a dateline with one slash between the date and the text: `بكين 6 أغسطس 2022 /`."""
    taken = first_of(OPEN_SLASHES, plain)
    dated = date_at_end(taken.parts["head"]) if taken else None
    return _plain(taken, read_places(dated.rest).names, dated.date) if taken and dated else None


def _bare_german_city(plain: str) -> PlainDateline | None:
    """Find a city without a mark, as German papers print it: `Berlin Der Minister …`."""
    taken = first_of(BARE_CITIES, plain)
    return _plain(taken, (taken.parts["place"],)) if taken else None


def _plain(taken: Taken, places: tuple[str, ...], date: PrintedDate | None = None) -> PlainDateline:
    return PlainDateline(taken.form, taken.end, places=places, date=date)
