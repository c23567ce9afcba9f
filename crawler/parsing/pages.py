"""Defines fetched pages and their reading results, which can be sent between processes."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from crawler.items import USUAL_FIELDS, Article, Exchange, FieldSelection, FoundBy
from crawler.records.marks import Marks
from crawler.safety.bounds import PAGE_BYTES


class Fault(Enum):
    """The reason why no article could be read from a page."""

    TOO_LONG = "took too long"
    """It took longer than PARSE_TIMEOUT."""
    RAISED = "raised"
    """The extractor raised an exception: a fault of this program."""
    DIED = "died"
    """The process that read it ended: the parser crashed, or the system ran out of memory."""


@dataclass(frozen=True, slots=True)
class PageResult:
    """The result of reading a page: its article, or the fault."""

    article: Article | None = None
    fault: Fault | None = None
    message: str = ""
    """The message of the fault, in a line."""
    trace: str = ""
    """The traceback, for developers."""
    marks: Marks | None = field(default=None, compare=False)
    """The article's marks, if computed already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchedPage:
    """A fetched HTML page with the further pages of its article, as yielded by spiders."""

    url: str
    body: bytes
    """Decompressed, not decoded."""
    content_type: str | None = None
    """The HTTP header's value."""
    fetched: str | None = None
    """Time of the fetch: ISO 8601, UTC."""
    exchange: Exchange | None = None
    """The raw request and response, until they are archived."""
    archive: str | None = None
    """Their place in the archive: `file#offset`."""
    is_unverified: bool = False
    """Whether it came over TLS from a server whose certificate was not verified."""
    is_overlong: bool = False
    """Whether the server sent more bytes than it declared."""
    reservations: tuple[str, ...] = ()
    """Reservations in the response's headers (`x-robots-tag: noai`), and in files of its site."""
    found_by: FoundBy | None = None
    """The way in which the crawl found it."""
    capture: str | None = None
    """URL in a web archive that it was read from; `url` is the original's."""
    is_altered: bool = False
    """Whether its bytes have another digest than the index of the web archive says."""
    parts: tuple[FetchedPage, ...] = ()
    """The further pages of an article that spans several pages, in order."""
    missing: tuple[str, ...] = ()
    """URLs of parts that could not be fetched."""
    reading: PageResult | None = None
    """The reading result from the search for links: pages are parsed once."""


@dataclass(frozen=True, slots=True)
class ReadingBounds:
    """The bounds for reading a page, and the optional fields of its record."""

    largest: int = PAGE_BYTES
    """Bytes read of a page (PAGE_BYTES_MAX)."""
    seconds: float = 0.0
    """Seconds of CPU time for one page (PARSE_TIMEOUT); 0 sets no bound."""
    fields: FieldSelection = USUAL_FIELDS
    """The optional fields of the record (BLOCKS, LINKS, DETAILS)."""
