"""A fleet's heartbeat: a small file in its directory, written anew all the time, that its crawls listen to.

On other machines no signal reaches a crawl, and its worker may be cut off while it goes on. So a crawl goes
on only as long as it hears its fleet's heart, and the fleet gives a shard away again only after a time in
which whoever crawled it must have noticed. No clocks are compared: a listener times by its own how long it
heard nothing new.
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
"""Name of the file in the fleet's directory. It is gone once the fleet has ended."""

AT_ONCE, KILLED = 2, 3
"""How often a crawl is told to end when pages under way may not end, and when it is killed."""

_BEATS = 10  # in the time of silence after which a crawl ends
_SIZE = 4096  # bytes: one block, so that a reader sees one beat or the other


@dataclass(frozen=True, slots=True)
class Post:
    """What a crawl must know to listen."""

    path: str
    """The file."""
    fleet: str
    """The run of the fleet that it belongs to."""
    attempt: str
    """The one attempt at its shard that it is."""
    silence: float
    """Seconds after which a heart that was not heard counts as stopped."""


class Heartbeat:
    """The fleet's side; the methods raise OSError where the file cannot be written.

    It is written in place: a file that takes another's place is seen late on storage that machines share.
    """

    def __init__(self, folder: Path, silence: float) -> None:
        self.path = folder / HEARTBEAT
        self.silence = silence
        self.was_left = self.path.exists()
        """Whether a fleet ended here without a word: its crawls may not have noticed yet."""
        self._fleet = secrets.token_hex(8)
        self._stops = 0
        self._given_up: dict[str, float] = {}
        self._count = 0
        self._last = 0.0
        self._write()

    def post(self, attempt: str) -> Post:
        """Return what the crawl of an attempt must know."""
        return Post(str(self.path), self._fleet, attempt, self.silence)

    def beat(self) -> None:
        """Write, where it is time."""
        if time.monotonic() - self._last >= self.silence / _BEATS:
            self._write()

    def stop(self) -> None:
        """Tell all crawls to end; a second time, at once."""
        self._stops += 1
        self._write()

    def give_up(self, attempt: str) -> None:
        """Tell the crawl of an attempt, should it live, that its shard will be given to another."""
        self._given_up[attempt] = time.monotonic()
        self._write()

    def end(self) -> None:
        """Remove the file."""
        self.path.unlink(missing_ok=True)

    def _write(self) -> None:
        self._last, self._count = time.monotonic(), self._count + 1
        # Whoever did not hear of it by now has heard nothing, and ended of that.
        old = self._last - KILLED * self.silence
        self._given_up = {attempt: told for attempt, told in self._given_up.items() if told > old}
        told = {"fleet": self._fleet, "beat": self._count, "stop": self._stops, "given_up": [*self._given_up]}
        file = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            os.pwrite(file, json.dumps(told).encode().ljust(_SIZE), 0)
        finally:
            os.close(file)


@dataclass(slots=True)
class Listener:
    """A crawl's side."""

    post: Post
    heard: float
    """When the heart was heard last; at the beginning, now."""
    _beat: object = None
    _told: int = 0

    def told(self, text: bytes, now: float) -> int:
        """Return how often the crawl was told to end by now, given what the file holds (nothing: b"")."""
        found = _read(text)
        if found is not None and (found.get("fleet"), found.get("beat")) != self._beat:
            self._beat, self.heard = (found.get("fleet"), found.get("beat")), now
            self._told = max(self._told, self._ordered(found))
        return max(self._told, min(KILLED, int((now - self.heard) / self.post.silence)))

    def _ordered(self, found: dict[str, Any]) -> int:
        is_anothers = found.get("fleet") != self.post.fleet or self.post.attempt in found.get("given_up", ())
        return AT_ONCE if is_anothers else min(AT_ONCE, int(found.get("stop", 0)))

    def listen(self) -> int:
        """Read the file; return how often the crawl was told to end by now."""
        try:
            text = Path(self.post.path).read_bytes()
        except OSError:  # as good as silence: the storage may come back
            text = b""
        return self.told(text, time.monotonic())


def _read(text: bytes) -> dict[str, Any] | None:
    try:
        found = json.loads(text)
    except ValueError:  # it is gone, or just being written
        return None
    return found if isinstance(found, dict) else None
