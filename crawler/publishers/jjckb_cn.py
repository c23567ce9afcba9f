"""Declares Xinhua's other papers, and the business press."""

from __future__ import annotations

from crawler.publishers.model import DataList, DayArchive, Layout, Publisher
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
    layouts=(
        Layout(
            name="mrdx",
            fingerprint=("div.bggray", "div.contenttext"),
            body=("div.contenttext",),
            published=("div.shijian",),
            source=("div.shijian",),
        ),
    ),
    seen="2026-10",
)

JJCKB_CN = Publisher(
    name="jjckb.cn",
    title="经济参考网",
    hosts=("jjckb.cn",),
    start=("http://www.jjckb.cn/", "http://www.jjckb.cn/yw.htm"),
    language="zh-Hans",
    article_urls=(XINHUA_ARTICLE, XINHUA_OLD_ARTICLE, CONTENT_ARTICLE),
    hub_urls=(INDEX_HUB, NODE_HUB, r"^/\w+\.htm$"),
    days=(DayArchive(url="http://dz.jjckb.cn/www/pages/webpage2009/html/{date:%Y-%m/%d}/node_2.htm"),),
    layouts=(
        Layout(
            name="jjckb-2011",
            fingerprint=("#newsdetail-content-text",),
            body=("#newsdetail-content-text",),
            headline=("td.black18",),
            published=("td.black12",),
        ),
    ),
    seen="2026-09",
)

# Scripts have built the pages of www and china. since 2022; their lists are JSON, whose articles are pages of
# ckxx.net. The layout of the years before follows a public spider of 2020.
CANKAOXIAOXI_COM = Publisher(
    name="cankaoxiaoxi.com",
    title="参考消息",
    hosts=("cankaoxiaoxi.com", "ckxx.net"),
    start=(
        "https://www.cankaoxiaoxi.com/",
        *(
            f"https://china.cankaoxiaoxi.com/json/channel/{channel}/list.json"
            for channel in ("diyi", "zhongguo", "gj", "guandian", "junshi")
        ),
    ),
    language="zh-Hans",
    article_urls=(
        r"/20\d{2}(?:/\d{4}|\d{4})/\d{6,}\.shtml$",
        r"^/pages/20\d\d/\d\d/\d\d/[0-9a-f]{32}\.html$",
    ),
    layouts=(
        # The text is in a script: `var contentTxt ="<p>…"`.
        Layout(
            name="ckxx",
            fingerprint=("#articleContent", "div.article-time"),
            body=("#articleContent",),
            headline=("div.article-title",),
            published=("div.article-time",),
        ),
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
    seen="2026-10",
)

CS_COM_CN = Publisher(
    name="cs.com.cn",
    title="中证网",
    hosts=("cs.com.cn",),
    start=("https://www.cs.com.cn/", "https://www.cs.com.cn/xwzx/"),
    language="zh-Hans",
    article_urls=(TRS_ARTICLE, r"/20\d\d/\d\d/\d\d/detail_\d+\.html$"),
    hub_urls=(INDEX_HUB,),
    layouts=(
        Layout(
            name="cs",
            fingerprint=("article.cont_article", "div.artc_info"),
            headline=("h1",),
            section=("div.artc_route",),
            published=("time.time",),
            source=("div.artc_info",),
        ),
    ),
    seen="2026-08-07",
)

CNSTOCK_COM = Publisher(
    name="cnstock.com",
    title="上海证券报",
    hosts=("cnstock.com",),
    start=("https://www.cnstock.com/", "https://www.cnstock.com/channel/10006"),
    language="zh-Hans",
    article_urls=(r"^/commonDetail/\d+$", r"^/news,\w+-20\d{4}-\d+\.htm$", CONTENT_ARTICLE),
    hub_urls=(r"^/channel/\d+$", NODE_HUB),
    days=(DayArchive(url="http://paper.cnstock.com/html/{date:%Y-%m/%d}/node_3.htm"),),
    seen="2026-09",
)

# As in a public spider of 2020, like the last but one.
YICAI_COM = Publisher(
    name="yicai.com",
    title="第一财经",
    hosts=("yicai.com",),
    start=(
        "https://www.yicai.com/",
        "https://www.yicai.com/news/",
    ),
    language="zh-Hans",
    # The second pattern of each kind is of the daily's electronic edition.
    article_urls=(
        r"^/(?:news|brief|video|image)/\d+\.html$",
        r"^/epaper/pc/20\d{4}/\d\d/content_\d+\.html$",
    ),
    hub_urls=(
        r"^/(?:news|brief|video|image)/$",
        r"^/epaper/pc/(?:index|20\d{4}/\d\d/node_\w+)\.html$",
        r"^/api/ajax/getlatest$",
    ),
    data_lists=(DataList(url="https://www.yicai.com/api/ajax/getlatest?page={page}&pagesize=30"),),
    days=(DayArchive(url="https://www.yicai.com/epaper/pc/{date:%Y%m/%d}/node_A01.html"),),
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
    layouts=(
        Layout(
            name="21jingji",
            fingerprint=("div.author-infos", "div.titleHead"),
            body=("div.txtContent", "div.main_content"),
            headline=("div.titleHead",),
            published=("div.author-infos",),
            source=("div.author-infos",),
            drop=("div.rela-box", "div.copyright"),
        ),
    ),
    seen="2026-09",
)

EEO_COM_CN = Publisher(
    name="eeo.com.cn",
    title="经济观察网",
    hosts=("eeo.com.cn",),
    start=(
        "http://www.eeo.com.cn/",
        "https://www.eeo.com.cn/shangyechanye/",
        "https://www.eeo.com.cn/caijing/",
        "https://www.eeo.com.cn/ssgsn/",
        "https://www.eeo.com.cn/kuaixun/",
    ),
    language="zh-Hans",
    article_urls=(r"^/20\d\d/\d{4}/\d+\.shtml$",),
    hub_urls=(r"^/[a-z]+/$",),
    layouts=(
        Layout(
            name="eeo",
            fingerprint=("div.xx_boxsing", "div.xd-b-b"),
            body=("div.xx_boxsing",),
            headline=("h1",),
            published=("div.xd-b-b",),
        ),
        Layout(
            name="eeo-2025",
            fingerprint=("#mainBody", "div.from"),
            body=("#mainBody",),
            headline=("h2.title",),
            published=("div.from",),
            bylines=("span.showMoreAuthor",),
        ),
    ),
    seen="2026-07",
)

NBD_COM_CN = Publisher(
    name="nbd.com.cn",
    title="每经网",
    hosts=("nbd.com.cn",),
    start=(
        "https://www.nbd.com.cn/",
        "https://www.nbd.com.cn/columns/3/",
        "https://www.nbd.com.cn/columns/332/",
        "https://economy.nbd.com.cn/",
    ),
    language="zh-Hans",
    article_urls=(r"/articles/20\d\d-\d\d-\d\d/\d+\.html$",),
    hub_urls=(r"^/columns/\d+(?:/page/\d+)?/?$",),
    layouts=(
        Layout(
            name="nbd",
            fingerprint=("div.g-articl-text", "div.g-article-top"),
            body=("div.g-articl-text",),
            headline=("h1",),
            published=("span.time",),
            source=("span.source",),
        ),
    ),
    seen="2026-09",
)

JIEMIAN_COM = Publisher(
    name="jiemian.com",
    title="界面新闻",
    hosts=("jiemian.com",),
    start=("https://www.jiemian.com/", "https://www.jiemian.com/lists/4.html"),
    language="zh-Hans",
    article_urls=(r"^/article/\d+(?:_microcontent)?\.html$",),
    hub_urls=(r"^/lists/\d+\.html$",),
    seen="2026-08",
)
