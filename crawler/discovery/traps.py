"""Addresses that a site makes up without end, told from the address alone."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from crawler.text.urls import path_of


@dataclass(frozen=True, slots=True)
class Bounds:
    """How far a path may go."""

    repeats: int = 2
    """How often the same segment may stand in it; numbers, which dates are made of, are not counted."""
    segments: int = 20


def trap_of(url: str, bounds: Bounds) -> str | None:
    """Why a URL is taken for a trap, in words; None where it is not."""
    path = path_of(url)
    if path.count("/") <= bounds.repeats:  # nearly all
        return None
    segments = [segment for segment in path.split("/") if segment]
    if len(segments) > bounds.segments:
        return "path too long (PATH_SEGMENTS_MAX)"
    counts = Counter(segment for segment in segments if not segment.isdigit())
    if counts and max(counts.values()) > bounds.repeats:
        return "path repeats itself (PATH_REPEATS_MAX)"
    return None
