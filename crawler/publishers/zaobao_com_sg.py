"""Declares Chinese papers of South-East Asia and North America."""

from __future__ import annotations

from crawler.publishers.model import ItemUrl, Layout, Publisher

ZAOBAO_COM_SG = Publisher(
    name="zaobao.com.sg",
    title="联合早报",
    hosts=("zaobao.com.sg", "zaobao.com"),
    start=(
        "https://www.zaobao.com.sg/realtime/china",
        "https://www.zaobao.com.sg/realtime/world",
        "https://www.zaobao.com.sg/news/china",
    ),
    language="zh-Hans",
    timezone="Asia/Singapore",
    article_urls=(r"/story20\d{6}-\d+$",),
    hub_urls=(r"^/(?:realtime|news)/\w+$",),
    seen="2026-08",
)

SINCHEW_COM_MY = Publisher(
    name="sinchew.com.my",
    title="星洲网",
    hosts=("sinchew.com.my",),
    start=(
        "https://www.sinchew.com.my/",
        "https://www.sinchew.com.my/latest",
        "https://www.sinchew.com.my/category/国内",
    ),
    language="zh-Hans",
    timezone="Asia/Kuala_Lumpur",
    article_urls=(r"^/news/20\d{6}/[\w-]+/\d+/?$",),
    hub_urls=(r"^/category/", r"^/latest/?$"),
    layouts=(
        Layout(
            name="sinchew",
            fingerprint=("div.article-page-content",),
            body=("div.article-page-content",),
            headline=("div.article-page-title",),
            drop=("div.read-more-msg",),
        ),
    ),
    seen="2024-12",
)

ORIENTALDAILY_COM_MY = Publisher(
    name="orientaldaily.com.my",
    title="东方日报",
    hosts=("orientaldaily.com.my",),
    start=("https://www.orientaldaily.com.my/", "https://www.orientaldaily.com.my/news/nation"),
    language="zh-Hans",
    timezone="Asia/Kuala_Lumpur",
    article_urls=(r"^/news/[\w-]+/20\d\d/\d\d/\d\d/\d+$",),
    hub_urls=(r"^/news/browse/", r"^/news/[a-z]+$"),
    layouts=(
        Layout(
            name="orientaldaily",
            fingerprint=("div.article-info", "div.article-primary"),
            body=("div.article-primary",),
            headline=("h1",),
            published=("div.meta",),
            drop=("div.social-and-app", "div.sharethis-inline-reaction-buttons"),
        ),
    ),
    seen="2025-01",
)

CHINAPRESS_COM_MY = Publisher(
    name="chinapress.com.my",
    title="中国报",
    hosts=("chinapress.com.my",),
    start=("https://www.chinapress.com.my/", "https://www.chinapress.com.my/category/latest/"),
    language="zh-Hans",
    timezone="Asia/Kuala_Lumpur",
    article_urls=(r"^/20\d{6}/[^/]+/?$",),
    hub_urls=(r"^/category/(?:[^/]+/)+$",),
    layouts=(
        Layout(
            name="chinapress",
            fingerprint=("div.article-page-post-content",),
            body=("div.article-page-post-content",),
            headline=("h1.article-page-main-title",),
            published=("div.post_date_meta",),
            drop=("center",),
        ),
    ),
    seen="2025-02",
)

KWONGWAH_COM_MY = Publisher(
    name="kwongwah.com.my",
    title="光华网",
    hosts=("kwongwah.com.my",),
    start=("https://www.kwongwah.com.my/",),
    language="zh-Hans",
    timezone="Asia/Kuala_Lumpur",
    article_urls=(r"^/20\d{6}/[^/]+/?$",),
    hub_urls=(r"^/category/",),
    layouts=(
        Layout(
            name="kwongwah",
            fingerprint=("div.td-post-content", "div.td-post-header"),
            body=("div.td-post-content",),
            headline=("h1.entry-title",),
            published=("time.entry-date",),
            drop=("div.td-a-rec",),
        ),
    ),
    seen="2024-12",
)

ENANYANG_MY = Publisher(
    name="enanyang.my",
    title="e南洋",
    hosts=("enanyang.my",),
    start=(
        "https://www.enanyang.my/",
        "https://www.enanyang.my/api/category-posts?cat=2&offset=0&pagenum=1&excludeids=",
    ),
    language="zh-Hans",
    timezone="Asia/Kuala_Lumpur",
    article_urls=(r"^/node/\d+$", r"^/news/20\d{6}/[^/]+/\d+$"),
    hub_urls=(r"^/category/",),
    item_urls=(ItemUrl(key="id", url="/node/{id}"),),
    layouts=(
        Layout(
            name="enanyang",
            fingerprint=("div.node-article-paragraphs",),
            headline=("h1",),
            published=("div.ttr-post-date",),
        ),
    ),
    seen="2025-02",
)

SINGTAO_CA = Publisher(
    name="singtao.ca",
    title="星島日報加拿大",
    hosts=("singtao.ca",),
    start=("https://www.singtao.ca/", "https://www.singtao.ca/toronto/?variant=zh-hk"),
    language="zh-Hant",
    languages=(("dushi.singtao.ca", "zh-Hans"),),
    timezone="America/Toronto",
    # The second pattern matches its site in simplified characters, whose URLs end with the headline.
    article_urls=(r"^/\d+/20\d\d-\d\d-\d\d/", r"^/(?:toronto|vancouver|calgary)/[^/]+/[^/]+/[^/]{30,}/$"),
    hub_urls=(r"^/category/", r"^/(?:toronto|vancouver|calgary)/$"),
    layouts=(
        Layout(
            # The page continues with other articles, whose parts have the same names.
            name="singtao-dushi",
            fingerprint=("div.article_sml_title_dushi", "div.td-post-header"),
            body=("div.td-post-content",),
            headline=("h1.entry-title",),
            published=("time.entry-date",),
            source=("div.article_sml_title_dushi",),
        ),
        Layout(
            name="singtao-ca",
            fingerprint=("#cur-article", "div.td-post-header"),
            body=("div.td-post-content",),
            headline=("h1.entry-title",),
            published=("time.entry-date",),
        ),
    ),
    seen="2024-11",
)
