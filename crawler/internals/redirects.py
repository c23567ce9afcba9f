"""Opens Scrapy's middleware for the redirects in pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.downloadermiddlewares.redirect import MetaRefreshMiddleware

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.http import Response


class OpenMetaRefresh(MetaRefreshMiddleware):
    """Scrapy's middleware for meta refreshes; a subclass follows other redirects in the same way."""

    def redirected(self, request: Request, response: Response, target: str) -> Request:
        """Return the request for a page's target. Raises IgnoreRequest after too many redirects."""
        return self._redirect(self._redirect_request_using_get(request, response, target), request, "page")
