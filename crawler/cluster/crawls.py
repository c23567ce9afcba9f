"""The crawls of a fleet on the workers of a Dask cluster, one for each of their threads.

The fleet's directory lies where all machines see it. Dask begins a task again whose worker died; a crawl must
not begin again so soon, lest its host be hurried, nor beside one that only seems dead. So an attempt at a
shard begins once: whoever finds it begun brings back that it is lost, and the fleet gives the shard away
again when it is time. Needs Dask distributed, the extra `cluster`.
"""

from __future__ import annotations

import os
import secrets
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from distributed import get_worker

import crawler
from crawler.accounting.outcome import Outcome
from crawler.fleet.heartbeat import Heartbeat, Listener, Post
from crawler.fleet.processes import Ended, begun
from crawler.fleet.shards import Shard

ATTEMPT = ".attempt"
"""Name of the file in a shard's folder that names the attempt that was begun last, and the worker."""
LOST = "lost with its worker"
_LOOK = 2.0  # seconds between looks at how many workers there are


class ClusterGoneError(Exception):
    """The scheduler no longer answers. Raised by `ClusterWorkers`."""


@dataclass(frozen=True, slots=True)
class Task:
    """A crawl as a worker is asked for it."""

    shard: Shard
    settings: tuple[str, ...]
    is_first: bool
    post: Post


def crawl(task: Task) -> int | None:
    """Crawl a shard on this machine; return its exit status, or None where the attempt was begun before.

    Raises OSError where the fleet's directory is not to be reached from here.
    """
    if Listener(task.post, time.monotonic()).listen():
        return Outcome.INTERRUPTED
    if not _begins(task.shard.folder, task.post.attempt):
        return None
    project = Path(crawler.__file__).parents[1]
    return begun(task.shard, project, task.settings, is_first=task.is_first, post=task.post).wait()


def _begins(folder: Path, attempt: str) -> bool:
    """Whether an attempt has not been begun before; it is now."""
    folder.mkdir(parents=True, exist_ok=True)
    if _begun_by(folder, attempt):
        return False
    with (folder / ATTEMPT).open("w", encoding="ascii") as file:
        file.write(f"{attempt} {get_worker().address}")
        file.flush()
        os.fsync(file.fileno())
    return True


def _begun_by(folder: Path, attempt: str) -> str | None:
    """The address of the worker that has begun an attempt; None where nobody has. Raises OSError."""
    try:
        named, _, address = (folder / ATTEMPT).read_text("ascii").partition(" ")
    except FileNotFoundError:
        return None
    return address if named == attempt else None


class ClusterWorkers:
    """Crawls shards on a cluster, as many at a time as its workers have threads, and `most` of them."""

    def __init__(self, client: Any, heartbeat: Heartbeat, settings: Sequence[str], most: int | None) -> None:
        self._client = client
        self._heartbeat = heartbeat
        self._settings = tuple(settings)
        self._most = most
        self._running: dict[str, _Running] = {}
        self._threads: dict[str, int] = {}
        self._looked = float("-inf")
        self._is_stopped = False

    def has_room(self) -> bool:
        """Whether another shard can be taken up. Raises `ClusterGoneError`."""
        threads = sum(self._workers().values())
        return len(self._running) < (threads if self._most is None else min(threads, self._most))

    def start(self, shard: Shard, *, is_first: bool) -> None:
        """Take up a shard; `is_first` begins its log anew."""
        attempt = secrets.token_hex(8)
        task = Task(shard, self._settings, is_first, self._heartbeat.post(attempt))
        future = self._client.submit(crawl, task, pure=False, key=f"crawl-{shard.name}-{attempt}")
        self._running[shard.name] = _Running(shard.folder, attempt, future)

    def ended(self) -> list[Ended]:
        """The crawls that ended since the last call. Raises `ClusterGoneError`, and OSError."""
        self._heartbeat.beat()
        ends = (self._end_of(name, each) for name, each in self._running.items())
        found = [end for end in ends if end is not None]
        for each in found:
            over = self._running.pop(each.name)
            if each.reason:
                self._heartbeat.give_up(over.attempt)
            over.future.cancel()  # the scheduler forgets it
        return found

    def stop(self) -> None:
        """Ask all crawls to end; asked a second time they end at once."""
        self._is_stopped = True
        self._heartbeat.stop()

    def _end_of(self, name: str, running: _Running) -> Ended | None:
        """How a crawl ended; None while it goes on."""
        status = running.future.status
        if status == "finished":
            result = running.future.result()
            return Ended(name, Outcome.FAULT, LOST) if result is None else Ended(name, result)
        if status == "error" and isinstance(error := running.future.exception(), OSError):
            return Ended(name, Outcome.FAULT, f"it could not begin: {error}")
        if status != "pending":
            return Ended(name, Outcome.FAULT, LOST)
        worker = running.worker()
        if worker is None:  # whoever takes it up from now on sees that it is to end
            return Ended(name, Outcome.INTERRUPTED) if self._is_stopped else None
        return None if worker in self._workers() else Ended(name, Outcome.FAULT, LOST)

    def _workers(self) -> dict[str, int]:
        """The threads of each worker, by its address."""
        if time.monotonic() - self._looked >= _LOOK:
            self._looked = time.monotonic()
            try:
                self._threads = self._client.nthreads()
            except (OSError, RuntimeError) as error:  # what Dask raises of a scheduler that is gone
                raise ClusterGoneError(str(error)) from error
        return self._threads


@dataclass(slots=True)
class _Running:
    folder: Path
    attempt: str
    future: Any
    _worker: str | None = None

    def worker(self) -> str | None:
        """The address of the worker that has begun it; None where none has yet. Raises OSError."""
        self._worker = self._worker or _begun_by(self.folder, self.attempt)
        return self._worker
