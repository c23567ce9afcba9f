"""Declares China News Service in Chinese and English, and the dailies for readers abroad."""

from __future__ import annotations

from crawler.publishers.model import DataList, DayArchive, Layout, Publisher
from crawler.publishers.url_shapes import (
    CHINA_DAILY_ARTICLE,
    CHINA_DAILY_HUB,
    CONTENT_ARTICLE,
    INDEX_HUB,
    TRS_ARTICLE,
)

CHINANEWS_COM_CN = Publisher(
    name="chinanews.com.cn",
    title="中国新闻网",
    hosts=("chinanews.com.cn", "chinanews.com"),
    start=(
        "https://www.chinanews.com.cn/",
        "https://www.chinanews.com.cn/scroll-news/news1.html",
        "https://www.chinanews.com.cn/rss/scroll-news.xml",
        "https://www.chinanews.com.cn/rss/china.xml",
        "https://www.chinanews.com.cn/rss/world.xml",
        "https://www.chinanews.com.cn/rss/finance.xml",
        "https://www.chinanews.com.cn/rss/society.xml",
        "https://www.chinanews.com.cn/rss/culture.xml",
        "https://www.chinanews.com.cn/rss/sports.xml",
        "https://www.chinanews.com.cn/rss/edu.xml",
        "https://www.chinanews.com.cn/rss/life.xml",
    ),
    language="zh-Hans",
    article_urls=(
        r"/20\d\d/\d\d-\d\d/\d+\.shtml$",
        r"^/news/20\d\d/\d{4}/\d+\.html$",
        r"^/wap/detail/\w+/\w+/\w+\.shtml$",
    ),
    hub_urls=(r"^/scroll-news/",),
    days=(
        DayArchive(
            url="https://www.chinanews.com.cn/scroll-news/{date:%Y/%m%d}/news.shtml", since="2008-08-01"
        ),
        *(
            DayArchive(
                url=f"https://www.chinanews.com.cn/scroll-news/{channel}/{{date:%Y/%m%d}}/news.shtml",
                since="2009-05-01",
            )
            for channel in ("gn", "gj", "sh", "ty")  # home, world, society, sports
        ),
    ),
    layouts=(
        Layout(
            name="chinanews",
            fingerprint=("div.left_zw",),
            body=("div.left_zw",),
            headline=("h1.content_left_title", "h1"),
            published=("#pubtime_baidu", "div.content_left_time", "div.left-t"),
            source=("#source_baidu", "div.content_left_time", "div.left-t"),
            editors=("div.adEditor",),
            drop=("table.adInContent", "div.adEditor", "div.left_name", "#function_code_page"),
            captions=("div.left_pt",),
        ),
        # One page for each picture of a gallery; the description is all of its text.
        Layout(
            name="chinanews-gallery",
            fingerprint=("div.t3", "#scrool_div"),
            body=("div.t3",),
            captions=("div.t3",),
        ),
        # Galleries and short notes, as public spiders read them.
        Layout(name="chinanews-desc", fingerprint=("div.content_desc",), body=("div.content_desc",)),
        Layout(name="chinanews-ad0", fingerprint=("#ad0",), body=("#ad0",), headline=("div.title0",)),
    ),
    seen="2026-10",
)

ECNS_CN = Publisher(
    name="ecns.cn",
    title="Ecns.cn",
    hosts=("ecns.cn",),
    start=("https://www.ecns.cn/", "https://www.ecns.cn/rss/rss.xml", "https://www.ecns.cn/cns-wire/"),
    language="en",
    article_urls=(r"/20\d\d-\d\d-\d\d/detail-\w+\.shtml$", r"/20\d\d/\d\d-\d\d/\d+\.shtml$"),
    hub_urls=(r"/index_\d+\.shtml$",),
    layouts=(
        Layout(
            name="ecns",
            fingerprint=("#yanse",),
            body=("#yanse",),
            headline=("h1#contitle",),
            published=("div.downinfo",),
            source=("div.downinfo",),
        ),
    ),
    seen="2026-04",
)

CHINADAILY_COM_CN = Publisher(
    name="chinadaily.com.cn",
    title="China Daily",
    hosts=("chinadaily.com.cn",),
    start=(
        "https://www.chinadaily.com.cn/",
        "https://www.chinadaily.com.cn/china",
        "https://www.chinadaily.com.cn/world",
        "https://www.chinadaily.com.cn/business",
        "https://www.chinadaily.com.cn/culture",
        "https://cn.chinadaily.com.cn/",
    ),
    language="en",
    languages=(
        ("cn.chinadaily.com.cn", "zh-Hans"),
        ("china.chinadaily.com.cn", "zh-Hans"),
        ("world.chinadaily.com.cn", "zh-Hans"),
        ("caijing.chinadaily.com.cn", "zh-Hans"),
        ("language.chinadaily.com.cn", "zh-Hans"),
    ),
    article_urls=(CHINA_DAILY_ARTICLE, CONTENT_ARTICLE),
    hub_urls=(r"/page_\d+\.html$", CHINA_DAILY_HUB),
    data_lists=tuple(
        DataList(
            url=f"https://newssearch.chinadaily.com.cn/rest/{edition}/search?sort=dp&page={{page}}&curType=story",
            first_page=0,
        )
        for edition in ("en", "cn")
    ),
    days=(
        DayArchive(
            url="https://newssearch.chinadaily.com.cn/rest/en/search?sort=dp&curType=story&publishedDateFrom={date:%Y-%m-%d}&publishedDateTo={date:%Y-%m-%d}&page={page}"
        ),
        DayArchive(
            url="https://newssearch.chinadaily.com.cn/rest/cn/search?sort=dp&curType=story&publishedDateFrom={date:%Y-%m-%d}&publishedDateTo={date:%Y-%m-%d}&page={page}"
        ),
    ),
    layouts=(
        Layout(
            name="chinadaily-english",
            fingerprint=("#Content", "span.info_l"),
            body=("#Content",),
            headline=("h1",),
            published=("span.info_l",),
            bylines=("span.info_l",),
        ),
        Layout(
            name="chinadaily-chinese",
            fingerprint=("#Content", "div.xinf-le"),
            body=("#Content",),
            headline=("h1.dabiaoti", "h1"),
            published=("div.fenx",),
            source=("div.xinf-le",),
        ),
        Layout(name="chinadaily", fingerprint=("#Content",), body=("#Content",), headline=("h1",)),
    ),
    seen="2026-10",
)

BJREVIEW_COM = Publisher(
    name="bjreview.com",
    title="Beijing Review",
    hosts=("bjreview.com", "bjreview.com.cn", "beijingreview.com.cn"),
    start=(
        "https://www.bjreview.com/China/",
        "https://www.bjreview.com/World/",
        "https://www.bjreview.com/Business/",
        "https://www.bjreview.com/Lifestyle/",
        "http://www.beijingreview.com.cn/",
        "http://french.beijingreview.com.cn/",
        "http://german.beijingreview.com.cn/",
        "http://japanese.beijingreview.com.cn/",
    ),
    language="en",
    languages=(
        ("beijingreview.com.cn", "zh-Hans"),
        ("french.beijingreview.com.cn", "fr"),
        ("german.beijingreview.com.cn", "de"),
        ("japanese.beijingreview.com.cn", "ja"),
    ),
    article_urls=(TRS_ARTICLE, CONTENT_ARTICLE),
    hub_urls=(INDEX_HUB,),
    seen="2023-09",
)
