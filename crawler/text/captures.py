"""Recognises the URLs of pages that a web archive captured, such as the Wayback Machine and archive.today."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime

from crawler.text.urls import standard

_WAYBACK = (
    r"web\.archive\.org/web",
    r"wayback\.archive-it\.org/\w+",
    r"arquivo\.pt/(?:wayback|noFrame/replay)",
    r"(?:www\.)?webarchive\.org\.uk/wayback/(?:en/)?archive",
    r"webarchive\.nationalarchives\.gov\.uk(?:/ukgwa)?",
)
"""Archives that run Wayback software. Only known hosts count, or any site could imitate another one."""
_TARGET = r"https?:/{1,2}[^/\s]\S*|(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?(?:[/?]\S*)?"
TODAY = r"archive\.(?:today|ph|is|fo|li|md|vn)"
"""Hosts of archive.today, as a regular expression; it has neither a CDX server nor original bytes."""
_CAPTURE = re.compile(
    rf"https?://(?:(?:{'|'.join(_WAYBACK)})/(?P<stamp>\d{{4,14}})(?:[a-z]{{2}}_)?"
    rf"|{TODAY}/(?P<time>\d{{4,14}}|\d{{4}}\.\d\d\.\d\d-\d{{6}}))/(?P<url>{_TARGET})",
    re.IGNORECASE,
)
_SLASHES = re.compile(r"^(https?:)/+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class WebCapture:
    """A page in a web archive."""

    original: str
    """URL of the captured page."""
    time: str | None
    """Time of the capture, ISO 8601, UTC; None if the URL does not state it to the second."""


def capture_of(url: str) -> WebCapture | None:
    """Return the capture to which a URL leads, or None for other pages.

    `https://web.archive.org/web/20220806120000/http://a.cn/1.htm` is a capture of `http://a.cn/1.htm`.
    """
    match = _CAPTURE.fullmatch(url)
    if match is None:
        return None
    original = target_of(match["url"])
    return WebCapture(original, _time(match["stamp"] or match["time"])) if original else None


def target_of(text: str) -> str | None:
    """Return the URL behind the time in that of a capture: `http:/a.cn/1.htm`, if a server merged slashes."""
    target = _SLASHES.sub(r"\1//", text)
    return standard(target if "://" in target else f"http://{target}")


def _time(digits: str) -> str | None:
    digits = re.sub(r"\D", "", digits)
    try:
        return datetime.strptime(digits, "%Y%m%d%H%M%S").replace(tzinfo=UTC).isoformat()
    except ValueError:  # only a year, or no time at all
        return None
