"""Tests of the order of hosts."""

from __future__ import annotations

import time
from collections import Counter
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from crawler.ledger.turns import Turns
from tests.house.thorough import examples

HOSTS = st.sampled_from("abcde")


class TurnsAsListed(RuleBasedStateMachine):
    """Turns, beside a list of hosts that is searched from its beginning."""

    def __init__(self) -> None:
        super().__init__()
        self.turns = Turns({})
        self.waiting: Counter[str] = Counter()
        self.held: set[str] = set()
        self.row: list[str] = []

    def tidy(self) -> None:
        """Keep the hosts in the row that may have a turn."""
        free = {host for host, count in self.waiting.items() if count and host not in self.held}
        self.row = [host for host in self.row if host in free]
        self.row += sorted(free.difference(self.row))

    @rule(host=HOSTS, count=st.integers(0, 2))
    def add(self, host: str, count: int) -> None:
        """Queue URLs."""
        self.turns.add(host, count)
        self.waiting[host] += count
        self.tidy()

    @precondition(lambda self: self.waiting.total())
    @rule(choice=st.data())
    def remove(self, choice: Any) -> None:
        """Finish a URL while it waits."""
        host = choice.draw(st.sampled_from(sorted(+self.waiting)))
        self.turns.remove(host)
        self.waiting[host] -= 1
        self.tidy()

    @rule(host=HOSTS)
    def hold(self, host: str) -> None:
        """Make a host busy."""
        self.turns.hold(host)
        self.held.add(host)
        self.tidy()

    @rule(host=HOSTS)
    def release(self, host: str) -> None:
        """Free a host."""
        self.turns.release(host)
        self.held.discard(host)
        self.tidy()

    @rule()
    def take(self) -> None:
        """Take the first free host, and move it to the end."""
        expected = self.row[0] if self.row else None
        assert self.turns.next() == expected
        self.row = self.row[1:] + self.row[:1]


TestTurnsAsListed = TurnsAsListed.TestCase
TestTurnsAsListed.settings = settings(max_examples=examples(60), deadline=None)


@pytest.mark.parametrize("busy", [0, 20_000])
def test_many_hosts_cost_no_more_than_a_few(busy: int) -> None:
    """Neither waiting nor busy hosts are visited one by one at each turn."""
    turns = Turns({f"{number}.example": 1 for number in range(20_001)})
    for number in range(busy):
        turns.hold(f"{number}.example")
    began = time.process_time()
    for _ in range(20_000):
        assert turns.next() is not None
    assert time.process_time() - began < 1  # a search of them all takes half a minute
