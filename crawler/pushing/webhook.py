"""Sends messages to a webhook: signed POST requests, by the Standard Webhooks specification."""

from __future__ import annotations

import select
import socket
import ssl
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection, IncompleteRead
from urllib.parse import quote, urlsplit

from crawler import __version__
from crawler.politeness.pacing import wait_asked
from crawler.pushing.errors import EndedError, NotDeliveredError, RefusedError
from crawler.pushing.message import Message
from crawler.pushing.signature import signed_headers
from crawler.pushing.sink import CONNECT_SECONDS, SinkTerms, late_words, shut_after

_AGAIN = (408, 425, 429)
"""Statuses of the class 4xx after which the same request may succeed."""
_GONE = 410
_MOST = 1 << 16  # bytes that are read of an answer
_BODY_SECONDS = 2.0
"""Seconds for the body of an answer, which only words an error; a slower one costs its connection."""
_SHOWN = 200  # characters of an answer that a message quotes
_PLAIN = "%/?:@!$&'()*+,;=~[]|"
"""Signs that stay in the path and query of a URL; spaces and letters beyond ASCII are encoded."""


@dataclass(frozen=True, slots=True)
class _Answer:
    """The answer to a request."""

    status: int
    text: str
    """Its body, or the part of it that came in time."""
    response: HTTPResponse


class Webhook:
    """Sends events to a URL: one in each request, or up to `size` of them, one a line."""

    def __init__(self, url: str, secrets: Sequence[bytes], terms: SinkTerms) -> None:
        self._url = urlsplit(url)
        query = f"?{self._url.query}" if self._url.query else ""
        self._place = quote(f"{self._url.path or '/'}{query}", _PLAIN)
        self._secrets = secrets
        self._seconds = terms.answer_seconds
        self._connection: HTTPConnection | None = None
        self.size = terms.batch or 1
        """Events in a request."""

    def send(self, messages: Sequence[Message]) -> None:
        """Send a request. Redirects are not followed: the signature is meant for the named receiver.

        One deadline holds for connection, request and answer, so that no receiver gains time with single
        bytes.
        """
        body = b"\n".join(message.body for message in messages)
        headers = {
            "Content-Type": "application/json" if self.size == 1 else "application/x-ndjson",
            "User-Agent": f"china-news-harvester/{__version__}",
            **signed_headers(self._secrets, _id_of(messages), body, time.time()),
        }
        try:
            answer = self._posted(body, headers, time.monotonic() + self._seconds)
        except (OSError, HTTPException) as error:
            self.close()
            said = str(error)[:_SHOWN] or type(error).__name__  # may quote the receiver's first line
            raise NotDeliveredError(f"no answer: {said}") from error
        if answer.response.will_close:
            self.close()
        _judge(answer)

    def _posted(self, body: bytes, headers: dict[str, str], until: float) -> _Answer:
        """Send a request. Replace a kept connection once if it is found closed (RFC 9112, section 9.3.1).

        The repeated request is safe, since its id is the same.
        """
        if self._connection is not None and not _is_readable(self._connection):
            try:
                return self._asked(self._connection, body, headers, until)
            except ConnectionError:  # closed by the receiver after the check
                pass
        self.close()
        self._connection = self._connected(until)
        return self._asked(self._connection, body, headers, until)

    def _asked(
        self, connection: HTTPConnection, body: bytes, headers: dict[str, str], until: float
    ) -> _Answer:
        descriptor = connection.sock.fileno()
        with self._bounded(descriptor, until):
            connection.request("POST", self._place, body, headers)
            response = connection.getresponse()
        return _Answer(response.status, self._text(response, descriptor, until), response)

    def _text(self, response: HTTPResponse, descriptor: int, until: float) -> str:
        """Return the body of an answer, or the part that comes in _BODY_SECONDS.

        A missing rest changes no status (RFC 9112, section 8). The connection is then closed.
        """
        body = b""
        with shut_after(min(_BODY_SECONDS, _left(until)), descriptor):
            try:
                body = response.read(_MOST)
            except IncompleteRead as error:
                body = error.partial
            except (OSError, HTTPException):
                pass
        if not response.isclosed():  # a longer answer would be read as the next one
            self.close()
        return body.decode("utf-8", "replace")

    @contextmanager
    def _bounded(self, descriptor: int, until: float) -> Iterator[None]:
        """Shut a connection at the deadline. Raises TimeoutError."""
        with shut_after(_left(until), descriptor) as late:
            try:
                yield
            except (OSError, HTTPException) as error:
                # The socket's own time for a read may end at the same moment.
                if late.is_set() or isinstance(error, TimeoutError):
                    raise TimeoutError(late_words(self._seconds)) from error
                raise
        if late.is_set():  # the end of a connection also ends the headers of an answer
            raise TimeoutError(late_words(self._seconds))

    def _connected(self, until: float) -> HTTPConnection:
        host, port = self._url.hostname or "", self._url.port
        kind = HTTPSConnection if self._url.scheme == "https" else HTTPConnection
        connection = kind(host, port)
        seconds = min(CONNECT_SECONDS, _left(until))
        connection.sock = socket.create_connection((connection.host, connection.port), seconds)
        connection.sock.settimeout(self._seconds)
        if kind is HTTPSConnection:
            with self._bounded(connection.sock.fileno(), until):
                context = ssl.create_default_context()
                connection.sock = context.wrap_socket(connection.sock, server_hostname=connection.host)
        return connection

    def close(self) -> None:
        """Close the connection."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def _left(until: float) -> float:
    """Return the seconds until a deadline."""
    return max(0.0, until - time.monotonic())


def _is_readable(connection: HTTPConnection) -> bool:
    """Return whether there is something to read before a request: the receiver has closed the connection."""
    return bool(select.select([connection.sock], [], [], 0.0)[0])


def _id_of(messages: Sequence[Message]) -> str:
    """Return the id of a request: that of its event, or those of the first and the last one."""
    first, last = messages[0].event.id, messages[-1].event.id
    return first if len(messages) == 1 else f"{first}..{last}"


def _judge(answer: _Answer) -> None:
    """Raise the error that follows from an answer; a status of 2xx has none."""
    status, response = answer.status, answer.response
    if 200 <= status < 300:
        return
    words = f"HTTP {status}{': ' if answer.text.strip() else ''}{' '.join(answer.text.split())[:_SHOWN]}"
    if status == _GONE:
        raise EndedError(f"{words}: the receiver wants no more events")
    if 300 <= status < 400:
        raise RefusedError(f"HTTP {status} to {response.getheader('Location')}: name that address with --to")
    if status < 500 and status not in _AGAIN:
        raise RefusedError(words)
    raise NotDeliveredError(words, wait_asked(response.getheader("Retry-After"), time.time()))
