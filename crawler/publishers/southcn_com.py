"""Declares news sites of provinces and cities."""

from __future__ import annotations

from crawler.publishers.model import DataList, DayArchive, Layout, Publisher
from crawler.publishers.url_shapes import CONTENT_ARTICLE, FOUNDER_ARTICLE, INDEX_HUB, NODE_HUB

SOUTHCN_COM = Publisher(
    name="southcn.com",
    title="南方网",
    hosts=("southcn.com", "nfnews.com"),
    start=("http://www.southcn.com/", "https://news.southcn.com/"),
    language="zh-Hans",
    # The second pattern of each kind is of the daily's electronic edition, whose articles lie at nfnews.com.
    article_urls=(FOUNDER_ARTICLE, CONTENT_ARTICLE),
    hub_urls=(r"^/node_[0-9a-f]{10}$", r"^/nfdaily/html/(?:index|20\d{4}/\d\d/node_\w+)\.html$"),
    days=(DayArchive(url="https://epaper.southcn.com/nfdaily/html/{date:%Y%m/%d}/node_A01.html"),),
    layouts=(
        Layout(
            name="southcn",
            fingerprint=("#content", "#article_title"),
            body=("#content",),
            headline=("#article_title",),
            published=("#pubtime_baidu",),
            source=("#source_baidu",),
            bylines=("#author_baidu",),
        ),
    ),
    seen="2026-06",
)

CJN_CN = Publisher(
    name="cjn.cn",
    title="长江网",
    hosts=("cjn.cn",),
    start=("http://www.cjn.cn/", "https://news.cjn.cn/"),
    language="zh-Hans",
    article_urls=(r"/20\d{4}/t\d{7}\.htm$", CONTENT_ARTICLE),
    hub_urls=(INDEX_HUB, NODE_HUB),
    days=(DayArchive(url="http://cjrb.cjn.cn/html/{date:%Y-%m/%d}/node_2.htm"),),
    layouts=(
        Layout(
            name="cjn",
            fingerprint=("div.art-main", "h1.art-title"),
            body=("div.TRS_Editor", "div.art-main"),
            headline=("h1.art-title",),
            published=("span.pub-time",),
            source=("span.sour",),
        ),
    ),
    seen="2024-05",
)

EASTDAY_COM = Publisher(
    name="eastday.com",
    title="东方网",
    hosts=("eastday.com", "021east.com"),
    start=(
        "https://www.eastday.com/",
        "https://www.eastday.com/eastday/shouye/07index/yc/index.html",
        "https://apin.eastday.com/apiplus/special/specialnewslistbyurl?specialUrl=1632798465040016",
    ),
    language="zh-Hans",
    article_urls=(r"^/p/\d{13,16}$", r"/20\d{6}/u1a\d+\.html$"),
    hub_urls=(INDEX_HUB,),
    data_lists=(
        DataList(
            url="https://apin.eastday.com/api/news/Portrait?currentPage={page}",
            body='{"currentPage": {page}, "pageSize": 30}',
        ),
    ),
    seen="2024-05",
)
