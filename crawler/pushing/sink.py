"""Defines a sink, which sends messages to one target, and a time limit for its connection."""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Protocol

from crawler.pushing.message import Message

CONNECT_SECONDS = 15.0
"""Seconds in which a target must accept a connection."""


@dataclass(frozen=True, slots=True)
class SinkTerms:
    """How a sink sends."""

    answer_seconds: float
    """Seconds in which a target must answer (PUSH_ANSWER_SECONDS). Then the connection is closed, and the
    messages are sent again."""
    batch: int | None = None
    """Number of events in a request to a webhook, if given."""


def late_words(seconds: float) -> str:
    """Word an answer that did not come in time, with the setting of that time."""
    return f"timed out after {seconds:g} s (PUSH_ANSWER_SECONDS)"


class Sink(Protocol):
    """Sends messages to a target. It connects at the first message, and again after `close`."""

    size: int
    """Maximum number of messages that it sends at once, and that are repeated if it fails."""

    def send(self, messages: Sequence[Message]) -> None:
        """Send messages in their order; return when the target has accepted all of them.

        Raises `NotDeliveredError`, `RefusedError` and `EndedError`; some of the messages may then have been
        accepted.
        """

    def close(self) -> None:
        """Close the connection, if there is one."""


@contextmanager
def shut_after(seconds: float, descriptor: int) -> Iterator[threading.Event]:
    """Shut the connection with this file descriptor if the context takes longer; reads from it then end.

    Yields the event that is set when the connection is shut.
    """
    late = threading.Event()
    twin = socket.socket(fileno=os.dup(descriptor))

    def shut() -> None:
        late.set()
        with suppress(OSError):  # the other side has closed it meanwhile
            twin.shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(seconds, shut)
    timer.daemon = True
    timer.start()
    try:
        yield late
    finally:
        timer.cancel()
        timer.join()
        twin.close()
