"""Whose turn it is: hosts for which URLs wait, one after the other, those left out that are busy."""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Mapping


class Turns:
    """The hosts in their order. Every call costs the same, however many hosts there are and wait."""

    def __init__(self, waiting: Mapping[str, int]) -> None:
        self.waiting: Counter[str] = Counter(waiting)
        """How many URLs wait for each host; hosts for which none waits are left out."""
        self._held: dict[str, set[str]] = {}  # and why
        self._free = OrderedDict.fromkeys(self.waiting)  # a plain dict is slow where it is emptied in front

    def add(self, host: str, count: int = 1) -> None:
        """So many URLs more wait for a host."""
        if count:
            self.waiting[host] += count
            self._offer(host)

    def remove(self, host: str, count: int = 1) -> None:
        """So many URLs wait no longer for a host."""
        self.waiting[host] -= count
        if self.waiting[host] <= 0:
            self.clear(host)

    def clear(self, host: str) -> None:
        """Nothing waits for a host."""
        del self.waiting[host]
        self._free.pop(host, None)

    def next(self) -> str | None:
        """Return the host whose turn it is; it comes last the next time. None where none is free."""
        host = next(iter(self._free), None)
        if host is not None:
            self._free.move_to_end(host)
        return host

    def hold(self, host: str, why: str = "busy") -> None:
        """Pass a host over until it is released from everything that it is held for."""
        self._held.setdefault(host, set()).add(why)
        self._free.pop(host, None)

    def release(self, host: str, why: str = "busy") -> None:
        """Let a host have its turn again, after the others, unless it is held for something else."""
        reasons = self._held.get(host, set())
        reasons.discard(why)
        if not reasons:
            self._held.pop(host, None)
            self._offer(host)

    def _offer(self, host: str) -> None:
        if host in self.waiting and host not in self._held:
            self._free.setdefault(host)
