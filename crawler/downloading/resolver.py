"""Resolves names to IPv4 and IPv6 addresses, and returns only allowed ones."""

from __future__ import annotations

import ipaddress
import logging
import socket
from collections import OrderedDict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Self

from twisted.internet.address import IPv4Address, IPv6Address
from twisted.internet.defer import Deferred, succeed
from twisted.internet.error import TimeoutError as TimedOut
from twisted.internet.interfaces import IHostnameResolver, IHostResolution
from twisted.internet.threads import deferToThreadPool
from twisted.python.failure import Failure
from zope.interface import implementer

from crawler.safety.addresses import Allowed

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from twisted.internet.interfaces import IAddress

logger = logging.getLogger(__name__)

_UNKNOWN = (OSError, UnicodeError, TimedOut, TimeoutError)
"""Exceptions of a look-up if the name does not exist or is invalid, or no server answers in time."""


@implementer(IHostResolution)
class _Resolution:
    """A look-up, as Twisted's interface has it."""

    def __init__(self, name: str) -> None:
        self.name = name

    def cancel(self) -> None:
        """Do nothing: the look-up ends by itself, within its timeout."""


@implementer(IHostnameResolver)
class PublicResolver:
    """Resolves names, and checks the addresses that are then connected to.

    No second look-up happens between check and connection, so a changing answer (DNS rebinding) has no
    effect. If a name has several addresses, Twisted tries the allowed ones in the system's order, each next
    one soon after the one before it (RFC 8305).
    """

    def __init__(self, reactor: Any, cache_size: int, timeout: float) -> None:
        self.allowed = Allowed()
        self.proxies: set[str] = set()
        """Hosts of the operator's own proxies, which may have any address."""
        self.refused: dict[str, str] = {}
        """The last refused address of each name without an allowed one."""
        self._reactor = reactor
        self._timeout = timeout
        self._cache_size = cache_size
        self._known: OrderedDict[str, tuple[str, ...]] = OrderedDict()

    @classmethod
    def from_crawler(cls, crawl: Crawler, reactor: Any) -> Self:
        """Build the resolver. Raises `AllowedHostError` if ALLOW_PRIVATE_HOSTS is invalid."""
        settings = crawl.settings
        size = settings.getint("DNSCACHE_SIZE") if settings.getbool("DNSCACHE_ENABLED") else 0
        resolver = cls(reactor, size, settings.getfloat("DNS_TIMEOUT"))
        resolver.allowed = Allowed.parse(settings.getlist("ALLOW_PRIVATE_HOSTS"))
        return resolver

    def install_on_reactor(self) -> None:
        """Resolve the names of all connections of this process here."""
        self._reactor.installNameResolver(self)

    def resolveHostName(  # noqa: N802  Twisted's name
        self,
        resolutionReceiver: Any,  # noqa: N803
        hostName: str,  # noqa: N803
        portNumber: int = 0,  # noqa: N803
        addressTypes: Sequence[type[IAddress]] | None = None,  # noqa: ARG002, N803
        transportSemantics: str = "TCP",  # noqa: ARG002, N803
    ) -> Any:
        """Look a name up, and pass its allowed addresses to the receiver."""
        resolution = _Resolution(hostName)
        resolutionReceiver.resolutionBegan(resolution)

        def give(addresses: Sequence[str]) -> None:
            for address in self._allowed_of(hostName, addresses):
                kind = IPv6Address if ":" in address else IPv4Address
                resolutionReceiver.addressResolved(kind("TCP", address, portNumber))
            resolutionReceiver.resolutionComplete()

        self._looked_up(hostName).addErrback(_unknown, hostName).addCallback(give)
        return resolution

    def _looked_up(self, name: str) -> Deferred[Sequence[str]]:
        if name in self._known:
            return succeed(self._known[name])
        lookup = self.look_up(name).addTimeout(self._timeout, self._reactor)
        return lookup.addCallback(self._remembered, name)

    def look_up(self, name: str) -> Deferred[Sequence[str]]:
        """Return the addresses of a name, without a check. Fails if there are none."""
        pool = self._reactor.getThreadPool()
        return deferToThreadPool(self._reactor, pool, _addresses, name)

    def _remembered(self, addresses: Sequence[str], name: str) -> Sequence[str]:
        self._known[name] = tuple(addresses)
        if len(self._known) > self._cache_size:
            self._known.popitem(last=False)
        return addresses

    def _allowed_of(self, name: str, addresses: Sequence[str]) -> list[str]:
        allowed = [address for address in addresses if self._is_allowed(name, address)]
        if addresses and not allowed:
            self.refused[name] = addresses[-1]
        return allowed

    def _is_allowed(self, name: str, address: str) -> bool:
        return name in self.proxies or self.allowed.admits(name, ipaddress.ip_address(address))


def _addresses(name: str) -> tuple[str, ...]:
    """Ask the system for a name's addresses, each once and in its order."""
    rows = socket.getaddrinfo(name, None, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(each[4][0]) for each in rows))


def _unknown(failure: Failure, name: str) -> tuple[str, ...]:
    """Return no address for a name that cannot be resolved; log unexpected errors."""
    if not isinstance(failure.value, _UNKNOWN):
        logger.error("the look-up of %s failed: %s", name, failure.getTraceback())
    return ()
