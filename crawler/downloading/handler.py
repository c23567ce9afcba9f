"""Scrapy's HTTP handler behind the checks that no request gets round, whoever makes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.exceptions import CannotResolveHostError, IgnoreRequest

from crawler.downloading.resolver import PublicResolver
from crawler.text.urls import host_of

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.http import Response


class PrivateAddress(IgnoreRequest):
    """The host is not public, nor does ALLOW_PRIVATE_HOSTS name it. Raised by `PublicHandler`."""

    def __init__(self) -> None:
        super().__init__("private address")


class PublicHandler(HTTP11DownloadHandler):
    """Fetches http and https from public addresses.

    Pages, redirects, robots.txt and parts of articles all come through here, so this is where the address is
    judged: by name before anything is sent, and by the resolver when it is connected to. Behind a proxy the
    name is all there is to judge.
    """

    async def download_request(self, request: Request) -> Response:
        """Fetch a page. Raises `PrivateAddress`, and what Scrapy's handler raises."""
        resolver = _resolver()
        if not resolver.allowed.admits_by_name(request.url):
            raise PrivateAddress
        proxy: Any = request.meta.get("proxy")
        if proxy:
            resolver.proxies.add(urlsplit(str(proxy)).hostname or "")
        try:
            return await super().download_request(request)
        except CannotResolveHostError:
            if not proxy and host_of(request.url) in resolver.refused:
                raise PrivateAddress from None
            raise


def _resolver() -> PublicResolver:
    """The resolver that Scrapy put into the reactor. Raises TypeError where that is another one."""
    from twisted.internet import reactor  # noqa: PLC0415  importing it installs one

    found = getattr(reactor, "resolver", None)
    if not isinstance(found, PublicResolver):
        raise TypeError(
            "TWISTED_DNS_RESOLVER must stay crawler.downloading.resolver.PublicResolver: without it, a page"
            " could lead the crawl into private networks"
        )
    return found
