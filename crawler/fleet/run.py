"""Runs a fleet: hands shards to workers until all are done or set aside."""

from __future__ import annotations

import json
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crawler.accounting.outcome import ExitStatus
from crawler.fleet.board import Board, ShardState
from crawler.fleet.ledgers import ShardProgress, progress
from crawler.fleet.processes import Workers
from crawler.fleet.report import ShardReport, again, as_json, fleet_outcome, status_line, summary

LOOK = 0.1  # seconds between checks of the workers

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


@dataclass(frozen=True, slots=True)
class FleetTerms:
    """The parameters of a fleet's run."""

    directory: Path
    tries: int
    """Maximum number of starts of a shard."""
    pause: float
    """Seconds between the failure of a shard and its next try."""
    period: float
    """Seconds between progress lines."""


class Fleet:
    """A running fleet; `say` gets each line of progress, and `renew` keeps the lock on its directory."""

    def __init__(
        self,
        board: Board,
        workers: Workers,
        terms: FleetTerms,
        say: Callable[[str], None],
        renew: Callable[[], None] = lambda: None,
    ) -> None:
        self._board = board
        self._renew = renew
        self._workers = workers
        self._terms = terms
        self._say = say
        self._began = time.monotonic()
        self._signals = 0
        self._before = {name: progress(each.shard.folder, 0).run for name, each in board.standings.items()}
        self._final: dict[str, ShardProgress] = {}

    def run(self) -> ExitStatus:
        """Run all shards; print the summary, write `fleet.json`, and return the exit status.

        Raises the errors of `renew`: then another fleet has the directory, and this one writes nothing there.
        """
        with self._signals_caught():
            spoken = time.monotonic()
            while not self._board.is_over:
                self._renew()
                self._turn()
                if time.monotonic() - spoken >= self._terms.period:
                    spoken = time.monotonic()
                    self._say(status_line(self._shown(), spoken - self._began))
                time.sleep(LOOK)
        shown = self._shown()
        self._renew()
        self._write(shown)
        self._say(summary(shown, time.monotonic() - self._began, self._terms.directory))
        if self._signals:
            return ExitStatus.INTERRUPTED
        return fleet_outcome(each.status for each in self._standings() if each.status is not None)

    def _turn(self) -> None:
        for ended in self._workers.ended():
            standing = self._board.ended(ended.name, ended.status, time.monotonic(), ended.reason)
            self._final.pop(ended.name, None)
            news = again(standing, self._terms.pause, self._terms.tries)
            if news is not None and not self._signals:
                self._say(news)
        while self._workers.has_room() and (shard := self._board.next(time.monotonic())) is not None:
            self._workers.start(shard, is_first=self._board.standings[shard.name].tries == 1)

    def _standings(self) -> list[ShardState]:
        return list(self._board.standings.values())

    def _shown(self) -> list[ShardReport]:
        return [ShardReport(each, self._progress(each)) for each in self._standings()]

    def _progress(self, standing: ShardState) -> ShardProgress:
        """Return the progress of a shard; once it is over, its ledger is not read again."""
        name = standing.shard.name
        latest = self._final.get(name) or progress(standing.shard.folder, self._before[name])
        if not standing.is_running:
            self._final[name] = latest
        return latest

    def _write(self, shown: list[ShardReport]) -> None:
        path = self._terms.directory / "fleet.json"
        temporary = path.with_suffix(".tmp")
        temporary.write_text(json.dumps(as_json(shown), indent=1) + "\n", encoding="utf-8")
        temporary.replace(path)

    @contextmanager
    def _signals_caught(self) -> Iterator[None]:
        """Ask the crawls to end at SIGINT and SIGTERM, within this context."""
        before = {number: signal.signal(number, self._interrupted) for number in _SIGNALS}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def _interrupted(self, *_: Any) -> None:
        self._signals += 1
        self._board.stop()
        self._say(
            "stopping: pages in flight may finish; a second Ctrl-C stops at once"
            if self._signals == 1
            else "stopping at once"
        )
        self._workers.stop()
