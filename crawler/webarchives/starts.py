"""Reads starts that name captures of a web archive: `cdx:http://www.example.cn/world/*`."""

from __future__ import annotations

import re

from crawler.text.urls import host_of

CDX = "cdx:"
"""Beginning of such a start."""
_HOST = re.compile(r"(?:\*\.)?[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d+)?", re.IGNORECASE)


def is_sound(start: str) -> bool:
    """Return whether a start names a host, a domain (`*.example.cn`), a URL, or URLs by their beginning."""
    bare = re.sub(r"^https?://", "", start.removeprefix(CDX), flags=re.IGNORECASE)
    return bool(_HOST.fullmatch(bare.partition("/")[0])) and "*" not in bare.removeprefix("*.").rstrip("*")


def original_of(start: str) -> str:
    """Return the URL that a start means, or the one with which all of its URLs begin.

    `cdx:*.example.cn` means `http://example.cn/`. A start of another kind comes back unchanged.
    """
    if not start.startswith(CDX):
        return start
    named = start.removeprefix(CDX).replace("*.", "", 1).rstrip("*")
    url = named if "://" in named else f"http://{named}"
    return url if host_of(url) and url.count("/") > 2 else f"{url}/"
