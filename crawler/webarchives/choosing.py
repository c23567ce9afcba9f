"""Chooses captures from an index: the newest good one of each URL, or all that differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import groupby

from crawler.archive.selection import HTML
from crawler.webarchives.archives import ArchivedMoment, WebArchive
from crawler.webarchives.index import IndexedCapture

OK = "200"
UNKNOWN = ("-", "")
"""Statuses of captures whose status the index does not know, such as the Wayback Machine's revisits."""


Types = tuple[str, ...]
"""Beginnings of content types."""
_ANY: Types = ("",)
PAGES: Sequence[Types] = (HTML,)
"""The types of captures of a page. Each next entry counts only if no capture has a type of the one before."""
_SCRIPTS: Types = ("application/javascript", "application/x-javascript", "text/javascript", "text/plain")
DATA: Sequence[Types] = (("application/json", "text/json"), _SCRIPTS, _ANY)
"""Those of a file in JSON. Servers declare any type for it, so that the bytes decide in the end."""
_BINARY: Types = ("application/octet-stream", "binary/octet-stream", "unk")
PICTURES: Sequence[Types] = (("image/",), _BINARY, _ANY)
"""Those of a picture, likewise."""


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


def is_good(capture: IndexedCapture, archive: WebArchive, types: Types = HTML) -> bool:
    """Return whether a capture may have a type and status 200, and can be fetched.

    The record of a revisit has no payload, but an archive that replays pages finds it.
    """
    if archive.has_files and not (capture.filename and capture.length):
        return False
    if capture.is_revisit:
        return not archive.has_files and capture.status in (OK, *UNKNOWN) and capture.is_dated
    is_of_type = not capture.mime.strip("-") or capture.mime.startswith(types)
    return is_of_type and (capture.status == OK or not capture.status) and capture.is_dated


def nearest(
    captures: Sequence[IndexedCapture], moment: ArchivedMoment, wanted: Sequence[Types] = PAGES
) -> IndexedCapture | None:
    """Return the good capture of a URL that is nearest to a moment; None without one of the wanted types."""
    of_types = ([each for each in captures if is_good(each, moment.archive, types)] for types in wanted)
    good = next(filter(None, of_types), [])
    return min(good, key=lambda each: between(each.time, moment.time), default=None)


def between(one: str, other: str) -> timedelta:
    """Return the time between two moments in ISO 8601."""
    return abs(datetime.fromisoformat(one) - datetime.fromisoformat(other))


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
