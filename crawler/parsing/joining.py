"""Joins the pages of an article; the caller fetches them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from crawler.discovery.series import place
from crawler.parsing.pages import FetchedPage
from crawler.parsing.questions import ParsingResult
from crawler.publishers import companions_of

MOST = 200  # parts of one article: the longest photo galleries have about half as many


@dataclass(frozen=True, slots=True)
class ParsedPage:
    """A page with its parsing result."""

    page: FetchedPage
    sight: ParsingResult


Fetch = Callable[[str], Awaitable[ParsedPage | None]]
"""Fetches and parses a page of the article; None if it cannot be fetched."""


async def join_parts(first: ParsedPage, fetch: Fetch) -> FetchedPage:
    """Join the first page with its further ones and its companions; missing ones are named.

    If the site has a page with the whole text, it replaces all of them.
    """
    page, parts = first.page, first.sight.parts
    whole = await fetch(parts.whole) if parts.whole else None
    if whole is not None and whole.sight.is_prose:
        return replace(whole.page, url=page.url)
    further: list[FetchedPage] = []
    missing: list[str] = []
    ahead = list(parts.further)
    known = {page.url, *ahead}
    while ahead and len(further) < MOST:
        url = ahead.pop(0)
        part = await fetch(url)
        if part is None:
            missing.append(url)
            continue
        further.append(part.page)
        # A pager may name only the next page, or omit the middle ones.
        ahead = sorted({*ahead, *part.sight.parts.further} - (known - {*ahead}), key=_number)
        known.update(ahead)
    for url in _companions(first):
        companion = await fetch(url)
        if companion is None:
            missing.append(url)
        else:
            further.append(companion.page)
    is_alone = not further and not missing and not ahead
    reading = first.sight.reading if is_alone else None
    return replace(page, parts=tuple(further), missing=(*missing, *ahead), reading=reading)


def _companions(first: ParsedPage) -> list[str]:
    """Return the URLs of the companions that an article needs."""
    reading = first.sight.reading
    has_text = reading is None or reading.article is None or bool(reading.article.body)
    needed = (each for each in companions_of(first.page.url) if not (each.is_substitute and has_text))
    return [url for each in needed if (url := each.url_for(first.page.url))]


def _number(url: str) -> int:
    return place(url).number
