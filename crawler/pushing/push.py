"""Pushes the events of a crawl to a target: in order, each at least once."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from crawler.ledger.schema import LedgerFormatError
from crawler.pushing.deliveries import Deliveries, Delivery
from crawler.pushing.errors import EndedError, MissingLineError, NotDeliveredError, RefusedError
from crawler.pushing.message import Message
from crawler.pushing.reading import Batch, Position, read_batch
from crawler.pushing.sink import Sink
from crawler.pushing.stop import StopSigns

READ = 100
"""Maximum number of events in memory; reading.py bounds their bytes."""
_IDLE = 1.0  # seconds between two looks for new events
_STORE = 0.2  # seconds after which a position is stored: a kill repeats the events of this time at most
_FIRST, _LONGEST = 1.0, 300.0  # seconds of the first and of the longest pause after a failed try
_TRIES = 5  # failed tries in a row after which a push that does not follow ends
_PATIENCE = 60.0  # seconds of the longest pause for which such a push waits


class PushOutcome(Enum):
    """The end of a push."""

    DELIVERED = "delivered"
    """The target has acknowledged all events."""
    TOLD = "told to end"
    UNREACHED = "unreached"
    """The target did not answer, or asked to wait; the next push tries again."""
    REFUSED = "refused"
    """The target refused an event, or an event has no line: a person must act."""


@dataclass(frozen=True, slots=True)
class Pushed:
    """The result of a push."""

    outcome: PushOutcome
    sent: int
    """Number of acknowledged events."""
    waiting: int
    """Number of events that are not acknowledged."""


class Push:
    """A push of the crawl in a folder, from the stored position of its target.

    `tell` gets a line at each problem.
    """

    def __init__(
        self,
        folder: Path,
        sink: Sink,
        deliveries: Deliveries,
        delivery: Delivery,
        tell: Callable[[str], None],
    ) -> None:
        self._folder = folder
        self._sink = sink
        self._deliveries = deliveries
        self._delivery = replace(delivery, tries=0)  # each push has its own
        self._tell = tell
        self._sent = self._waiting = 0
        self._stored = time.monotonic()

    def run(self, stop: StopSigns, *, follows: bool) -> Pushed:
        """Send events until the end; with `follows`, wait for further ones until `stop`.

        Raises `LedgerFormatError`, `LedgerWriteError` and OSError.
        """
        outcome = None
        try:
            while outcome is None:
                outcome = self._step(stop, is_more=follows and not stop.is_last)
        except (RefusedError, MissingLineError) as error:
            self._note_refusal(error)
            outcome = PushOutcome.REFUSED
        finally:
            self._sink.close()
        return Pushed(outcome, self._sent, self._waiting)

    def _note_refusal(self, error: RefusedError | MissingLineError) -> None:
        """Store the error of the next event, and tell how to continue."""
        serial, words = self._delivery.position.serial + 1, str(error)
        if isinstance(error, RefusedError) and not isinstance(error, EndedError):
            words = f"event {serial}: {error}. Correct the target, or leave the event out: --skip {serial}"
        self._tell(words)
        failed = replace(self._delivery, error=str(error), has_ended=isinstance(error, EndedError))
        self._put(replace(failed, tries=self._delivery.tries + 1, next_try=None))

    def _step(self, stop: StopSigns, *, is_more: bool) -> PushOutcome | None:
        """Send the next events, or wait for some; return the outcome at the end."""
        if stop.is_told:
            return PushOutcome.TOLD
        batch = self._next(is_more=is_more)
        if batch.messages:
            return self._sent_all(batch, stop, is_more=is_more)
        if not is_more:
            return PushOutcome.DELIVERED
        self._sink.close()
        stop.wait(_IDLE)
        return None

    def _next(self, *, is_more: bool) -> Batch:
        """Read the next events; none yet while the crawl's ledger is made or upgraded."""
        position = self._delivery.position
        try:
            batch = read_batch(self._folder, position, READ)
        except LedgerFormatError:
            if not is_more:
                raise
            return Batch("", 0, (), 0)
        if batch.begin < position.serial:
            self._tell(
                f"the ledger is not the one of event {position.serial}: all of its events are sent again,"
                " with the same ids"
            )
            self._delivery = replace(self._delivery, position=Position(batch.log))
        self._waiting = batch.waiting
        return batch

    def _sent_all(self, batch: Batch, stop: StopSigns, *, is_more: bool) -> PushOutcome | None:
        size = self._sink.size
        for start in range(0, len(batch.messages), size):
            messages = batch.messages[start : start + size]
            outcome = self._send(batch, messages, stop, is_more=is_more)
            if outcome is not None:
                return outcome
            if stop.is_told:
                break
        self._put(self._delivery)
        return None

    def _send(
        self, batch: Batch, messages: Sequence[Message], stop: StopSigns, *, is_more: bool
    ) -> PushOutcome | None:
        """Send messages and acknowledge them. If the target refuses several, send each for itself."""
        try:
            outcome = self._delivered(messages, stop, is_more=is_more)
        except RefusedError as error:
            if len(messages) == 1 or isinstance(error, EndedError):
                raise
            outcomes = (self._send(batch, (each,), stop, is_more=is_more) for each in messages)
            return next(filter(None, outcomes), None)
        if outcome is None:
            self._acknowledge(batch, messages)
        return outcome

    def _delivered(
        self, messages: Sequence[Message], stop: StopSigns, *, is_more: bool
    ) -> PushOutcome | None:
        """Send messages until the target accepts them; return the outcome if it did not."""
        while True:
            try:
                self._sink.send(messages)
            except NotDeliveredError as error:
                self._sink.close()
                wait = self._note_failure(error, waits=is_more and not stop.is_last)
            else:
                return None
            if wait is None:
                return PushOutcome.UNREACHED
            stop.wait(wait)
            if stop.is_told:
                return PushOutcome.TOLD

    def _note_failure(self, error: NotDeliveredError, *, waits: bool) -> float | None:
        """Store a failed try; return the seconds to the next one, or None if the next push makes it.

        `waits` says whether this push waits however long it takes.
        """
        tries = self._delivery.tries + 1
        wait = max(error.wait or 0.0, back_off(tries))
        gives_up = not waits and (tries >= _TRIES or wait > _PATIENCE)
        self._put(replace(self._delivery, error=str(error), tries=tries, next_try=time.time() + wait))
        further = f"push again, in {wait:.0f} s or later" if gives_up else f"the next try is in {wait:.0f} s"
        self._tell(f"event {self._delivery.position.serial + 1}: {error}; {further}")
        return None if gives_up else wait

    def _acknowledge(self, batch: Batch, messages: Sequence[Message]) -> None:
        self._sent += len(messages)
        self._waiting -= len(messages)
        position = batch.position_after(messages[-1])
        self._delivery = Delivery(self._delivery.target, position)
        if time.monotonic() - self._stored >= _STORE:
            self._put(self._delivery)

    def _put(self, delivery: Delivery) -> None:
        self._delivery = delivery
        self._deliveries.put(delivery)
        self._stored = time.monotonic()


def back_off(tries: int) -> float:
    """Return the seconds to wait after failed tries: doubled with each, less up to a half at random."""
    longest = min(_LONGEST, _FIRST * 2.0 ** min(tries - 1, 20))
    return longest * random.uniform(0.5, 1.0)  # noqa: S311  it keeps no secret
