"""An article over several pages, brought together; how its pages are fetched is the caller's affair."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace

from crawler.discovery.pagers import Parts, article_parts
from crawler.discovery.series import place
from crawler.discovery.shapes import Shape, page_shape
from crawler.extraction.page import Page

MOST = 200  # parts of one article: the longest photo galleries have about half as many

Fetch = Callable[[str], Awaitable[Page | None]]
"""Fetches a page of the article; None where it cannot be fetched."""


async def join_parts(page: Page, parts: Parts, fetch: Fetch) -> Page:
    """The first page with its further ones; those that did not come are named as missing.

    A page with the whole text stands for all of them, where the site offers one that comes.
    """
    whole = await fetch(parts.whole) if parts.whole else None
    if whole is not None and page_shape(whole) is Shape.ARTICLE:
        return replace(whole, url=page.url)
    found: list[Page] = []
    missing: list[str] = []
    ahead = list(parts.further)
    known = {page.url, *ahead}
    while ahead and len(found) < MOST:
        url = ahead.pop(0)
        part = await fetch(url)
        if part is None:
            missing.append(url)
            continue
        found.append(part)
        # A pager may show no more than the next page, or leave out the middle ones.
        ahead = sorted({*ahead, *article_parts(part).further} - (known - {*ahead}), key=_number)
        known.update(ahead)
    return replace(page, parts=tuple(found), missing=(*missing, *ahead))


def _number(url: str) -> int:
    return place(url).number
