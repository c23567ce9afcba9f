"""Stores the paused hosts from one run to the next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from crawler.ledger.journal import Journal


@dataclass(frozen=True, slots=True)
class Resting:
    """A paused host."""

    host: str
    """Host and port."""
    until: float
    """Unix time; in the past for a host that had its share of the last run."""
    strikes: int
    reason: str


def resting_hosts(journal: Journal) -> list[Resting]:
    """Read the hosts that the last run left alone. Raises `LedgerWriteError`."""
    return [Resting(*row) for row in journal.rows("SELECT host, until, strikes, reason FROM hosts")]


def keep_resting(journal: Journal, hosts: Iterable[Resting]) -> None:
    """Replace them by these. Raises `LedgerWriteError`."""
    journal.write("DELETE FROM hosts")
    for each in hosts:
        journal.write(
            "INSERT INTO hosts VALUES (?, ?, ?, ?)", each.host, each.until, each.strikes, each.reason
        )
