"""What is known of publishers and of the content management systems they run on, as data."""

from crawler.publishers.layouts import SHARED_LAYOUTS
from crawler.publishers.model import ItemUrl, Layout, PostedList, Publisher
from crawler.publishers.registry import PUBLISHERS, language_of, layouts_of, publisher_of

__all__ = [
    "PUBLISHERS",
    "SHARED_LAYOUTS",
    "ItemUrl",
    "Layout",
    "PostedList",
    "Publisher",
    "language_of",
    "layouts_of",
    "publisher_of",
]
