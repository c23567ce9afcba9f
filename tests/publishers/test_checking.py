"""Tests that the wrong values of a declaration are found."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from crawler.publishers import (
    Companion,
    DataList,
    DayArchive,
    ItemUrl,
    Layout,
    PostedUrls,
    Publisher,
    faults_of,
)

URL = "https://www.example.cn/"
LAYOUT = Layout(name="example", fingerprint=("div.text",), body=("div.text",))
COMPANION = Companion(article=r"/(?P<id>\d+)\.html$", url=f"{URL}gallery?id={{id}}")
LIST = DataList(url=f"{URL}list?page={{page}}", body='{"page": {page}}')
DAYS = DayArchive(url=f"{URL}{{date:%Y%m%d}}/", since="2024-05-01", until="2024-05-31")
NOTHING: Any = None
RIGHT = Publisher(
    name="example.cn",
    title="Example",
    hosts=("example.cn",),
    start=(URL,),
    language="zh-Hans",
    languages=(("example.cn/english", "en"),),
    article_urls=(r"/\d+\.html$",),
    item_urls=(ItemUrl(key="id", url="/{id}.html"),),
    data_lists=(LIST,),
    posted_urls=(PostedUrls(prefix=f"{URL}api/", headers=(("X-Requested-With", "XMLHttpRequest"),)),),
    companions=(COMPANION,),
    days=(DAYS,),
    layouts=(LAYOUT,),
    seen="2026-08",
)


def test_right_declaration_has_no_fault() -> None:
    """A declaration with every field passes, and so does one with few."""
    assert faults_of(RIGHT) == ()
    assert faults_of(Publisher(name="a.cn", title="A", hosts=("a.cn",), start=(), language="en")) == ()


@pytest.mark.parametrize(
    ("field", "value", "line"),
    [
        ("title", 7, "title = 7: write a text"),
        ("hosts", (), "hosts = (): write at least one host"),
        ("hosts", ("http://example.cn/",), "hosts[0] = 'http://example.cn/': write a host in lower case"),
        ("hosts", ["example.cn"], "hosts = ['example.cn']: write a tuple, in ( )"),
        (
            "start",
            ("http://other.cn/",),
            "start[0] = 'http://other.cn/': write a URL on its hosts (example.cn)",
        ),
        ("languages", (("a.cn/en",),), "languages[0] = ('a.cn/en',): write 2 values in ( )"),
        ("languages", (("other.cn", "en"),), "languages[0][0] = 'http://other.cn': write a URL on its hosts"),
        ("timezone", "Europe/Bejing", "timezone = 'Europe/Bejing': write an IANA time zone"),
        ("timezone", "", "timezone = '': write an IANA time zone"),
        ("article_urls", "/story/", "article_urls = '/story/': write a tuple: ('/story/',)"),
        ("article_urls", ("/a", r"/(\d+-"), r"article_urls[1] = '/(\\d+-': write a regular expression"),
        ("hub_urls", ("/(?P<a>x)", "/(?P<a>y)"), "hub_urls = "),
        ("layouts", LAYOUT, "layouts = Layout("),
        ("layouts", ("div.text",), "layouts[0] = 'div.text': write Layout(…)"),
        ("layouts", (LAYOUT, LAYOUT), "layouts[0].name = 'example': write a name that no other layout has"),
        ("layouts", (replace(LAYOUT, body=()),), "layouts[0] = Layout("),
        ("layouts", (replace(LAYOUT, fingerprint=()),), "layouts[0].fingerprint = (): write a selector"),
        (
            "layouts",
            (replace(LAYOUT, body=("div.text", "table > td.b > p")),),
            "layouts[0].body[1] = 'table > td.b > p': write a selector of one element",
        ),
        ("data_lists", (replace(LIST, body="{page"),), "data_lists[0].body = '{page': write JSON"),
        ("data_lists", (replace(LIST, step=0),), "data_lists[0].step = 0: write a whole number from 1"),
        ("data_lists", (replace(LIST, last_page=0),), "data_lists[0].last_page = 0: write a number from"),
        (
            "companions",
            (replace(COMPANION, url=f"{URL}{{name}}"),),
            f"companions[0].url = '{URL}{{name}}': write named groups of `article` (id)",
        ),
        (
            "companions",
            (Companion(article=COMPANION.article, url=COMPANION.url, is_substitute=NOTHING),),
            "companions[0].is_substitute = None: write True",
        ),
        (
            "days",
            (replace(DAYS, until="2024-04-30"),),
            "days[0].until = '2024-04-30': write a day from `since`",
        ),
        ("posted_urls", (PostedUrls(prefix="http://other.cn/"),), "posted_urls[0].prefix = "),
        ("seen", "last week", "seen = 'last week': write a date in ISO 8601"),
    ],
)
def test_wrong_value_is_one_line(field: str, value: Any, line: str) -> None:
    """A wrong value is named with its place and the right form; layouts of one name are two faults."""
    faults = faults_of(replace(RIGHT, **{field: value}))
    assert faults
    assert faults[0].words.startswith(f"example.cn: {line}")
    assert len(faults[0].words.splitlines()) == 1


def test_all_wrong_values_are_named() -> None:
    """Every field is checked, also after a wrong one."""
    wrong = replace(RIGHT, hosts="example.cn", timezone="Mars", seen="soon")  # type: ignore[arg-type]
    assert [fault.field for fault in faults_of(wrong)] == ["hosts", "timezone", "seen"]
