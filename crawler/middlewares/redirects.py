"""Follows redirects like browsers, and only to web pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.downloadermiddlewares.redirect import RedirectMiddleware

from crawler.accounting.refusals import Refusal
from crawler.discovery.jumps import header_target, script_target
from crawler.internals.redirects import OpenMetaRefresh
from crawler.middlewares.answers import answer_of
from crawler.politeness.walls import MISSING, wall_of
from crawler.reasons import Cause
from crawler.state.requests import CAPTURED
from crawler.text.urls import canonicalize, path_of, resolve, to_request

if TYPE_CHECKING:
    from scrapy import Request, Spider
    from scrapy.http import Response
    from scrapy.settings import BaseSettings

HEAD = 4 * 4096  # bytes; Scrapy searches 4,096 characters for a meta refresh
OK = 200
REDIRECTS = frozenset({301, 302, 303, 307, 308})


class NoWebPage(Refusal):
    """A redirect has no http or https URL. Raised by `WebRedirects`."""

    cause = Cause.REDIRECT_TO_NOTHING


class WebRedirects(RedirectMiddleware):
    r"""Follows redirects like Scrapy, but resolves them by the URL standard.

    Python's urljoin resolves `\\host`, `//host` and `http:path` differently. A redirect to another scheme, or
    without a Location, fails with its own reason. A firewall's, which asks for a cookie, is not followed.
    """

    def __init__(self, settings: BaseSettings) -> None:
        super().__init__(settings)
        self._settings = settings

    def process_response(
        self,
        request: Request,
        response: Response,
        spider: Spider | None = None,  # noqa: ARG002  Scrapy's signature
    ) -> Request | Response:
        """Return the request to make next, or the response. Raises `NoWebPage`."""
        if response.status not in REDIRECTS or _is_asked_for(request):
            return response
        target = resolve(response.url, _text(response.headers.get("Location") or b""))
        if target is None:
            raise NoWebPage
        if wall_of(answer_of(request, response, self._settings)):
            return response  # to `BotWalls`
        answer = response.replace(headers={**response.headers, "Location": target})
        return super().process_response(request, answer)


class MetaRefreshes(OpenMetaRefresh):
    """Follows the redirects of pages: meta refreshes as Scrapy does, `Refresh:` headers, and scripts.

    A page is not decoded if nothing in its bytes hints at a redirect. A script counts only on a page that
    only redirects.
    """

    def __init__(self, settings: BaseSettings) -> None:
        super().__init__(settings)
        self._longest_delay = settings.getint("METAREFRESH_MAXDELAY")

    def process_response(
        self,
        request: Request,
        response: Response,
        spider: Spider | None = None,  # noqa: ARG002  Scrapy's signature
    ) -> Request | Response:
        """Return the request to make next, or the response."""
        if request.meta.get("dont_redirect") or path_of(request.url) == "/robots.txt":
            return response
        if request.meta.get(CAPTURED):  # the page redirected on its own site, in the past
            return response
        if b"refresh" in response.body[:HEAD].replace(b"\0", b"").lower():  # the zeros of UTF-16
            after = super().process_response(request, response)
            if after is not response:
                return after
        target = self._target(response)
        return self.redirected(request, response, target) if target is not None else response

    def _target(self, response: Response) -> str | None:
        """Return the target of a redirect in a header or a script."""
        if response.status != OK:
            return None
        header = (response.headers.get("Refresh") or b"").decode("latin-1")
        kind = (response.headers.get("Content-Type") or b"").decode("latin-1")
        return header_target(header, response.url, self._longest_delay) or script_target(
            response.body, response.url, kind
        )


class BareUrls(OpenMetaRefresh):
    """Requests a missing page once more, without the parameters that do not name it.

    `content_7.htm?PHPSESSID=1` and `content_7.htm` are one article, which is requested under its first URL. A
    server may know it only without the session.
    """

    def process_response(
        self,
        request: Request,
        response: Response,
        spider: Spider | None = None,  # noqa: ARG002  Scrapy's signature
    ) -> Request | Response:
        """Return the request for the bare URL of a missing page, or the response."""
        if response.status not in MISSING or "?" not in request.url or _is_asked_for(request):
            return response
        if request.meta.get(CAPTURED):  # the query belongs to the name of the capture
            return response
        bare = canonicalize(request.url)
        return response if bare == to_request(request.url) else self.redirected(request, response, bare)


def _is_asked_for(request: Request) -> bool:
    """Return whether the maker of the request handles redirects itself."""
    return bool(request.meta.get("dont_redirect") or request.meta.get("handle_httpstatus_all"))


def _text(location: bytes) -> str:
    """Return a Location as text; bytes that are no UTF-8 become escapes, so the server gets them back."""
    try:
        return location.decode("utf-8")
    except UnicodeDecodeError:
        return "".join(chr(byte) if byte < 0x80 else f"%{byte:02X}" for byte in location)
