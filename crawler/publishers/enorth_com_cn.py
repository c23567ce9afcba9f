"""Declares news sites on Enorth's system: Tianjin, the north-east, the north-west, cities of the coast."""

from __future__ import annotations

from crawler.publishers.model import DayArchive, Layout, Publisher
from crawler.publishers.url_shapes import CONTENT_ARTICLE, INDEX_HUB, NODE_HUB, SYSTEM_ARTICLE, SYSTEM_HUB

ENORTH_COM_CN = Publisher(
    name="enorth.com.cn",
    title="北方网",
    hosts=("enorth.com.cn",),
    start=("http://news.enorth.com.cn/", "http://news.enorth.com.cn/tj/"),
    language="zh-Hans",
    article_urls=(SYSTEM_ARTICLE,),
    hub_urls=(SYSTEM_HUB,),
    layouts=(
        Layout(
            name="enorth",
            fingerprint=("#Content", "#Time"),
            body=("#Content",),
            headline=("#Title",),
            published=("#Time",),
            drop=("#news_more_page_div_id",),
        ),
    ),
    seen="2026-07",
)

DBW_CN = Publisher(
    name="dbw.cn",
    title="东北网",
    hosts=("dbw.cn",),
    start=("https://www.dbw.cn/", "https://heilongjiang.dbw.cn/", "https://english.dbw.cn/"),
    language="zh-Hans",
    languages=(("english.dbw.cn", "en"),),
    article_urls=(SYSTEM_ARTICLE,),
    layouts=(
        Layout(
            name="dbw",
            fingerprint=("div.end-k", "div.neirong"),
            body=("div.neirong",),
            headline=("h1",),
            published=("div.time",),
            source=("div.time",),
            editors=("div.qhui",),
        ),
    ),
    seen="2026-09",
)

NEN_COM_CN = Publisher(
    name="nen.com.cn",
    title="东北新闻网",
    hosts=("nen.com.cn",),
    start=("http://www.nen.com.cn/", "http://liaoning.nen.com.cn/"),
    language="zh-Hans",
    article_urls=(SYSTEM_ARTICLE,),
    hub_urls=(SYSTEM_HUB, r"/list/indexHome\.shtml$"),
    layouts=(
        Layout(
            name="nen",
            fingerprint=("div.xwzw_title",),
            body=("div.xwzw_t2",),
            headline=("div.xwzw_title",),
            published=("div.xwzw_t1",),
            source=("div.xwzw_t1",),
        ),
    ),
    seen="2024-10",
)

GANSUDAILY_COM_CN = Publisher(
    name="gansudaily.com.cn",
    title="每日甘肃网",
    hosts=("gansudaily.com.cn",),
    start=("http://www.gansudaily.com.cn/", "https://gansu.gansudaily.com.cn/"),
    language="zh-Hans",
    article_urls=(SYSTEM_ARTICLE, CONTENT_ARTICLE),
    hub_urls=(SYSTEM_HUB, r"/pc/layout/20\d{4}/\d\d/col\d+\.html$"),
    days=(DayArchive(url="https://szb.gansudaily.com.cn/gsfzb/pc/layout/{date:%Y%m/%d}/col01.html"),),
    seen="2026-09",
)

QHNEWS_COM = Publisher(
    name="qhnews.com",
    title="青海新闻网",
    hosts=("qhnews.com",),
    start=("http://www.qhnews.com/", "http://www.qhnews.com/newscenter/"),
    language="zh-Hans",
    article_urls=(SYSTEM_ARTICLE,),
    hub_urls=(INDEX_HUB, SYSTEM_HUB),
    layouts=(
        Layout(
            name="qhnews",
            fingerprint=("div.m-new-main-content",),
            body=("div.m-new-main-content",),
            published=("td.hui12", "div.position-info-pubtime"),
            source=("div.position-info-source",),
            editors=("div.m-editor-block",),
        ),
    ),
    seen="2024-11",
)

NMGNEWS_COM_CN = Publisher(
    name="nmgnews.com.cn",
    title="内蒙古新闻网",
    hosts=("nmgnews.com.cn",),
    start=(
        "http://www.nmgnews.com.cn/",
        "http://inews.nmgnews.com.cn/nmgxw/",
        "http://inews.nmgnews.com.cn/gnxw/",
    ),
    language="zh-Hans",
    article_urls=(SYSTEM_ARTICLE, CONTENT_ARTICLE),
    hub_urls=(INDEX_HUB,),
    layouts=(
        Layout(
            name="nmgnews",
            fingerprint=("#pzoom",),
            body=("#pzoom",),
            headline=("span.STYLE3",),
        ),
    ),
    seen="2024-11",
)

NORTHNEWS_CN = Publisher(
    name="northnews.cn",
    title="正北方网",
    hosts=("northnews.cn",),
    start=("http://www.northnews.cn/", "http://www.northnews.cn/news/nmgnews/"),
    language="zh-Hans",
    # The second pattern matches the paper's electronic edition.
    article_urls=(r"/20\d\d/\d{4}/\d+\.s?html$", CONTENT_ARTICLE),
    hub_urls=(INDEX_HUB, NODE_HUB),
    layouts=(
        Layout(
            name="northnews",
            fingerprint=("#ctrlfscont", "div.nor-content"),
            body=("#ctrlfscont",),
            headline=("h3",),
            published=("div.author",),
            source=("div.author",),
            editors=("div.author",),
        ),
    ),
    seen="2025-10",
)

CNNB_COM_CN = Publisher(
    name="cnnb.com.cn",
    title="中国宁波网",
    hosts=("cnnb.com.cn",),
    start=("http://www.cnnb.com.cn/", "http://news.cnnb.com.cn/"),
    language="zh-Hans",
    article_urls=(SYSTEM_ARTICLE, CONTENT_ARTICLE),
    seen="2026-09-27",
)

WWW_66WZ_COM = Publisher(
    name="66wz.com",
    title="温州新闻网",
    hosts=("66wz.com",),
    start=("https://www.66wz.com/", "https://news.66wz.com/"),
    language="zh-Hans",
    article_urls=(SYSTEM_ARTICLE,),
    hub_urls=(INDEX_HUB, SYSTEM_HUB),
    seen="2026-09",
)

HINEWS_CN = Publisher(
    name="hinews.cn",
    title="南海网",
    hosts=("hinews.cn",),
    start=(
        "https://www.hinews.cn/",
        "https://www.hinews.cn/column/97894cbd59064f64b938c7a3e6dade8a?city=1",
    ),
    language="zh-Hans",
    article_urls=(SYSTEM_ARTICLE, r"^/page$"),
    hub_urls=(r"^/column/[0-9a-f]{32}$",),
    layouts=(
        Layout(
            name="hinews",
            fingerprint=("#bs_content", "h2.page_h2"),
            body=("#bs_content",),
            headline=("h2.page_h2",),
            published=("ul.page_brief",),
            source=("ul.page_brief",),
        ),
    ),
    seen="2026-07",
)
