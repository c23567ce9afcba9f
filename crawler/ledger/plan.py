"""Plans the next visit of a URL: lists by their last change, articles at growing intervals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

MINUTE, HOUR, DAY = 60.0, 3600.0, 86400.0

RESTING, LONGEST = 0.1, 20 * HOUR
"""A list that has been unchanged for time T is skipped until RESTING × T has passed, LONGEST seconds at most:
an hourly run skips lists unchanged for ten hours or longer, a daily run none."""

PATIENCE = 5
"""Consecutive failed visits after which a URL is no longer retried; `scrapy retry` queues it again."""
FIRST_RETRY = 30 * MINUTE
"""Seconds before the first retry of a failed URL; four times as long after each further failure."""


class UrlKind(StrEnum):
    """The type of a URL, known after its first visit."""

    ARTICLE = "article"
    LIST = "list"
    """A page, feed or sitemap that is read again for new links."""
    FURTHER = "further page"
    """A later page of a list, read only from the first one."""
    OTHER = "other"


class Outcome(StrEnum):
    """The outcome of a visit; every visit has exactly one."""

    STORED = "stored"
    UNCHANGED = "unchanged"
    """The article is stored already, with the same content or under another URL."""
    REJECTED = "rejected"
    """No article, or one outside the requested range."""
    FAILED = "failed"
    REMOVED = "removed"
    """The site removed an article that is stored."""
    LISTED = "listed"
    """No article by design: a list, a feed, a sitemap, a robots.txt."""


@dataclass(frozen=True, slots=True)
class Visited:
    """The facts about a URL after a visit."""

    kind: UrlKind
    outcome: Outcome
    is_new: bool
    """Whether it gave a new link or revision."""
    age: float
    """Seconds since its discovery."""
    interval: float | None = None
    elapsed: float = 0.0
    """Seconds since the previous visit."""
    failures: int = 0
    """Consecutive failed visits, this one included."""
    is_gone: bool = False
    """Whether the failure is permanent."""


@dataclass(frozen=True, slots=True)
class VisitPlan:
    """The next visit of a URL."""

    wait: float | None
    """Seconds; None for never."""
    interval: float | None = None
    """New interval of a list."""


def next_visit(visited: Visited, rechecks: Sequence[float]) -> VisitPlan:
    """Plan the next visit. `rechecks` are the ages, in seconds, at which articles are visited again."""
    if visited.outcome is Outcome.REMOVED:
        return VisitPlan(None)
    if visited.outcome is Outcome.FAILED:
        return VisitPlan(_patience(visited), visited.interval)
    if visited.kind is UrlKind.LIST:
        interval = _interval(visited)
        return VisitPlan(interval, interval)
    if visited.kind is UrlKind.ARTICLE:
        return VisitPlan(next((age - visited.age for age in rechecks if age > visited.age), None))
    return VisitPlan(None)


def _interval(visited: Visited) -> float:
    if visited.is_new or visited.interval is None:
        return 0.0
    return min(visited.interval + RESTING * visited.elapsed, LONGEST)


def _patience(visited: Visited) -> float | None:
    if visited.kind is UrlKind.LIST:
        return max(visited.interval or 0.0, FIRST_RETRY)
    if visited.is_gone or visited.failures >= PATIENCE:
        return None
    wait: float = FIRST_RETRY * 4 ** (visited.failures - 1)
    return wait
