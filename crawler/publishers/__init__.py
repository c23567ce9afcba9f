"""Declares publishers, and layouts of the content management systems that they use."""

from crawler.publishers.layouts import SHARED_LAYOUTS
from crawler.publishers.model import DataList, DayArchive, ItemUrl, Layout, PostedUrls, Publisher
from crawler.publishers.registry import (
    PUBLISHERS,
    DeclarationError,
    any_pattern,
    declared_publishers,
    has_article_path,
    language_of,
    layouts_of,
    posting_of,
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
    "PostedUrls",
    "Publisher",
    "any_pattern",
    "declared_publishers",
    "has_article_path",
    "language_of",
    "layouts_of",
    "posting_of",
    "publisher_of",
    "use_declarations",
]
