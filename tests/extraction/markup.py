"""Pages for the tests, built from invented paragraphs."""

from __future__ import annotations

from crawler.extraction import Knowledge, extract_article, parse_page
from crawler.extraction.body.reading import Reading, read_page
from crawler.extraction.body.sorting import Role
from crawler.items import ALL_DETAILS, Article

URL = "http://news.sample.test/2024-05/08/content_1.htm"
HEAD = "<title>A lock opens in Linshui - Sample News</title>"
PARAGRAPHS = (
    "The harbour master of Linshui, who has kept the tide books since 1988, opened the lock on Monday.",
    "Fishermen had asked for it for years, and the county paid for new gates, pumps, and a watch house.",
    "By evening forty boats had passed, more than in the whole of last month, the master wrote in his book.",
    "He will retire in autumn, when a school class is to take over the tide books for him, page by page.",
)


def paragraphs(texts: tuple[str, ...] = PARAGRAPHS) -> str:
    """Return paragraph elements."""
    return "\n".join(f"<p>{text}</p>" for text in texts)


def page(body: str, head: str = HEAD) -> bytes:
    """Return a whole page."""
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def article(body: str, head: str = HEAD, url: str = URL) -> Article:
    """Return the article of a page of an unknown site, with all details."""
    return extract_article(page(body, head), url, "text/html", Knowledge(), ALL_DETAILS)


def reading(body: str, head: str = HEAD) -> Reading:
    """Return the reading of a page of an unknown site."""
    return read_page(parse_page(page(body, head), URL, "text/html"), Knowledge())


def roles(body: str) -> list[tuple[str, str]]:
    """Return role and text of the lines of a page's container."""
    return [(item.role.value, item.line.text) for item in reading(body).lines if item.role is not Role.IMAGE]
