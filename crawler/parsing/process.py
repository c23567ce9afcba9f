"""Runs one parsing process, with its queue of questions."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import socket
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from math import ceil
from typing import Any, Self

from crawler.parsing.wire import READY, Unpacker
from crawler.safety.deadline import TookTooLongError

logger = logging.getLogger(__name__)

CHILD = "crawler.parsing.child"
AHEAD = 3  # questions sent ahead, so that the process never waits for the next one
STARTING = 60.0  # seconds for its start, which takes half a second
TRIES = 2  # maximum number of processes that die over one page
PATIENCE = 10  # wall time of an answer, as a multiple of its CPU time: others may use the processor
TICK = 1.0  # seconds; time in which the crawl itself was stopped does not count
ENDING = 2.0  # seconds for it to end by itself


class ParserError(Exception):
    """A page could not be parsed because of a fault on our side. Raised by `Parsers`.

    ParserError
      ParserDiedError      the process ended over this page
      ParserUnableError    no such process can be started here
      ParserClosedError    the crawl ends
    """


class ParserDiedError(ParserError):
    """The process that parsed the page ended: the parser crashed, or the system ran out of memory."""


class ParserUnableError(ParserError):
    """No process can be started."""


class ParserClosedError(ParserError):
    """The crawl ends, so the answer is not needed."""


@dataclass(slots=True)
class _Asked:
    """An open question."""

    question: Callable[[], list[bytes | memoryview]]
    """Builds the question at the time of sending, so that queued pages are held once."""
    seconds: float
    """Maximum CPU time of its answer; 0 sets no bound."""
    answer: asyncio.Future[Any]
    deaths: int = 0
    """Number of processes that died over it."""
    left: int = 0
    """Ticks left for the process that works on it."""

    def settle(self, answer: Any) -> None:
        """Deliver the answer or the error, unless the caller has gone."""
        if self.answer.done():
            return
        if isinstance(answer, Exception):
            self.answer.set_exception(answer)
        else:
            self.answer.set_result(answer)


class ParserProcess:
    """A process, started at the first question, and replaced after its death.

    A crawl that finds nothing new never asks, and so never pays for the start.

    It answers in order, so the page over which it died is known: the first one. The death may have another
    cause (a kill, out of memory), so the page has another try.
    """

    def __init__(self, module: str = CHILD) -> None:
        self._module = module
        self._asked: deque[_Asked] = deque()
        self._sent = 0
        self._connection: _Connection | None = None
        self._connecting: asyncio.Task[None] | None = None
        self._is_ready = False
        self._alarm: asyncio.TimerHandle | None = None
        self._is_late = False
        self._closed: ParserError | None = None

    @property
    def load(self) -> int:
        """Number of open questions."""
        return len(self._asked)

    @property
    def is_ready(self) -> bool:
        """Whether the process runs and has said so."""
        return self._is_ready

    async def ask(self, question: Callable[[], list[bytes | memoryview]], seconds: float) -> Any:
        """Return the answer to a question, which is built at the time of sending.

        Raises `TookTooLongError`, or a `ParserError` with the reason.
        """
        if self._closed is not None:
            raise self._closed
        asked = _Asked(question, seconds, asyncio.get_running_loop().create_future())
        self._asked.append(asked)
        self._go_on()
        return await asked.answer

    def close(self, error: ParserError) -> None:
        """End the process; open and later questions get the error."""
        self._closed = self._closed or error
        self._rest()
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        while self._asked:
            self._asked.popleft().settle(self._closed)

    def _go_on(self) -> None:
        """Send questions up to the bound, once there is a process."""
        if self._connection is None:
            if self._connecting is None:
                self._connecting = asyncio.get_running_loop().create_task(self._connect())
            return
        while self._sent < min(AHEAD, len(self._asked)) and not self._connection.is_full:
            self._connection.send(self._asked[self._sent].question())
            self._sent += 1
        if self._alarm is None and self._asked:
            self._watch(self._asked[0])

    async def _connect(self) -> None:
        self._is_ready, self._is_late, self._sent = False, False, 0
        try:
            self._connection = await connected(Started.running(self._module), self._answered, self._ended)
        except OSError as error:
            self.close(ParserUnableError(str(error)))
        finally:
            self._connecting = None
        if self._closed is None:
            self._go_on()
        elif self._connection is not None:
            self._connection.close()

    def _watch(self, asked: _Asked) -> None:
        """Start a timer for the wall time of the current question.

        The process bounds its CPU time itself; this timer ends a process that waits forever.
        """
        if asked.seconds:
            seconds = asked.seconds * PATIENCE + (0 if self._is_ready else STARTING)
            asked.left = ceil(seconds / TICK)
            self._alarm = asyncio.get_running_loop().call_later(TICK, self._tick, asked)

    def _tick(self, asked: _Asked) -> None:
        """Count a second in which the crawl itself was running."""
        asked.left -= 1
        if asked.left > 0:
            self._alarm = asyncio.get_running_loop().call_later(TICK, self._tick, asked)
        else:
            self._ring()

    def _rest(self) -> None:
        if self._alarm is not None:
            self._alarm.cancel()
            self._alarm = None

    def _ring(self) -> None:
        self._is_late = True
        if self._connection is not None:
            self._connection.kill()

    def _answered(self, value: Any) -> None:
        self._rest()
        if self._is_ready:
            self._sent -= 1
            self._asked.popleft().settle(value)
        self._is_ready = self._is_ready or value == READY
        self._go_on()

    def _ended(self, status: int) -> None:
        """Fail the current question; the others go to the next process."""
        self._connection = None
        self._rest()
        if self._closed is not None:
            return
        if not self._is_ready:
            self.close(ParserUnableError(f"it ended with status {status} at once"))
            return
        if self._asked:
            self._tell(self._asked[0], status)
        if self._asked:
            self._go_on()

    def _tell(self, asked: _Asked, status: int) -> None:
        asked.deaths += 1
        if asked.deaths >= TRIES:
            is_late = self._is_late or status == -signal.SIGVTALRM
            error = TookTooLongError("took too long") if is_late else ParserDiedError(_cause(status))
            self._asked.popleft().settle(error)


def _cause(status: int) -> str:
    with suppress(ValueError):
        return f"the parser died ({signal.Signals(-status).name})"
    return f"the parser died (status {status})"


@dataclass(frozen=True, slots=True)
class Started:
    """A started process, and our end of the socket to it."""

    process: subprocess.Popen[bytes]
    line: socket.socket

    @classmethod
    def running(cls, module: str) -> Self:
        """Start a process that runs a module; its first answer is READY. Raises OSError."""
        ours, theirs = socket.socketpair()
        with theirs:
            paths = os.pathsep.join(path or "." for path in sys.path)  # the project may lie in an egg
            process = subprocess.Popen(  # noqa: S603  this project's own module
                [sys.executable, "-m", module, str(theirs.fileno())],
                env={**os.environ, "PYTHONPATH": paths},
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
            )
        return cls(process, ours)

    def end(self) -> None:
        """Wait for the process to end, or kill it."""
        with suppress(OSError):  # it has just ended by itself
            self.line.shutdown(socket.SHUT_RDWR)  # a transport closes only once the event loop continues
        try:
            self.process.wait(ENDING)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.line.close()


class _Connection(asyncio.Protocol):
    """The socket to a process."""

    def __init__(
        self, started: Started, answered: Callable[[Any], None], ended: Callable[[int], None]
    ) -> None:
        self._started = started
        self._answered = answered
        self._ended = ended
        self._unpacker = Unpacker()
        self._transport: Any = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        for value in self._unpacker.feed(data):
            self._answered(value)

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002  how it ended, its status tells
        self._ended(self._started.process.wait())

    @property
    def is_full(self) -> bool:
        """Whether the process has not read the sent data yet."""
        return bool(self._transport.get_write_buffer_size())

    def send(self, question: Iterable[bytes | memoryview]) -> None:
        """Send a question."""
        for piece in question:
            self._transport.write(piece)

    def kill(self) -> None:
        """Kill the process."""
        self._started.process.kill()

    def close(self) -> None:
        """Close the socket."""
        self._transport.abort()
        self._started.end()


async def connected(
    started: Started, answered: Callable[[Any], None], ended: Callable[[int], None]
) -> _Connection:
    """Connect to a process. Raises OSError if that fails."""
    connection = _Connection(started, answered, ended)
    await asyncio.get_running_loop().create_unix_connection(lambda: connection, sock=started.line)
    return connection
