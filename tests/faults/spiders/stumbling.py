"""The project's spider with a fault in it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

from scrapy.http import Response

from crawler.spiders.news import NewsSpider


class StumblingSpider(NewsSpider):
    """Raises on the page `content_900.htm`."""

    async def parse(self, response: Response, *arguments: Any, **named: Any) -> AsyncIterator[Any]:
        """Parse as ever, but for one page."""
        if response.url.endswith("content_900.htm"):
            raise ZeroDivisionError
        async for result in super().parse(response, *arguments, **named):
            yield result
