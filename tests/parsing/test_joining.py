"""Tests of articles over several pages."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from crawler.items import FieldSelection, Structure
from crawler.parsing.joining import ParsedPage, join_parts
from crawler.parsing.pages import FetchedPage, ReadingBounds
from crawler.parsing.questions import Question
from crawler.parsing.sight import look, read
from tests.discovery.pages import SITE, prose

FIRST = "/a/content_1.htm"


def seen(markup: str, path: str) -> ParsedPage:
    """Look at a page of the site as a crawl does that fetched it as a part."""
    page = FetchedPage(url=SITE + path, body=f"<html><body>{markup}</body></html>".encode())
    return ParsedPage(page, look(Question(page, is_part=True), ReadingBounds()))


def part(number: int, *shown: int) -> ParsedPage:
    """Return a page of the article, with a pager that shows these numbers."""
    return seen(prose(2) + "".join(f"<a href='{path(n)}'>{n}</a>" for n in shown), path(number))


def path(number: int) -> str:
    """Return the path of a page of the article."""
    return FIRST if number == 1 else f"/a/content_1_{number}.htm"


def join(first: ParsedPage, *others: ParsedPage) -> tuple[FetchedPage, list[str]]:
    """Join an article of which these pages exist; return it, and the paths that were fetched."""
    site = {each.page.url: each for each in others}
    fetched: list[str] = []

    async def fetch(url: str) -> ParsedPage | None:
        fetched.append(url.removeprefix(SITE))
        return site.get(url)

    return asyncio.run(join_parts(first, fetch)), fetched


def numbers(pages: tuple[FetchedPage, ...]) -> list[str]:
    """Return the paths of pages."""
    return [each.url.removeprefix(SITE) for each in pages]


def test_article_on_one_page() -> None:
    """Nothing is fetched for an article without parts."""
    joined, fetched = join(part(1))
    assert (joined.parts, joined.missing, fetched) == ((), (), [])


def test_parts_come_in_order() -> None:
    """The parts follow the first page in the order of their numbers."""
    joined, _ = join(part(1, 3, 2), part(3, 1, 2), part(2, 1, 3))
    assert joined.url == SITE + FIRST
    assert numbers(joined.parts) == [path(2), path(3)]


def test_pager_that_shows_only_neighbours() -> None:
    """Parts that only later parts name are found, each is fetched once."""
    joined, fetched = join(part(1, 2, 9), part(2, 1, 3), part(3, 2, 4), part(4, 3), part(9, 1))
    assert numbers(joined.parts) == [path(2), path(3), path(4), path(9)]
    assert fetched == [path(2), path(3), path(4), path(9)]


def test_missing_part_is_named() -> None:
    """A part that does not come is named, and the others come."""
    joined, _ = join(part(1, 2, 3), part(3, 1))
    assert numbers(joined.parts) == [path(3)]
    assert joined.missing == (SITE + path(2),)


def test_pager_without_end() -> None:
    """An article of endless parts is cut, and says so."""

    async def fetch(url: str) -> ParsedPage | None:
        number = int(url.rpartition("_")[2].partition(".")[0])
        return part(number, number + 1)

    joined = asyncio.run(join_parts(part(1, 2), fetch))
    assert len(joined.parts) == 200
    assert joined.missing == (SITE + path(202),)


def whole(body: str) -> tuple[ParsedPage, ParsedPage]:
    """Return a first page that links a page with the whole text, and that page."""
    first = seen(prose(1) + f"<a href='{path(2)}'>2</a><a href='/a/content_1_all.htm'>余下全文</a>", FIRST)
    return first, seen(body, "/a/content_1_all.htm")


def test_whole_text_stands_for_its_parts() -> None:
    """Where there is one page with everything, it is taken, under the first page's address."""
    first, everything = whole(prose(9))
    joined, fetched = join(first, everything)
    assert joined.body == everything.page.body
    assert joined.url == SITE + FIRST
    assert fetched == ["/a/content_1_all.htm"]


def test_whole_text_that_is_none() -> None:
    """Where that page has no article, or does not come, the parts are fetched."""
    first, shell = whole("<p>Open our app</p>")
    for others in ((shell, part(2)), (part(2),)):
        joined, _ = join(first, *others)
        assert joined.body == first.page.body
        assert numbers(joined.parts) == [path(2)]


def test_the_terms_ask_for_blocks() -> None:
    """Pages read alone and pages joined from parts have blocks if the terms ask for them."""
    terms = ReadingBounds(fields=FieldSelection(Structure.BLOCKS))
    page = part(1).page
    alone = look(Question(page), terms).reading
    joined = read(replace(page, parts=(part(2).page,)), terms)
    for reading in (alone, joined):
        assert reading is not None
        assert reading.article is not None
        assert reading.article.body == tuple(text for each in reading.article.blocks for text in each.texts)
        assert reading.article.blocks
