"""Pages as they were fetched, and what reading them brought: values that can go from process to process."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from crawler.items import Article, Exchange
from crawler.records.marks import Marks
from crawler.safety.bounds import PAGE_BYTES


class Fault(Enum):
    """Why no article could be read from a page."""

    TOO_LONG = "took too long"
    """It took longer than PARSE_TIMEOUT."""
    RAISED = "raised"
    """The extractor raised an exception: a fault of ours."""
    DIED = "died"
    """The process that read it ended: the parser crashed, or the system ran out of memory."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading the article of a page brought: the article, or why there is none."""

    article: Article | None = None
    fault: Fault | None = None
    told: str = ""
    """What is told of the fault, in a line."""
    trace: str = ""
    """Where our code failed, for those who mend it."""
    marks: Marks | None = field(default=None, compare=False)
    """The article's, where they are worked out already: they follow from it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchedPage:
    """An HTML page as it was fetched, with the further pages of its article: what spiders yield."""

    url: str
    body: bytes
    """Unpacked, not decoded."""
    content_type: str | None = None
    """The HTTP header's value."""
    fetched: str | None = None
    """When it was fetched: ISO 8601, UTC."""
    exchange: Exchange | None = None
    """The raw request and response, until they are archived."""
    archive: str | None = None
    """Where they are kept then: `file#offset`."""
    is_unverified: bool = False
    """Whether it came over TLS from a server whose certificate was not verified."""
    is_overlong: bool = False
    """Whether the server sent more than the length that it told."""
    parts: tuple[FetchedPage, ...] = ()
    """The further pages of an article over several pages, in order."""
    missing: tuple[str, ...] = ()
    """URLs of parts that could not be fetched."""
    reading: Reading | None = None
    """What was read already, when its links were looked for: pages are parsed once."""


@dataclass(frozen=True, slots=True)
class Terms:
    """How much of a page is read, and for how long at most."""

    largest: int = PAGE_BYTES
    """Bytes that are read of a page (PAGE_BYTES_MAX)."""
    seconds: float = 0.0
    """For one page (PARSE_TIMEOUT); 0 sets no bound."""
