"""Xinhua's other papers, and the business press."""

from __future__ import annotations

from crawler.publishers.model import DayArchive, Layout, Publisher
from crawler.publishers.url_shapes import (
    CONTENT_ARTICLE,
    INDEX_HUB,
    NODE_HUB,
    PAPER_INDEX_ARTICLE,
    PAPER_INDEX_HUB,
    TRS_ARTICLE,
    XINHUA_ARTICLE,
    XINHUA_OLD_ARTICLE,
)

MRDX_CN = Publisher(
    name="mrdx.cn",
    title="新华每日电讯",
    hosts=("mrdx.cn",),
    start=("http://mrdx.cn/content/PaperIndex.htm",),
    language="zh-Hans",
    article_urls=(PAPER_INDEX_ARTICLE,),
    hub_urls=(PAPER_INDEX_HUB,),
    days=(DayArchive(url="http://mrdx.cn/content/{date:%Y%m%d}/Page01DK.htm"),),
    seen="2026-10",
)

JJCKB_CN = Publisher(
    name="jjckb.cn",
    title="经济参考网",
    hosts=("jjckb.cn",),
    start=("http://www.jjckb.cn/",),
    language="zh-Hans",
    article_urls=(XINHUA_ARTICLE, XINHUA_OLD_ARTICLE, CONTENT_ARTICLE),
    hub_urls=(INDEX_HUB, NODE_HUB),
    days=(DayArchive(url="http://dz.jjckb.cn/www/pages/webpage2009/html/{date:%Y-%m/%d}/node_2.htm"),),
    seen="2026-09",
)

# The newer pages of this site are built by scripts; the layout is as a public spider of 2020 reads it.
CANKAOXIAOXI_COM = Publisher(
    name="cankaoxiaoxi.com",
    title="参考消息",
    hosts=("cankaoxiaoxi.com",),
    start=("https://www.cankaoxiaoxi.com/", "https://china.cankaoxiaoxi.com/"),
    language="zh-Hans",
    article_urls=(r"/20\d{2}(?:/\d{4}|\d{4})/\d{6,}\.shtml$",),
    layouts=(
        Layout(
            name="cankaoxiaoxi",
            fingerprint=("div.articleText",),
            body=("div.articleText",),
            headline=("h1.articleHead",),
            published=("#pubtime_baidu",),
            source=("#source_baidu",),
            bylines=("#author_baidu",),
        ),
    ),
    seen="2023-03",
)

CS_COM_CN = Publisher(
    name="cs.com.cn",
    title="中证网",
    hosts=("cs.com.cn",),
    start=("https://www.cs.com.cn/",),
    language="zh-Hans",
    article_urls=(TRS_ARTICLE,),
    hub_urls=(INDEX_HUB,),
    seen="2021-02",
)

CNSTOCK_COM = Publisher(
    name="cnstock.com",
    title="上海证券报",
    hosts=("cnstock.com",),
    start=("https://www.cnstock.com/",),
    language="zh-Hans",
    article_urls=(r"^/commonDetail/\d+$", CONTENT_ARTICLE),
    hub_urls=(NODE_HUB,),
    days=(DayArchive(url="http://paper.cnstock.com/html/{date:%Y-%m/%d}/node_3.htm"),),
    seen="2026-09",
)

# As a public spider of 2020 reads it, and so the next but one.
YICAI_COM = Publisher(
    name="yicai.com",
    title="第一财经",
    hosts=("yicai.com",),
    start=(
        "https://www.yicai.com/",
        "https://www.yicai.com/news/",
        "https://www.yicai.com/api/ajax/getlatest?page=1&pagesize=30",
    ),
    language="zh-Hans",
    article_urls=(r"^/(?:news|brief|video|image)/\d+\.html$",),
    hub_urls=(r"^/(?:news|brief|video|image)/$", r"^/api/ajax/getlatest$"),
    layouts=(
        Layout(
            name="yicai",
            fingerprint=("div.m-txt",),
            body=("div.m-txt",),
            headline=("h1",),
            drop=("p.statement",),
        ),
    ),
    seen="2026-09",
)

WWW_21JINGJI_COM = Publisher(
    name="21jingji.com",
    title="21经济网",
    hosts=("21jingji.com",),
    start=("https://www.21jingji.com/",),
    language="zh-Hans",
    article_urls=(r"^/article/20\d{6}/\w+/[0-9a-f]{32}\.html$", r"^/20\d\d/\d{1,2}-\d{1,2}/\w+\.html$"),
    hub_urls=(r"^/channel/\w+/?$",),
    seen="2026-09",
)

EEO_COM_CN = Publisher(
    name="eeo.com.cn",
    title="经济观察网",
    hosts=("eeo.com.cn",),
    start=("http://www.eeo.com.cn/",),
    language="zh-Hans",
    article_urls=(r"^/20\d\d/\d{4}/\d+\.shtml$",),
    layouts=(
        Layout(
            name="eeo",
            fingerprint=("div.xx_boxsing", "div.xd-b-b"),
            body=("div.xx_boxsing",),
            headline=("h1",),
            published=("div.xd-b-b",),
        ),
    ),
    seen="2026-07",
)

NBD_COM_CN = Publisher(
    name="nbd.com.cn",
    title="每经网",
    hosts=("nbd.com.cn",),
    start=("https://www.nbd.com.cn/",),
    language="zh-Hans",
    article_urls=(r"/articles/20\d\d-\d\d-\d\d/\d+\.html$",),
    hub_urls=(r"^/columns/\d+(?:/page/\d+)?/?$",),
    seen="2026-09",
)

JIEMIAN_COM = Publisher(
    name="jiemian.com",
    title="界面新闻",
    hosts=("jiemian.com",),
    start=("https://www.jiemian.com/", "https://www.jiemian.com/lists/4.html"),
    language="zh-Hans",
    article_urls=(r"^/article/\d+\.html$",),
    hub_urls=(r"^/lists/\d+\.html$",),
    seen="2026-05",
)
