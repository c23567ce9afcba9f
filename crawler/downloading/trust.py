"""Verifies the certificates of servers, except for hosts in TLS_UNVERIFIED_HOSTS."""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from typing import Any

from twisted.web.iweb import IPolicyForHTTPS
from zope.interface import implementer


@implementer(IPolicyForHTTPS)
class TrustByHost:
    """Verifies like `verifying`, except for some hosts."""

    def __init__(self, verifying: Any, unverified: Iterable[str]) -> None:
        self._verifying = verifying
        self._trusting = copy(verifying)
        self._trusting._verify_certificates = False  # noqa: SLF001  Scrapy has the setting for all or none
        self._unverified = frozenset(host.strip().lower() for host in unverified)

    def trusts_blindly(self, host: str) -> bool:
        """Whether a host's certificate is not verified."""
        return host in self._unverified

    def creatorForNetloc(self, hostname: bytes, port: int) -> Any:  # noqa: N802  Twisted's name
        """Return what makes the TLS connections to a host."""
        blindly = self.trusts_blindly(hostname.decode("ascii").lower())
        return (self._trusting if blindly else self._verifying).creatorForNetloc(hostname, port)
