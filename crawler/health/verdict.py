"""Compares a publisher's latest runs with its earlier ones, and distinguishes a redesign from a quiet day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import median

from crawler.accounting.history import PublisherRun, RunRecord
from crawler.accounting.outcome import ExitStatus
from crawler.accounting.tally import FILLABLE
from crawler.health.chance import by_chance
from crawler.reasons import Reason
from crawler.text.counts import counted
from crawler.validation import UNSOUND

PAST = 30
"""Maximum number of earlier runs in the baseline."""
ENOUGH = 20
"""Minimum number of articles in the baseline; with fewer, the verdict is `too young to tell`."""
SAMPLE, LATEST = 12, 24
"""The latest runs are merged until they have SAMPLE pages, but at most LATEST runs: an hourly run has only an
article or two."""
CHANCE = 0.001
"""Significance level: a rate counts as changed if chance alone would change it with a lower probability."""
DROP = 0.2
"""Minimum change of a rate, as a share of 1; smaller changes are ignored, even significant ones."""
SILENT_RUNS, MISSED = 3, 10
"""A publisher is silent after SILENT_RUNS consecutive runs without an article, in which MISSED articles were
expected.
"""


WALLED = 0.3
"""Minimum share of a run's URLs that met a firewall at which a publisher counts as blocked."""


class Verdict(StrEnum):
    """The state of a publisher."""

    WELL = "well"
    YOUNG = "too young to tell"
    """Too few articles in earlier runs."""
    QUIET = "quiet"
    """Few articles or none, without a sign of a fault."""
    FAILING = "failing"
    """Most or all of its URLs could not be fetched."""
    BLOCKED = "blocked"
    """Firewalls block the crawl; the site itself may be unchanged."""
    REDESIGNED = "redesigned"
    """Fill rates fell, or fewer pages are articles."""
    SILENT = "silent"
    """No article for so long a time that its lists must have changed."""


@dataclass(frozen=True, slots=True)
class Health:
    """The verdict on a publisher, with its figures."""

    publisher: str
    verdict: Verdict
    last: int
    """Articles of the last run."""
    articles: int
    """Articles of the latest runs, merged."""
    runs: int
    """Number of the latest runs."""
    usual: float
    """Median number of articles in the earlier runs that had any."""
    symptoms: tuple[str, ...]
    """The differences, in words."""
    fields: tuple[str, ...]
    """Fields whose fill rate fell."""
    since: str
    """Start of the first of the latest runs."""
    first_run: int
    """Number of that run in the ledger."""


@dataclass(frozen=True, slots=True)
class _Share:
    """A share: `having` of `of`."""

    having: int
    of: int

    @property
    def rate(self) -> float:
        return self.having / self.of if self.of else 0.0


def check(history: Sequence[RunRecord]) -> list[Health]:
    """Judge every publisher of a history, whose runs are in order; empty for an empty one."""
    names = sorted({name for run in history for name in run.publishers})
    return [_health(name, history) for name in names]


def _health(name: str, history: Sequence[RunRecord]) -> Health:
    runs = [run.publishers.get(name, PublisherRun()) for run in history]
    count = _latest(runs)
    earlier, latest = runs[:-count][-PAST:], runs[-count:]
    before, now = _sum(earlier), _sum(latest)
    first = history[len(history) - count]
    usual = median([run.articles for run in earlier if run.articles] or [0])
    fields = tuple(_fallen(before, now))
    symptoms = (*(_field_words(name, before, now) for name in fields), *_page_words(before, now))
    verdict = _verdict(before, now, bool(symptoms))
    if verdict is Verdict.WELL and not runs[-1].articles:
        verdict = _stillness(runs, history[-1].status)
    if blocked := tuple(_wall_words(runs[-1])):
        verdict, symptoms, fields = Verdict.BLOCKED, blocked, ()
    judged = (verdict, runs[-1].articles, now.articles, count, usual, symptoms, fields)
    return Health(name, *judged, first.started, first.run)


def _wall_words(run: PublisherRun) -> Iterator[str]:
    """Word the share of URLs that met a firewall, if it is large; one run is enough evidence."""
    walls = Counter(
        {reason: n for reason, n in _added(run.reasons, run.unanswered).items() if reason.is_wall}
    )
    count, of = walls.total(), _failed(run).of + sum(run.unanswered.values())
    if count and count >= WALLED * of:
        names = ", ".join(f"{n} {reason.words}" for reason, n in walls.most_common(3))
        yield f"{count:,} of {counted(of, 'URL')} met a firewall ({names})"


def _added(one: Mapping[Reason, int], other: Mapping[Reason, int]) -> Counter[Reason]:
    return Counter(one) + Counter(other)


def _latest(runs: Sequence[PublisherRun]) -> int:
    """Return the number of latest runs to merge."""
    pages = 0
    for count, run in enumerate(reversed(runs), start=1):
        pages += run.articles + run.rejected + run.failed
        if pages >= SAMPLE or count >= LATEST or count >= len(runs) // 2:
            return count
    return 1


def _verdict(before: PublisherRun, now: PublisherRun, has_symptoms: bool) -> Verdict:
    if before.articles < ENOUGH:
        return Verdict.YOUNG
    if _has_risen(_failed(before), _failed(now)) and _failed(now).rate > 0.5:
        return Verdict.FAILING
    return Verdict.REDESIGNED if has_symptoms else Verdict.WELL


def _stillness(runs: Sequence[PublisherRun], status: int) -> Verdict:
    """Return the verdict on a last run without an article.

    URLs that wait for a dead host have not failed yet, so the run's exit status shows unreachable hosts.
    """
    last = runs[-1]
    is_touched = last.listed or last.unchanged or last.rejected or last.removed
    if not is_touched and status in (ExitStatus.NOTHING_FETCHED, ExitStatus.PARTIAL):
        return Verdict.FAILING
    return Verdict.SILENT if _is_silent(runs) else Verdict.QUIET


def _is_silent(runs: Sequence[PublisherRun]) -> bool:
    silent = next((n for n, run in enumerate(reversed(runs)) if run.articles), len(runs))
    usual = median([run.articles for run in runs if run.articles] or [0])
    return silent >= SILENT_RUNS and silent * usual >= MISSED


def _fallen(before: PublisherRun, now: PublisherRun) -> Iterator[str]:
    for name in FILLABLE:
        then, today = _filled(before, name), _filled(now, name)
        if _has_risen(_without(then), _without(today)):
            yield name


def _field_words(name: str, before: PublisherRun, now: PublisherRun) -> str:
    then, today = _filled(before, name), _filled(now, name)
    return f"{name} in {today.rate:.0%} of {today.of:,} articles, before in {then.rate:.0%} of {then.of:,}"


def _page_words(before: PublisherRun, now: PublisherRun) -> Iterator[str]:
    then, today = _rejected(before), _rejected(now)
    if _has_risen(then, today):
        named = Counter({reason: n for reason, n in now.reasons.items() if reason.cause in UNSOUND})
        reasons = ", ".join(f"{n} {reason.words}" for reason, n in named.most_common(3))
        yield (
            f"{today.rate:.0%} of {today.of:,} pages are no articles, before {then.rate:.0%} of {then.of:,}"
            f" ({reasons})"
        )


def _filled(run: PublisherRun, name: str) -> _Share:
    return _Share(run.filled.get(name, 0), run.articles)


def _without(share: _Share) -> _Share:
    return _Share(share.of - share.having, share.of)


def _rejected(run: PublisherRun) -> _Share:
    return _Share(run.rejected, run.rejected + run.articles + run.unchanged)


def _failed(run: PublisherRun) -> _Share:
    return _Share(
        run.failed, run.failed + run.rejected + run.articles + run.unchanged + run.removed + run.listed
    )


def _has_risen(before: _Share, now: _Share) -> bool:
    """Return whether a rate rose significantly, and by at least DROP."""
    if not before.of or not now.of or now.rate - before.rate < DROP:
        return False
    return by_chance(now.having, now.of, before.having, before.of) < CHANCE


def _sum(runs: Sequence[PublisherRun]) -> PublisherRun:
    filled: Counter[str] = Counter()
    reasons: Counter[Reason] = Counter()
    for run in runs:
        filled.update(run.filled)
        reasons.update(run.reasons)
    names = ("articles", "unchanged", "rejected", "failed", "removed", "listed")
    counts = {name: sum(getattr(run, name) for run in runs) for name in names}
    return PublisherRun(**counts, filled=filled, reasons=reasons)
