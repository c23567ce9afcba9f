"""The articles in one WARC file, each with the parts that the file has of it."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar, cast

from crawler.archive.reading import Archived, Damaged, Located, locate_pages, read_page
from crawler.discovery.joining import join_parts
from crawler.discovery.pagers import article_parts
from crawler.discovery.shapes import use_of
from crawler.extraction import read_article
from crawler.extraction.page import Page, parse_page
from crawler.items import OVERLONG, UNVERIFIED
from crawler.records.lines import article_line
from crawler.records.revisions import Fingerprint, fingerprint
from crawler.safety.deadline import TookTooLongError, within
from crawler.text.urls import same_article_key
from crawler.validation import unsoundness

LIST = "a list"
PART = "a part of another page's article"
"""Why a page that is as it should be has no article of its own."""
SLOWEST = 30.0  # seconds for an article with all its parts; most take a hundredth of one


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
    page = page_at(path, offset, SLOWEST)
    if isinstance(page, Outcome):
        return page
    return _timely(page.archive or "", lambda: _outcome(page), SLOWEST)


def page_at(path: Path, offset: int, seconds: float) -> Page | Outcome:
    """Return the page whose record begins at an offset, joined with its parts, or why there is none.

    Never raises for the record's sake; what takes longer than `seconds` is given up.
    """
    found = read_page(path, offset)
    if isinstance(found, Damaged):
        return Outcome(found.place, None, found.reason, is_damaged=True)
    return _timely(found.place, lambda: _whole(path, found), seconds)


def _timely(place: str, work: Callable[[], _T], seconds: float) -> _T | Outcome:
    """What comes of some work, unless it takes too long or has a fault of ours."""
    try:
        with within(seconds):
            return work()
    except TookTooLongError as error:
        return Outcome(place, None, str(error))
    except Exception as error:  # noqa: BLE001  a fault of ours on one page must not cost the others
        return Outcome(place, None, f"{type(error).__name__}: {error}")


def _whole(path: Path, found: Archived) -> Page | Outcome:
    page = _page(found)
    if not use_of(page).may_be_article:
        return Outcome(found.place, None, LIST)
    parts = article_parts(page)
    if parts.first is not None and same_article_key(parts.first) in _index(path):
        return Outcome(found.place, None, PART)
    return _at_once(join_parts(page, parts, _Fetch(path)))


def _outcome(page: Page) -> Outcome:
    place = page.archive or ""
    article = replace(read_article(page), fetched=page.fetched, archive=place)
    reason = unsoundness(article)
    if reason is not None:
        return Outcome(place, None, reason.value)
    return Outcome(place, article_line(article), None, fingerprint(article))


def _at_once(joining: Coroutine[Any, Any, Page]) -> Page:
    """Run what never waits, since its pages are read from a file; an event loop would cost a tenth more."""
    try:
        joining.send(None)
    except StopIteration as done:
        return cast("Page", done.value)
    raise RuntimeError("a page that is archived was waited for")


class _Fetch:
    """Fetches the parts of an article from the file that its first page is in."""

    def __init__(self, path: Path) -> None:
        self._path = path

    async def __call__(self, url: str) -> Page | None:
        offset = _index(self._path).get(same_article_key(url))
        found = read_page(self._path, offset) if offset is not None else None
        return _page(found) if isinstance(found, Archived) else None


def _page(found: Archived) -> Page:
    return replace(
        parse_page(found.body, found.url, found.content_type),
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
