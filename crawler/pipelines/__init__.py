"""Item pipelines, from a fetched page to a record; each step is a verb."""

from crawler.pipelines.archive import ArchivePages
from crawler.pipelines.extract import ExtractArticle
from crawler.pipelines.known import DropDuplicates, DropUnchanged
from crawler.pipelines.reject import KeepToLimit, RejectOutOfRange, RejectUnsound
from crawler.pipelines.reserved import SkipReserved
from crawler.pipelines.stories import NameStories

__all__ = [
    "ArchivePages",
    "DropDuplicates",
    "DropUnchanged",
    "ExtractArticle",
    "KeepToLimit",
    "NameStories",
    "RejectOutOfRange",
    "RejectUnsound",
    "SkipReserved",
]
