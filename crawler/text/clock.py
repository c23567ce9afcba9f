"""Parses the time of day and its zone beside a date: `09:15 GMT+8`."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta, tzinfo
from datetime import timezone as fixed
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from crawler.text.datewords import AFTERNOON, CENTRAL_STANDARD, MORNING, NOON, PARTS_BEFORE, REGIONS, ZONES

_HALF = "|".join(sorted((*AFTERNOON, *MORNING), key=len, reverse=True))
_TIME = re.compile(
    r"(?<!\d)(?<!\d[:.])(?P<hour>\d{1,2})"
    r"(?:\s?[:h]\s?(?P<minute>\d\d)(?!\d)|\s?[时時点點시]\s?(?:(?P<spoken>\d{1,2})(?!\d))?"
    r"|\.(?P<dotted>\d\d)(?=\suhr|\s?[ap]\.?m\b|\s(?:gmt|utc|bst|[ecmpaw]?es?t|[ecmpa][sd]t)\b)"
    r"|(?=\s?[ap]\.?m\b))"
    r"(?:\s?[:分분]\s?(?P<second>\d{1,2})(?!\d)(?:[.,]\d{1,9})?)?[秒분分초]?"
    rf"(?:\s?(?P<half>[ap]\.?m\b\.?|(?:{_HALF})(?!\w)))?"
    r"(?:\s?\(?(?P<zone>(?:utc|gmt)?\s?[+−-]\s?\d{1,2}(?::?\d\d)?(?!\d)|z\b|[ecmp]t\b|[a-zа-я]{3,4}\b))?"
)
"""A time of day in lower case text: 09:30:12.5, 9h30, 9时30分, 3点, 9:30 a.m. EST, 9.30 uhr, 9.30 gmt."""

_DIGIT = re.compile(r"\d")
_OFFSET = re.compile(r"(?:utc|gmt)?\s?([+−-])\s?(\d{1,2}):?(\d\d)?$")


class Clock(NamedTuple):
    """A time of day."""

    hour: int
    minute: int
    second: int | None
    """None if no seconds are printed."""
    zone: str | None
    """The zone or offset as printed, in lower case."""


def clock_after(text: str) -> Clock | None:
    """Return the time in the text that follows a date: within a few characters, none of them a digit."""
    first = _DIGIT.search(text, 0, 24)
    match = _TIME.match(text[:72], first.start()) if first else None
    return _clock(match, text) if match else None


def clock_before(text: str) -> Clock | None:
    """Return the time in the text that precedes a date: within a few characters, none of them a digit."""
    text = text[-64:]
    times = [*_TIME.finditer(text)] if _DIGIT.search(text) else []
    if not times or len(text) - times[-1].end() > 16 or _DIGIT.search(text, times[-1].end()):
        return None
    return _clock(times[-1], text)


def stamp(day: date, clock: Clock | None, timezone: str | None) -> str:
    """Return date and time in ISO 8601, as precise as given; without a time, a date.

    The printed zone wins over `timezone`, an IANA name. If this machine does not know that name, the offset
    is omitted; without any name, the time is omitted.
    """
    if clock is None:
        return day.isoformat()
    zone = _printed_zone(clock.zone, timezone) or zone_of(timezone)
    if zone is None and timezone is None:
        return day.isoformat()
    moment = datetime.combine(day, time(clock.hour, clock.minute, clock.second or 0, tzinfo=zone))
    return moment.isoformat(timespec="minutes" if clock.second is None else "seconds")


@lru_cache(maxsize=64)
def zone_of(name: str | None) -> tzinfo | None:
    """Return a time zone by its IANA name, or None without a name that this machine knows."""
    if name is None:
        return None
    try:
        return ZoneInfo(name)
    except (OSError, ValueError, KeyError):  # absent, a directory, or an invalid name
        return fixed(timedelta(hours=8)) if name == "Asia/Shanghai" else None


def _clock(match: re.Match[str], text: str) -> Clock | None:
    half = (match["half"] or _half_before(text[: match.start()].rstrip())).replace(".", "")
    hour = _hour(int(match["hour"]), half)
    minute = int(match["minute"] or match["spoken"] or match["dotted"] or 0)
    second = int(match["second"]) if match["second"] else None
    if hour is None or minute > 59 or (second or 0) > 59:
        return None
    return Clock(hour, minute, second, match["zone"])


def _half_before(text: str) -> str:
    """Return the word for a part of the day before the hour in Chinese, Japanese and Korean."""
    return next((word for word in PARTS_BEFORE if text.endswith(word)), "") if text[-1:] > "\u3000" else ""


def _hour(hour: int, half: str) -> int | None:
    """Return the hour of the day, 0 to 23, or None for an impossible one."""
    if half in AFTERNOON or (half == NOON and hour < 3):
        hour += 12 if hour < 12 else 0
    elif half in MORNING and hour == 12:
        hour = 0
    return hour if hour < 24 else None


def _printed_zone(zone: str | None, timezone: str | None) -> tzinfo | None:
    if zone is None or zone in REGIONS:
        return zone_of(REGIONS[zone]) if zone else None
    match = _OFFSET.match(zone)
    minutes = _offset(match) if match else _named(zone, timezone)
    return fixed(timedelta(minutes=minutes)) if minutes is not None else None


def _offset(match: re.Match[str]) -> int | None:
    """Return the minutes of an offset from Greenwich, or None for one that no place on Earth has."""
    minutes = int(match[2]) * 60 + int(match[3] or 0)
    if minutes > 14 * 60:
        return None
    return minutes if match[1] == "+" else -minutes


def _named(zone: str, timezone: str | None) -> int | None:
    if zone == "cst" and (timezone or "").startswith("America/"):
        return CENTRAL_STANDARD
    return ZONES.get(zone)
