"""Collects the sites of a fleet, or several crawls: the state of each, and the sum of their latest runs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape
from itertools import chain
from pathlib import Path
from typing import Any

from crawler.accounting.history import HostRun, PublisherRun, RunRecord, read_history
from crawler.accounting.outcome import ExitStatus
from crawler.ledger.accounts import queue_length
from crawler.ledger.crawls import SHARDS, Crawls, distinct_names
from crawler.ledger.ledger import LEDGER

FLEET = "fleet.json"
"""Name of the file in a fleet's directory with the result of its last run, by shard."""
_COLUMNS = {
    "": ("Site", "Last run"),
    "n": ("Articles", "New", "Failed", "Waiting"),
    "n wide": ("Rejected", "Pages/s", "Ended (UTC)"),  # columns that a phone hides
}
LONG = 10
"""Minimum seconds of a run for a rate in pages a second, because times are recorded to the second."""
_NO_ALARM = frozenset(
    (ExitStatus.COMPLETE, ExitStatus.PARTIAL, ExitStatus.LIMIT_REACHED, ExitStatus.DIRECTORY_IN_USE)
)


@dataclass(frozen=True, slots=True)
class CrawlSite:
    """A shard of a fleet, or another crawl."""

    name: str
    """Name of its directory, see `distinct_names`."""
    runs: Sequence[RunRecord]
    """Its runs, the oldest first."""
    status: int | None
    """Result of its last crawl: exit status, or a signal as a negative number; None if it never started."""
    is_aside: bool = False
    """Whether the fleet set it aside until its next run."""
    waiting: int | None = 0
    """Queued URLs; None without a ledger."""
    is_started: bool = False
    """Whether it has a ledger, but no known end of a run."""

    @property
    def is_bad(self) -> bool:
        """Whether it needs attention."""
        return self.is_aside or (self.status is not None and self.status not in _NO_ALARM)


def read_sites(crawls: Crawls) -> list[CrawlSite]:
    """Read the states of crawls, and of the shards that their fleets have not started yet.

    Raises OSError if a file cannot be read.
    """
    states_of_fleets = {fleet.resolve() / SHARDS: _told(fleet) for fleet in crawls.fleets}
    names = distinct_names(crawls.paths)
    sites = []
    for name, path in zip(names, crawls.paths, strict=True):
        states = states_of_fleets.get(path.resolve().parent, {})
        sites.append(_site(name, path, states.pop(path.name, {})))
    for shards, states in states_of_fleets.items():
        for name, state in sorted(states.items()):
            sites.append(_site(f"{shards / name}" if name in names else name, shards / name, state))
    return sites


def _told(fleet: Path) -> dict[str, dict[str, Any]]:
    """Return the state of each shard, by name; it is empty before the end of the fleet's first run."""
    names = [each.name for each in (fleet / SHARDS).iterdir() if each.is_dir()]
    folders: dict[str, dict[str, Any]] = {name: {} for name in names}
    try:
        content = json.loads((fleet / FLEET).read_text("utf-8"))
    except (FileNotFoundError, ValueError):  # the fleet has not ended yet
        return folders
    shards = content.items() if isinstance(content, dict) else ()
    return folders | {name: each for name, each in shards if isinstance(each, dict)}


def _site(name: str, folder: Path, state: Mapping[str, Any]) -> CrawlSite:
    runs = read_history(folder)
    status = state.get("status", runs[-1].status if runs else None)
    waiting = state["waiting"] if "waiting" in state else queue_length(folder / LEDGER)
    is_started = status is None and "status" not in state and (folder / LEDGER).is_file()
    return CrawlSite(name, runs, status, bool(state.get("set_aside")), waiting, is_started)


def joined(histories: Iterable[Sequence[RunRecord]]) -> list[RunRecord]:
    """Merge the runs of several crawls, the oldest first: all last runs become one, and so on."""
    backwards = [list(reversed(history)) for history in histories]
    longest = max(map(len, backwards), default=0)
    rounds = ([runs[number] for runs in backwards if number < len(runs)] for number in range(longest))
    return [_joined(runs) for runs in reversed(list(rounds))]


def _joined(runs: Sequence[RunRecord]) -> RunRecord:
    return RunRecord(
        run=max(run.run for run in runs),
        started=min(run.started for run in runs),
        ended=max(run.ended for run in runs),
        status=max(run.status for run in runs),
        publishers=_by_name((run.publishers for run in runs), _publisher),
        hosts=_by_name((run.hosts for run in runs), _host),
    )


def _by_name(several: Iterable[Mapping[str, Any]], join: Any) -> dict[str, Any]:
    sums: dict[str, Any] = {}
    for name, value in chain.from_iterable(mapping.items() for mapping in several):
        sums[name] = join(sums[name], value) if name in sums else value
    return sums


def _publisher(one: PublisherRun, other: PublisherRun) -> PublisherRun:
    return PublisherRun(
        articles=one.articles + other.articles,
        unchanged=one.unchanged + other.unchanged,
        rejected=one.rejected + other.rejected,
        failed=one.failed + other.failed,
        removed=one.removed + other.removed,
        listed=one.listed + other.listed,
        filled=Counter(one.filled) + Counter(other.filled),
        reasons=Counter(one.reasons) + Counter(other.reasons),
        unanswered=Counter(one.unanswered) + Counter(other.unanswered),
    )


def _host(one: HostRun, other: HostRun) -> HostRun:
    return HostRun(answers=one.answers + other.answers, seconds=one.seconds + other.seconds)


def sites_table(sites: Sequence[CrawlSite], articles: Mapping[str, int]) -> str:
    """Lay out the table of sites: first those that need attention, then by number of articles.

    `articles` is the number of stored articles, by site.
    """
    ordered = sorted(sites, key=lambda site: (not site.is_bad, -articles.get(site.name, 0), site.name))
    head = "".join(f'<th class="{kind}">{name}</th>' for kind, names in _COLUMNS.items() for name in names)
    rows = "".join(_row(site, articles.get(site.name, 0)) for site in ordered)
    return (
        f'<div class="scroll tall"><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>'
    )


def _row(site: CrawlSite, articles: int) -> str:
    last = site.runs[-1] if site.runs else None
    total = _total(last)
    waiting = "" if site.waiting is None else f"{site.waiting:,}"
    counts = (f"{articles:,}", f"{total.articles:,}", f"{total.failed:,}", waiting)
    ended = last.ended[:16].replace("T", " ") if last else ""
    cells = (
        *(f'<td class="n">{each}</td>' for each in counts),
        *(
            f'<td class="n wide">{each}</td>'
            for each in (f"{total.rejected:,}", _rate(last, total), escape(ended))
        ),
    )
    return (
        f'<tr><td class="site">{escape(site.name)}</td>'
        f"<td{' class=bad' if site.is_bad else ''}>{escape(ended_how(site))}</td>{''.join(cells)}</tr>"
    )


def ended_how(site: CrawlSite) -> str:
    """Word the end of a site's crawl: `complete`, `killed by signal 9, set aside`."""
    if site.status is None:
        return "not ended yet" if site.is_started else "not started"
    known = site.status in {*ExitStatus}
    words = ExitStatus(site.status).name.lower().replace("_", " ") if known else f"status {site.status}"
    words = f"killed by signal {-site.status}" if site.status < 0 else words
    return f"{words}, set aside" if site.is_aside else words


def _total(run: RunRecord | None) -> PublisherRun:
    total = PublisherRun()
    for publisher in run.publishers.values() if run else ():
        total = _publisher(total, publisher)
    return total


def _rate(run: RunRecord | None, total: PublisherRun) -> str:
    """Return the pages a second of a run that took long enough."""
    if run is None:
        return ""
    pages = total.articles + total.unchanged + total.rejected + total.failed + total.removed + total.listed
    try:
        seconds = (datetime.fromisoformat(run.ended) - datetime.fromisoformat(run.started)).total_seconds()
    except (ValueError, TypeError):  # a line of another program
        return ""
    return f"{pages / seconds:,.1f}" if seconds >= LONG else ""
