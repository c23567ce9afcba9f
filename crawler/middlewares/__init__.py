"""Scrapy middlewares: checks of requests, redirects, decompression, depth."""

from crawler.middlewares.archives import ArchivePace
from crawler.middlewares.cookies import Cookies
from crawler.middlewares.depth import BoundedDepth
from crawler.middlewares.redirects import BareUrls, MetaRefreshes, WebRedirects
from crawler.middlewares.robots import RobotsGate
from crawler.middlewares.tdm_files import TdmFiles
from crawler.middlewares.unpacking import Unpacking

__all__ = [
    "ArchivePace",
    "BareUrls",
    "BoundedDepth",
    "Cookies",
    "MetaRefreshes",
    "RobotsGate",
    "TdmFiles",
    "Unpacking",
    "WebRedirects",
]
