"""Chooses the class of a response."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.responsetypes import responsetypes

if TYPE_CHECKING:
    from scrapy.http import Headers, Response


def response_class(headers: Headers, url: str, body: bytes) -> type[Response]:
    """Return the class for a response with these headers, this URL and this body, decompressed by now."""
    return responsetypes.from_args(headers=headers, url=url, body=body)
