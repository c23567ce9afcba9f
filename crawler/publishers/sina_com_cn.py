"""Declares the portals, which reprint agencies and add their own articles: Sina, NetEase, Sohu."""

from __future__ import annotations

from dataclasses import replace

from crawler.publishers.model import Layout, Publisher
from crawler.publishers.url_shapes import SINA_ARTICLE

_SINA_ARTICLE = Layout(
    name="sina",
    fingerprint=("#article", "#top_bar"),
    body=("#article", "#artibody"),
    headline=("h1.main-title",),
    section=("div.channel-path",),
    published=("span.date",),
    source=("a.source", "span.source"),
    editors=("p.show_author", "p.article-editor"),
    drop=(
        "p.show_author",
        "p.article-editor",
        "div.video-2017",
        "div.wap_special",
        "div.otherContent_01",
        "ins.sinaads",
        "div.appendQr_wrap",
    ),
)
_SINA_CHANNEL = replace(_SINA_ARTICLE, name="sina-channel", fingerprint=("#artibody", "#top_bar"))
"""Sina's layout in the channels: finance, technology, sports."""
_SINA_MOBILE = Layout(
    name="sina-mobile",
    fingerprint=("article.art_box", "section.art_content"),
    body=("section.art_content",),
    headline=("h1.art_tit_h1",),
    drop=("div.weibo_info",),
)

SINA_COM_CN = Publisher(
    name="sina.com.cn",
    title="新浪网",
    hosts=("sina.com.cn", "sina.cn"),
    start=(
        "https://news.sina.com.cn/",
        *(
            f"https://feed.mix.sina.com.cn/api/roll/get?pageid=153&lid={section}&num=50&page=1"
            for section in (2510, 2511, 2669, 2516)  # China, the world, society, finance
        ),
    ),
    language="zh-Hans",
    # The second pattern matches the mobile site, the third the years until 2014.
    article_urls=(SINA_ARTICLE, r"/detail-\w+\.d\.html$", r"/20\d\d-?\d\d-?\d\d/\d{11,12}s?\.shtml$"),
    hub_urls=(r"/roll/(?:get)?$",),
    layouts=(_SINA_ARTICLE, _SINA_CHANNEL, _SINA_MOBILE),
    seen="2026-07",
)

SINA_COM_TW = Publisher(
    name="sina.com.tw",
    title="新浪新聞",
    hosts=("sina.com.tw",),
    start=("http://news.sina.com.tw/",),
    language="zh-Hant",
    timezone="Asia/Taipei",
    article_urls=(r"^/article/20\d{6}/\d+\.html$",),
    hub_urls=(r"^/(?:china|society|life|tech|sports|travel)/$",),
    layouts=(
        Layout(
            name="sina-taiwan",
            fingerprint=("#articles", "div.pcont"),
            body=("div.pcont",),
            headline=("h1",),
            published=("cite",),
            source=("cite",),
            drop=("div.artpic_multi",),
        ),
    ),
    seen="2020-01",
)

WWW_163_COM = Publisher(
    name="163.com",
    title="网易",
    hosts=("163.com",),
    start=(
        "https://news.163.com/",
        "https://news.163.com/domestic/",
        "https://news.163.com/special/cm_guonei/?callback=data_callback",
        "https://news.163.com/special/cm_guoji/?callback=data_callback",
    ),
    language="zh-Hans",
    article_urls=(r"/article/\w{16}\.html$", r"^/\d\d/\d{4}/\d\d/\w{16}\.html$"),
    layouts=(
        Layout(
            name="netease",
            fingerprint=("#endText",),
            body=("#endText",),
            headline=("h1",),
            published=("div.post_time_source",),
            source=("a#ne_article_source", "div.post_time_source"),
            bylines=("div.ep-source",),
            editors=("span.ep-editor",),
            drop=(
                "p.otitle",
                "div.ep-source",
                "div.special_tag_wrap",
                "div.gg200x300",
            ),
        ),
        Layout(
            name="netease-2021",
            fingerprint=("div.post_body",),
            body=("div.post_body",),
            headline=("h1.post_title",),
            published=("div.post_info",),
            source=("div.post_info",),
            drop=("div.post_statement", "div.post_next", "div.post_recommend"),
        ),
    ),
    seen="2025-01",
)

SOHU_COM = Publisher(
    name="sohu.com",
    title="搜狐",
    hosts=("sohu.com",),
    start=("https://news.sohu.com/",),
    language="zh-Hans",
    # The other patterns match the years until 2016 and 2004.
    article_urls=(r"^/a/\d+_\d+/?$", r"^/20\d{6}/n\d+\.shtml$", r"^/20\d\d/\d\d/\d\d/\d\d/news\d+\.shtml$"),
    layouts=(
        Layout(
            name="sohu",
            fingerprint=("#mp-editor",),
            body=("#mp-editor",),
            headline=("h1",),
            published=("#news-time",),
            drop=("div.lookall-box", "a#backsohucom", "#sohuplayer"),
        ),
        Layout(
            name="sohu-mobile",
            fingerprint=("section#articleContent",),
            body=("section#articleContent",),
            headline=("h2.title-info", "h2"),
            published=("footer.time",),
            drop=("div.lookall-box", "footer.article-tags", "div.author-and-statement", "section.statement"),
        ),
    ),
    seen="2025-02",
)
