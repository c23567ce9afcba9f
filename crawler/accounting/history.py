"""Records the counts of each run of a crawl, one JSON line a run, as a baseline for later runs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from crawler.ledger.crawls import HISTORY
from crawler.ledger.durable import naming
from crawler.ledger.regular import refuse_irregular
from crawler.publishers import publisher_of
from crawler.reasons import Reason, worded
from crawler.reasons.earlier import reason_of_words
from crawler.records.lines import json_line, mend_last_line, whole_lines
from crawler.text.urls import host_of


@dataclass(frozen=True, slots=True, kw_only=True)
class PublisherRun:
    """Counts of one publisher in one run."""

    articles: int = 0
    """Written articles and revisions."""
    unchanged: int = 0
    """Pages whose article was stored already."""
    rejected: int = 0
    """Rejected pages whose URL looked like an article's."""
    failed: int = 0
    """URLs that could not be fetched."""
    removed: int = 0
    """Stored articles that the site removed."""
    listed: int = 0
    """Lists, feeds and sitemaps read."""
    filled: Mapping[str, int] = field(default_factory=dict)
    """Articles with a value, by field of `tally.FILLABLE`."""
    reasons: Mapping[Reason, int] = field(default_factory=dict)
    """Rejected, failed and removed pages, by reason. The file also has them by code, as `codes`."""
    unanswered: Mapping[Reason, int] = field(default_factory=dict)
    """URLs that wait for hosts without any answer of their own in this run, by the reason of the pause. By
    code in the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HostRun:
    """The cost of one host in one run."""

    answers: int
    seconds: float
    """Seconds spent waiting for all of its answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRecord:
    """One run, as recorded in a line of the history."""

    run: int
    """Its number in the ledger."""
    started: str
    ended: str
    """ISO 8601, UTC."""
    status: int
    """The exit status."""
    publishers: Mapping[str, PublisherRun]
    """By name of the publisher; by host for unknown publishers."""
    hosts: Mapping[str, HostRun]
    """By host and port."""


def append_run(folder: Path, record: RunRecord) -> None:
    """Add a run to the history of a crawl's directory. Raises OSError if it cannot be written."""
    path = folder / HISTORY
    refuse_irregular(path)
    mend_last_line(path)
    with naming(path), path.open("ab") as file:
        file.write(json_line(_coded(record)))


def read_history(folder: Path) -> list[RunRecord]:
    """Read the runs of a crawl's directory, the oldest first; invalid lines are skipped.

    Empty before the end of the first run. Raises OSError if the file cannot be read.
    """
    path = folder / HISTORY
    if not path.is_file():
        return []
    with path.open("rb") as file:
        return [record for line in whole_lines(file) for record in _records(line.text)]


def publisher_name(host: str) -> str:
    """Return the publisher's name of a host, as in the records. `host` may have a port."""
    url = f"http://{host}/"
    known = publisher_of(url)
    return known.name if known else host_of(url) or host


def _coded(record: RunRecord) -> dict[str, Any]:
    """Return a record for the file, in which reasons are counted by their words and by their codes."""
    content: dict[str, Any] = {each.name: getattr(record, each.name) for each in fields(record)}
    publishers: dict[str, Any] = {}
    for name, run in record.publishers.items():
        counts = {each.name: getattr(run, each.name) for each in fields(run)}
        codes = {reason.code: count for reason, count in run.reasons.items()}
        unanswered = {reason.code: count for reason, count in run.unanswered.items()}
        reasons = {"reasons": worded(run.reasons), "codes": codes, "unanswered": unanswered}
        publishers[name] = {**counts, **reasons}
    return {**content, "publishers": publishers}


def _records(line: bytes) -> Iterator[RunRecord]:
    try:
        record = json.loads(line)
        yield RunRecord(
            run=int(record["run"]),
            started=str(record["started"]),
            ended=str(record["ended"]),
            status=int(record["status"]),
            publishers={name: _publisher(each) for name, each in record["publishers"].items()},
            hosts={
                name: HostRun(answers=each["answers"], seconds=each["seconds"])
                for name, each in record["hosts"].items()
            },
        )
    except (AttributeError, KeyError, TypeError, ValueError):
        return  # an edited line, or one that a full disk truncated; the other runs suffice


def _publisher(record: Mapping[str, Any]) -> PublisherRun:
    names = ("articles", "unchanged", "rejected", "failed", "listed")
    counts = {name: int(record[name]) for name in names}
    counts["removed"] = int(record.get("removed", 0))  # earlier versions had no such count
    if "codes" in record:
        reasons = _parsed(record["codes"])
    else:  # a line of an earlier version
        reasons = {reason_of_words(words): int(count) for words, count in record["reasons"].items()}
    unanswered = _parsed(record.get("unanswered", {}))  # earlier versions had no such count
    return PublisherRun(**counts, filled=dict(record["filled"]), reasons=reasons, unanswered=unanswered)


def _parsed(codes: Mapping[str, Any]) -> dict[Reason, int]:
    return {Reason.parse(code): int(count) for code, count in codes.items()}
