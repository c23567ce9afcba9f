"""A bound on the time of one calculation, which really interrupts it."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class TookTooLongError(Exception):
    """The time is over. Raised inside the block of `within`, wherever it is just then."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise `TookTooLongError` in the block when it takes longer; 0 sets no bound.

    The system's alarm interrupts Python code and its regular expressions, though not libxml2, whose time
    the taming of markup bounds. Signals reach the main thread alone: in others, and where the system knows
    no alarm, there is no bound. Blocks do not nest.
    """
    if not seconds or not _has_alarm():
        yield
        return
    before = signal.signal(signal.SIGALRM, _ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _has_alarm() -> bool:
    return hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()


def _ring(number: int, frame: FrameType | None) -> None:  # noqa: ARG001  a handler's signature
    raise TookTooLongError("took too long")
