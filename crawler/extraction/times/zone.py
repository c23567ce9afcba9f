"""Converts a stated moment into the zone in which its page prints it, if that is another day there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from crawler.extraction.evidence.found import Found
from crawler.extraction.evidence.rules import Rule, Why
from crawler.extraction.times.candidates import DATED, LONGEST_BELOW, PageDates
from crawler.text.datelabels import DateKind, labelled
from crawler.text.dates import parse_date

STEP = timedelta(minutes=30)
"""Difference between zones: the minutes of a moment that is printed in another zone differ by multiples."""
WEST, EAST = timedelta(hours=-10), timedelta(hours=14)
"""The outermost zones with newsrooms: Hawaii and Kiribati."""


def in_printed_zone(dates: PageDates, published: Found[str]) -> Found[str]:
    """Return the moment of publication in the zone of the page's print.

    A page that states `2024-05-08T22:25:00-07:00` and prints `9 May 2024, 01:25` was published on 9 May for
    its readers: `2024-05-09T01:25:00-04:00`. Call it if the stated day is not printed.
    """
    if "T" not in (published.value or ""):
        return published
    stated = datetime.fromisoformat(published.value or "")
    if stated.tzinfo is None:
        return published
    offsets = (clock - stated.astimezone(UTC).replace(tzinfo=None, second=0) for clock in _clocks(dates))
    zone = next((each for each in offsets if WEST <= each <= EAST and not each % STEP), None)
    if zone is None:
        return published
    return replace(published, value=stated.astimezone(timezone(zone)).isoformat())


def in_declared_zone(stated: Found[str], tags: Sequence[str], zone: str) -> Found[str]:
    """Return the moment of one of the meta tags `tags` in the site's zone, although it says UTC.

    `2024-05-08T09:30:00+00:00` becomes `2024-05-08T09:30:00+08:00`.
    """
    rule = stated.rule
    is_local = isinstance(rule, Why) and rule.kind is Rule.META and rule.details[0] in tags
    if not is_local or "T" not in (stated.value or ""):
        return stated
    moment = datetime.fromisoformat(stated.value or "")
    is_utc = moment.utcoffset() == timedelta(0)
    return replace(stated, value=moment.replace(tzinfo=ZoneInfo(zone)).isoformat()) if is_utc else stated


def in_zone_of(published: Found[str], modified: Found[str]) -> Found[str]:
    """Return the moment of the last change in the zone of the publication; a day stays as it is."""
    if "T" not in (modified.value or "") or "T" not in (published.value or ""):
        return modified
    zone = datetime.fromisoformat(published.value or "").tzinfo
    return replace(modified, value=datetime.fromisoformat(modified.value or "").astimezone(zone).isoformat())


def _clocks(dates: PageDates) -> Iterator[datetime]:
    """Yield the times that the lines around the text print, except those of updates, without a zone."""
    lines = dates.page.lines
    for line in (*lines.above, *lines.outside):
        if len(line) > LONGEST_BELOW or not DATED.search(line):
            continue
        for piece in labelled(line):
            moment = parse_date(piece.text, "UTC") if piece.kind is not DateKind.UPDATED else None
            if moment and "T" in moment:
                yield datetime.fromisoformat(moment).replace(tzinfo=None, second=0)
