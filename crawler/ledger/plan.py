"""When a URL is visited again: what lists others by when it last changed, articles less and less often."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

MINUTE, HOUR, DAY = 60.0, 3600.0, 86400.0

RESTING, LONGEST = 0.1, 20 * HOUR
"""A list rests for this share of the time for which it has brought nothing new, and for so long at most: an
hourly run visits what changed within ten hours, a daily run every list."""

PATIENCE = 5
"""Visits in a row that may fail before a URL is given up; `scrapy retry` queues it again."""
FIRST_RETRY = 30 * MINUTE
"""After how long a URL is tried again that failed once; four times as long after each further failure."""


class Kind(StrEnum):
    """What a URL turned out to be."""

    ARTICLE = "article"
    LIST = "list"
    """A page, feed or sitemap that is read again for what is new."""
    FURTHER = "further page"
    """A later page of a list: it is read when the first one leads to it."""
    OTHER = "other"


class Outcome(StrEnum):
    """What became of a visit; every visit has exactly one."""

    STORED = "stored"
    UNCHANGED = "unchanged"
    """The article is there already, with the same content or under another address."""
    REJECTED = "rejected"
    """No article, or one that was not asked for."""
    FAILED = "failed"
    LISTED = "listed"
    """No article was expected: a list, a feed, a sitemap, a robots.txt."""


@dataclass(frozen=True, slots=True)
class Visited:
    """What is known of a URL when a visit is over."""

    kind: Kind
    outcome: Outcome
    is_new: bool
    """Whether it brought anything new: a link, a revision."""
    age: float
    """Seconds since it was met."""
    interval: float | None = None
    elapsed: float = 0.0
    """Seconds since the visit before."""
    failures: int = 0
    """Visits in a row that failed, this one included."""
    is_gone: bool = False
    """Whether it failed in a way that time does not cure."""


@dataclass(frozen=True, slots=True)
class Plan:
    """When a URL is visited again."""

    wait: float | None
    """Seconds; None for never."""
    interval: float | None = None
    """Its interval from now on, of a list."""


def next_visit(visited: Visited, rechecks: Sequence[float]) -> Plan:
    """Plan the next visit. `rechecks` are the ages, in seconds, at which articles are looked at again."""
    if visited.outcome is Outcome.FAILED:
        return Plan(_patience(visited), visited.interval)
    if visited.kind is Kind.LIST:
        interval = _interval(visited)
        return Plan(interval, interval)
    if visited.kind is Kind.ARTICLE:
        return Plan(next((age - visited.age for age in rechecks if age > visited.age), None))
    return Plan(None)


def _interval(visited: Visited) -> float:
    if visited.is_new or visited.interval is None:
        return 0.0
    return min(visited.interval + RESTING * visited.elapsed, LONGEST)


def _patience(visited: Visited) -> float | None:
    if visited.kind is Kind.LIST:
        return max(visited.interval or 0.0, FIRST_RETRY)
    if visited.is_gone or visited.failures >= PATIENCE:
        return None
    wait: float = FIRST_RETRY * 4 ** (visited.failures - 1)
    return wait
