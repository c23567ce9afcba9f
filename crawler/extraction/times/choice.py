"""Chooses the dates of publication and of the last change among those of the page."""

from __future__ import annotations

from dataclasses import replace

from crawler.extraction.evidence.found import Found
from crawler.extraction.evidence.rules import Rule
from crawler.extraction.times.candidates import PageDates
from crawler.text.datelabels import DateKind


def find_published(dates: PageDates) -> Found[str]:
    """Return the time of publication, as precise as the page.

    Metadata that gives a time comes first; then what is printed beside the headline, then the day that the
    metadata gives. Where the page only prints when it was updated, that stands in. A date later than
    `latest` counts where there is no other.
    """
    published = _published(dates) or (_published(replace(dates, latest=None)) if dates.latest else None)
    return published or Found(None, Rule.NONE)


def _published(dates: PageDates) -> Found[str] | None:
    stated = next(dates.stated(), None)
    if stated and "T" in (stated.value or ""):
        return stated
    if stated:
        return _against_print(stated, dates)
    printed = next(dates.printed(), None)
    return (
        (printed.date if printed else None)
        or next(dates.labelled(), None)
        or next(dates.elsewhere(DateKind.PUBLISHED), None)
        or next(dates.updates(), None)
        or _remote(dates)
    )


def _against_print(stated: Found[str], dates: PageDates) -> Found[str]:
    """The day of the metadata, or the printed date: the richer one of a day, and what readers see of two.

    An update goes before a day on which it had already been made.
    """
    day = stated.value or ""
    for printed in dates.printed():
        if printed.is_certain or (printed.date.value or "").startswith(day):
            return printed.date
    update = next(dates.updates(), None)
    return update if update and (update.value or "")[:10] <= day else stated


def _remote(dates: PageDates) -> Found[str] | None:
    """Return the URL's day, with the time that a lone dated element gives it; or that element's date."""
    url = next(dates.in_url(), None)
    lone = next(dates.elsewhere(DateKind.PLAIN), None) or next(dates.elsewhere(DateKind.UPDATED), None)
    if url and not (lone and (lone.value or "").startswith(url.value or "")):
        return url
    return lone or next(dates.scripted(), None) or next(dates.outside(), None) or next(dates.stray(), None)


def find_modified(dates: PageDates) -> Found[str]:
    """Return the time of the last change: what the metadata states, or else what is printed."""
    return next(dates.stated_changes(), None) or next(dates.updates(), None) or Found(None, Rule.NONE)
