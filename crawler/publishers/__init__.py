"""Declares publishers, and layouts of the content management systems that they use."""

from crawler.publishers.layouts import SHARED_LAYOUTS
from crawler.publishers.model import DayArchive, ItemUrl, Layout, PostedList, Publisher
from crawler.publishers.registry import (
    PUBLISHERS,
    DeclarationError,
    declared_publishers,
    language_of,
    layouts_of,
    publisher_of,
    use_declarations,
)

__all__ = [
    "PUBLISHERS",
    "SHARED_LAYOUTS",
    "DayArchive",
    "DeclarationError",
    "ItemUrl",
    "Layout",
    "PostedList",
    "Publisher",
    "declared_publishers",
    "language_of",
    "layouts_of",
    "publisher_of",
    "use_declarations",
]
