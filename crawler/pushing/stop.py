"""Tells a push when to end: at a signal, or when standard input ends."""

from __future__ import annotations

import os
import select
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Self

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class StopSigns:
    """The two ways to end. With `stream`, the end of that file means that no more events follow."""

    def __init__(self, stream: int | None = None) -> None:
        self.is_told = False
        """Whether a signal asked to end after the current batch."""
        self.is_last = False
        """Whether no more events follow: send the rest, then end."""
        self._stream = stream
        self._reading, self._writing = os.pipe()

    def wait(self, seconds: float) -> None:
        """Wait this long, or until a signal comes or the stream ends."""
        until = time.monotonic() + seconds
        while not self.is_told and (left := until - time.monotonic()) > 0:
            watched = [self._reading, *([self._stream] if self._stream is not None else [])]
            ready = select.select(watched, [], [], left)[0]
            if self._stream in ready and self._has_ended(self._stream):
                return

    def _has_ended(self, stream: int) -> bool:
        """Read from the stream; return whether it has ended."""
        if os.read(stream, 1 << 16):
            return False
        self.is_last, self._stream = True, None
        return True

    @contextmanager
    def caught(self) -> Iterator[Self]:
        """End at SIGINT and SIGTERM within this context; a second signal ends the process at once."""
        before = {number: signal.signal(number, self._told) for number in _SIGNALS}
        try:
            yield self
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)
            os.close(self._reading)
            os.close(self._writing)

    def _told(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002  the signature of a handler
        self.is_told = True
        os.write(self._writing, b".")
        signal.signal(number, signal.SIG_DFL)
