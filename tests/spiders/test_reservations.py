"""Headers that reserve a page reach its record."""

from __future__ import annotations

from scrapy.http import HtmlResponse, Request

from crawler.parsing.pages import ReadingBounds
from crawler.parsing.sight import read
from crawler.spiders.responses import page_of
from tests.extraction.markup import page, paragraphs

BODY = page(f"<h1>A lock opens in Linshui</h1><div>{paragraphs()}</div>")


def test_reserving_headers_are_recorded() -> None:
    """`X-Robots-Tag` and `TDM-Reservation` are in the record of the page, other headers are not."""
    headers = {"X-Robots-Tag": ["noindex", "noai"], "TDM-Reservation": "1", "Server": "noai"}
    request = Request("http://news.sample.test/1.htm")
    response = HtmlResponse(request.url, headers=headers, body=BODY, request=request)
    fetched = page_of(response)
    assert fetched.reservations == ("x-robots-tag: noai", "tdm-reservation: 1")
    article = read(fetched, ReadingBounds()).article
    assert article is not None
    assert article.rights is not None
    assert article.rights.reservations == fetched.reservations
