"""Declares national papers and their sites: Guangming Daily, Economic Daily, youth, science and the army."""

from __future__ import annotations

from crawler.publishers.model import DayArchive, ItemUrl, Layout, PostedUrls, Publisher
from crawler.publishers.url_shapes import (
    CONTENT_ARTICLE,
    EPAPER_ARTICLE,
    EPAPER_HUB,
    INDEX_HUB,
    NODE_HUB,
    TRS_ARTICLE,
)

GMW_CN = Publisher(
    name="gmw.cn",
    title="光明网",
    hosts=("gmw.cn",),
    start=(
        "https://www.gmw.cn/",
        "https://news.gmw.cn/",
        "https://politics.gmw.cn/",
        "https://epaper.gmw.cn/gmrb/html/layout/index.html",
        "https://epaper.gmw.cn/wzb/html/layout/index.html",
        "https://epaper.gmw.cn/zhdsb/html/layout/index.html",
    ),
    language="zh-Hans",
    article_urls=(CONTENT_ARTICLE, EPAPER_ARTICLE),
    hub_urls=(NODE_HUB, EPAPER_HUB),
    days=(
        DayArchive(url="https://epaper.gmw.cn/gmrb/html/layout/{date:%Y%m/%d}/node_01.html"),
        DayArchive(url="https://epaper.gmw.cn/wzb/html/layout/{date:%Y%m/%d}/node_01.html"),
        DayArchive(url="https://epaper.gmw.cn/zhdsb/html/layout/{date:%Y%m/%d}/node_01.html"),
    ),
    layouts=(
        Layout(
            name="gmw",
            fingerprint=("div.u-mainText",),
            body=("div.u-mainText",),
            headline=("h1.u-title",),
            published=("span.m-con-time",),
            source=("span.m-con-source",),
            editors=("span.liability",),
            drop=("div.m-zbTool",),
        ),
        Layout(
            name="gmw-2012",
            fingerprint=("#contentMain",),
            body=("#contentMain",),
            headline=("#articleTitle",),
            published=("#pubTime", "#pubtime_baidu"),
            source=("#source", "#source_baidu"),
            bylines=("#author",),
            editors=("#contentLiability", "#editor_baidu"),
            drop=("#contentLiability",),
        ),
    ),
    seen="2026-09",
)

CE_CN = Publisher(
    name="ce.cn",
    title="中国经济网",
    hosts=("ce.cn",),
    start=(
        "http://www.ce.cn/",
        "http://www.ce.cn/xwzx/",
        "http://finance.ce.cn/rolling/index.shtml",
        "http://paper.ce.cn/pc/layout/index.html",
        "http://en.ce.cn/",
    ),
    language="zh-Hans",
    languages=(("en.ce.cn", "en"),),
    article_urls=(TRS_ARTICLE, CONTENT_ARTICLE),
    hub_urls=(INDEX_HUB, NODE_HUB),
    days=(DayArchive(url="http://paper.ce.cn/pc/layout/{date:%Y%m/%d}/node_01.html"),),
    layouts=(
        Layout(
            name="ce",
            fingerprint=("#articleText",),
            body=("#articleText",),
            headline=("#articleTitle",),
            published=("#articleTime",),
            source=("#articleSource",),
        ),
    ),
    seen="2024-05",
)

YOUTH_CN = Publisher(
    name="youth.cn",
    title="中国青年网",
    hosts=("youth.cn",),
    start=("http://news.youth.cn/", "http://news.youth.cn/jsxw/index.htm"),
    language="zh-Hans",
    article_urls=(TRS_ARTICLE,),
    hub_urls=(INDEX_HUB,),
    layouts=(
        Layout(
            name="youth",
            fingerprint=("div.TRS_Editor", "div.page_bt"),
            body=("div.TRS_Editor",),
            headline=("p.pbt",),
            published=("p.pwz",),
            source=("p.pwz",),
        ),
        Layout(
            name="youth-2022",
            fingerprint=("div.TRS_Editor", "div.page_title"),
            body=("div.TRS_Editor",),
            headline=("h1",),
            published=("#page_right",),
            source=("#source_baidu",),
            bylines=("#author_baidu",),
        ),
    ),
    seen="2024-05",
)

CYOL_COM = Publisher(
    name="cyol.com",
    title="中青在线",
    hosts=("cyol.com", "cyol.net"),
    start=("http://news.cyol.com/", "http://zqb.cyol.com/pc/layout/index.html"),
    language="zh-Hans",
    article_urls=(r"/20\d\d-\d\d/\d\d/content_\w+\.html?$", CONTENT_ARTICLE, EPAPER_ARTICLE),
    hub_urls=(NODE_HUB, r"^/gb/channels/\w+/index\.html$", EPAPER_HUB),
    days=(DayArchive(url="http://zqb.cyol.com/pc/layout/{date:%Y%m/%d}/node_1.html"),),
    seen="2026-07-08",
)

# The paper's server refuses requests without this header. Its lists and articles are JSON.
_SCIENCE_DAILY = PostedUrls(
    prefix="https://epaper.stdaily.com/stdailynewspaperapi/uv/",
    headers=(("X-Requested-With", "XMLHttpRequest"),),
)
_ITS_SITE = "siteId=811c18b08cf04e79be3b67d6902ee1a7"

STDAILY_COM = Publisher(
    name="stdaily.com",
    title="中国科技网",
    hosts=("stdaily.com",),
    start=(
        "https://www.stdaily.com/",
        "https://www.stdaily.com/web/gdxw/node_324.html",
        "https://www.stdaily.com/web/rdxw/node_327.html",
    ),
    language="zh-Hans",
    article_urls=(CONTENT_ARTICLE, r"/uv/article/article/articleId$"),
    hub_urls=(NODE_HUB, r"/uv/article/(?:period/periodTime|article/editionId)$"),
    # The list of a day names the pages of the paper, the list of a page its articles.
    item_urls=(
        ItemUrl(
            key="id",
            within="editionList",
            url=f"{_SCIENCE_DAILY.prefix}article/article/editionId?{_ITS_SITE}&id={{id}}",
        ),
        ItemUrl(
            key="id",
            within="list",
            url=f"{_SCIENCE_DAILY.prefix}article/article/articleId?code=KJRB&{_ITS_SITE}&id={{id}}",
        ),
    ),
    posted_urls=(_SCIENCE_DAILY,),
    # The second archive is that of a weekly.
    days=(
        DayArchive(
            url="http://digitalpaper.stdaily.com/http_www.kjrb.com/kjrb/html/{date:%Y-%m/%d}/node_2.htm",
            since="2013-06-01",
            until="2025-05-19",
        ),
        DayArchive(
            url="https://digitalpaper.stdaily.com/http_www.kjrb.com/kjwzb/html/{date:%Y-%m/%d}/node_131.htm",
            since="2025-03-21",
        ),
        DayArchive(
            url=f"{_SCIENCE_DAILY.prefix}article/period/periodTime?code=KJRB&{_ITS_SITE}&periodTime={{date:%Y-%m-%d}}",
            since="2025-05-20",
            is_linked=False,
        ),
    ),
    seen="2026-09",
)

_ARMY = Layout(
    name="army",
    fingerprint=("#article-content",),
    body=("#article-content",),
    published=("i.time", "span.time", "div.info"),
    source=("div.info",),
    drop=("#displaypagenum", "#mediaurl", "#cm-player"),
)

WWW_81_CN = Publisher(
    name="81.cn",
    title="中国军网",
    hosts=("81.cn", "chinamil.com.cn"),
    start=("http://www.81.cn/", "http://eng.chinamil.com.cn/"),
    language="zh-Hans",
    languages=(("eng.chinamil.com.cn", "en"),),
    article_urls=(r"/\d{7,9}(?:_\d+)?\.html$", CONTENT_ARTICLE, r"/szbxq/index\.html$"),
    # An article of the electronic paper is `szbxq/index.html` with a query.
    hub_urls=(r"(?<!/szbxq)/index(?:_\d+)?\.html?$", NODE_HUB),
    # The items of the paper's `_szb/jfjb/YYYY/MM/DD/index.json`.
    item_urls=(
        ItemUrl(key="id", within="xyList", url="/szb_223187/szbxq/index.html?paperName=jfjb&articleid={id}"),
    ),
    days=(DayArchive(url="http://www.81.cn/_szb/jfjb/{date:%Y/%m/%d}/index.json", is_linked=False),),
    layouts=(_ARMY,),
    seen="2026-10",
)

MOD_GOV_CN = Publisher(
    name="mod.gov.cn",
    title="国防部网",
    hosts=("mod.gov.cn",),
    start=(
        "http://www.mod.gov.cn/gfbw/qwfb/index.html",
        "http://www.mod.gov.cn/gfbw/xwfyr/index.html",
        "http://eng.mod.gov.cn/",
    ),
    language="zh-Hans",
    languages=(("eng.mod.gov.cn", "en"),),
    article_urls=(r"/\d{6,9}(?:_\d+)?\.html$", CONTENT_ARTICLE),
    hub_urls=(INDEX_HUB,),
    layouts=(_ARMY,),
    seen="2026-10",
)
