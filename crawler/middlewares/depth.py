"""Drops and counts links beyond DEPTH_LIMIT."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.spidermiddlewares.depth import DepthMiddleware

from crawler.reasons import Cause

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.http import Response


class BoundedDepth(DepthMiddleware):
    """Scrapy's DepthMiddleware, extended by a count of the dropped links."""

    def get_processed_request(self, request: Request, response: Response | None) -> Request | None:
        """Return the request, or None if it is too deep."""
        kept: Request | None = super().get_processed_request(request, response)
        if kept is None:
            self.crawler.stats.inc_value(f"harvest/cut/{Cause.DEPTH}")
        return kept
