"""Tests of redirects that a page itself asks for."""

from __future__ import annotations

import pytest
from scrapy import Request, Spider
from scrapy.http import HtmlResponse, Response
from scrapy.utils.test import get_crawler

from crawler.middlewares import BareUrls, MetaRefreshes

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


@pytest.mark.parametrize(
    ("url", "status", "bare"),
    [
        (f"{URL[:-4]}_7800.htm?PHPSESSID=0f", 404, f"{URL[:-4]}_7800.htm"),
        ("http://www.lanqiao.test/show.jsp?id=7&from=rss", 410, "http://www.lanqiao.test/show.jsp?id=7"),
        (f"{URL[:-4]}_7800.htm?PHPSESSID=0f", 500, None),
        (f"{URL[:-4]}_7800.htm", 404, None),
        ("http://www.lanqiao.test/show.jsp?from=7", 404, None),
    ],
    ids=["session", "way", "failure", "bare", "named by it"],
)
def test_missing_page_is_requested_without_a_session(url: str, status: int, bare: str | None) -> None:
    """A URL whose parameters do not name the page is tried without them; no other URL is."""
    middleware = BareUrls.from_crawler(get_crawler(Spider))
    after = middleware.process_response(Request(url), Response(url, status=status))
    assert (after.url if isinstance(after, Request) else None) == bare
