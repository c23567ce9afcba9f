"""Parses the core of a Chinese dateline with its forms: agency, place, date and closing mark."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from crawler.extraction.dateline.chinese_agencies import is_according, with_signs
from crawler.extraction.dateline.dates import date_of
from crawler.extraction.dateline.forms.chinese import (
    ALONE,
    CORRESPONDENTS,
    DATED,
    LED_CORRESPONDENTS,
    SLASHED,
    UNDATED,
)
from crawler.extraction.dateline.forms.chinese_parts import ChineseForm, LedForm
from crawler.extraction.dateline.forms.head import Taken, first_of
from crawler.extraction.form import Form
from crawler.extraction.lexicon.organisations import SEVERAL
from crawler.extraction.lexicon.places_chinese import PLACES
from crawler.text.printed_dates import PrintedDate

LED: Final = (*DATED, *UNDATED)
"""Forms behind an agency: those with a date come before those without one."""
_DAY: Final = re.compile("[日月]")
"""Characters of which each date has one."""
_EDITION: Final = re.compile("(?:新闻|新聞|频道|頻道|客户端|时刻|在线|视频|财经|[网網报報社])$")


class Filing(NamedTuple):
    """A dateline's core, read from the start of a text."""

    form: Form
    end: int
    agency: str | None = None
    place: str | None = None
    date: PrintedDate | None = None
    who: str | None = None
    """Reporters, perhaps with a place behind them, as printed between agency and date."""
    mark: str = ""


def read_filing(text: str) -> Filing | None:
    """Read the agency, place, date and mark at the beginning of a text; None if it has no such core."""
    filing = _led(LED if _DAY.search(text) else UNDATED, text)
    if filing is None and not is_according(text):
        filing = _alone(ALONE, text)
    return _with_edition(filing) if filing else None


def read_slashed(text: str) -> Filing | None:
    """Read `記者…/台北報導`, `即時新聞/綜合報導`."""
    return _alone(SLASHED, text)


def read_correspondent(inner: str) -> Filing | None:
    """Read `环球时报驻某国特派记者 某甲`, `环球网报道 记者 某甲`, `記者某甲台中報導` in a bracket."""
    return _led(LED_CORRESPONDENTS, inner) or _alone(CORRESPONDENTS, inner)


def _led(forms: Sequence[LedForm], text: str) -> Filing | None:
    """Try the forms behind an agency, for each name with which the text may begin."""
    for signed in with_signs(text):
        if taken := first_of(forms, signed):
            return _filing(taken, taken.end - len(signed) + len(text))
    return None


def _alone(forms: Sequence[ChineseForm], text: str) -> Filing | None:
    taken = first_of(forms, text)
    return _filing(taken, taken.end) if taken else None


def _filing(taken: Taken, end: int) -> Filing:
    parts = taken.parts
    return Filing(
        form=taken.form,
        end=end,
        agency=parts.get("agency"),
        place=parts.get("place"),
        date=date_of(parts),
        who=parts.get("who"),
        mark=parts.get("mark", ""),
    )


def _with_edition(filing: Filing) -> Filing:
    """Move a place to the agency if it ends like an edition, or is unknown and has no agency before it.

    A text from several agencies has none before its place: `（临水2日综合电）`.
    """
    agency, place = filing.agency, filing.place
    is_compiled = filing.date is not None and filing.mark.startswith(tuple(SEVERAL))
    if place and (_EDITION.search(place) if agency or is_compiled else place not in PLACES):
        return filing._replace(agency=(agency or "") + place, place=None)
    return filing
