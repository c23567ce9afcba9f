"""Writes and reads a fleet's heartbeat: a small file in its directory, rewritten at a fixed interval.

Signals do not reach crawls on other machines, and a worker may be cut off while its crawl continues.
Therefore a crawl ends if the heartbeat stops, and the fleet restarts a shard only after a time in which its
crawl must have noticed that. No clocks are compared: a crawl measures with its own clock the time without a
new beat.
"""

from __future__ import annotations

import json
import os
import secrets
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HEARTBEAT = ".heartbeat"
"""Name of the file in the fleet's directory. A fleet deletes it at its end."""

AT_ONCE, KILLED = 2, 3
"""Numbers of requests to end at which pages in flight are cancelled, and the crawl is killed."""

_BEATS = 10  # beats in FLEET_SILENCE seconds
_SIZE = 4096  # bytes: one block, so that a reader sees one beat or the other


@dataclass(frozen=True, slots=True)
class Post:
    """The data that a crawl needs to follow the heartbeat."""

    path: str
    """Path of the file."""
    fleet: str
    """The run of the fleet."""
    attempt: str
    """The attempt at the shard."""
    silence: float
    """Seconds without a beat after which the fleet counts as ended."""


class Heartbeat:
    """The fleet's side; the methods raise OSError if the file cannot be written.

    The file is rewritten in place, because shared storage shows a replaced file late.
    """

    def __init__(self, folder: Path, silence: float) -> None:
        self.path = folder / HEARTBEAT
        self.silence = silence
        self.was_left = self.path.exists()
        """Whether the previous fleet was killed: its crawls may not have noticed yet."""
        self._fleet = secrets.token_hex(8)
        self._stops = 0
        self._given_up: dict[str, float] = {}
        self._count = 0
        self._last = 0.0
        self._write()

    def post(self, attempt: str) -> Post:
        """Return the data for the crawl of an attempt."""
        return Post(str(self.path), self._fleet, attempt, self.silence)

    def beat(self) -> None:
        """Write a beat if one is due."""
        if time.monotonic() - self._last >= self.silence / _BEATS:
            self._write()

    def stop(self) -> None:
        """Tell all crawls to end; a second time, at once."""
        self._stops += 1
        self._write()

    def give_up(self, attempt: str) -> None:
        """Tell the crawl of an attempt, if it still runs, that its shard will be restarted elsewhere."""
        self._given_up[attempt] = time.monotonic()
        self._write()

    def end(self) -> None:
        """Remove the file."""
        self.path.unlink(missing_ok=True)

    def _write(self) -> None:
        self._last, self._count = time.monotonic(), self._count + 1
        # A crawl that has not read it by now got no beat, and ended for that reason.
        old = self._last - KILLED * self.silence
        self._given_up = {attempt: moment for attempt, moment in self._given_up.items() if moment > old}
        beat = {"fleet": self._fleet, "beat": self._count, "stop": self._stops, "given_up": [*self._given_up]}
        file = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            os.pwrite(file, json.dumps(beat).encode().ljust(_SIZE), 0)
        finally:
            os.close(file)


@dataclass(slots=True)
class Listener:
    """A crawl's side."""

    post: Post
    heard: float
    """Time of the last beat; at the start, now."""
    _beat: object = None
    _requests: int = 0

    def requests(self, text: bytes, now: float) -> int:
        """Return the number of requests to end so far, from the content of the file (none: b"")."""
        beat = _read(text)
        if beat is not None and (beat.get("fleet"), beat.get("beat")) != self._beat:
            self._beat, self.heard = (beat.get("fleet"), beat.get("beat")), now
            self._requests = max(self._requests, self._ordered(beat))
        return max(self._requests, min(KILLED, int((now - self.heard) / self.post.silence)))

    def _ordered(self, beat: dict[str, Any]) -> int:
        is_anothers = beat.get("fleet") != self.post.fleet or self.post.attempt in beat.get("given_up", ())
        return AT_ONCE if is_anothers else min(AT_ONCE, int(beat.get("stop", 0)))

    def listen(self) -> int:
        """Read the file; return the number of requests to end so far."""
        try:
            text = Path(self.post.path).read_bytes()
        except OSError:  # counts as silence: the storage may come back
            text = b""
        return self.requests(text, time.monotonic())


def _read(text: bytes) -> dict[str, Any] | None:
    try:
        beat = json.loads(text)
    except ValueError:  # deleted, or half written
        return None
    return beat if isinstance(beat, dict) else None
