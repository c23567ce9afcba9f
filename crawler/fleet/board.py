"""Schedules the shards of a fleet: chooses the next one, and restarts or sets aside failed ones."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from crawler.accounting.outcome import ExitStatus
from crawler.fleet.shards import Shard

AGAIN = frozenset((ExitStatus.FAULT, ExitStatus.INTERRUPTED, ExitStatus.DIRECTORY_IN_USE))
"""Exit statuses after which a shard is restarted, as after a death by a signal (negative)."""


@dataclass(slots=True)
class ShardState:
    """The state of a shard."""

    shard: Shard
    tries: int = 0
    is_running: bool = False
    status: int | None = None
    """Result of its last crawl: exit status, or a signal as a negative number; None before the first."""
    reason: str = ""
    """The reason, if the status does not show it."""
    not_before: float = 0.0
    """Earliest time of its next start."""
    is_over: bool = False
    """Whether it is done or set aside."""

    @property
    def is_aside(self) -> bool:
        """Whether it has failed in all its tries."""
        return self.is_over and self.status is not None and fails(self.status)


def fails(status: int) -> bool:
    """Return whether this run of the fleet restarts a crawl with this exit status."""
    return status < 0 or status in AGAIN


class Board:
    """The shards of a fleet, in the order of their starts.

    A failed shard is restarted after `pause` seconds; after `tries` tries it is set aside.
    """

    def __init__(self, shards: Iterable[Shard], tries: int, pause: float) -> None:
        self.standings = {shard.name: ShardState(shard) for shard in shards}
        self._tries = tries
        self._pause = pause
        self._is_stopped = False

    def next(self, now: float) -> Shard | None:
        """Start the next shard; None if none may start now."""
        if self._is_stopped:
            return None
        for standing in self.standings.values():
            if not (standing.is_over or standing.is_running) and standing.not_before <= now:
                standing.is_running = True
                standing.tries += 1
                return standing.shard
        return None

    def ended(self, name: str, status: int, now: float, reason: str = "") -> ShardState:
        """Record the end of a crawl."""
        standing = self.standings[name]
        standing.is_running, standing.status, standing.reason = False, status, reason
        standing.not_before = now + self._pause
        standing.is_over = not fails(status) or standing.tries >= self._tries
        return standing

    def stop(self) -> None:
        """Start no further shard."""
        self._is_stopped = True

    @property
    def is_over(self) -> bool:
        """Whether no shard runs, and none will start."""
        open_ = [each for each in self.standings.values() if not each.is_over]
        return not any(each.is_running for each in open_) if self._is_stopped else not open_
