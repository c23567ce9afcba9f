"""Lists of articles as JSON: the files that pages name, and the articles in these files."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.discovery.entries import Entry, read_entries
from crawler.discovery.json_lists import MOST, json_links, json_lists_of
from crawler.discovery.sniff import ResponseKind
from crawler.text.references import Base
from tests.discovery.pages import SITE, page

URL = f"{SITE}/world/ds_0a.json"
A, B, C = (f"{SITE}/2022-08/0{number}/content_{number}.htm" for number in (1, 2, 3))


def links_of(data: Any) -> list[tuple[str, str | None]]:
    """Return the links in data, written as JSON."""
    faults: list[str] = []
    links = list(json_links(json.dumps(data, ensure_ascii=False), Base(URL), faults))
    assert faults == []
    return links


def test_government_list() -> None:
    """An array of objects in capitals, as gov.cn has it."""
    rows = [
        {"TITLE": "新桥通车", "SUB_TITLE": "", "URL": A, "DOCRELPUBTIME": "2022-08-01"},
        {"TITLE": "旧桥拆除", "SUB_TITLE": "", "URL": B, "DOCRELPUBTIME": "2022-08-02"},
    ]
    assert links_of(rows) == [(A, "2022-08-01"), (B, "2022-08-02")]


def test_list_of_an_agency() -> None:
    """Addresses relative to the file, several links in a row, links within a title; each URL once."""
    rows = {
        "categoryName": "World",
        "datasource": [
            {
                "title": "One",
                "publishUrl": "../2022-08/01/content_1.htm",
                "publishTime": "2022-08-01 16:19:33",
                "modifyTime": "2022-09-09 00:00:00",
                "titleImages": [{"imageUrl": "20220801/1/cover.jpg"}],
            },
            {
                "title": f"<a href='{B}' target='_blank'>Two</a> <a href=\"{C}\">Three</a>",
                "linkUrls": [{"linkTitle": "Two", "linkUrl": B}],
                "publishUrl": B,
                "publishTime": "2022-08-02 23:10:00",
            },
        ],
    }
    assert links_of(rows) == [(A, "2022-08-01"), (B, "2022-08-02"), (C, "2022-08-02")]


@pytest.mark.parametrize(
    "value",
    [
        "Read content_1.htm today",
        "/api/v2/list",
        "/img/1.jpg",
        f"{SITE}/live/stream.m3u8",
        "mailto:a@b.test",
        "file:///etc/a.html",
        "javascript:open('a.html')",
        7,
        None,
        True,
    ],
)
def test_what_is_no_page(value: object) -> None:
    """Titles, pictures, interfaces and other schemes are no articles."""
    assert links_of({"url": value}) == []


@pytest.mark.parametrize(
    "text",
    [
        f'back([{{"url": "{A}"}}]);',
        f'var list = {{"items": [{{"u": "{A}"}}]}}; show(list)',
        "\ufeff " + json.dumps([A]).replace("/", "\\/"),
        f'[{{"url": "{A}"}}] trailing',
    ],
)
def test_padded(text: str) -> None:
    """JSONP, assignments, escaped slashes, and text behind the JSON."""
    assert [entry.url for entry in read_entries([text.encode()], ResponseKind.JSON, URL)] == [A]


def test_broken() -> None:
    """Truncated JSON gives its complete addresses, and a fault."""
    faults: list[str] = []
    rows = json.dumps([{"url": A}, {"url": B, "title": "Two"}, {"url": C}]).replace("/", "\\/")
    text = rows.removesuffix('tm"}]')
    assert [entry.url for entry in read_entries([text.encode()], ResponseKind.JSON, URL, faults=faults)] == [
        A,
        B,
    ]
    assert len(faults) == 1


def test_nested_without_end() -> None:
    """JSON that is nested deeper than Python reads is a fault, and no more."""
    faults: list[str] = []
    assert list(json_links("[" * 100_000, Base(URL), faults)) == []
    assert len(faults) == 1


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(max_size=20),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
        max_leaves=12,
    )
)
def test_any_json(data: Any) -> None:
    """Any data gives only absolute URLs of the web, each once."""
    urls = [url for url, _ in json_links(json.dumps([data, {"url": A}]), Base(URL), [])]
    assert A in urls
    assert len(set(urls)) == len(urls)
    assert all(url.startswith(("http://", "https://")) for url in urls)


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    """Nothing that calls itself JSON makes the reading fail."""
    assert all(isinstance(entry, Entry) for entry in read_entries([text.encode()], ResponseKind.JSON, URL))


def test_addresses_without_a_file_ending() -> None:
    """A declared publisher's article counts by its pattern; other addresses and pictures do not."""
    url = "https://udn.com/api/more?page=1"
    row = {
        "titleLink": "/news/story/7331/8323001?from=list",
        "cateLink": "/news/breaknews/1/4",
        "pic": "/a.jpg",
    }
    urls = list(json_links(json.dumps({"lists": [row]}), Base(url), []))
    assert urls == [("https://udn.com/news/story/7331/8323001?from=list", None)]
    assert links_of({"link": "/news/story/7331/8323001"}) == []


def test_files_that_a_page_names() -> None:
    """In the list itself, and in scripts; other files of scripts do not count."""
    document = page(
        '<ul data="datasource:0a1b" datatype="ds" preview="ds_"><li>One</li></ul>'
        '<div data="datasource:77" preview="pc_"></div><p data="other:5"></p>'
        "<script>$.getJSON('./YAOWEN.json?v=' + Date.now());"
        'load("/zh/list.json"); load("/zh/list.json"); a = "/static/manifest.json"; b = "x.json.js"</script>'
        "<a href='data.json'>a link</a>"
    )
    assert list(json_lists_of(document)) == [
        f"{SITE}/world/ds_0a1b.json",
        f"{SITE}/world/pc_77.json",
        f"{SITE}/world/YAOWEN.json",
        f"{SITE}/zh/list.json",
    ]


def test_page_that_names_a_thousand() -> None:
    """There is a bound."""
    script = "".join(f"load('{number}.json');" for number in range(1000))
    assert len(list(json_lists_of(page(f"<script>{script}</script>")))) == MOST


@pytest.mark.parametrize(
    ("url", "data", "expected"),
    [
        (
            "https://china.huanqiu.com/api/list?node=7&offset=0",
            {"list": [{"aid": "4KbRzExample", "ctime": "1715131800000", "title": "新桥通车"}, {}]},
            "https://china.huanqiu.com/article/4KbRzExample",
        ),
        (
            "https://api.thepaper.cn/contentapi/nodeCont/getByChannelId?channelId=25950",
            {"data": {"list": [{"contId": 27000001, "name": "新桥通车", "pubTimeLong": 1715131800000}]}},
            "https://www.thepaper.cn/newsDetail_forward_27000001",
        ),
        (
            "http://www.81.cn/_szb/jfjb/2024/05/20/index.json",
            {"paperInfo": [{"id": "77", "xyList": [{"id": "930001", "title": "新桥通车"}]}]},
            "http://www.81.cn/szb_223187/szbxq/index.html?paperName=jfjb&articleid=930001",
        ),
        (
            "https://epaper.bjnews.com.cn/html/2024/20240520/data.json",
            [{"pageNo": "B02", "onePageArticleList": [{"articleHref": "20240520_B02_71141.html"}]}],
            "https://epaper.bjnews.com.cn/html/2024/20240520/20240520_B02/20240520_B02_71141.html",
        ),
    ],
)
def test_items_with_ids(url: str, data: Any, expected: str) -> None:
    """The URL of an item is made of its id, as the publisher of the list declares it."""
    assert [target for target, _ in json_links(json.dumps(data), Base(url), [])] == [expected]
    assert expected not in [target for target, _ in json_links(json.dumps(data), Base(URL), [])]


@pytest.mark.parametrize(
    "value", [1715131800000, "1715131800000", 1715131800, "2024-05-08 09:30", {"date": "2024-05-08 09:30"}]
)
def test_days_of_items(value: object) -> None:
    """A time since 1970 is a day in Beijing, as a printed date is."""
    assert links_of([{"url": A, "pubTimeLong": value}]) == [(A, "2024-05-08")]


def test_id_that_is_none() -> None:
    """A value that is no id makes no URL."""
    values: tuple[Any, ...] = ("../x", "a b", "", None, [], {}, "x" * 65)
    rows = [{"aid": value} for value in values]
    url = "https://china.huanqiu.com/api/list"
    assert list(json_links(json.dumps(rows), Base(url), [])) == []


def test_lists_under_other_names() -> None:
    """`.jsonp` files, and the data of a folder that is called `index.js`, but no library."""
    document = page(
        "<script>$.ajax({url: 'page/news_1.jsonp?cb=t', jsonpCallback: 'news'})</script>"
        "<script src='/210801/211150/index.js'></script><script src='/static/js/index.js'></script>"
        "<script>load('http://www.lanqiao.test/210801/211151/index.js'); load('/js/index.js')</script>"
    )
    assert list(json_lists_of(document)) == [
        f"{SITE}/world/page/news_1.jsonp",
        f"{SITE}/210801/211150/index.js",
        f"{SITE}/210801/211151/index.js",
    ]
