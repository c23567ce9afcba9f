"""Tests of the resolver: which of a name's addresses Twisted gets, and how often a name is looked up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from twisted.internet.defer import Deferred, fail, succeed

from crawler.downloading.resolver import PublicResolver
from crawler.safety.addresses import Allowed

NAMES = {
    "linshui.test": ("93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"),
    "half.test": ("10.0.0.7", "93.184.215.14"),
    "inside.test": ("10.0.0.7", "fd00::7"),
}


class Names(PublicResolver):
    """A resolver whose look-ups come from NAMES."""

    def __init__(self, cache_size: int = 10) -> None:
        from twisted.internet import reactor  # importing it installs a reactor

        super().__init__(reactor, cache_size, timeout=1.0)
        self.asked: list[str] = []

    def look_up(self, name: str) -> Deferred[Sequence[str]]:
        """Return the addresses of NAMES."""
        self.asked.append(name)
        addresses = NAMES.get(name)
        return succeed(addresses) if addresses else fail(OSError("no such name"))


class Receiver:
    """Collects the results of a look-up."""

    def __init__(self) -> None:
        self.addresses: list[tuple[str, int]] = []
        self.complete = False

    def resolutionBegan(self, resolution: Any) -> None:  # noqa: N802  Twisted's name
        """Do nothing."""

    def addressResolved(self, address: Any) -> None:  # noqa: N802  Twisted's name
        """Keep an address."""
        self.addresses.append((address.host, address.port))

    def resolutionComplete(self) -> None:  # noqa: N802  Twisted's name
        """Note the end."""
        self.complete = True


def given(resolver: PublicResolver, name: str) -> list[str]:
    """Return the addresses that Twisted gets for a name."""
    receiver = Receiver()
    resolver.resolveHostName(receiver, name, 80)
    assert receiver.complete
    assert {port for _, port in receiver.addresses} <= {80}
    return [host for host, _ in receiver.addresses]


def test_public_addresses_of_both_families_are_given_in_their_order() -> None:
    """Nothing is left out, and nothing is refused."""
    resolver = Names()
    assert given(resolver, "linshui.test") == list(NAMES["linshui.test"])
    assert resolver.refused == {}


def test_private_addresses_are_left_out() -> None:
    """A name with a public address keeps that one; a name without any is refused, with the address."""
    resolver = Names()
    assert given(resolver, "half.test") == ["93.184.215.14"]
    assert given(resolver, "inside.test") == []
    assert resolver.refused == {"inside.test": "fd00::7"}


def test_proxies_and_allowed_hosts_may_be_private() -> None:
    """The operator has named them."""
    resolver = Names()
    resolver.proxies.add("inside.test")
    assert given(resolver, "inside.test") == list(NAMES["inside.test"])
    resolver = Names()
    resolver.allowed = Allowed.parse(["half.test"])
    assert given(resolver, "half.test") == list(NAMES["half.test"])


def test_unknown_names_have_no_address() -> None:
    """The look-up ends without one, and is not remembered: the next request asks again."""
    resolver = Names()
    assert given(resolver, "nowhere.test") == given(resolver, "nowhere.test") == []
    assert resolver.asked == ["nowhere.test"] * 2
    assert resolver.refused == {}


@pytest.mark.parametrize(("size", "asked"), [(10, 2), (1, 3), (0, 3)])
def test_names_are_remembered_up_to_the_cache_size(size: int, asked: int) -> None:
    """The oldest name is forgotten first; a size of 0 remembers none."""
    resolver = Names(cache_size=size)
    for name in ("linshui.test", "half.test", "linshui.test"):
        given(resolver, name)
    assert len(resolver.asked) == asked
