"""What the spider sees in a response of HTML, found within a time."""

from __future__ import annotations

from dataclasses import dataclass

from scrapy.http import Response
from scrapy.settings import BaseSettings

from crawler.discovery.pagers import Parts, article_parts, list_pages
from crawler.discovery.shapes import Use, asked_for, use_of
from crawler.extraction.page import Page
from crawler.safety.deadline import within
from crawler.spiders.responses import page_of


@dataclass(frozen=True, slots=True)
class Sight:
    """A page, and what is to be done with it."""

    page: Page
    use: Use
    further: tuple[str, ...]
    """The other pages of the list that it is, or is a page of."""
    parts: Parts
    """The pages of the article that it may be."""


def look_at(
    response: Response, settings: BaseSettings, *, started: bool = False, listed: bool = False
) -> Sight:
    """Look at a response: of a start URL, of a further page of a list, or any other.

    Raises `TookTooLongError` after PARSE_TIMEOUT seconds.
    """
    with within(settings.getfloat("PARSE_TIMEOUT")):
        page = page_of(response, settings.getint("PAGE_BYTES_MAX"))
        use = asked_for(page, use_of(page)) if started else use_of(page)
        parts = article_parts(page) if use.may_be_article else Parts()
        further = tuple(list_pages(page)) if use.leads_on or listed else ()
        return Sight(page, use, further, parts)
