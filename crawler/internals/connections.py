"""Extends Twisted's HTTP client protocol: bounds the header, and reports sent requests and excess bytes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from twisted.internet.defer import Deferred
from twisted.internet.interfaces import IHandshakeListener
from twisted.python.failure import Failure
from twisted.web._newclient import BODY
from zope.interface import implementer

from crawler.internals.importing import without_sources

with without_sources():
    from scrapy.core.downloader.handlers.http11 import (
        _LenientHTTP11ClientFactory,
        _LenientHTTP11ClientProtocol,
    )


class HeadTooLargeError(Exception):
    """The status line and headers of a response exceed HEADERS_BYTES_MAX."""


@implementer(IHandshakeListener)
class BoundedProtocol(_LenientHTTP11ClientProtocol):
    """Closes a connection whose response header exceeds the bound.

    Twisted bounds the length of lines, but not their number. Provisional responses (100, 103) count, too.
    """

    most: int
    """Bytes."""
    overlong: set[bytes]
    """URLs whose responses were followed by further bytes; the receiver of a response removes its URL."""
    sent: Callable[[bytes], None]
    """Called with the URL when a request goes out to the server."""

    _is_encrypted = False

    def request(self, request: Any) -> Deferred[Any]:
        """Send a request; over TLS, Twisted keeps the first one until the handshake is complete."""
        self._head = 0
        url = request.absoluteURI
        if self._is_encrypted or not url.startswith(b"https:"):
            self.sent(url)
        return super().request(request)

    def handshakeCompleted(self) -> None:  # noqa: N802  Twisted's name
        """Report that Twisted sends the kept request."""
        self._is_encrypted = True
        if self._currentRequest is not None:
            self.sent(self._currentRequest.absoluteURI)

    def dataReceived(self, data: bytes) -> None:  # noqa: N802  Twisted's name
        """Process a piece of a response."""
        parser = self._parser
        if parser is not None and parser.state != BODY:
            if self._head > self.most:
                self._giveUp(Failure(HeadTooLargeError()))
                return
            self._head += len(data)
        super().dataReceived(data)

    def _finishResponse(self, rest: bytes) -> None:  # noqa: N802  Twisted's name
        """Record bytes after the end of a response, which Twisted drops. Blank lines are ignored."""
        if rest.strip() and self._currentRequest is not None:
            self.overlong.add(self._currentRequest.absoluteURI)
        super()._finishResponse(rest)


class BoundedFactory(_LenientHTTP11ClientFactory):
    """Builds connections whose responses have headers of limited size."""

    def __init__(
        self, most: int, overlong: set[bytes], sent: Callable[[bytes], None], *arguments: Any
    ) -> None:
        super().__init__(*arguments)
        self._most = most
        self._overlong = overlong
        self._sent = sent

    def buildProtocol(self, addr: Any) -> BoundedProtocol:  # noqa: ARG002, N802  Twisted's name
        """Build the protocol of a connection."""
        protocol = BoundedProtocol(self._quiescentCallback)
        protocol.most, protocol.overlong, protocol.sent = self._most, self._overlong, self._sent
        return protocol
