"""Stores the paused hosts from one run to the next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from crawler.ledger.journal import Journal
from crawler.reasons import Reason


@dataclass(frozen=True, slots=True)
class Resting:
    """A paused host."""

    host: str
    """Host and port."""
    until: float
    """Unix time; in the past for a host that used up its share of the last run."""
    strikes: int
    reason: Reason


def resting_hosts(journal: Journal) -> list[Resting]:
    """Read the hosts that were paused when the last run ended. Raises `LedgerWriteError`."""
    rows = journal.rows("SELECT host, until, strikes, reason FROM hosts")
    return [Resting(host, until, strikes, Reason.parse(code)) for host, until, strikes, code in rows]


def keep_resting(journal: Journal, hosts: Iterable[Resting]) -> None:
    """Replace the stored hosts. Raises `LedgerWriteError`."""
    journal.write("DELETE FROM hosts")
    for pause in hosts:
        journal.write(
            "INSERT INTO hosts VALUES (?, ?, ?, ?)", pause.host, pause.until, pause.strikes, pause.reason.code
        )
