"""A loopback host that misbehaves below HTTP: a path answers with any bytes, pauses and resets.

Healthy pages stand beside the faults, so that a test sees both: the fault's outcome, and that no article was
lost to it. Every host of 127.0.0.0/8 is a host of its own to the crawl; `FaultServer(..., host="127.0.0.2")`.
"""

from __future__ import annotations

import contextlib
import socket
import struct
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

from tests.house.arrival import arrival, note_arrivals


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it came."""

    method: str
    target: str
    headers: dict[str, str]
    """By lower-case name."""
    at: float
    """Unix time at which it reached this machine."""
    body: bytes = b""


@dataclass(slots=True)
class Connection:
    """One client's connection; sending to a client that has gone raises OSError, which ends it."""

    socket: socket.socket
    closing: threading.Event
    """Set at the request to stop: nothing waits longer than that."""

    def send(self, data: bytes) -> None:
        """Send bytes as they are."""
        self.socket.sendall(data)

    def drip(self, data: Iterable[bytes], pause: float) -> None:
        """Send one piece after the other, with a pause, in seconds, after each."""
        for piece in data:
            self.send(piece)
            self.wait(pause)

    def wait(self, seconds: float) -> None:
        """Say nothing for a time. Raises ConnectionAbortedError when the server stops meanwhile."""
        if self.closing.wait(seconds):
            raise ConnectionAbortedError

    def reset(self) -> None:
        """Close with a TCP reset."""
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.socket.close()


Behaviour = Callable[[Connection, Asked], None]
"""Answers one request; the connection is closed afterwards."""


def response(
    body: bytes = b"", status: str = "200 OK", content_type: str = "text/html; charset=utf-8", *headers: str
) -> bytes:
    """Return a well-formed answer; `headers` are whole lines without their ends."""
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {content_type}", f"Content-Length: {len(body)}"]
    return "\r\n".join([*lines, "Connection: close", *headers, "", ""]).encode("latin-1") + body


def says(answer: bytes) -> Behaviour:
    """Return the behaviour that sends these bytes and closes."""
    return lambda connection, _: connection.send(answer)


def in_turn(*behaviours: Behaviour) -> Behaviour:
    """Return a behaviour that is another at each request, and stays with the last."""
    left = list(behaviours)

    def next_one(connection: Connection, asked: Asked) -> None:
        (left.pop(0) if len(left) > 1 else left[0])(connection, asked)

    return next_one


def hang(connection: Connection, asked: Asked) -> None:  # noqa: ARG001  a behaviour's signature
    """Accept, and never answer."""
    connection.wait(3600)


def until(happened: Callable[[], bool], then: Behaviour) -> Behaviour:
    """Return the behaviour that answers nothing until something has happened, or the server stops."""

    def waits(connection: Connection, asked: Asked) -> None:
        while not happened():
            connection.wait(0.02)
        then(connection, asked)

    return waits


NOT_FOUND = says(response(b"<h1>404 Not Found</h1>", "404 Not Found"))


@dataclass
class FaultServer:
    """Serves behaviours by request target (path and query), `fallback` for any other; use it with `with`."""

    behaviours: Mapping[str, Behaviour]
    host: str = "127.0.0.1"
    fallback: Behaviour = NOT_FOUND
    wrap: Callable[[socket.socket], socket.socket] = lambda plain: plain
    """Converts an accepted socket, for example to TLS."""
    port: int = 0
    """0 takes any that is free."""
    asked: list[Asked] = field(default_factory=list)
    """Every request, in order of arrival."""

    def __enter__(self) -> Self:
        self._closing = threading.Event()
        family = socket.AF_INET6 if ":" in self.host else socket.AF_INET
        self._listening = socket.create_server((self.host, self.port), family=family, backlog=128)
        note_arrivals(self._listening)
        self.port = self._listening.getsockname()[1]
        self.origin = f"http://{f'[{self.host}]' if ':' in self.host else self.host}:{self.port}"
        self._thread = threading.Thread(target=self._accept, daemon=True)
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closing.set()
        with contextlib.suppress(OSError):  # wakes the thread that waits for a client
            socket.create_connection((self.host, self.port), timeout=1).close()
        self._thread.join()
        self._listening.close()

    def targets(self) -> list[str]:
        """Return the requested targets, in order."""
        return [asked.target for asked in self.asked]

    def _accept(self) -> None:
        while not self._closing.is_set():
            client, _ = self._listening.accept()
            threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        with contextlib.suppress(OSError), contextlib.closing(self.wrap(client)) as wrapped:
            wrapped.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            asked = _read(wrapped)
            if asked is not None:
                self.asked.append(asked)
                self.behaviours.get(asked.target, self.fallback)(Connection(wrapped, self._closing), asked)


def _read(client: socket.socket) -> Asked | None:
    """Read a request; None where the client says nothing or nothing sensible."""
    head, at = b"", arrival(client)
    while b"\r\n\r\n" not in head:
        piece = client.recv(65_536)
        if not piece:
            return None
        head += piece
    beginning, _, body = head.partition(b"\r\n\r\n")
    first, *lines = beginning.decode("latin-1").split("\r\n")
    method, target, _ = first.split(" ", 2)
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    while len(body) < int(headers.get("content-length", 0)) and (piece := client.recv(65_536)):
        body += piece
    return Asked(method, target, headers, at, body)
