"""Joins the pages of an article; the caller fetches them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from crawler.discovery.series import place
from crawler.parsing.pages import FetchedPage
from crawler.parsing.questions import ParsingResult

MOST = 200  # parts of one article: the longest photo galleries have about half as many


@dataclass(frozen=True, slots=True)
class ParsedPage:
    """A page with its parsing result."""

    page: FetchedPage
    sight: ParsingResult


Fetch = Callable[[str], Awaitable[ParsedPage | None]]
"""Fetches and parses a page of the article; None if it cannot be fetched."""


async def join_parts(first: ParsedPage, fetch: Fetch) -> FetchedPage:
    """Join the first page with its further ones; pages that cannot be fetched are named as missing.

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
    is_alone = not further and not missing and not ahead
    reading = first.sight.reading if is_alone else None
    return replace(page, parts=tuple(further), missing=(*missing, *ahead), reading=reading)


def _number(url: str) -> int:
    return place(url).number
