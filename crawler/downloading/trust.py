"""Verifies the certificates of servers, except for hosts in TLS_UNVERIFIED_HOSTS."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from twisted.web.iweb import IPolicyForHTTPS
from zope.interface import implementer

from crawler.internals.handler import unverified


@implementer(IPolicyForHTTPS)
class TrustByHost:
    """Verifies like `verifying`, except for `hosts`."""

    def __init__(self, verifying: Any, hosts: Iterable[str]) -> None:
        self._verifying = verifying
        self._trusting = unverified(verifying)
        self._unverified = frozenset(host.strip().lower() for host in hosts)

    def trusts_blindly(self, host: str) -> bool:
        """Return whether a host's certificate is not verified."""
        return host in self._unverified

    def creatorForNetloc(self, hostname: bytes, port: int) -> Any:  # noqa: N802  Twisted's name
        """Return the builder of TLS connections to a host."""
        blindly = self.trusts_blindly(hostname.decode("ascii").lower())
        return (self._trusting if blindly else self._verifying).creatorForNetloc(hostname, port)
