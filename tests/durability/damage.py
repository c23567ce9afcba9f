"""Counts the damage of an attack: articles lost, repeated and torn.

With DURABILITY_TALLY=FILE each count is added there, and `tests/durability/table.py` makes a table of them.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from fastwarc.warc import ArchiveIterator

from crawler.archive.reading import end_of_whole_records

TALLY = "DURABILITY_TALLY"


class Attack(Enum):
    """A kind of attack on a crawl; the words are those of the table."""

    KILL_AT_WRITE = "kill -9 at a seeded write"
    KILL_FROM_OUTSIDE = "kill -9 from outside, at a seeded page"
    KILL_WHILE_SITE_CHANGES = "kill -9 while the site corrects, removes and adds articles"
    KILL_IN_THE_PAST = "kill -9 while captures of a web archive are harvested"
    KILL_WITH_PICTURES = "kill -9 while pictures are fetched"
    KILL_IN_RETRY = "kill -9 of a retry of missing pictures, and while they are fetched"
    KILL_IN_UPGRADE = "kill -9 while an older ledger is upgraded"
    BESIDE = "kill -9 of a crawl with export, retry and audit beside it, and of these"
    FLEET = "kill -9 of a fleet's crawls"
    CLUSTER = "kill -9 of workers and crawls on a cluster"
    MACHINE = "loss of the machine that has the ledger"
    PAUSE = "pause (SIGSTOP, SIGCONT) at a seeded moment"
    CLOCK = "clock set ahead or back, up to fifty years, and kill -9"
    HOST_NAME = "kill -9 and another host name"
    TAKEN_TWICE = "directory taken by a second host that does not see the lock"
    MEMORY = "memory limit of a cgroup: the kernel kills"
    PUSH = "kill -9 of a push, of its receiver, or of PostgreSQL or NATS; its events"
    POWER_LOG = "power cut, by a log of all writes: what is not synchronised is lost in any choice"
    POWER_EXT4 = "power cut of an ext4 file system, its journal replayed"


@dataclass(frozen=True, slots=True)
class Damage:
    """Numbers of articles."""

    lost: int = 0
    repeated: int = 0
    torn: int = 0
    """Lines that are no record, and records without their whole page in the archive."""

    def __add__(self, other: Damage) -> Damage:
        return Damage(self.lost + other.lost, self.repeated + other.repeated, self.torn + other.torn)


def tally(attack: Attack, points: int, damage: Damage = Damage()) -> None:
    """Record a number of points of an attack, with their damage altogether, which must be none."""
    if os.environ.get(TALLY):
        told = {"attack": attack.name, "points": points, **asdict(damage)}
        with Path(os.environ[TALLY]).open("a", encoding="utf-8") as file:
            file.write(json.dumps(told) + "\n")
    assert damage == Damage(), attack.value


def damage_of(folder: Path, expected: Iterable[str], field: str = "url") -> Damage:
    """Compare the output of a crawl with the URLs (or ids) that it ought to hold, once each."""
    lines = lines_of(folder)
    records = [record for record in map(record_or_none, lines) if record is not None]
    held, wanted = Counter(record[field] for record in records), Counter(expected)
    torn = len(lines) - len(records) + sum(not has_page(folder, record) for record in records)
    return Damage((wanted - held).total(), (held - wanted).total(), torn + torn_archives(folder))


def damage_of_events(expected: Iterable[str], arrived: Iterable[str]) -> Damage:
    """Compare the ids of events with the different ones that arrived; the order counts, too."""
    wanted, ids = list(expected), list(arrived)
    lost, others = set(wanted) - set(ids), len(ids) - len(set(ids) & set(wanted))
    return Damage(len(lost), others, int(not lost and not others and ids != wanted))


def lines_of(folder: Path) -> list[bytes]:
    """Return the lines of a crawl's output."""
    file = folder / "articles.jsonl"
    return file.read_bytes().splitlines(keepends=True) if file.is_file() else []


def record_or_none(line: bytes) -> dict[str, Any] | None:
    """Read a line; None for one that is torn."""
    try:
        record = json.loads(line)
    except ValueError:
        return None
    return record if line.endswith(b"\n") and isinstance(record, dict) else None


def has_page(folder: Path, record: dict[str, Any]) -> bool:
    """Return whether the page of an article is where its record says, with its headline."""
    name, _, offset = str(record["archive"]).partition("#")
    if not (folder / name).is_file():
        return False
    with (folder / name).open("rb") as stream:
        stream.seek(int(offset))
        response = next(iter(ArchiveIterator(stream)), None)
        is_its_own = response is not None and response.headers["WARC-Target-URI"] == record["url"]
        return is_its_own and response is not None and record["headline"].encode() in response.reader.read()


def torn_archives(folder: Path) -> int:
    """Count the archives with a torn record."""
    return sum(not is_whole(file) for file in (folder / "pages").glob("*.warc.gz"))


def is_whole(file: Path) -> bool:
    """Return whether an archive ends with a whole record, and none before it is torn."""
    with file.open("rb") as stream:
        intact = [record.verify_block_digest() for record in ArchiveIterator(stream, parse_http=False)]
    return all(intact) and end_of_whole_records(file, 0) == file.stat().st_size
