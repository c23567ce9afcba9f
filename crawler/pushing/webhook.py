"""Sends messages to a webhook: signed POST requests, by the Standard Webhooks specification."""

from __future__ import annotations

import select
import ssl
import time
from collections.abc import Sequence
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from urllib.parse import quote, urlsplit

from crawler import __version__
from crawler.politeness.pacing import wait_asked
from crawler.pushing.errors import EndedError, NotDeliveredError, RefusedError
from crawler.pushing.message import Message
from crawler.pushing.signature import signed_headers
from crawler.pushing.sink import ANSWER_SECONDS, CONNECT_SECONDS, shut_after

_AGAIN = (408, 425, 429)
"""Statuses of the class 4xx after which the same request may succeed."""
_GONE = 410
_MOST = 1 << 16  # bytes that are read of an answer
_SHOWN = 200  # characters of an answer that a message quotes
_PLAIN = "%/?:@!$&'()*+,;=~[]|"
"""Signs that stay in the path and query of a URL; spaces and letters beyond ASCII are encoded."""


class Webhook:
    """Sends events to a URL: one in each request, or up to `size` of them, one a line."""

    def __init__(self, url: str, secrets: Sequence[bytes], size: int = 1) -> None:
        self._url = urlsplit(url)
        query = f"?{self._url.query}" if self._url.query else ""
        self._place = quote(f"{self._url.path or '/'}{query}", _PLAIN)
        self._secrets = secrets
        self._connection: HTTPConnection | None = None
        self.size = size
        """Events in a request."""

    def send(self, messages: Sequence[Message]) -> None:
        """Send a request. Redirects are not followed: the signature is meant for the named receiver."""
        body = b"\n".join(message.body for message in messages)
        headers = {
            "Content-Type": "application/json" if self.size == 1 else "application/x-ndjson",
            "User-Agent": f"china-news-harvester/{__version__}",
            **signed_headers(self._secrets, _id_of(messages), body, time.time()),
        }
        try:
            status, answer, response = self._posted(body, headers)
        except (OSError, HTTPException) as error:
            self.close()
            said = str(error)[:_SHOWN] or type(error).__name__  # may quote the receiver's first line
            raise NotDeliveredError(f"no answer: {said}") from error
        if response.will_close:
            self.close()
        _judge(status, answer, response)

    def _posted(self, body: bytes, headers: dict[str, str]) -> tuple[int, str, HTTPResponse]:
        """Send a request. Replace a kept connection once if it is found closed (RFC 9112, section 9.3.1).

        The repeated request is safe, since its id is the same.
        """
        if self._connection is not None and not _is_readable(self._connection):
            try:
                return self._asked(self._connection, body, headers)
            except ConnectionError:  # closed by the receiver after the check
                pass
        self.close()
        self._connection = self._connected()
        return self._asked(self._connection, body, headers)

    def _asked(
        self, connection: HTTPConnection, body: bytes, headers: dict[str, str]
    ) -> tuple[int, str, HTTPResponse]:
        with shut_after(ANSWER_SECONDS, connection.sock.fileno()) as late:
            try:
                connection.request("POST", self._place, body, headers)
                response = connection.getresponse()
                answer = response.read(_MOST)
            except (OSError, HTTPException) as error:
                if late.is_set():
                    raise TimeoutError(f"timed out after {ANSWER_SECONDS:.0f} s") from error
                raise
            if not response.isclosed():  # a longer answer would be read as the next one
                self.close()
        return response.status, answer.decode("utf-8", "replace"), response

    def _connected(self) -> HTTPConnection:
        host, port = self._url.hostname or "", self._url.port
        if self._url.scheme == "https":
            context = ssl.create_default_context()
            connection: HTTPConnection = HTTPSConnection(host, port, timeout=CONNECT_SECONDS, context=context)
        else:
            connection = HTTPConnection(host, port, timeout=CONNECT_SECONDS)
        connection.connect()
        connection.sock.settimeout(ANSWER_SECONDS)
        return connection

    def close(self) -> None:
        """Close the connection."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def _is_readable(connection: HTTPConnection) -> bool:
    """Return whether there is something to read before a request: the receiver has closed the connection."""
    return bool(select.select([connection.sock], [], [], 0.0)[0])


def _id_of(messages: Sequence[Message]) -> str:
    """Return the id of a request: that of its event, or those of the first and the last one."""
    first, last = messages[0].event.id, messages[-1].event.id
    return first if len(messages) == 1 else f"{first}..{last}"


def _judge(status: int, answer: str, response: HTTPResponse) -> None:
    """Raise the error that follows from an answer; a status of 2xx has none."""
    if 200 <= status < 300:
        return
    words = f"HTTP {status}{': ' if answer.strip() else ''}{' '.join(answer.split())[:_SHOWN]}"
    if status == _GONE:
        raise EndedError(f"{words}: the receiver wants no more events")
    if 300 <= status < 400:
        raise RefusedError(f"HTTP {status} to {response.getheader('Location')}: name that address with --to")
    if status < 500 and status not in _AGAIN:
        raise RefusedError(words)
    raise NotDeliveredError(words, wait_asked(response.getheader("Retry-After"), time.time()))
