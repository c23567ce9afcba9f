"""Declares news sites of provinces, from Hebei to Guangxi."""

from __future__ import annotations

from crawler.publishers.model import DayArchive, Layout, Publisher
from crawler.publishers.url_shapes import (
    CONTENT_ARTICLE,
    INDEX_HUB,
    NODE_HUB,
    PAPER_INDEX_ARTICLE,
    PAPER_INDEX_HUB,
    SYSTEM_ARTICLE,
    TRS_ARTICLE,
)

HEBNEWS_CN = Publisher(
    name="hebnews.cn",
    title="河北新闻网",
    hosts=("hebnews.cn",),
    start=("http://www.hebnews.cn/", "https://hebei.hebnews.cn/", "https://world.hebnews.cn/node_138.htm"),
    language="zh-Hans",
    article_urls=(CONTENT_ARTICLE, r"/paper/c/20\d{4}/\d\d/c\d+\.html$"),
    hub_urls=(NODE_HUB, INDEX_HUB),
    days=(DayArchive(url="https://hbrb.hebnews.cn/pc/paper/layout/{date:%Y%m/%d}/node_01.html"),),
    layouts=(
        Layout(
            name="hebnews",
            fingerprint=("div.min_con_text",),
            body=("div.min_con_text",),
            headline=("h1",),
            published=("div.post_source",),
            source=("div.post_source",),
            editors=("div.editor",),
        ),
        Layout(
            name="hebnews-2020",
            fingerprint=("div.text", "div.post_source"),
            body=("div.text",),
            headline=("h1",),
            published=("div.post_source",),
            source=("div.post_source",),
            editors=("div.editor",),
        ),
    ),
    seen="2024-10",
)

XHBY_NET = Publisher(
    name="xhby.net",
    title="新华报业网",
    hosts=("xhby.net",),
    start=("https://www.xhby.net/", "https://xh.xhby.net/pc/layout/index.html"),
    language="zh-Hans",
    article_urls=(r"^/content/s[0-9a-f]{24}\.html$", SYSTEM_ARTICLE, CONTENT_ARTICLE),
    hub_urls=(NODE_HUB,),
    days=(DayArchive(url="https://xh.xhby.net/pc/layout/{date:%Y%m/%d}/node_1.html"),),
    seen="2026-06",
)

JSTV_COM = Publisher(
    name="jstv.com",
    title="荔枝网",
    hosts=("jstv.com",),
    start=("https://news.jstv.com/", "https://news.jstv.com/jiangsu/", "https://news.jstv.com/guonei/"),
    language="zh-Hans",
    article_urls=(r"^/a/20\d{6}/\w+\.shtml$",),
    hub_urls=(r"/list_\d+\.shtml$", r"^/[a-z]+/$", r"^/special/"),
    seen="2021-12",
)

DZWWW_COM = Publisher(
    name="dzwww.com",
    title="大众网",
    hosts=("dzwww.com",),
    start=(
        "https://www.dzwww.com/",
        "https://www.dzwww.com/xinwen/guoneixinwen/",
        "https://www.dzwww.com/xinwen/guojixinwen/",
        "https://www.dzwww.com/xinwen/shehuixinwen/",
    ),
    language="zh-Hans",
    article_urls=(TRS_ARTICLE, PAPER_INDEX_ARTICLE),
    hub_urls=(INDEX_HUB, r"/default(?:_\d+)?\.htm$", PAPER_INDEX_HUB),
    days=(
        DayArchive(url="http://paper.dzwww.com/dzrb/content/{date:%Y%m%d}/Page01NU.htm"),
        DayArchive(url="http://paper.dzwww.com/ncdz/content/{date:%Y%m%d}/IssueIndex.htm"),
    ),
    seen="2026-09-28",
)

QINGDAONEWS_COM = Publisher(
    name="qingdaonews.com",
    title="青岛新闻网",
    hosts=("qingdaonews.com",),
    start=("http://www.qingdaonews.com/", "https://news.qingdaonews.com/"),
    language="zh-Hans",
    article_urls=(CONTENT_ARTICLE,),
    hub_urls=(NODE_HUB,),
    layouts=(
        Layout(
            name="qingdaonews-wap",
            fingerprint=("#activity-name", "#post-date", "#js_content"),
            body=("#js_content",),
            headline=("#activity-name",),
            published=("#post-date",),
            source=("div.rich_media_meta_list",),
        ),
    ),
    seen="2017-11",
)

DAHE_CN = Publisher(
    name="dahe.cn",
    title="大河网",
    hosts=("dahe.cn",),
    start=("https://www.dahe.cn/", "https://news.dahe.cn/"),
    language="zh-Hans",
    article_urls=(r"^/20\d\d/\d\d-\d\d/\d+\.html$", r"/content_\d+_\d+\.htm$"),
    hub_urls=(NODE_HUB,),
    days=(DayArchive(url="https://newpaper.dahe.cn/hnrb/html/{date:%Y-%m/%d}/node_3.htm"),),
    seen="2024-05",
)

CNHUBEI_COM = Publisher(
    name="cnhubei.com",
    title="荆楚网",
    hosts=("cnhubei.com",),
    start=("http://www.cnhubei.com/", "http://news.cnhubei.com/", "https://www.cnhubei.com/hbxw/index.html"),
    language="zh-Hans",
    article_urls=(CONTENT_ARTICLE, r"/20\d{4}/t\d+(?:_\d+)?\.shtml$"),
    hub_urls=(INDEX_HUB,),
    seen="2026-07",
)

REDNET_CN = Publisher(
    name="rednet.cn",
    title="红网",
    hosts=("rednet.cn",),
    start=("https://www.rednet.cn/", "https://hn.rednet.cn/", "https://hn.rednet.cn/channel/7397.html"),
    language="zh-Hans",
    article_urls=(r"/content/\d+/\d+/\d+\.html$", r"/content/20\d\d/\d\d/\d\d/\d+\.html$"),
    hub_urls=(r"^/channel/\d+(?:_\d+)?\.html$",),
    layouts=(
        Layout(
            name="rednet-2012",
            fingerprint=("#ArtilceTitle", "#zoom"),
            body=("#zoom",),
            headline=("#ArtilceTitle",),
        ),
    ),
    seen="2026-05",
)

VOC_COM_CN = Publisher(
    name="voc.com.cn",
    title="华声在线",
    hosts=("voc.com.cn",),
    start=("https://www.voc.com.cn/", "https://hunan.voc.com.cn/"),
    language="zh-Hans",
    # The third pattern matches the paper's electronic edition.
    article_urls=(r"/article/20\d{4}/\d+\.html$", r"/news/20\d{4}/\d+\.html$", CONTENT_ARTICLE),
    hub_urls=(NODE_HUB,),
    days=(DayArchive(url="https://hnrb.voc.com.cn/hnrb_epaper/html/{date:%Y-%m/%d}/node_201.htm"),),
    seen="2026-08",
)

GXNEWS_COM_CN = Publisher(
    name="gxnews.com.cn",
    title="广西新闻网",
    hosts=("gxnews.com.cn",),
    start=("http://www.gxnews.com.cn/", "http://news.gxnews.com.cn/"),
    language="zh-Hans",
    article_urls=(r"^/staticpages/20\d{6}/newgx\w+-\d+(?:-\d+)?\.shtml$", r"^/sp/\d{6,}$"),
    hub_urls=(r"^/staticmores/\d+/\d+-\d+\.shtml$",),
    layouts=(
        Layout(
            name="gxnews",
            fingerprint=("div.article-content", "div.article-info"),
            body=("div.article-content",),
            headline=("h1",),
            published=("div.article-info",),
            source=("div.article-info",),
        ),
        Layout(
            name="gxnews-2012",
            fingerprint=("#left_1", "#left_2", "#left_3"),
            body=("#left_3",),
            headline=("#left_1",),
            published=("#left_2",),
            source=("#left_2",),
        ),
    ),
    seen="2024-01",
)

FJSEN_COM = Publisher(
    name="fjsen.com",
    title="东南网",
    hosts=("fjsen.com",),
    start=("http://www.fjsen.com/", "https://fjnews.fjsen.com/"),
    language="zh-Hans",
    article_urls=(CONTENT_ARTICLE,),
    hub_urls=(NODE_HUB,),
    days=(
        DayArchive(
            url="http://fjrb.fjsen.com/fjrb/html/{date:%Y-%m/%d}/node_22.htm",
            since="2016-11-01",
            until="2019-05-15",
        ),
    ),
    layouts=(
        Layout(
            name="fjsen",
            fingerprint=("#new_message_id",),
            body=("#new_message_id",),
            published=("#pubtime_baidu",),
            source=("#source_baidu",),
            bylines=("#author_baidu",),
        ),
    ),
    seen="2025-09",
)

CQNEWS_NET = Publisher(
    name="cqnews.net",
    title="华龙网",
    hosts=("cqnews.net",),
    start=("https://www.cqnews.net/", "http://news.cqnews.net/"),
    language="zh-Hans",
    article_urls=(CONTENT_ARTICLE,),
    hub_urls=(NODE_HUB,),
    seen="2026-08",
)

SCOL_COM_CN = Publisher(
    name="scol.com.cn",
    title="四川在线",
    hosts=("scol.com.cn",),
    start=("https://www.scol.com.cn/", "https://sichuan.scol.com.cn/", "https://cbgc.scol.com.cn/"),
    language="zh-Hans",
    article_urls=(r"^/\w+/20\d{4}/\d+\.html$", r"^/news/\d+$"),
    hub_urls=(r"^/channel_[\w=]+$",),
    layouts=(
        Layout(
            name="scol",
            fingerprint=("div.con_text",),
            body=("div.con_text",),
            headline=("span.w_title",),
            published=("span.w_pubtime",),
            source=("span.w_source",),
        ),
        Layout(
            name="scol-cbgc",
            fingerprint=("#articleContent", "h1.rwArticleTit"),
            body=("#articleContent",),
            headline=("h1.rwArticleTit",),
            published=("p.articleTime",),
        ),
    ),
    seen="2026-06",
)
