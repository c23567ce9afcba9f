"""Runs the crawls of a fleet on the workers of a Dask cluster, one in each worker thread.

The fleet's directory is on shared storage. Dask restarts a task at once if its worker dies. A crawl must not
restart so soon, to keep the pauses of its host, nor beside one that only seems dead. Therefore an attempt at
a shard starts only once: a worker that finds it started returns it as lost, and the fleet restarts the shard
after the pause. Needs Dask distributed, the extra `cluster`.
"""

from __future__ import annotations

import os
import secrets
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from distributed import get_worker
from distributed.client import ClosedClientError

import crawler
from crawler.accounting.outcome import ExitStatus
from crawler.fleet.heartbeat import Heartbeat, Listener, Post
from crawler.fleet.processes import Ended, begun
from crawler.fleet.shards import Shard
from crawler.ledger.durable import make_folder

ATTEMPT = ".attempt"
"""Name of the file in a shard's folder with its latest attempt and worker."""
LOST = "lost with its worker"
_LOOK = 2.0  # seconds between requests for the list of workers
_PATIENCE = 5.0  # seconds to wait for a finished result


class ClusterGoneError(Exception):
    """The scheduler no longer answers. Raised by `ClusterWorkers`."""


@dataclass(frozen=True, slots=True)
class Task:
    """A crawl, as sent to a worker."""

    shard: Shard
    settings: tuple[str, ...]
    is_first: bool
    post: Post


def crawl(task: Task) -> int | None:
    """Crawl a shard on this machine; return its exit status, or None if the attempt was started before.

    Raises OSError if this machine cannot access the fleet's directory.
    """
    if Listener(task.post, time.monotonic()).listen():
        return ExitStatus.INTERRUPTED
    if not _begins(task.shard.folder, task.post.attempt):
        return None
    project = Path(crawler.__file__).parents[1]
    return begun(task.shard, project, task.settings, is_first=task.is_first, post=task.post).wait()


def _begins(folder: Path, attempt: str) -> bool:
    """Start an attempt; return False if it was started before."""
    make_folder(folder)
    if _begun_by(folder, attempt):
        return False
    with (folder / ATTEMPT).open("w", encoding="ascii") as file:
        file.write(f"{attempt} {get_worker().address}")
        file.flush()
        os.fsync(file.fileno())
    return True


def _begun_by(folder: Path, attempt: str) -> str | None:
    """Return the address of the worker that started an attempt; None if none did. Raises OSError."""
    try:
        named, _, address = (folder / ATTEMPT).read_text("ascii").partition(" ")
    except FileNotFoundError:
        return None
    return address if named == attempt else None


class ClusterWorkers:
    """Crawls shards on a cluster, one in each worker thread, at most `most` at a time."""

    def __init__(self, client: Any, heartbeat: Heartbeat, settings: Sequence[str], most: int | None) -> None:
        self._client = client
        self._heartbeat = heartbeat
        self._settings = tuple(settings)
        self._most = most
        self._running: dict[str, _Running] = {}
        self._roll = _Roll(client)
        self._is_stopped = False

    def has_room(self) -> bool:
        """Return whether another shard can start. Raises `ClusterGoneError`."""
        threads = sum(self._roll.call().values())
        return len(self._running) < (threads if self._most is None else min(threads, self._most))

    def start(self, shard: Shard, *, is_first: bool) -> None:
        """Start a shard; `is_first` truncates its log. Raises `ClusterGoneError`."""
        attempt = secrets.token_hex(8)
        task = Task(shard, self._settings, is_first, self._heartbeat.post(attempt))
        with self._roll.alive():
            future = self._client.submit(crawl, task, pure=False, key=f"crawl-{shard.name}-{attempt}")
        self._running[shard.name] = _Running(shard.folder, attempt, future)

    def ended(self) -> list[Ended]:
        """Return the crawls that ended since the last call. Raises `ClusterGoneError`, and OSError."""
        self._heartbeat.beat()
        ends = (self._end_of(name, crawl_end) for name, crawl_end in self._running.items())
        ended = [end for end in ends if end is not None]
        for crawl_end in ended:
            over = self._running.pop(crawl_end.name)
            if crawl_end.reason:
                self._heartbeat.give_up(over.attempt)
            with self._roll.alive():
                over.future.cancel()  # the scheduler forgets it
        return ended

    def stop(self) -> None:
        """Ask all crawls to end; a second call ends them at once."""
        self._is_stopped = True
        self._heartbeat.stop()

    def _end_of(self, name: str, running: _Running) -> Ended | None:
        """Return the result of a crawl; None while it runs."""
        if running.future.status != "pending":
            return _told(name, running.future)
        worker = running.worker()
        if worker is None:  # a worker that starts it from now on reads that it must end
            return Ended(name, ExitStatus.INTERRUPTED) if self._is_stopped else None
        is_gone = worker not in self._roll.call() and self._roll.asked > running.known
        return Ended(name, ExitStatus.FAULT, LOST) if is_gone else None


def _told(name: str, future: Any) -> Ended:
    """Return the result of a task that is no longer pending."""
    try:
        status = future.result(timeout=_PATIENCE)
    except OSError as error:  # also if the worker with the result is lost
        is_crawls = future.status == "error" and not isinstance(error, TimeoutError)
        return Ended(name, ExitStatus.FAULT, f"it could not start: {error}" if is_crawls else LOST)
    except Exception:  # noqa: BLE001  any error of Dask about dead workers
        return Ended(name, ExitStatus.FAULT, LOST)
    return Ended(name, ExitStatus.FAULT, LOST) if status is None else Ended(name, status)


class _Roll:
    """The list of workers, requested in a thread, because a hung scheduler must not stop the heartbeat."""

    def __init__(self, client: Any) -> None:
        self._client = client
        self._aside = ThreadPoolExecutor(1)
        self._answer: Future[dict[str, int]] | None = None
        self._begun = 0.0
        self._found: dict[str, int] = {}
        self.asked = float("-inf")
        """Time of the request for the latest answer."""

    @contextmanager
    def alive(self) -> Iterator[None]:
        """Raise an error if the scheduler fails within this context. Raises `ClusterGoneError`."""
        try:
            yield
        except (ClosedClientError, OSError, RuntimeError) as error:  # Dask's errors for a lost scheduler
            raise ClusterGoneError(str(error)) from error

    def call(self) -> dict[str, int]:
        """Return the threads of each known worker, by address. Raises `ClusterGoneError`."""
        if self._answer is not None and self._answer.done():
            with self.alive():
                self._found = self._answer.result()
            self._answer, self.asked = None, self._begun
        if self._answer is None and time.monotonic() >= self._begun + _LOOK:
            self._begun = time.monotonic()
            self._answer = self._aside.submit(self._client.nthreads)
        return self._found


@dataclass(slots=True)
class _Running:
    folder: Path
    attempt: str
    future: Any
    known: float = float("inf")
    """Time at which its worker became known."""
    _worker: str | None = None

    def worker(self) -> str | None:
        """Return the address of the worker that started it; None before that. Raises OSError."""
        if self._worker is None and (address := _begun_by(self.folder, self.attempt)):
            self._worker, self.known = address, time.monotonic()
        return self._worker
