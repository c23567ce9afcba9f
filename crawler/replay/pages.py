"""The articles in one WARC file, each with the parts that the file has of it."""

from __future__ import annotations

from collections.abc import Coroutine, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar, cast

from crawler.archive.reading import Archived, Damaged, Located, locate_pages, read_page
from crawler.items import OVERLONG, UNVERIFIED
from crawler.parsing.joining import Seen, join_parts
from crawler.parsing.pages import FetchedPage, Terms
from crawler.parsing.parsers import Parsers
from crawler.parsing.questions import Question
from crawler.records.lines import article_line
from crawler.records.revisions import Fingerprint, fingerprint
from crawler.text.urls import same_article_key
from crawler.validation import unsoundness

LIST = "a list"
PART = "a part of another page's article"
"""Why a page that is as it should be has no article of its own."""
TERMS = Terms(seconds=30.0)  # most pages take a hundredth of a second

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an archived page."""

    place: str
    line: bytes | None = None
    """The article's line of JSON."""
    reason: str | None = None
    """Why there is none."""
    mark: Fingerprint | None = None
    """What tells whether the article is another revision."""
    is_damaged: bool = False


def outcomes(path: Path, offsets: Iterable[int]) -> Iterator[Outcome]:
    """Extract the articles of the records at these offsets, in order. Never raises for a record's sake."""
    for offset in offsets:
        yield _outcome_at(path, offset)


def _outcome_at(path: Path, offset: int) -> Outcome:
    page = _at_once(page_at(path, offset, Parsers(TERMS, processes=0)))
    return page if isinstance(page, Outcome) else _outcome(page)


async def page_at(path: Path, offset: int, parsers: Parsers) -> FetchedPage | Outcome:
    """Return the page whose record begins at an offset, joined with its parts, or why there is none.

    Never raises for the record's sake.
    """
    found = read_page(path, offset)
    if isinstance(found, Damaged):
        return Outcome(found.place, None, found.reason, is_damaged=True)
    try:
        return await _whole(path, found, parsers)
    except Exception as error:  # noqa: BLE001  a fault of ours on one page must not cost the others
        return Outcome(found.place, None, str(error) or type(error).__name__)


async def _whole(path: Path, found: Archived, parsers: Parsers) -> FetchedPage | Outcome:
    page = _page(found)
    sight = await parsers.look(Question(page))
    if not sight.use.may_be_article:
        return Outcome(found.place, None, LIST)
    first = sight.parts.first
    if first is not None and same_article_key(first) in _index(path):
        return Outcome(found.place, None, PART)
    return await parsers.with_reading(await join_parts(Seen(page, sight), _Fetch(path, parsers)))


def _outcome(page: FetchedPage) -> Outcome:
    place = page.archive or ""
    reading = page.reading
    if reading is None or reading.article is None:
        return Outcome(place, None, reading.told if reading else "not read")
    article = replace(reading.article, fetched=page.fetched, archive=place)
    reason = unsoundness(article)
    if reason is not None:
        return Outcome(place, None, reason.value)
    return Outcome(place, article_line(article), None, fingerprint(article))


def _at_once(joining: Coroutine[Any, Any, _T]) -> _T:
    """Run what never waits, since its pages are read from a file; an event loop would cost a tenth more."""
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

    async def __call__(self, url: str) -> Seen | None:
        offset = _index(self._path).get(same_article_key(url))
        found = read_page(self._path, offset) if offset is not None else None
        if not isinstance(found, Archived):
            return None
        page = _page(found)
        return Seen(page, await self._parsers.look(Question(page, is_part=True)))


def _page(found: Archived) -> FetchedPage:
    return FetchedPage(
        url=found.url,
        body=found.body,
        content_type=found.content_type,
        fetched=found.date,
        archive=found.place,
        is_unverified=UNVERIFIED in found.remarks,
        is_overlong=OVERLONG in found.remarks,
    )


@lru_cache(maxsize=2)  # the file at hand, and the one before it
def _index(path: Path) -> Mapping[str, int]:
    """Where the pages of a file are, by URL; the last record of a URL counts."""
    found = (each for each in locate_pages(path) if isinstance(each, Located))
    return {same_article_key(each.url): each.offset for each in found}
