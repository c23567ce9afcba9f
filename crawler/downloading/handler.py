"""Wraps Scrapy's HTTP handler in checks that apply to every request."""

from __future__ import annotations

import re
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlsplit

from OpenSSL import SSL
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadFailedError,
    ResponseDataLossError,
)
from service_identity import VerificationError
from twisted.web.client import ResponseFailed

from crawler.accounting.refusals import Refusal
from crawler.downloading.resolver import PublicResolver
from crawler.downloading.trust import TrustByHost
from crawler.internals.connections import BoundedFactory, HeadTooLargeError
from crawler.internals.downloader import interruptible_of
from crawler.internals.handler import OpenHandler
from crawler.items import OVERLONG, UNVERIFIED
from crawler.reasons import Cause
from crawler.safety.ranges import PARTIAL, is_part
from crawler.text.urls import host_of

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from twisted.web.iweb import IPolicyForHTTPS


_CONTROLS = re.compile(rb"[\0\r\n]")
_VALIDATORS = {b"If-None-Match", b"If-Modified-Since"}


class PrivateAddress(Refusal):
    """The host is not public, and not in ALLOW_PRIVATE_HOSTS. Raised by `PublicHandler`."""

    cause = Cause.PRIVATE_ADDRESS


class Untrusted(Refusal):
    """The server's certificate is not trusted: self-signed, expired, another's. Raised by `PublicHandler`."""

    cause = Cause.UNTRUSTED


class Malformed(Refusal):
    """The response is malformed. Raised by `PublicHandler`, by a subclass for each cause."""


class MalformedStatus(Malformed):
    """The status is no status of HTTP."""

    cause = Cause.MALFORMED_STATUS


class MalformedHeader(Malformed):
    """A header holds control characters."""

    cause = Cause.MALFORMED_HEADER


class HeadersTooLarge(Malformed):
    """The headers exceed their maximum size."""

    cause = Cause.HEADERS_TOO_LARGE


class UnaskedNotModified(Malformed):
    """The answer is 304, but the request had no validators."""

    cause = Cause.UNASKED_304


class PublicHandler(OpenHandler):
    """Fetches http and https from public addresses.

    Pages, redirects, robots.txt and parts of articles all pass here, so the address is checked here: by name
    before a request is sent, and by the resolver at the connection. Behind a proxy, only the name can be
    checked.
    """

    def __init__(self, crawl: Crawler) -> None:
        super().__init__(crawl)
        self._crawl = crawl
        self._trust = TrustByHost(self.policy, crawl.settings.getlist("TLS_UNVERIFIED_HOSTS"))
        self.use_policy(cast("IPolicyForHTTPS", self._trust))
        most = crawl.settings.getint("HEADERS_BYTES_MAX")
        self._overlong: set[bytes] = set()
        self.use_connections(partial(BoundedFactory, most, self._overlong, self._sent))

    async def download_request(self, request: Request) -> Response:
        """Fetch a page. Raises `PrivateAddress`, `Malformed`, and the errors of Scrapy's handler."""
        resolver = _resolver()
        if not resolver.allowed.admits_by_name(request.url):
            raise PrivateAddress
        proxy: Any = request.meta.get("proxy")
        if proxy:
            resolver.proxies.add(urlsplit(str(proxy)).hostname or "")
        try:
            response = await super().download_request(request)
            return self._marked(_sound(request, response), self._took_out(request.url))
        except CannotResolveHostError:
            if not proxy and host_of(request.url) in resolver.refused:
                raise PrivateAddress from None
            raise
        except DownloadFailedError as error:
            if _is_due_to(error.__cause__, HeadTooLargeError):
                raise HeadersTooLarge from None
            if _is_due_to(error.__cause__, SSL.Error, VerificationError):
                raise Untrusted from None
            raise

    def _sent(self, url: bytes) -> None:
        """Notify the downloader, which measures the host's delay from now on."""
        if (downloader := interruptible_of(self._crawl)) is not None:
            downloader.sent(url.decode("ascii"))

    def _took_out(self, url: str) -> bool:
        """Return whether further bytes followed the latest response of a URL, and forget it."""
        is_overlong = url.encode() in self._overlong
        self._overlong.discard(url.encode())
        return is_overlong

    def _marked(self, response: Response, is_overlong: bool) -> Response:
        """Return the response, flagged if its certificate was not verified, or further bytes followed."""
        flags = list(response.flags)
        if response.url.startswith("https:") and self._trust.trusts_blindly(host_of(response.url)):
            flags.append(UNVERIFIED)
        if is_overlong:
            flags.append(OVERLONG)
        return response.replace(flags=flags) if flags else response


def _sound(request: Request, response: Response) -> Response:
    """Return the response. Raises `Malformed` for an invalid status, or control characters in headers.

    Raises ResponseDataLossError for an unrequested part of a page, which is then requested again.
    """
    if not 100 <= response.status <= 599:
        raise MalformedStatus
    if response.status == 304 and not request.headers.keys() & _VALIDATORS:
        raise UnaskedNotModified
    if "Range" not in request.headers and _is_part(response):
        raise ResponseDataLossError("a part of the page")
    if _CONTROLS.search(b"".join(chain.from_iterable(values for _, values in response.headers.items()))):
        raise MalformedHeader
    return response


def _is_part(response: Response) -> bool:
    if response.status not in (200, PARTIAL):
        return False
    content_range = (response.headers.get("Content-Range") or b"").decode("latin-1")
    return is_part(response.status, content_range, len(response.body))


def _is_due_to(cause: BaseException | None, *kinds: type[BaseException]) -> bool:
    """Return whether one of these kinds of errors caused a failed connection."""
    reasons = cause.reasons if isinstance(cause, ResponseFailed) else ()
    return any(reason.check(*kinds) for reason in reasons)


def _resolver() -> PublicResolver:
    """Return the resolver that Scrapy put into the reactor. Raises TypeError for any other class."""
    from twisted.internet import reactor  # noqa: PLC0415  importing it installs one

    resolver = getattr(reactor, "nameResolver", None)
    if not isinstance(resolver, PublicResolver):
        raise TypeError(
            "TWISTED_DNS_RESOLVER must stay crawler.downloading.resolver.PublicResolver: without it, a page"
            " could lead the crawl into private networks"
        )
    return resolver
