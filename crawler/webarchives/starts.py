"""Reads starts that name captures of a web archive: `cdx:http://www.example.cn/*`, or the URL of a replay."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime

from crawler.text.captures import TODAY, target_of
from crawler.text.urls import host_of

CDX = "cdx:"
"""Beginning of such a start."""
_HOST = re.compile(r"(?:\*\.)?[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d+)?", re.IGNORECASE)

_REPLAY = re.compile(
    rf"(?P<base>https?://(?!{TODAY}/)[^/?#]+(?:/[^/?#]+)*?)"
    r"/(?P<stamp>\d{4,14})(?:[a-z]{2}_)?/(?P<url>https?:/{1,2}[^/\s]\S*)",
    re.IGNORECASE,
)
"""The URL of a capture in an archive that runs Wayback software, such as pywb. Any site may have such a URL,
so that only one counts that the user names."""
_FIRST_YEAR = 1990
"""The year of the first web page: an earlier one is a number of another meaning."""
_EARLIEST = "00000101000000"
"""The rest of a time that names only a year, a month or a day."""


@dataclass(frozen=True, slots=True)
class Replay:
    """A start that is the URL of a capture."""

    archive: str
    """Address of its archive, or of its collection there."""
    time: str
    """Time of the capture, ISO 8601, UTC; of a year, a month or a day its beginning."""
    original: str
    """URL of the captured page."""


def replay_of(start: str) -> Replay | None:
    """Return the capture that a start names by its URL; None for other starts.

    `http://localhost:8080/news/20220806mp_/http://a.cn/1.htm` is a capture of `http://a.cn/1.htm` in the
    collection `http://localhost:8080/news`.
    """
    match = _REPLAY.fullmatch(start)
    original = target_of(match["url"]) if match else None
    time = _time(match["stamp"]) if match else None
    return Replay(match["base"], time, original) if match and time and original else None


def _time(digits: str) -> str | None:
    whole = digits[: len(digits) // 2 * 2]
    try:
        time = datetime.strptime(whole + _EARLIEST[len(whole) :], "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:  # no time of the calendar
        return None
    return time.isoformat() if time.year >= _FIRST_YEAR else None


def is_past(start: str) -> bool:
    """Return whether a start names captures of a web archive."""
    return start.startswith(CDX) or replay_of(start) is not None


def is_sound(start: str) -> bool:
    """Return whether a start names a host, a domain (`*.example.cn`), a URL, or URLs by their beginning."""
    bare = re.sub(r"^https?://", "", start.removeprefix(CDX), flags=re.IGNORECASE)
    return bool(_HOST.fullmatch(bare.partition("/")[0])) and "*" not in bare.removeprefix("*.").rstrip("*")


def original_of(start: str) -> str:
    """Return the URL that a start means, or the one with which all of its URLs begin.

    `cdx:*.example.cn` means `http://example.cn/`. A start of another kind comes back unchanged.
    """
    replay = replay_of(start)
    if replay is not None:
        return replay.original
    if not start.startswith(CDX):
        return start
    named = start.removeprefix(CDX).replace("*.", "", 1).rstrip("*")
    url = named if "://" in named else f"http://{named}"
    return url if host_of(url) and url.count("/") > 2 else f"{url}/"
