"""Bounds the CPU time of a calculation, and interrupts it."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

PATIENCE, AGAIN = (
    100,
    0.01,
)  # maximum number of, and seconds between, checks whether a library has returned


class TookTooLongError(Exception):
    """The time limit is reached. Raised in the block of `within`, at any point."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise `TookTooLongError` in the block after this CPU time; 0 sets no bound.

    CPU time counts, not the clock: a process that was stopped (Ctrl-Z, a paused container, a closed lid) or
    that waits for its turn uses none. The system's alarm interrupts Python code and its regular expressions,
    but not libxml2, whose time the taming of markup bounds. The alarm waits a little while library code runs,
    which might hold a lock that it would never release. Signals reach only the main thread: in others, and on
    systems without an alarm, there is no bound. Blocks do not nest.
    """
    if not seconds or not _has_alarm():
        yield
        return
    before = signal.signal(signal.SIGPROF, _Bell())
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _has_alarm() -> bool:
    return hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()


class _Bell:
    """The handler of the alarm."""

    def __init__(self) -> None:
        self._patience = PATIENCE

    def __call__(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002  a handler's signature
        """Interrupt this project's code at once, a library's after a while. Raises `TookTooLongError`."""
        if self._patience and frame is not None and _is_foreign(frame):
            self._patience -= 1
            signal.setitimer(signal.ITIMER_PROF, AGAIN)
            return
        raise TookTooLongError("took too long")


def _is_foreign(frame: FrameType) -> bool:
    package = str(frame.f_globals.get("__name__", "")).partition(".")[0]
    return package in sys.stdlib_module_names or "site-packages" in frame.f_code.co_filename
