"""Times several tasks on the same pages, interleaved, and sums the times up as ratios."""

from __future__ import annotations

import gc
import os
import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, repeat
from time import process_time_ns
from typing import Generic, TypeVar

Page = TypeVar("Page")
IN_A_ROW = 2  # runs of a task on a page, so that none starts with another's data in the processor's caches


def _nothing() -> None:
    """Prepare nothing."""


@dataclass(frozen=True, slots=True)
class Task(Generic[Page]):
    """A timed task."""

    run: Callable[[Page], object]
    prepare: Callable[[], None] = _nothing
    """Called before each run, outside the time taken."""


@dataclass(frozen=True, slots=True)
class Times:
    """The minimum CPU time of a task for each page over all rounds, in nanoseconds."""

    least: tuple[int, ...]
    failed: int
    """Number of pages on which the task raised an error; their time until then counts."""


@dataclass(frozen=True, slots=True)
class Ratios:
    """The time of a task, as multiples of another."""

    total: float
    """All pages together."""
    median: float
    p90: float
    p99: float
    most: float


class Stopwatch(Generic[Page]):
    """Runs every task on every page, round after round.

    All tasks of a page follow one another, so that a slow moment of the machine hits all of them.
    """

    def __init__(self, tasks: Mapping[str, Task[Page]], pages: Sequence[Page]) -> None:
        self._tasks = tasks
        self._pages = pages
        self._least: dict[str, list[int]] = {name: [] for name in tasks}
        self._failed: dict[str, set[int]] = {name: set() for name in tasks}

    def run(self, rounds: int) -> dict[str, Times]:
        """Time all tasks on all pages, `rounds` times over."""
        for _ in range(rounds):
            for place, page in enumerate(self._pages):
                gc.collect()
                for name in chain.from_iterable(repeat(name, IN_A_ROW) for name in self._tasks):
                    self._note(name, place, page)
        return {name: Times(tuple(self._least[name]), len(self._failed[name])) for name in self._tasks}

    def _note(self, name: str, place: int, page: Page) -> None:
        task = self._tasks[name]
        task.prepare()
        begun = process_time_ns()
        try:
            task.run(page)
        except Exception:  # noqa: BLE001  a peer may raise what it likes; the table counts it
            self._failed[name].add(place)
        taken = max(process_time_ns() - begun, 1)
        least = self._least[name]
        if place == len(least):
            least.append(taken)
        least[place] = min(least[place], taken)


def ratios(times: Sequence[int], bare: Sequence[int]) -> Ratios:
    """Set times against those of another task on the same pages."""
    each = sorted(mine / other for mine, other in zip(times, bare, strict=True))
    return Ratios(
        total=sum(times) / sum(bare),
        median=statistics.median(each),
        p90=_percentile(each, 90),
        p99=_percentile(each, 99),
        most=each[-1],
    )


def _percentile(ordered: Sequence[float], percent: int) -> float:
    """Return the smallest value that `percent` of the values do not exceed."""
    return ordered[max(0, -(-len(ordered) * percent // 100) - 1)]


def use_one_core() -> None:
    """Keep this process on one core, if the system can; the tasks have one thread anyway."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
