"""Declares publishers, and layouts of the content management systems that they use."""

from crawler.publishers.layouts import SHARED_LAYOUTS
from crawler.publishers.model import DayArchive, ItemUrl, Layout, PostedList, Publisher
from crawler.publishers.registry import PUBLISHERS, language_of, layouts_of, publisher_of

__all__ = [
    "PUBLISHERS",
    "SHARED_LAYOUTS",
    "DayArchive",
    "ItemUrl",
    "Layout",
    "PostedList",
    "Publisher",
    "language_of",
    "layouts_of",
    "publisher_of",
]
