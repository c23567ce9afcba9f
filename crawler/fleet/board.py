"""Which shard is taken up next, and what becomes of one whose crawl ended: no processes, no clock."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from crawler.accounting.outcome import Outcome
from crawler.fleet.shards import Shard

AGAIN = frozenset((Outcome.FAULT, Outcome.INTERRUPTED, Outcome.DIRECTORY_IN_USE))
"""Exit statuses after which a shard is taken up again, beside a death by a signal (negative)."""


@dataclass(slots=True)
class Standing:
    """Where a shard stands."""

    shard: Shard
    tries: int = 0
    is_running: bool = False
    status: int | None = None
    """How its crawl ended last: an exit status, a signal as a negative number; None before that."""
    reason: str = ""
    """What the status does not tell of that."""
    not_before: float = 0.0
    """When it may be taken up again."""
    is_over: bool = False
    """Whether it is done or set aside."""

    @property
    def is_aside(self) -> bool:
        """Whether it failed as often as is allowed."""
        return self.is_over and self.status is not None and fails(self.status)


def fails(status: int) -> bool:
    """Whether a crawl that ended so is begun again at once, not only by the next run of the fleet."""
    return status < 0 or status in AGAIN


class Board:
    """The shards of a fleet in the order in which they are taken up.

    One that fails is taken up again `pause` seconds later, `tries` times altogether; then it is set aside.
    """

    def __init__(self, shards: Iterable[Shard], tries: int, pause: float) -> None:
        self.standings = {shard.name: Standing(shard) for shard in shards}
        self._tries = tries
        self._pause = pause
        self._is_stopped = False

    def next(self, now: float) -> Shard | None:
        """Take up a shard; None where none may be taken up now."""
        if self._is_stopped:
            return None
        for standing in self.standings.values():
            if not (standing.is_over or standing.is_running) and standing.not_before <= now:
                standing.is_running = True
                standing.tries += 1
                return standing.shard
        return None

    def ended(self, name: str, status: int, now: float, reason: str = "") -> Standing:
        """Record how a crawl ended."""
        standing = self.standings[name]
        standing.is_running, standing.status, standing.reason = False, status, reason
        standing.not_before = now + self._pause
        standing.is_over = not fails(status) or standing.tries >= self._tries
        return standing

    def stop(self) -> None:
        """Take up no shard any more."""
        self._is_stopped = True

    @property
    def is_over(self) -> bool:
        """Whether nothing runs, and nothing will be taken up."""
        open_ = [each for each in self.standings.values() if not each.is_over]
        return not any(each.is_running for each in open_) if self._is_stopped else not open_
