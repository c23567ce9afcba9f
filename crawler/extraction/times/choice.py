"""Chooses the dates of publication and of the last change among those of the page."""

from __future__ import annotations

from dataclasses import replace

from crawler.extraction.evidence.found import Found
from crawler.extraction.evidence.rules import Rule
from crawler.extraction.times.candidates import PageDates, without_midnight
from crawler.text.datelabels import DateKind


def find_published(dates: PageDates) -> Found[str]:
    """Return the time of publication, as precise as the page.

    Metadata with a time comes first, then the printed date beside the headline, then metadata with only a
    day. If the page prints only the time of an update, this replaces it. A date later than `latest` counts
    only if there is no other.
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
    """Return the metadata's day or the printed date: the more precise if the days agree, else the printed.

    A midnight that is printed beside a day in the metadata is no hour either. An update comes before a day on
    which it was already made.
    """
    day = stated.value or ""
    for printed in dates.printed():
        if printed.is_certain or (printed.date.value or "").startswith(day):
            return replace(printed.date, value=without_midnight(printed.date.value or ""))
    update = next(dates.updates(), None)
    return update if update and (update.value or "")[:10] <= day else stated


def _remote(dates: PageDates) -> Found[str] | None:
    """Return the URL's day, with the time of a lone dated element; or the date of that element."""
    url = next(dates.in_url(), None)
    lone = next(dates.elsewhere(DateKind.PLAIN), None) or next(dates.elsewhere(DateKind.UPDATED), None)
    if url and not (lone and (lone.value or "").startswith(url.value or "")):
        return url
    return lone or next(dates.scripted(), None) or next(dates.outside(), None) or next(dates.stray(), None)


def find_modified(dates: PageDates) -> Found[str]:
    """Return the time of the last change, from the metadata or else as printed."""
    return next(dates.stated_changes(), None) or next(dates.updates(), None) or Found(None, Rule.NONE)
