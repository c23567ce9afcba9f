"""Limits the hosts of one registered domain, or of one address, that have turns at a time.

One server can answer to any number of names (`*.example.com`). Its hosts take turns like one site: the first
ones keep their turns until their queues are empty, the others wait for a place. So the articles of the first
host are fetched, however many hosts its pages invent, and the number of its names does not make the crawl
request faster.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from crawler.ledger.turns import Turns
from crawler.reasons import Cause, Reason
from crawler.text.domains import site_of


@dataclass(frozen=True, slots=True)
class GroupBounds:
    """The bounds of a group of hosts; 0 sets no bound."""

    at_once: int = 0
    """Hosts that have turns at a time."""
    pages: int = 0
    """Answers in one run."""


@dataclass(slots=True)
class Group:
    """The hosts of one domain or address."""

    name: str
    """Its kind: `domain`, `address`."""
    bound: Cause
    """The cause if it has used up its pages."""
    bounds: GroupBounds
    inside: dict[str, None] = field(default_factory=dict)
    """Hosts that have turns, in the order of their arrival."""
    outside: deque[str] = field(default_factory=deque)
    """Hosts that wait for a place."""
    pages: int = 0

    @property
    def hold(self) -> str:
        """The reason why its hosts are held."""
        return f"crowded {self.name}"

    def spent(self) -> Reason | None:
        """Return the budget that it has used up."""
        if self.bounds.pages and self.pages >= self.bounds.pages:
            return Reason(self.bound)
        return None


class Neighbours:
    """Gives turns to hosts by domain and by address.

    `is_live` tells whether a host still has URLs to fetch: an idle host loses its place.
    """

    def __init__(self, domains: GroupBounds, addresses: GroupBounds, is_live: Callable[[str], bool]) -> None:
        self._domains, self._addresses = domains, addresses
        self._is_live = is_live
        self._groups: dict[tuple[str, str], Group] = {}
        self._of: dict[str, list[Group]] = {}
        self._crowded: dict[int, Group] = {}

    def claim_turn(self, host: str, turns: Turns) -> bool:
        """Claim a turn for a host; return whether it may have it now. Otherwise it waits for a place."""
        return all(self._has_place(group, host, turns) for group in self._groups_of(host))

    def answered(self, host: str, address: str | None) -> None:
        """Record an answer, and the address of its server."""
        groups = self._groups_of(host)
        if address and len(groups) == 1:
            groups.append(self._group("address", address, Cause.ADDRESS_PAGES, self._addresses))
        for group in groups:
            group.pages += 1

    def spent(self, host: str) -> Reason | None:
        """Return the budget of its domain or its address that a host has used up."""
        return next((why for group in self._groups_of(host) if (why := group.spent())), None)

    def tend(self, turns: Turns) -> None:
        """Give the places of idle hosts to waiting ones."""
        for key, group in list(self._crowded.items()):
            self._drop_idle(group)
            while group.outside and len(group.inside) < group.bounds.at_once:
                host = group.outside.popleft()
                group.inside[host] = None
                turns.release(host, group.hold)
            if not group.outside:
                del self._crowded[key]

    def hosts(self) -> Iterator[str]:
        """Yield the hosts that had a turn or wait for one."""
        yield from self._of

    def _has_place(self, group: Group, host: str, turns: Turns) -> bool:
        if not group.bounds.at_once or host in group.inside:
            return True
        if len(group.inside) >= group.bounds.at_once:
            self._drop_idle(group)
        if len(group.inside) < group.bounds.at_once:
            group.inside[host] = None
            return True
        group.outside.append(host)
        self._crowded[id(group)] = group
        turns.hold(host, group.hold)
        return False

    def _drop_idle(self, group: Group) -> None:
        for host in [each for each in group.inside if not self._is_live(each)]:
            del group.inside[host]

    def _groups_of(self, host: str) -> list[Group]:
        if host not in self._of:
            site = site_of(host.rpartition(":")[0] if ":" in host.rpartition("]")[2] else host)
            self._of[host] = [self._group("domain", site, Cause.DOMAIN_PAGES, self._domains)]
        return self._of[host]

    def _group(self, name: str, key: str, bound: Cause, bounds: GroupBounds) -> Group:
        return self._groups.setdefault((name, key), Group(name, bound, bounds))
