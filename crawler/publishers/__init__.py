"""Declares publishers, and layouts of the content management systems that they use."""

from crawler.publishers.layouts import SHARED_LAYOUTS
from crawler.publishers.model import DataList, DayArchive, ItemUrl, Layout, Publisher
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
    "DataList",
    "DayArchive",
    "DeclarationError",
    "ItemUrl",
    "Layout",
    "Publisher",
    "declared_publishers",
    "language_of",
    "layouts_of",
    "publisher_of",
    "use_declarations",
]
