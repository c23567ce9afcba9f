"""Item pipelines: from a fetched page to a record worth writing, each step a verb."""

from crawler.pipelines.extract import ExtractArticle
from crawler.pipelines.known import DropDuplicates, DropUnchanged
from crawler.pipelines.reject import KeepToLimit, RejectOutOfRange, RejectUnsound
from crawler.pipelines.stories import NameStories

__all__ = [
    "DropDuplicates",
    "DropUnchanged",
    "ExtractArticle",
    "KeepToLimit",
    "NameStories",
    "RejectOutOfRange",
    "RejectUnsound",
]
