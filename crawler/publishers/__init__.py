"""Declares publishers, and layouts of the content management systems that they use."""

from crawler.publishers.checking import faults_of
from crawler.publishers.folder import DeclarationFile, files_of
from crawler.publishers.layouts import SHARED_LAYOUTS
from crawler.publishers.model import (
    Companion,
    DataList,
    DayArchive,
    ItemUrl,
    Layout,
    PostedUrls,
    Publisher,
)
from crawler.publishers.registry import (
    PUBLISHERS,
    DeclarationError,
    any_pattern,
    companions_of,
    declared_publishers,
    has_article_path,
    is_companion,
    language_of,
    layouts_of,
    posting_of,
    publisher_of,
    use_declarations,
)

__all__ = [
    "PUBLISHERS",
    "SHARED_LAYOUTS",
    "Companion",
    "DataList",
    "DayArchive",
    "DeclarationError",
    "DeclarationFile",
    "ItemUrl",
    "Layout",
    "PostedUrls",
    "Publisher",
    "any_pattern",
    "companions_of",
    "declared_publishers",
    "faults_of",
    "files_of",
    "has_article_path",
    "is_companion",
    "language_of",
    "layouts_of",
    "posting_of",
    "publisher_of",
    "use_declarations",
]
