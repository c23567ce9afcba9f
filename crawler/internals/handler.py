"""Opens Scrapy's HTTP handler: another policy for certificates, other connections."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Any

from crawler.internals.importing import without_sources

with without_sources():
    from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler

if TYPE_CHECKING:
    from collections.abc import Callable

    from twisted.web.iweb import IPolicyForHTTPS


class OpenHandler(HTTP11DownloadHandler):
    """Scrapy's handler for http and https; a subclass replaces its policy and its connections."""

    @property
    def policy(self) -> IPolicyForHTTPS:
        """The policy for certificates."""
        return self._contextFactory

    def use_policy(self, policy: IPolicyForHTTPS) -> None:
        """Replace the policy for certificates."""
        self._contextFactory = policy

    def use_connections(self, factory: Callable[..., Any]) -> None:
        """Build connections with `factory`; it takes the arguments of Twisted's factory."""
        self._pool._factory = factory  # type: ignore[assignment]


def unverified(policy: Any) -> Any:
    """Return a copy of Scrapy's policy that verifies no certificate: Scrapy's setting is for all hosts."""
    unchecked = copy(policy)
    unchecked._verify_certificates = False
    return unchecked
