"""Lets the hosts with queued URLs take turns, without busy and paused ones."""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Mapping


class Turns:
    """The hosts in order. Every call takes constant time, with any number of hosts."""

    def __init__(self, waiting: Mapping[str, int]) -> None:
        self.waiting: Counter[str] = Counter(waiting)
        """Number of queued URLs, for each host with any."""
        self._held: dict[str, set[str]] = {}  # with the reasons
        self._free = OrderedDict.fromkeys(self.waiting)  # a plain dict is slow if its first items are deleted

    def add(self, host: str, count: int = 1) -> None:
        """Add queued URLs of a host."""
        if count:
            self.waiting[host] += count
            self._offer(host)

    def remove(self, host: str, count: int = 1) -> None:
        """Remove queued URLs of a host."""
        self.waiting[host] -= count
        if self.waiting[host] <= 0:
            self.clear(host)

    def clear(self, host: str) -> None:
        """Remove all queued URLs of a host."""
        del self.waiting[host]
        self._free.pop(host, None)

    def next(self) -> str | None:
        """Return the next host, and move it to the end; None if none is free."""
        host = next(iter(self._free), None)
        if host is not None:
            self._free.move_to_end(host)
        return host

    def hold(self, host: str, why: str = "busy") -> None:
        """Skip a host until it is released for every reason that holds it."""
        self._held.setdefault(host, set()).add(why)
        self._free.pop(host, None)

    def release(self, host: str, why: str = "busy") -> None:
        """Let a host take turns again, unless another reason holds it."""
        reasons = self._held.get(host, set())
        reasons.discard(why)
        if not reasons:
            self._held.pop(host, None)
            self._offer(host)

    def _offer(self, host: str) -> None:
        if host in self.waiting and host not in self._held:
            self._free.setdefault(host)
