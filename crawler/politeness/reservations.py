"""Interprets the setting RESERVATIONS: whether a crawl stores the articles that their site reserves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Final

_BETWEEN: Final = re.compile(r"[:,;\s]+")
_KNOWN: Final = frozenset(
    (
        *("robots", "x-robots-tag", "noai", "noimageai"),
        *("tdm-reservation", "tdmrep.json"),
        *("content-signal", "search", "ai-input", "ai-train"),
    )
)
"""Places and names of reservations."""


class Action(StrEnum):
    """The treatment of a reserved article."""

    RECORD = "record"
    """It stores the article, with the reservation in `rights.reservations`."""
    SKIP = "skip"
    """It drops the article."""


class ReservationError(ValueError):
    """The setting RESERVATIONS is wrong; the message says how. Raised by `skipped`."""


def skipped(setting: Mapping[str, object]) -> tuple[str, ...]:
    """Return the reservations whose articles are dropped: `noai`, `content-signal: ai-train=no`.

    Raises `ReservationError`.
    """
    for name, action in setting.items():
        if action not in tuple(Action):
            words = f"RESERVATIONS: {name} is {action!r}; write {Action.RECORD} or {Action.SKIP}"
            raise ReservationError(words)
        if not _words(name) & _KNOWN:
            raise ReservationError(f"RESERVATIONS: unknown {name!r}; known are {', '.join(sorted(_KNOWN))}")
    return tuple(name for name, action in setting.items() if action == Action.SKIP)


def first_skipped(reservations: Iterable[str], names: Iterable[str]) -> str | None:
    """Return the first reservation that one of these names means: `x-robots-tag: noai`, meant by `noai`.

    A name means each reservation that has all of its words.
    """
    wanted = [_words(name) for name in names]
    return next((each for each in reservations if any(words <= _words(each) for words in wanted)), None)


def _words(reservation: str) -> set[str]:
    """Return place, name and value: `content-signal`, `ai-train=no` and `ai-train`."""
    parts = list(filter(None, _BETWEEN.split(reservation.lower())))
    return {*parts, *(part.partition("=")[0] for part in parts)}
