"""Judges the sources of a crawl (feeds, sitemaps, lists): dead, blocked, empty, frozen."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from crawler.accounting.history import RunRecord, publisher_name
from crawler.discovery.sniff import ResponseKind
from crawler.ledger.journal import Journal
from crawler.ledger.ledger import LEDGER
from crawler.ledger.plan import Outcome
from crawler.ledger.schema import read_only
from crawler.ledger.sources import WEB_PAGE, SourceState, source_states
from crawler.reasons.reason import http
from crawler.text.counts import counted

FEED = ResponseKind.FEED.value
"""Form of a source that is expected to change; a sitemap may be that of a past year."""
GONE = (http(404), http(410))
STILL = 3
"""Minimum number of answers without a change, and of runs that brought articles meanwhile, before a source is
called frozen."""
CHANCE = 0.01
"""A source that used to change counts as frozen if chance alone would keep it unchanged for so long with a
lower probability."""
FAILURES = 3
"""Consecutive failures after which a source counts as failing."""
STALE = timedelta(days=60)
"""A feed is frozen if its newest entry is older by this than the newest one of all sources of its site."""


class SourceStanding(StrEnum):
    """The standing of a source, the gravest first."""

    BLOCKED = "blocked"
    """A firewall answers in its place."""
    DEAD = "dead"
    """It is gone (404, 410), or a web page answers in place of a feed."""
    FAILING = "failing"
    """Its last visits failed for another reason."""
    EMPTY = "empty"
    """It named articles before, and names none now, without an error."""
    FROZEN = "frozen"
    """It answers, but does not change, although its site has new articles."""
    ONCE = "once"
    """It brought articles only at its first answer: a topic, or a sitemap of a past year."""
    WELL = "well"


@dataclass(frozen=True, slots=True)
class Source:
    """A source with its standing."""

    state: SourceState
    publisher: str
    standing: SourceStanding
    facts: str
    """The facts behind the standing, in words."""


def read_sources(folder: Path, history: Sequence[RunRecord]) -> list[Source]:
    """Judge the sources of a crawl's directory; empty without a ledger.

    Raises `LedgerFormatError` for a ledger that cannot be opened, and `LedgerWriteError`.
    """
    if not os.path.lexists(folder / LEDGER):
        return []
    with closing(read_only(folder / LEDGER)) as database:
        return list(judged(source_states(Journal(database)), history))


def judged(states: Iterable[SourceState], history: Sequence[RunRecord]) -> Iterator[Source]:
    """Judge each source by its own answers, and by the articles of its publisher in the same time."""
    by_publisher: dict[str, list[SourceState]] = {}
    for state in states:
        by_publisher.setdefault(publisher_name(state.host), []).append(state)
    for publisher, own in by_publisher.items():
        site = _site(publisher, own, history)
        yield from (Source(state, publisher, *_judge(state, site)) for state in own)


@dataclass(frozen=True, slots=True)
class _Site:
    """The articles of a publisher, with which its sources are compared."""

    brought: tuple[tuple[str, int], ...]
    """Start and number of articles of each run that brought any."""
    oldest: str
    """Day before which the newest entry of a feed is stale, ISO 8601."""


def _site(publisher: str, states: Sequence[SourceState], history: Sequence[RunRecord]) -> _Site:
    counts = ((run.started, run.publishers.get(publisher)) for run in history)
    brought = tuple((started, run.articles) for started, run in counts if run is not None and run.articles)
    today = _iso(max((state.visited or 0.0 for state in states), default=0.0))
    days = [day for state in states if (day := _day(state.newest)) and f"{day}" <= today]
    return _Site(brought, f"{max(days) - STALE}" if days else "")


def _day(text: str | None) -> date | None:
    """Return a day, or None for a month and for a day that does not exist, such as 30 February."""
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None


def _judge(state: SourceState, site: _Site) -> tuple[SourceStanding, str]:
    for standing, words in _faults(state):
        if words:
            return standing, words
    if still := _stillness(state, site):
        is_expected = state.is_start or state.form == FEED or state.changes > 1
        return (SourceStanding.FROZEN if is_expected else SourceStanding.ONCE), still
    return SourceStanding.WELL, ""


def _faults(state: SourceState) -> Iterator[tuple[SourceStanding, str]]:
    yield SourceStanding.BLOCKED, _wall(state)
    yield SourceStanding.DEAD, _death(state)
    yield SourceStanding.FAILING, _failure(state)
    yield SourceStanding.EMPTY, _emptiness(state)


def _wall(state: SourceState) -> str:
    reason = state.held or (state.reason if state.outcome == Outcome.FAILED else None)
    return reason.words if reason is not None and reason.is_wall else ""


def _death(state: SourceState) -> str:
    if state.outcome == Outcome.FAILED and state.reason in GONE:
        return f"{_why(state)}, {_times(state.failures)}"
    if state.outcome != Outcome.FAILED and state.is_file and state.form == WEB_PAGE:
        return "a web page answers in place of a feed, a sitemap or a list in JSON"
    return ""


def _failure(state: SourceState) -> str:
    if state.outcome != Outcome.FAILED or state.failures < FAILURES:
        return ""
    return f"{_why(state)}, {_times(state.failures)}"


def _why(state: SourceState) -> str:
    return state.reason.words if state.reason is not None else "no reason"


def _emptiness(state: SourceState) -> str:
    if state.entries or not state.had or not state.empty:
        return ""
    return f"no articles, {_times(state.empty)}; {state.had:,} before"


def _stillness(state: SourceState, site: _Site) -> str:
    """Word the time since a source changed, if it should have; empty otherwise."""
    if state.changed is None or not (state.had or state.brought) or state.outcome == Outcome.FAILED:
        return ""
    changed = _iso(state.changed)
    later = [articles for started, articles in site.brought if started > changed]
    if not _is_frozen(state, min(state.still, len(later))) and not _is_stale(state, site):
        return ""
    newest = f", newest entry {state.newest}" if state.newest else ""
    articles = counted(sum(later), "article")
    return f"unchanged since {changed[:10]}{newest}; its site brought {articles} meanwhile"


def _is_frozen(state: SourceState, still: int) -> bool:
    """Return whether a source is unchanged for longer than its own past explains (rule of succession)."""
    if state.changes < 2:
        return still >= STILL
    before = state.answers - state.still
    probability = (state.changes + 1) / (max(before, state.changes) + 2)
    return still >= STILL and (1 - probability) ** still < CHANCE


def _is_stale(state: SourceState, site: _Site) -> bool:
    """Return whether a feed never changed and ends long before the newest entries of its site."""
    is_old = bool(state.newest) and (state.newest or "") < site.oldest
    return state.form == FEED and state.changes < 2 and bool(site.brought) and is_old


def _times(number: int) -> str:
    return f"{number} times in a row" if number > 1 else "once"


def _iso(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")
