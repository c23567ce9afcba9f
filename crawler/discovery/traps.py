"""Recognises endlessly generated URLs (crawler traps) from the URL alone."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from crawler.reasons import Cause, Reason
from crawler.text.domains import site_of
from crawler.text.urls import host_of, path_of


@dataclass(frozen=True, slots=True)
class UrlBounds:
    """Bounds of URLs."""

    repeats: int = 2
    """Maximum number of equal segments in a path; numbers, as in dates, are not counted."""
    segments: int = 20
    parameters: int = 20
    """Maximum number of parameters in a query."""
    hosts: int = 500
    """Maximum number of new hosts of one registered domain in one run."""
    growing: int = 100
    """Maximum number of growing links of one script or host in one run that lead to nothing new."""


class Crowd:
    """The hosts of each registered domain that this run has met."""

    def __init__(self) -> None:
        self._known: set[str] = set()
        self._count: Counter[str] = Counter()

    def claim(self, url: str, bounds: UrlBounds) -> bool:
        """Claim a place for the host of a URL; return whether it is known, or its domain has room."""
        origin = _origin(url)
        if origin in self._known:
            return True
        if bounds.hosts and self._count[site_of(host_of(origin))] >= bounds.hosts:
            return False
        self._note(origin)
        return True

    def note(self, url: str) -> None:
        """Record the host of a page that was read, even beyond the bound: its own links are followed."""
        origin = _origin(url)
        if origin not in self._known:
            self._note(origin)

    def _note(self, origin: str) -> None:
        self._known.add(origin)
        self._count[site_of(host_of(origin))] += 1


def _origin(url: str) -> str:
    return "/".join(url.split("/", 3)[:3])  # a host is parsed once, not for every link


def trap_of(url: str, bounds: UrlBounds) -> Reason | None:
    """Return the reason why a URL is a trap, or None."""
    if url.count("&") >= bounds.parameters:
        return Reason(Cause.PARAMETERS)
    path = path_of(url)
    if path.count("/") <= bounds.repeats:  # nearly all URLs
        return None
    segments = [segment for segment in path.split("/") if segment]
    if len(segments) > bounds.segments:
        return Reason(Cause.PATH_SEGMENTS)
    counts = Counter(segment for segment in segments if not segment.isdigit())
    if counts and max(counts.values()) > bounds.repeats:
        return Reason(Cause.PATH_REPEATS)
    return None
