"""Workers on this machine: one process for each shard that is being crawled."""

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

LOG = "crawl.log"
"""Name of the file in a shard's folder that holds the log of its latest run."""


@dataclass(frozen=True, slots=True)
class Ended:
    """A crawl that ended."""

    name: str
    """The shard's."""
    status: int
    """Exit status; a signal as a negative number."""
    reason: str = ""
    """What the status does not tell."""


class Workers(Protocol):
    """Whoever crawls shards."""

    def has_room(self) -> bool:
        """Whether another shard can be taken up."""

    def start(self, shard: Shard, *, is_first: bool) -> None:
        """Take up a shard; `is_first` begins its log anew."""

    def ended(self) -> list[Ended]:
        """The crawls that ended since the last call."""

    def stop(self) -> None:
        """Ask all crawls to end; asked a second time they end at once."""


class Processes:
    """Crawls shards, `number` at a time. `project` is the folder that `scrapy` is run from."""

    def __init__(self, number: int, project: Path, settings: Sequence[str]) -> None:
        self._number = number
        self._project = project
        self._settings = tuple(settings)
        self.running: dict[str, subprocess.Popen[bytes]] = {}
        """By the shard's name."""

    def has_room(self) -> bool:
        """Whether another shard can be taken up."""
        return len(self.running) < self._number

    def start(self, shard: Shard, *, is_first: bool) -> None:
        """Take up a shard; `is_first` begins its log anew. Raises OSError."""
        self.running[shard.name] = begun(shard, self._project, self._settings, is_first=is_first)

    def ended(self) -> list[Ended]:
        """The crawls that ended since the last call."""
        found = [
            Ended(name, status)
            for name, process in self.running.items()
            if (status := process.poll()) is not None
        ]
        for each in found:
            del self.running[each.name]
        return found

    def stop(self) -> None:
        """Ask all crawls to end; asked a second time they end at once."""
        for process in self.running.values():
            process.send_signal(signal.SIGTERM)


def begun(
    shard: Shard, project: Path, settings: Sequence[str], *, is_first: bool, post: Post | None = None
) -> subprocess.Popen[bytes]:
    """Start the crawl of a shard in a process and a session of its own. Raises OSError.

    With a `post`, it ends also when it no longer hears the heartbeat of its fleet.
    """
    shard.folder.mkdir(parents=True, exist_ok=True)
    heart = json.dumps(asdict(post) if post is not None else None)
    attended = [sys.executable, "-m", "crawler.fleet.attended", str(os.getpid()), heart]
    with (shard.folder / LOG).open("wb" if is_first else "ab") as log:
        return subprocess.Popen(  # noqa: S603  the project's own command
            [*attended, *shard.command(settings)],
            cwd=project,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,  # a Ctrl-C in the terminal is told by the fleet, and only once
        )
