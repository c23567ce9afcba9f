"""Runs crawls on this machine: one process for each active shard."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Protocol

from crawler.fleet.heartbeat import Post
from crawler.fleet.shards import Shard
from crawler.ledger.durable import make_folder

LOG = "crawl.log"
"""Name of the log of a shard's latest run, in the shard's folder."""


@dataclass(frozen=True, slots=True)
class Ended:
    """A crawl that ended."""

    name: str
    """Name of the shard."""
    status: int
    """Exit status; a signal as a negative number."""
    reason: str = ""
    """The reason, if the status does not show it."""


class Workers(Protocol):
    """Crawls shards: processes of this machine, or a cluster."""

    def has_room(self) -> bool:
        """Return whether another shard can start."""

    def start(self, shard: Shard, *, is_first: bool) -> None:
        """Start a shard; `is_first` truncates its log."""

    def ended(self) -> list[Ended]:
        """Return the crawls that ended since the last call."""

    def stop(self) -> None:
        """Ask all crawls to end; a second call ends them at once."""


class Processes:
    """Crawls shards, `number` at a time. `project` is the working directory of `scrapy`."""

    def __init__(self, number: int, project: Path, settings: Sequence[str]) -> None:
        self._number = number
        self._project = project
        self._settings = tuple(settings)
        self.running: dict[str, subprocess.Popen[bytes]] = {}
        """Processes by name of the shard."""

    def has_room(self) -> bool:
        """Return whether another shard can start."""
        return len(self.running) < self._number

    def start(self, shard: Shard, *, is_first: bool) -> None:
        """Start a shard; `is_first` truncates its log. Raises OSError."""
        self.running[shard.name] = begun(shard, self._project, self._settings, is_first=is_first)

    def ended(self) -> list[Ended]:
        """Return the crawls that ended since the last call."""
        ended = [
            Ended(name, status)
            for name, process in self.running.items()
            if (status := process.poll()) is not None
        ]
        for crawl in ended:
            del self.running[crawl.name]
        return ended

    def stop(self) -> None:
        """Ask all crawls to end; a second call ends them at once."""
        for process in self.running.values():
            process.send_signal(signal.SIGTERM)


def begun(
    shard: Shard, project: Path, settings: Sequence[str], *, is_first: bool, post: Post | None = None
) -> subprocess.Popen[bytes]:
    """Start the crawl of a shard in its own process and session. Raises OSError.

    With a `post`, the crawl also ends if the heartbeat of its fleet stops.
    """
    make_folder(shard.folder)
    heart = json.dumps(asdict(post) if post is not None else None)
    attended = [sys.executable, "-m", "crawler.fleet.attended", str(os.getpid()), heart]
    with (shard.folder / LOG).open("wb" if is_first else "ab") as log:
        return subprocess.Popen(  # noqa: S603  the project's own command
            [*attended, *shard.command(settings)],
            cwd=project,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,  # only the fleet gets the terminal's Ctrl-C, and passes it on once
        )
