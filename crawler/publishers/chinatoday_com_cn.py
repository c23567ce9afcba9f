"""Declares magazines, sites and papers for readers abroad, and sites of the whole country."""

from __future__ import annotations

from crawler.publishers.model import DataList, ItemUrl, Layout, Publisher
from crawler.publishers.url_shapes import (
    CONTENT_ARTICLE,
    FOUNDER_ARTICLE,
    INDEX_HUB,
    NODE_HUB,
    PEOPLE_ARTICLE,
    TRS_ARTICLE,
)

CHINATODAY_COM_CN = Publisher(
    name="chinatoday.com.cn",
    title="China Today",
    hosts=("chinatoday.com.cn",),
    start=(
        "http://www.chinatoday.com.cn/ctenglish/2018/",
        "http://www.chinatoday.com.cn/",
        "http://german.chinatoday.com.cn/",
    ),
    language="en",
    languages=(
        ("german.chinatoday.com.cn", "de"),
        ("chinatoday.com.cn/ctchinese", "zh-Hans"),
        ("chinatoday.com.cn/zw2018", "zh-Hans"),
        ("chinatoday.com.cn/ctfrench", "fr"),
        ("chinatoday.com.cn/ctspanish", "es"),
        ("chinatoday.com.cn/ctgerman", "de"),
        ("chinatoday.com.cn/ctarabic", "ar"),
    ),
    article_urls=(TRS_ARTICLE,),
    hub_urls=(INDEX_HUB,),
    seen="2025-09",
)

PEOPLECHINA_COM_CN = Publisher(
    name="peoplechina.com.cn",
    title="人民中国",
    hosts=("peoplechina.com.cn",),
    start=("http://www.peoplechina.com.cn/",),
    language="ja",
    article_urls=(TRS_ARTICLE,),
    hub_urls=(INDEX_HUB,),
    seen="2024",
)

ESPERO_COM_CN = Publisher(
    name="espero.com.cn",
    title="El Popola Ĉinio",
    hosts=("espero.com.cn",),
    start=("http://www.espero.com.cn/",),
    language="eo",
    article_urls=(CONTENT_ARTICLE,),
    hub_urls=(NODE_HUB,),
    seen="2024",
)

TIBET_CN = Publisher(
    name="tibet.cn",
    title="中国西藏网",
    hosts=("tibet.cn",),
    start=(
        "http://www.tibet.cn/",
        "http://www.tibet.cn/cn/news/yc/",
        "http://www.tibet.cn/cn/news/zx/",
        "http://tb.tibet.cn/",
    ),
    language="zh-Hans",
    languages=(
        ("tb.tibet.cn", "bo"),
        ("eng.tibet.cn", "en"),
        ("french.tibet.cn", "fr"),
        ("german.tibet.cn", "de"),
    ),
    # The other patterns match its galleries and films.
    article_urls=(TRS_ARTICLE, CONTENT_ARTICLE, r"^/video/\w+/20\d{6}/\d+\.shtml$"),
    hub_urls=(INDEX_HUB, r"/list\.shtml$"),
    layouts=(
        Layout(
            name="tibet",
            fingerprint=("div.title_box", "#text"),
            body=("#text",),
            headline=("h2",),
            published=("div.info",),
            source=("div.info",),
        ),
    ),
    seen="2019-11",
)

CHINA_COM = Publisher(
    name="china.com",
    title="中华网",
    hosts=("china.com",),
    start=("https://www.china.com/", "https://news.china.com/", "https://news.china.com/domestic/"),
    language="zh-Hans",
    article_urls=(r"/\d+/20\d{6}/\d+(?:_\d+)?\.html$",),
    hub_urls=(r"^/(?:domestic|international|social|news100)/?$",),
    layouts=(
        Layout(
            name="china-com",
            fingerprint=("#chan_newsDetail",),
            body=("#chan_newsDetail",),
            headline=("#chan_newsTitle", "h1"),
            published=("#chan_newsInfo", "div.chan_newsInfo_source"),
            source=("span.source",),
        ),
    ),
    seen="2024-05",
)

HAIWAINET_CN = Publisher(
    name="haiwainet.cn",
    title="海外网",
    hosts=("haiwainet.cn",),
    start=(
        "http://www.haiwainet.cn/",
        "http://news.haiwainet.cn/",
        "http://news.haiwainet.cn/yuanchuang/",
        "http://www.haiwainet.cn/roll/",
    ),
    language="zh-Hans",
    article_urls=(PEOPLE_ARTICLE,),
    hub_urls=(r"/index\d*\.html$", r"/(?:roll|yuanchuang)/$"),
    layouts=(
        Layout(
            name="haiwainet",
            fingerprint=("div.contentMain",),
            body=("div.contentMain",),
            headline=("h1.show_wholetitle",),
            published=("div.contentExtra",),
            source=("div.contentExtra",),
            editors=("p.writer",),
            drop=("p.writer",),
        ),
        Layout(
            name="haiwainet-gallery",
            fingerprint=("div.gq_list_6",),
            body=("div.gq_list_6",),
            headline=("#nowtil",),
            published=("#pubtime_baidu",),
            editors=("#editor_baidu",),
        ),
    ),
    seen="2024-05",
)

SHINE_CN = Publisher(
    name="shine.cn",
    title="SHINE",
    hosts=("shine.cn",),
    start=("https://www.shine.cn/", "https://www.shine.cn/news/", "https://www.shine.cn/news/metro/"),
    language="en",
    article_urls=(r"^/(?:[\w-]+/)+\d{10}/?$",),
    hub_urls=(r"^/(?:news|biz|feature|opinion)/(?:[a-z][\w-]*/)?$",),
    seen="2025-05",
)

CAIXINGLOBAL_COM = Publisher(
    name="caixinglobal.com",
    title="Caixin Global",
    hosts=("caixinglobal.com",),
    start=("https://www.caixinglobal.com/", "https://www.caixinglobal.com/news/"),
    language="en",
    article_urls=(r"^/20\d\d-\d\d-\d\d/[\w-]+(?:\.html)?$",),
    seen="2026-08-07",
)

SIXTHTONE_COM = Publisher(
    name="sixthtone.com",
    title="Sixth Tone",
    hosts=("sixthtone.com",),
    start=("https://www.sixthtone.com/", "https://www.sixthtone.com/rss"),
    language="en",
    article_urls=(r"^/news/\d{7}(?:/[\w-]+)?$",),
    item_urls=(ItemUrl(key="contId", url="https://www.sixthtone.com/news/{contId}"),),
    data_lists=(
        DataList(
            url="https://api.sixthtone.com/cont/nodeCont/getByNodeId?pageNum={page}",
            body='{"nodeId": "26166", "pageNum": {page}, "pageSize": 20}',
        ),
    ),
    seen="2026-05",
)

NEWSGD_COM = Publisher(
    name="newsgd.com",
    title="Newsgd.com",
    hosts=("newsgd.com",),
    start=("https://www.newsgd.com/", "https://www.newsgd.com/node_d36b0ef83f"),
    language="en",
    article_urls=(FOUNDER_ARTICLE,),
    hub_urls=(r"^/node_[0-9a-f]{10}$",),
    seen="2026-07",
)

EYESHENZHEN_COM = Publisher(
    name="eyeshenzhen.com",
    title="EyeShenzhen",
    hosts=("eyeshenzhen.com",),
    start=("https://www.eyeshenzhen.com/",),
    language="en",
    article_urls=(CONTENT_ARTICLE,),
    hub_urls=(NODE_HUB,),
    seen="2025-07",
)

CHINADAILYHK_COM = Publisher(
    name="chinadailyhk.com",
    title="China Daily Hong Kong",
    hosts=("chinadailyhk.com",),
    start=("https://www.chinadailyhk.com/", "https://www.chinadailyhk.com/rss"),
    language="en",
    timezone="Asia/Hong_Kong",
    article_urls=(r"^/(?:hk/)?article/\d+$",),
    seen="2026-06",
)
