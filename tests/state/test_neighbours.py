"""Tests of the turns of hosts that belong together."""

from __future__ import annotations

from crawler.ledger.turns import Turns
from crawler.reasons import Cause, Reason
from crawler.state.neighbours import GroupBounds, Neighbours


class Site:
    """Hosts with URLs that wait."""

    def __init__(self, domains: GroupBounds, addresses: GroupBounds, **waiting: int) -> None:
        self.turns = Turns({f"{name}.lanqiao.test:80": count for name, count in waiting.items()})
        self.neighbours = Neighbours(domains, addresses, lambda host: bool(self.turns.waiting.get(host)))

    def fetch(self) -> str | None:
        """Fetch a URL of the host whose turn it is; return the first label of its name."""
        self.neighbours.tend(self.turns)
        while (host := self.turns.next()) is not None:
            if self.neighbours.claim_turn(host, self.turns):
                self.turns.remove(host)
                return host.partition(".")[0]
        return None


def test_first_hosts_go_on_until_they_have_nothing_left() -> None:
    """So many hosts of a domain have turns at a time; the next one comes when one is done."""
    site = Site(GroupBounds(at_once=2), GroupBounds(), a=3, b=1, c=1, d=1)
    fetched = [site.fetch() for _ in range(7)]
    assert fetched[:2] == ["a", "b"]
    assert fetched.index("c") < fetched.index("d")
    assert sorted(filter(None, fetched)) == ["a", "a", "a", "b", "c", "d"]


def test_no_host_is_forgotten() -> None:
    """Everything that waits is fetched, however many hosts there are."""
    names = {f"h{number}": 1 + number % 3 for number in range(50)}
    site = Site(GroupBounds(at_once=4), GroupBounds(), **names)
    fetched = [site.fetch() for _ in range(sum(names.values()))]
    assert {name: fetched.count(name) for name in names} == names
    assert site.fetch() is None


def test_host_that_is_left_alone_gives_its_place_away() -> None:
    """A host that is paused keeps no place, and takes one again afterwards."""
    site = Site(GroupBounds(at_once=1), GroupBounds(), a=2, b=2)
    assert site.fetch() == "a"
    site.neighbours._is_live = lambda host: not host.startswith("a") and bool(site.turns.waiting.get(host))
    site.turns.hold("a.lanqiao.test:80", "paused")
    assert [site.fetch(), site.fetch(), site.fetch()] == ["b", "b", None]
    site.turns.release("a.lanqiao.test:80", "paused")
    assert site.fetch() == "a"


def test_hosts_of_one_address() -> None:
    """Hosts of several domains that one server answers for take turns like one site."""
    turns = Turns({"www.a.test:80": 2, "www.b.test:80": 2, "www.c.test:80": 2})
    neighbours = Neighbours(
        GroupBounds(at_once=8), GroupBounds(at_once=2), lambda host: bool(turns.waiting.get(host))
    )
    for host in ("www.a.test:80", "www.b.test:80", "www.c.test:80"):
        assert neighbours.claim_turn(host, turns)
        neighbours.answered(host, "192.0.2.1")
    assert [neighbours.claim_turn(f"www.{each}.test:80", turns) for each in "abc"] == [True, True, False]


def test_budget_of_a_domain() -> None:
    """The answers of all its hosts count."""
    site = Site(GroupBounds(pages=3), GroupBounds(pages=9), a=1, b=1)
    for host in ("a.lanqiao.test:80", "b.lanqiao.test:80", "b.lanqiao.test:80"):
        assert site.neighbours.spent(host) is None
        site.neighbours.answered(host, "192.0.2.1")
    assert site.neighbours.spent("a.lanqiao.test:80") == Reason(Cause.DOMAIN_PAGES)


def test_addresses_and_bare_hosts() -> None:
    """An IPv6 host, a port and a host without one each have their group."""
    turns = Turns({})
    neighbours = Neighbours(GroupBounds(at_once=1), GroupBounds(), lambda _: True)
    for host in ("[2001:db8::1]:8080", "192.0.2.1:81", "localhost"):
        assert neighbours.claim_turn(host, turns)
    assert not neighbours.claim_turn("192.0.2.1:82", turns)
