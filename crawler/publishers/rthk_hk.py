"""Declares broadcasters, papers and sites of Hong Kong."""

from __future__ import annotations

from crawler.publishers.model import ItemUrl, Layout, Publisher
from crawler.publishers.url_shapes import INDEX_HUB

RTHK_HK = Publisher(
    name="rthk.hk",
    title="香港電台",
    hosts=("rthk.hk",),
    start=(
        "https://news.rthk.hk/rthk/ch/latest-news.htm",
        "https://news.rthk.hk/rthk/en/latest-news.htm",
        *(
            "https://news.rthk.hk/rthk/webpageCache/services/loadModNewsShowSp2List.php"
            f"?lang=zh-TW&cat={section}&newsCount=60&dayShiftMode=1&archive_date="
            for section in (3, 2, 4, 5)  # local, China, the world, finance
        ),
    ),
    language="zh-Hant",
    languages=(("news.rthk.hk/rthk/en", "en"),),
    timezone="Asia/Hong_Kong",
    article_urls=(r"/component/k2/\d+-20\d{6}\.htm$",),
    hub_urls=(r"/latest-news(?:/[\w-]+)?\.htm$", r"/loadModNewsShowSp2List\.php$"),
    layouts=(
        Layout(
            name="rthk",
            fingerprint=("div.itemFullText",),
            body=("div.itemFullText",),
            headline=("h2.itemTitle",),
            published=("div.createddate",),
        ),
    ),
    seen="2026-09",
)

HK01_COM = Publisher(
    name="hk01.com",
    title="香港01",
    hosts=("hk01.com",),
    start=("https://www.hk01.com/", "https://web-data.api.hk01.com/v2/feed/category/1"),
    language="zh-Hant",
    timezone="Asia/Hong_Kong",
    article_urls=(r"^/[^/]+/\d{5,}(?:/|$)", r"^/sns/article/\d{5,}$"),
    hub_urls=(r"^/channel/",),
    item_urls=(ItemUrl(key="articleId", url="https://www.hk01.com/sns/article/{articleId}"),),
    seen="2026-07",
)

MINGPAO_COM = Publisher(
    name="mingpao.com",
    title="明報",
    hosts=("mingpao.com",),
    start=("https://news.mingpao.com/", "https://news.mingpao.com/rss/ins/all.xml"),
    language="zh-Hant",
    timezone="Asia/Hong_Kong",
    article_urls=(r"/article/20\d{6}/s\d{5}/\d{13}(?:/|$)",),
    hub_urls=(r"/section/20\d{6}/s\d{5}$",),
    layouts=(
        Layout(
            name="mingpao",
            fingerprint=("#blockcontent", "article.txt4"),
            body=("article.txt4",),
            headline=("h1",),
            published=("div.date",),
        ),
    ),
    seen="2024-11",
)

STHEADLINE_COM = Publisher(
    name="stheadline.com",
    title="星島頭條",
    hosts=("stheadline.com",),
    start=("https://www.stheadline.com/realtimenews", "https://std.stheadline.com/"),
    language="zh-Hant",
    languages=(("std.stheadline.com/sc", "zh-Hans"),),
    timezone="Asia/Hong_Kong",
    # The other patterns match URLs of the site until 2025.
    article_urls=(r"^/[a-z][\w-]*/\d{7}(?:/|$)", r"/article/\d{7}(?:/|$)", r"/news-detail\.php$"),
    hub_urls=(r"^/realtime[\w-]*/?$", r"^/sc/realtime/(?:[a-z]+/)?[^/]+$"),
    layouts=(
        Layout(
            name="stheadline",
            fingerprint=("article.content", "div.paragraphs"),
            body=("div.paragraphs",),
            headline=("h1",),
            published=("span.date",),
        ),
        Layout(
            name="stheadline-2020",
            fingerprint=("div.post-content", "div.post-header"),
            body=("div.post-content",),
            headline=("h1.notosans",),
        ),
    ),
    seen="2026-08",
)

ORANGENEWS_HK = Publisher(
    name="orangenews.hk",
    title="橙新聞",
    hosts=("orangenews.hk",),
    start=("https://www.orangenews.hk/",),
    language="zh-Hant",
    timezone="Asia/Hong_Kong",
    article_urls=(r"^/\w+/\d{6,}/",),
    hub_urls=(INDEX_HUB,),
    layouts=(
        Layout(
            name="orangenews",
            fingerprint=("div.caijing-info-content", "div.details"),
            body=("div.details",),
            headline=("h1.copy-title",),
            published=("div.info",),
            editors=("div.info",),
        ),
    ),
    seen="2024-10",
)

NEWS_GOV_HK = Publisher(
    name="news.gov.hk",
    title="香港政府新聞網",
    hosts=("news.gov.hk",),
    start=(
        "https://www.news.gov.hk/chi/index.html",
        "https://www.news.gov.hk/tc/common/html/topstories.rss.xml",
        "https://www.news.gov.hk/eng/index.html",
    ),
    language="zh-Hant",
    languages=(
        ("www.news.gov.hk/eng", "en"),
        ("sc.news.gov.hk", "zh-Hans"),
    ),
    timezone="Asia/Hong_Kong",
    article_urls=(r"/20\d{6}_\d+(?:_\d+)?\.s?html$",),
    hub_urls=(INDEX_HUB,),
    layouts=(
        Layout(
            name="news-gov-hk",
            fingerprint=("div.newsdetail-content",),
            body=("div.newsdetail-content",),
            headline=("h1.news-title",),
            published=("span.news-date",),
        ),
        Layout(
            name="news-gov-hk-2014",
            fingerprint=("#newsContent", "#newsTitle"),
            body=("#content1",),
            headline=("#newsTitle",),
            published=("#date",),
        ),
    ),
    seen="2024-04",
)
