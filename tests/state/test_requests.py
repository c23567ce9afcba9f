"""Tests of requests on their way into the ledger and back."""

from __future__ import annotations

from typing import Any

import pytest
from scrapy import Request

from crawler.items import FoundAs
from crawler.ledger.errands import Asked, Errand
from crawler.spiders.news import NewsSpider
from crawler.state.requests import (
    ERRAND,
    FOUND_AS,
    FOUND_AT,
    FOUND_ON,
    asked_for,
    posted,
    restored,
    server_of,
)

SPIDER = NewsSpider(start="http://news.example.cn/")
URL = "http://news.example.cn:8080/list/index.htm"


def errand(asked: Asked, **changes: Any) -> Errand:
    """Return the errand that the ledger makes of it."""
    plain = (1, asked.url, asked.host, asked.priority, asked.depth, asked.request, 0.0)
    known: dict[str, Any] = dict.fromkeys(
        ("kind", "article", "etag", "modified", "interval", "landed", "visited")
    )
    return Errand(*plain, **{**known, "visits": 0, "tries": 0, "failures": 0, **changes})


def test_request_comes_back_as_it_went() -> None:
    """Callback, errback, arguments, meta, priority and depth survive; keys of one download do not."""
    request = SPIDER.request(URL, 20, "http://news.example.cn/", paging={"read": 1, "idle": 0, "ahead": []})
    request.meta.update(depth=3, dont_obey_robotstxt=True, download_slot="x", download_latency=0.1)
    asked = asked_for(request, SPIDER)
    assert asked is not None
    assert (asked.host, asked.found_on) == ("news.example.cn:8080", "http://news.example.cn/")
    back = restored(errand(asked, visits=2, found_on=asked.found_on), SPIDER)
    assert (back.url, back.priority, back.callback, back.errback) == (URL, 20, SPIDER.parse, SPIDER.failed)
    assert back.cb_kwargs == request.cb_kwargs
    way = {FOUND_ON: "http://news.example.cn/", FOUND_AS: FoundAs.LIST, FOUND_AT: 0.0}
    assert back.meta == {ERRAND: 1, "depth": 3, "visits": 2, "dont_obey_robotstxt": True, **way}


def test_posted_list_comes_back_as_it_went() -> None:
    """A list that is requested by POST keeps its body, so that a later run requests it the same way."""
    plain = SPIDER.request("http://api.example.cn/list?channel=7", 20)
    request = posted(plain, '{"channel": "桥"}')
    asked = asked_for(request, SPIDER)
    assert asked is not None
    back = restored(errand(asked), SPIDER)
    assert (back.method, back.body, back.url) == ("POST", request.body, request.url)
    assert back.headers["Content-Type"] == b"application/json"
    assert asked_for(back, SPIDER) == asked


def test_repetitions_are_counted_on() -> None:
    """A page that failed once before a crash has one repetition less."""
    asked = asked_for(SPIDER.request(URL, 0), SPIDER)
    assert asked is not None
    assert restored(errand(asked, tries=1), SPIDER).meta["retry_times"] == 1


@pytest.mark.parametrize(
    "request_",
    [
        Request(URL, method="POST"),
        Request(URL, method="GET", body=b"x"),
        Request(URL, cookies={"a": "b"}),
        Request(URL, callback=print),
        Request(URL, cb_kwargs={"page": object()}),
    ],
)
def test_what_json_cannot_say_is_not_kept(request_: Request) -> None:
    """More than a plain GET for a method of the spider stays in memory."""
    assert asked_for(request_, SPIDER) is None


@pytest.mark.parametrize("name", ["again", "is_start_request"])
def test_what_is_asked_for_in_every_run_says_so(name: str) -> None:
    """Start pages, and the further pages of a list."""
    asked = asked_for(Request(URL, meta={name: True}), SPIDER)
    assert asked is not None
    assert asked.again


def test_hosts_are_told_apart_by_port() -> None:
    """Credentials are no part of a host."""
    assert server_of("http://user:word@News.Example.cn:81/a") == "news.example.cn:81"
