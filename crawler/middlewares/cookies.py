"""Loads Scrapy's cookies only if COOKIES_ENABLED is set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.exceptions import NotConfigured

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from scrapy.downloadermiddlewares.cookies import CookiesMiddleware


class Cookies:
    """Replaces Scrapy's `CookiesMiddleware`, which imports an HTTP client: a tenth of a crawl's start."""

    @classmethod
    def from_crawler(cls, crawl: Crawler) -> CookiesMiddleware:
        """Return Scrapy's middleware. Raises NotConfigured if cookies are off."""
        if not crawl.settings.getbool("COOKIES_ENABLED"):
            raise NotConfigured
        from scrapy.downloadermiddlewares.cookies import CookiesMiddleware  # noqa: PLC0415  see above

        return CookiesMiddleware.from_crawler(crawl)
