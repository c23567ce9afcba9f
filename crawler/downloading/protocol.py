"""Twisted's HTTP client protocol: bounded before the body, with a note of what comes after it."""

from __future__ import annotations

from typing import Any

from scrapy.core.downloader.handlers.http11 import _LenientHTTP11ClientFactory, _LenientHTTP11ClientProtocol
from twisted.internet.defer import Deferred
from twisted.python.failure import Failure
from twisted.web._newclient import BODY


class HeadTooLargeError(Exception):
    """A response's status line and headers were longer than they may be."""


class BoundedProtocol(_LenientHTTP11ClientProtocol):
    """Gives a connection up when the head of a response does not end.

    Twisted bounds the lines, and not how many there are. Provisional responses (100, 103) count, too.
    """

    most: int
    """Bytes."""
    overlong: set[bytes]
    """URLs whose responses went on behind their end; whoever takes a response takes its URL out."""

    def request(self, request: Any) -> Deferred[Any]:
        """Send a request."""
        self._head = 0
        return super().request(request)

    def dataReceived(self, data: bytes) -> None:  # noqa: N802  Twisted's name
        """Take a piece of a response."""
        parser = self._parser
        if parser is not None and parser.state != BODY:
            if self._head > self.most:
                self._giveUp(Failure(HeadTooLargeError()))
                return
            self._head += len(data)
        super().dataReceived(data)

    def _finishResponse(self, rest: bytes) -> None:  # noqa: N802  Twisted's name
        """Note what came behind the end of a response, which Twisted drops. Blank lines are no matter."""
        if rest.strip() and self._currentRequest is not None:
            self.overlong.add(self._currentRequest.absoluteURI)
        super()._finishResponse(rest)


class BoundedFactory(_LenientHTTP11ClientFactory):
    """Builds connections whose responses have heads of at most so many bytes."""

    def __init__(self, most: int, overlong: set[bytes], *arguments: Any) -> None:
        super().__init__(*arguments)
        self._most = most
        self._overlong = overlong

    def buildProtocol(self, addr: Any) -> BoundedProtocol:  # noqa: ARG002, N802  Twisted's name
        """Build the protocol of a connection."""
        protocol = BoundedProtocol(self._quiescentCallback)
        protocol.most, protocol.overlong = self._most, self._overlong
        return protocol
