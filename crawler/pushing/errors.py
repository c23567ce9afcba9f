"""Defines the errors of pushing.

PushError
├── TargetError            the command line or the environment is wrong
├── MissingLineError       an article's line is not in articles.jsonl any more
├── NotDeliveredError      the target does not answer, or asks to wait: try again
└── RefusedError           the target refuses an event: a person must act
    └── EndedError         the target wants no more events
"""

from __future__ import annotations


class PushError(Exception):
    """An error of pushing; its message is for the user."""


class TargetError(PushError):
    """The target's URL, an option or a secret is wrong. Raised before anything is sent."""


class MissingLineError(PushError):
    """The line of the next event is not in the output any more. Raised by `read_batch`."""


class NotDeliveredError(PushError):
    """The target did not accept events now, and may accept them later. Raised by `Sink.send`."""

    def __init__(self, words: str, wait: float | None = None) -> None:
        super().__init__(words)
        self.wait = wait
        """Seconds that the target asks to wait (Retry-After); None if it does not say."""


class RefusedError(PushError):
    """The target refuses events, and would refuse them again. Raised by `Sink.send`."""


class EndedError(RefusedError):
    """The target wants no more events (HTTP 410). Raised by `Sink.send`, and by later pushes."""
