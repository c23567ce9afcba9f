"""Parses fetched pages for links and article, in this process or in another one."""

from crawler.parsing.pages import Fault, FetchedPage, PageResult, ReadingBounds

__all__ = ["Fault", "FetchedPage", "PageResult", "ReadingBounds"]
