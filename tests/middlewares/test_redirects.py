"""Tests of redirects that a page itself asks for."""

from __future__ import annotations

import pytest
from scrapy import Request, Spider
from scrapy.http import HtmlResponse, Response
from scrapy.utils.test import get_crawler

from crawler.middlewares import MetaRefreshes

URL = "http://www.lanqiao.test/old.htm"
TAG = '<meta http-equiv="Refresh" content="0; url=/new.htm">'


def after(body: bytes, **headers: str) -> Request | Response:
    """Return the middleware's result for a page."""
    middleware = MetaRefreshes.from_crawler(get_crawler(Spider))
    return middleware.process_response(Request(URL), HtmlResponse(URL, body=body, headers=headers))


@pytest.mark.parametrize(
    "body",
    [
        f"<html><head>{TAG}</head></html>".encode(),
        f"<html><head>{'<!-- 桥 -->' * 200}{TAG.upper()}</head></html>".encode(),
        f"<html><head>{TAG}</head></html>".encode("utf-16"),
    ],
    ids=["plain", "late", "utf-16"],
)
def test_refresh_is_followed(body: bytes) -> None:
    """A page that says where to go is left for that, however it is written."""
    answer = after(body)
    assert isinstance(answer, Request)
    assert answer.url.lower() == "http://www.lanqiao.test/new.htm"


@pytest.mark.parametrize(
    "body",
    [
        b"<html><body><p>text</p></body></html>",
        f"<html>{'<!-- a word -->' * 2000}{TAG}</html>".encode(),
        TAG.replace("0;", "300;").encode(),
    ],
    ids=["none", "too late", "slow"],
)
def test_page_without_a_refresh_stays(body: bytes) -> None:
    """A page without a refresh, with one that no browser would follow, or with a late one stays."""
    assert isinstance(after(body), HtmlResponse)


def test_page_is_not_decoded_to_learn_that_it_has_none() -> None:
    """The whole text of a page is not made for the sake of a tag that is not there."""
    answer = after(b"<html><body><p>text</p></body></html>")
    assert answer._cached_ubody is None  # type: ignore[union-attr]
