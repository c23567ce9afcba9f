"""Resolves names, and returns only allowed addresses."""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence
from typing import TYPE_CHECKING, Self

from scrapy.resolver import CachingThreadedResolver
from twisted.internet.error import DNSLookupError

from crawler.safety.addresses import Allowed

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from twisted.internet.base import ReactorBase
    from twisted.internet.defer import Deferred


class PublicResolver(CachingThreadedResolver):
    """Resolves like Scrapy's resolver, and checks the address that is then connected to.

    No second look-up happens between check and connection, so a changing answer (DNS rebinding) has no
    effect.
    """

    def __init__(self, reactor: ReactorBase, cache_size: int, timeout: float) -> None:
        super().__init__(reactor, cache_size, timeout)
        self.allowed = Allowed()
        self.proxies: set[str] = set()
        """Hosts of the operator's own proxies, which may have any address."""
        self.refused: dict[str, str] = {}
        """The last address that was refused for a name."""

    @classmethod
    def from_crawler(cls, crawler: Crawler, reactor: ReactorBase) -> Self:
        """Build the resolver. Raises `AllowedHostError` where ALLOW_PRIVATE_HOSTS cannot be read."""
        resolver = super().from_crawler(crawler, reactor)
        resolver.allowed = Allowed.parse(crawler.settings.getlist("ALLOW_PRIVATE_HOSTS"))
        return resolver

    def getHostByName(self, name: str, timeout: Sequence[int] = ()) -> Deferred[str]:  # noqa: N802, ARG002
        """Look a name up. Fails with DNSLookupError if its address is not allowed."""
        return self.look_up(name).addCallback(self._judged, name)

    def look_up(self, name: str) -> Deferred[str]:
        """Return the address of a name, without a check."""
        return super().getHostByName(name)

    def _judged(self, address: str, name: str) -> str:
        if name in self.proxies or self.allowed.admits(name, ipaddress.ip_address(address)):
            return address
        self.refused[name] = address
        raise DNSLookupError(f"{name} is at {address}, which is not public")
