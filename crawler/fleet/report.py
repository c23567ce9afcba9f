"""Words the reports of a fleet: progress lines, the summary, and the exit status."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from crawler.accounting.outcome import MEANINGS, ExitStatus
from crawler.fleet.board import ShardState
from crawler.fleet.ledgers import ShardProgress
from crawler.program import program
from crawler.text.counts import counted

NAMED = 20  # shards that the summary names for each result; fleet.json has all of them

_WORST = (ExitStatus.FAULT, ExitStatus.DISK_FULL, ExitStatus.OUTPUT_FAILED, ExitStatus.INTERRUPTED)
"""Statuses that become the fleet's if any shard has them, the worst first."""


@dataclass(frozen=True, slots=True)
class ShardReport:
    """A shard and its progress in this run of the fleet."""

    standing: ShardState
    progress: ShardProgress


def fleet_outcome(statuses: Iterable[int]) -> ExitStatus:
    """Return the exit status of a fleet from those of its shards; a signal (negative) counts as a fault."""
    kinds = {ExitStatus.FAULT if status < 0 else ExitStatus(status) for status in statuses}
    for worst in _WORST:
        if worst in kinds:
            return worst
    if len(kinds) == 1:
        return kinds.pop()
    return (
        ExitStatus.LIMIT_REACHED
        if kinds == {ExitStatus.COMPLETE, ExitStatus.LIMIT_REACHED}
        else ExitStatus.PARTIAL
    )


def status_line(shown: Collection[ShardReport], seconds: float) -> str:
    """Word the progress of the fleet."""
    standings = [each.standing for each in shown]
    counts = {
        "done": sum(each.is_over and not each.is_aside for each in standings),
        "running": sum(each.is_running for each in standings),
        "waiting": sum(not (each.is_over or each.is_running) for each in standings),
        "set aside": sum(each.is_aside for each in standings),
    }
    words = ", ".join(f"{count} {name}" for name, count in counts.items() if count)
    total = _totals(shown)
    pages = sum(total.values())
    rate = f"{pages / seconds:,.1f} a second" if seconds else ""
    queued = sum(each.progress.waiting for each in shown)
    return (
        f"{counted(len(standings), 'site')}: {words}; {counted(total['stored'], 'article')} of "
        f"{counted(pages, 'URL')}, {rate}; "
        f"{queued:,} queued"
    )


def again(standing: ShardState, pause: float, tries: int) -> str | None:
    """Word the failure of a shard and the fleet's action; None if it did not fail."""
    if not standing.is_aside and standing.is_over:
        return None
    next_ = (
        f"set aside; its log is {standing.shard.folder}/crawl.log"
        if standing.is_aside
        else f"restarts in {pause:.0f} s (try {standing.tries + 1} of {tries})"
    )
    return f"{standing.shard.name}: {ended_how(standing)}; {next_}"


def ended_how(standing: ShardState) -> str:
    """Word the end of a shard's last crawl."""
    if standing.status is None:
        return "not started; the next run starts it"
    if standing.reason:
        return standing.reason
    if standing.status < 0:
        return f"killed by signal {-standing.status}"
    return f"status {standing.status}, {MEANINGS[ExitStatus(standing.status)]}"


def summary(shown: Collection[ShardReport], seconds: float, directory: Path) -> str:
    """Word the summary of the fleet's run."""
    total = _totals(shown)
    minutes, rest = divmod(round(seconds), 60)
    lines = [
        (
            f"{counted(total['stored'], 'article')} of {counted(len(shown), 'site')}"
            f" written in {minutes} min {rest} s"
        ),
        f"to        {directory}/shards/*/articles.jsonl",
        "visited   " + (", ".join(f"{count:,} {name}" for name, count in total.most_common()) or "nothing"),
        *_by_ending(shown),
        f"more in   {directory}/fleet.json, and shards/HOST/crawl.log for each site",
        f"inspect   {program()} report {directory}; {program()} health {directory}",
        "next      run the same command to resume, or to fetch new and changed articles",
    ]
    return "\n  ".join(lines)


def _by_ending(shown: Collection[ShardReport]) -> list[str]:
    groups: dict[str, list[str]] = {}
    for shard in shown:
        if shard.standing.status != ExitStatus.COMPLETE:
            groups.setdefault(ended_how(shard.standing), []).append(shard.standing.shard.name)
    complete = len(shown) - sum(map(len, groups.values()))
    lines = [f"complete  {complete}"] if complete else []
    for how, names in sorted(groups.items(), key=lambda item: -len(item[1])):
        more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
        lines.append(f"{len(names):9} {how}: {', '.join(names[:NAMED])}{more}")
    return lines


def _totals(shown: Iterable[ShardReport]) -> Counter[str]:
    return sum((Counter(each.progress.outcomes) for each in shown), Counter())


def as_json(shown: Iterable[ShardReport]) -> Mapping[str, object]:
    """Return the content of `fleet.json`: for each shard status, tries, outcomes and queued URLs."""
    return {
        each.standing.shard.name: {
            "status": each.standing.status,
            "reason": each.standing.reason or None,
            "tries": each.standing.tries,
            "set_aside": each.standing.is_aside,
            "outcomes": each.progress.outcomes,
            "waiting": each.progress.waiting,
        }
        for each in shown
    }
