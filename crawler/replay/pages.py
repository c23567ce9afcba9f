"""The articles in one WARC file, each with the parts that the file has of it."""

from __future__ import annotations

from collections.abc import Coroutine, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from crawler.archive.reading import Archived, Damaged, Located, locate_pages, read_page
from crawler.discovery.joining import join_parts
from crawler.discovery.pagers import article_parts
from crawler.discovery.shapes import use_of
from crawler.extraction import read_article
from crawler.extraction.page import Page, parse_page
from crawler.records.lines import article_line
from crawler.records.revisions import Fingerprint, fingerprint
from crawler.safety.deadline import TookTooLongError, within
from crawler.text.urls import same_article_key
from crawler.validation import unsoundness

SLOWEST = 30.0  # seconds for an article with all its parts; most take a hundredth of one


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
        found = read_page(path, offset)
        if isinstance(found, Damaged):
            yield Outcome(found.place, None, found.reason, is_damaged=True)
        else:
            yield _timely(path, found)


def _timely(path: Path, found: Archived) -> Outcome:
    try:
        with within(SLOWEST):
            return _outcome(path, found)
    except TookTooLongError as error:
        return Outcome(found.place, None, str(error))


def _outcome(path: Path, found: Archived) -> Outcome:
    page = _page(found)
    use = use_of(page)
    if not use.may_be_article:
        return Outcome(found.place, None, "a list")
    parts = article_parts(page)
    if parts.first is not None and same_article_key(parts.first) in _index(path):
        return Outcome(found.place, None, "a part of another page's article")
    try:
        whole = _at_once(join_parts(page, parts, _Fetch(path)))
        article = replace(read_article(whole), fetched=found.date, archive=whole.archive)
    except TookTooLongError:
        raise
    except Exception as error:  # noqa: BLE001  a fault of ours on one page must not cost the others
        return Outcome(found.place, None, f"{type(error).__name__}: {error}")
    reason = unsoundness(article)
    if reason is not None:
        return Outcome(found.place, None, reason.value)
    return Outcome(found.place, article_line(article), None, fingerprint(article))


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
        parse_page(found.body, found.url, found.content_type), fetched=found.date, archive=found.place
    )


@lru_cache(maxsize=2)  # the file at hand, and the one before it
def _index(path: Path) -> Mapping[str, int]:
    """Where the pages of a file are, by URL; the last record of a URL counts."""
    found = (each for each in locate_pages(path) if isinstance(each, Located))
    return {same_article_key(each.url): each.offset for each in found}
