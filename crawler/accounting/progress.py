"""Measures the progress of a running crawl: figures for programs, a line for logs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

from crawler.text.counts import counted

SETTLED = 5.0
"""Seconds for which the queue must shrink before the time left is estimated."""
TOP = 5
"""Maximum number of hosts that are named; totals include all hosts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CrawlProgress:
    """A crawl at one moment. Counts are of this run, times in seconds, sizes in bytes."""

    elapsed: float
    articles: int
    pages: int
    """Answers received, with lists and failures, without robots.txt."""
    rate: float
    """Pages a second, over the last minute at most."""
    failed: int
    size: int
    """Bytes received."""
    queued: int
    """Queued URLs of all hosts."""
    queues: Mapping[str, int] = field(default_factory=dict)
    """The longest queues, by host."""
    delays: Mapping[str, float] = field(default_factory=dict)
    """Current seconds between requests, for hosts with a queue."""
    pauses: Mapping[str, float] = field(default_factory=dict)
    """Seconds of the pause, for paused hosts."""
    done: float | None = None
    """Share of the known URLs that is done; None while the queue grows."""
    left: float | None = None
    """Estimated seconds left; None if `done` is None."""


@dataclass(frozen=True, slots=True)
class Moment:
    """Figures at one time, from which rates are computed."""

    elapsed: float
    pages: int
    queued: int


def rate_since(before: Moment, now: Moment) -> float:
    """Return the pages a second between two moments."""
    span = now.elapsed - before.elapsed
    return (now.pages - before.pages) / span if span > 0 else 0.0


def share_and_rest(before: Moment, now: Moment) -> tuple[float | None, float | None]:
    """Estimate the share done and the seconds left; None while the queue grows.

    `before` is the moment of the recently longest queue. The estimate divides the queue by the speed at which
    it shrinks, not by the speed of fetching, because pages add URLs to it.
    """
    span, shrunk = now.elapsed - before.elapsed, before.queued - now.queued
    if span < SETTLED or shrunk <= 0 or not now.queued:
        return None, None
    return now.pages / (now.pages + now.queued), now.queued * span / shrunk


def progress_line(progress: CrawlProgress) -> str:
    """Word the progress: `120 articles from 131 answers (2.1/s), 40 queued (www.example.com 40), ...`."""
    articles, answers = counted(progress.articles, "article"), counted(progress.pages, "answer")
    parts = [
        f"{articles} from {answers} ({progress.rate:.1f}/s)",
        f"{progress.queued:,} queued{_named(progress)}",
        *([f"{progress.failed:,} failed"] if progress.failed else []),
        *(f"{host} paused for {words_of(rest)}" for host, rest in progress.pauses.items()),
        f"{size_of(progress.size)} in {words_of(progress.elapsed)}",
        *([f"{progress.done:.0%} done, about {words_of(progress.left)} left"] if _is_known(progress) else []),
    ]
    return ", ".join(parts)


def progress_json(progress: CrawlProgress) -> str:
    """Write the progress as a JSON object, in a line."""
    return json.dumps({"status": "running", **{k: _rounded(v) for k, v in asdict(progress).items()}})


def words_of(seconds: float | None) -> str:
    """Word a time: `3 min 20 s`."""
    minutes, rest = divmod(round(seconds or 0), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"


def size_of(size: int) -> str:
    """Word a number of bytes: `2.1 MB`."""
    if size >= 1e9:
        return f"{size / 1e9:.1f} GB"
    return f"{size / 1e6:.1f} MB" if size >= 1e6 else f"{size / 1e3:.0f} kB"


def _is_known(progress: CrawlProgress) -> bool:
    return progress.done is not None and progress.left is not None


def _named(progress: CrawlProgress) -> str:
    named = (
        f"{host} {count:,}" + (f" every {progress.delays[host]:.2f} s" if progress.delays.get(host) else "")
        for host, count in progress.queues.items()
    )
    words = ", ".join(named)
    return f" ({words})" if words else ""


def _rounded(value: object) -> object:
    if isinstance(value, Mapping):
        return {key: _rounded(each) for key, each in value.items()}
    return round(value, 3) if isinstance(value, float) else value
