"""What each run of a crawl brought, a line of JSON a run: what later runs are compared with."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from crawler.publishers import publisher_of
from crawler.records.lines import json_line, mend_last_line, whole_lines
from crawler.text.urls import host_of

HISTORY = "runs.jsonl"
"""Name of the file inside a crawl's directory. A run that was killed leaves no line there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublisherRun:
    """What a run brought of one publisher."""

    articles: int = 0
    """Articles and revisions that were written."""
    unchanged: int = 0
    """Pages whose article was there already."""
    rejected: int = 0
    """Pages that looked like articles by their address, and were none."""
    failed: int = 0
    """URLs that could not be fetched."""
    listed: int = 0
    """Lists, feeds and sitemaps that were read."""
    filled: Mapping[str, int] = field(default_factory=dict)
    """Articles by the field of `tally.FILLABLE` that is not empty."""
    reasons: Mapping[str, int] = field(default_factory=dict)
    """What was rejected and what failed, by the reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HostRun:
    """What a host cost."""

    answers: int
    seconds: float
    """Spent waiting for all of its answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRecord:
    """One run, as its line in the history has it."""

    run: int
    """Its number in the ledger."""
    started: str
    ended: str
    """ISO 8601, UTC."""
    status: int
    """The exit status."""
    publishers: Mapping[str, PublisherRun]
    """By the name of the publisher; by the host where that is not known."""
    hosts: Mapping[str, HostRun]
    """By host and port."""


def append_run(folder: Path, record: RunRecord) -> None:
    """Add a run to the history of a crawl's directory. Raises OSError where that cannot be written."""
    path = folder / HISTORY
    mend_last_line(path)
    with path.open("ab") as file:
        file.write(json_line(record))


def read_history(folder: Path) -> list[RunRecord]:
    """Read the runs of a crawl's directory, the oldest first; lines that are none are passed over.

    Empty where no run has left its line yet. Raises OSError where the file cannot be read.
    """
    path = folder / HISTORY
    if not path.is_file():
        return []
    with path.open("rb") as file:
        return [record for line in whole_lines(file) for record in _records(line.text)]


def publisher_name(host: str) -> str:
    """Return the name under which records have a host's publisher. `host` may have a port."""
    url = f"http://{host}/"
    known = publisher_of(url)
    return known.name if known else host_of(url) or host


def _records(line: bytes) -> Iterator[RunRecord]:
    try:
        found = json.loads(line)
        yield RunRecord(
            run=int(found["run"]),
            started=str(found["started"]),
            ended=str(found["ended"]),
            status=int(found["status"]),
            publishers={name: _publisher(each) for name, each in found["publishers"].items()},
            hosts={
                name: HostRun(answers=each["answers"], seconds=each["seconds"])
                for name, each in found["hosts"].items()
            },
        )
    except (AttributeError, KeyError, TypeError, ValueError):
        return  # somebody else's line, or one that a full disk cut; the other runs tell enough


def _publisher(found: Mapping[str, Any]) -> PublisherRun:
    names = ("articles", "unchanged", "rejected", "failed", "listed")
    counts = {name: int(found[name]) for name in names}
    return PublisherRun(**counts, filled=dict(found["filled"]), reasons=dict(found["reasons"]))
