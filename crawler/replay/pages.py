"""Extracts the articles in one WARC file, each joined from its parts in the file."""

from __future__ import annotations

from collections.abc import Coroutine, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar, cast

from crawler.archive.reading import Archived, Damaged, Located, locate_pages, read_page
from crawler.items import ALTERED, OVERLONG, UNVERIFIED, FieldSelection
from crawler.parsing.joining import ParsedPage, join_parts
from crawler.parsing.pages import FetchedPage, ReadingBounds
from crawler.parsing.parsers import Parsers
from crawler.parsing.questions import Question
from crawler.publishers import is_companion
from crawler.reasons import Cause, Reason
from crawler.records.lines import article_line
from crawler.records.revisions import Fingerprint, fingerprint
from crawler.text.urls import same_article_key
from crawler.validation import unsoundness

LIST, PART = Reason(Cause.A_LIST), Reason(Cause.A_PART)
"""Reasons of valid pages without their own articles."""
TERMS = ReadingBounds(seconds=30.0)  # seconds; most pages take a hundredth of a second

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class PageOutcome:
    """The result of an archived page."""

    place: str
    line: bytes | None = None
    """The article's line of JSON."""
    reason: Reason | None = None
    """Reason, if there is no line."""
    mark: Fingerprint | None = None
    """Fingerprint that distinguishes revisions."""

    @property
    def words(self) -> str:
        """The reason, in words; empty without one."""
        return self.reason.sentence if self.reason else ""

    @property
    def is_damaged(self) -> bool:
        """Whether the record could not be read."""
        return self.reason is not None and self.reason.cause is Cause.DAMAGED


def outcomes(path: Path, offsets: Iterable[int], fields: FieldSelection) -> Iterator[PageOutcome]:
    """Extract the articles of the records at these offsets, in order. Never raises because of a record."""
    parsers = Parsers(replace(TERMS, fields=fields), processes=0)
    for offset in offsets:
        yield _outcome_at(path, offset, parsers)


def _outcome_at(path: Path, offset: int, parsers: Parsers) -> PageOutcome:
    page = _at_once(page_at(path, offset, parsers))
    return page if isinstance(page, PageOutcome) else _outcome(page)


async def page_at(path: Path, offset: int, parsers: Parsers) -> FetchedPage | PageOutcome:
    """Return the page of the record at an offset, joined with its parts, or the reason if it has none.

    Never raises because of a record.
    """
    archived = read_page(path, offset)
    if isinstance(archived, Damaged):
        return PageOutcome(archived.place, None, Reason(Cause.DAMAGED, archived.reason))
    try:
        return await _whole(path, archived, parsers)
    except Exception as error:  # noqa: BLE001  a fault on one page must not stop the others
        return PageOutcome(archived.place, None, Reason(Cause.NOT_READ, str(error) or type(error).__name__))


async def _whole(path: Path, archived: Archived, parsers: Parsers) -> FetchedPage | PageOutcome:
    if is_companion(archived.url):
        return PageOutcome(archived.place, None, PART)
    page = _page(archived)
    sight = await parsers.look(Question(page))
    if not sight.use.may_be_article:
        return PageOutcome(archived.place, None, LIST)
    first = sight.parts.first
    if first is not None and same_article_key(first) in _index(path):
        return PageOutcome(archived.place, None, PART)
    return await parsers.with_reading(await join_parts(ParsedPage(page, sight), _Fetch(path, parsers)))


def _outcome(page: FetchedPage) -> PageOutcome:
    place = page.archive or ""
    reading = page.reading
    if reading is None or reading.article is None:
        return PageOutcome(place, None, Reason(Cause.NOT_READ, reading.message if reading else "not read"))
    article = replace(reading.article, fetched=page.fetched, archive=place)
    cause = unsoundness(article)
    if cause is not None:
        return PageOutcome(place, None, Reason(cause))
    return PageOutcome(place, article_line(article), None, fingerprint(article))


def _at_once(joining: Coroutine[Any, Any, _T]) -> _T:
    """Run a coroutine that never waits, since it reads a file; an event loop takes a tenth more time."""
    try:
        joining.send(None)
    except StopIteration as done:
        return cast("_T", done.value)
    raise RuntimeError("a page that is archived was waited for")


class _Fetch:
    """Fetches the parts of an article from the file that its first page is in."""

    def __init__(self, path: Path, parsers: Parsers) -> None:
        self._path = path
        self._parsers = parsers

    async def __call__(self, url: str) -> ParsedPage | None:
        offset = _index(self._path).get(same_article_key(url))
        archived = read_page(self._path, offset) if offset is not None else None
        if not isinstance(archived, Archived):
            return None
        page = _page(archived)
        return ParsedPage(page, await self._parsers.look(Question(page, is_part=True)))


def _page(archived: Archived) -> FetchedPage:
    return FetchedPage(
        url=archived.url,
        body=archived.body,
        content_type=archived.content_type,
        fetched=archived.date,
        archive=archived.place,
        is_unverified=UNVERIFIED in archived.remarks,
        is_overlong=OVERLONG in archived.remarks,
        capture=archived.capture,
        reservations=archived.reservations,
        is_altered=ALTERED in archived.remarks,
    )


@lru_cache(maxsize=2)  # the current file, and the previous one
def _index(path: Path) -> Mapping[str, int]:
    """Return the places of a file's pages, by URL; the last record of a URL counts."""
    pages = (each for each in locate_pages(path) if isinstance(each, Located))
    return {same_article_key(each.url): each.offset for each in pages}
