"""Chooses captures from an index: the newest good one of each URL, or all that differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from crawler.archive.selection import HTML
from crawler.webarchives.archives import WebArchive
from crawler.webarchives.index import IndexedCapture

OK = "200"
UNKNOWN = ("-", "")
"""Statuses of captures whose status the index does not know, such as the Wayback Machine's revisits."""


class WantedCaptures(StrEnum):
    """The captures that a crawl wants."""

    NEWEST = "newest"
    """The newest good capture of each URL."""
    ALL = "all"
    """All good captures that differ from the one before."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The chosen captures of one answer of an index."""

    captures: tuple[IndexedCapture, ...]
    held: IndexedCapture | None = None
    """The latest capture of the answer's last URL, with which the next answer may begin."""


def choose(
    captures: Iterable[IndexedCapture],
    choice: WantedCaptures,
    archive: WebArchive,
    held: IndexedCapture | None = None,
) -> Chosen:
    """Choose from one answer of an index, which is sorted by URL and time; `held` comes from the one before.

    A newest capture is chosen when the captures of its URL are over. `last_of` gives the one that is left.
    """
    good = (each for each in captures if is_good(each, archive))
    return _newest(good, held) if choice is WantedCaptures.NEWEST else _differing(good, held)


def last_of(chosen: Chosen, choice: WantedCaptures) -> tuple[IndexedCapture, ...]:
    """Return the chosen captures of the last answer."""
    is_open = choice is WantedCaptures.NEWEST and chosen.held is not None
    return (*chosen.captures, chosen.held) if is_open and chosen.held else chosen.captures


def is_good(capture: IndexedCapture, archive: WebArchive) -> bool:
    """Return whether a capture may be a page with status 200, and can be fetched.

    The record of a revisit has no payload, but an archive that replays pages finds it.
    """
    if archive.has_files and not (capture.filename and capture.length):
        return False
    if capture.is_revisit:
        return not archive.has_files and capture.status in (OK, *UNKNOWN)
    is_html = not capture.mime.strip("-") or capture.mime.startswith(HTML)
    return is_html and (capture.status == OK or not capture.status)


def nearest(captures: Iterable[IndexedCapture], timestamp: str, archive: WebArchive) -> IndexedCapture | None:
    """Return the good capture of a URL that is nearest to a time."""
    good = [each for each in captures if is_good(each, archive)]
    distance: Callable[[IndexedCapture], int] = lambda each: abs(int(each.timestamp) - int(timestamp))  # noqa: E731
    return min(good, key=distance, default=None)


def _newest(captures: Iterable[IndexedCapture], held: IndexedCapture | None) -> Chosen:
    before: list[IndexedCapture] = [held] if held else []
    best = [_best(group) for group in _by_key((*before, *captures))]
    return Chosen(tuple(best[:-1]), best[-1] if best else None)


def _by_key(captures: Iterable[IndexedCapture]) -> Iterator[list[IndexedCapture]]:
    return (list(group) for _, group in groupby(captures, key=lambda each: each.key))


def _best(captures: Iterable[IndexedCapture]) -> IndexedCapture:
    best, *others = captures
    for each in others:
        best = _better(best, each)
    return best


def _better(one: IndexedCapture, other: IndexedCapture) -> IndexedCapture:
    """Return the newer of two captures of a URL.

    A revisit of unknown status may be that of an error page: it counts only if there is no other capture.
    A revisit with the digest of the other capture brings nothing new.
    """
    if _is_unsure(one) != _is_unsure(other):
        return one if _is_unsure(other) else other
    if one.digest and one.digest == other.digest and one.is_revisit != other.is_revisit:
        return one if other.is_revisit else other
    return max(one, other, key=lambda each: each.timestamp)


def _is_unsure(capture: IndexedCapture) -> bool:
    return capture.is_revisit and capture.status in UNKNOWN


def _differing(captures: Iterable[IndexedCapture], held: IndexedCapture | None) -> Chosen:
    chosen: list[IndexedCapture] = []
    for each in captures:
        if _is_unsure(each) or (held is not None and _is_same(held, each)):
            continue
        chosen.append(each)
        held = each
    return Chosen(tuple(chosen), held)


def _is_same(one: IndexedCapture, other: IndexedCapture) -> bool:
    return one.key == other.key and bool(one.digest) and one.digest == other.digest
