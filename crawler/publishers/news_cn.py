"""Declares Xinhua News Agency, and the magazines that run on its system: Banyuetan and Qiushi."""

from __future__ import annotations

from crawler.publishers.model import Layout, Publisher
from crawler.publishers.url_shapes import CONTENT_ARTICLE, INDEX_HUB, XINHUA_ARTICLE, XINHUA_OLD_ARTICLE

_DETAIL_CONTENT = Layout(
    name="xinhua-detail-content",
    fingerprint=("#detailContent",),
    body=("#detailContent",),
    headline=("span.title", "h1"),
    published=("p.time", "div.header-time"),
    source=("p.source", "div.source"),
    editors=("span.editor", "p.editor"),
    drop=("#articleEdit",),
)
_DETAIL = Layout(
    name="xinhua-detail",
    fingerprint=("#detail",),
    body=("#detail",),
    headline=("span.title", "h1"),
    published=("div.info", "div.header-time"),
    source=("div.source",),
    editors=("span.editor",),
    drop=("#articleEdit",),
)
_P_DETAIL = Layout(
    name="xinhua-p-detail",
    fingerprint=("#p-detail",),
    body=("#p-detail",),
    headline=("div.h-title",),
    section=("div.news-position",),
    published=("span.h-time",),
    source=("#source",),
    editors=("span.p-jc",),
    drop=(
        "div.p-tags",
        "div.zan-wap",
        "div.share",
        "div.tadd",
        "div.lb",
        "div.standard_lb",
        "div.video-url",
    ),
)
# The four below are older templates, as in a public spider of Xinhua's archive.
_ARTICLE = Layout(
    name="xinhua-article",
    fingerprint=("div.article", "#title"),
    body=("div.article",),
    headline=("#title",),
    published=("span.time", "#pubtime"),
    source=("#source", "span.sourceText"),
    editors=("span.editor",),
    drop=("#div_currpage", "#div_page_roll1"),
)
_CONTENT_EDIT = Layout(
    name="xinhua-content-edit",
    fingerprint=("#content", "#articleEdit"),
    body=("#content",),
    headline=("#title",),
    published=("div.info",),
    editors=("span.editor",),
    drop=("#articleEdit",),
)
_CONTENT = Layout(
    name="xinhua-content",
    fingerprint=("#Content",),
    body=("#Content",),
    headline=("#title",),
    published=("#pubtime",),
    source=("#source",),
    drop=("#div_currpage", "#div_page_roll1"),
)
_MAIN_TEXT = Layout(
    name="xinhua-main-text",
    fingerprint=("#mainText",),
    body=("#mainText",),
    published=("#source",),
    source=("#source",),
)

NEWS_CN = Publisher(
    name="news.cn",
    title="新华网",
    hosts=("news.cn", "xinhuanet.com"),
    start=(
        "https://www.news.cn/",
        "https://www.news.cn/politics/",
        "https://www.news.cn/world/",
        "https://www.news.cn/xhsxw.htm",
        "https://www.news.cn/mil/",
        "https://www.news.cn/tw/",
        "https://www.news.cn/gangao/",
        "https://www.news.cn/comments/",
        "https://www.news.cn/legal/",
        "https://www.news.cn/fortune/",
        "https://www.news.cn/local/",
        "https://www.news.cn/tech/",
        "https://english.news.cn/",
        "https://english.news.cn/list/latestnews.htm",
        "https://french.news.cn/index.htm",
        "https://spanish.news.cn/index.htm",
        "https://german.news.cn/index.htm",
        "https://portuguese.news.cn/index.htm",
        "https://russian.news.cn/",
        "https://arabic.news.cn/index.htm",
        "https://jp.news.cn/index.htm",
        "https://kr.news.cn/index.htm",
    ),
    language="zh-Hans",
    local_dates=("pubdate",),  # English pages print the same hour as Beijing's
    languages=(
        ("english.news.cn", "en"),
        ("news.cn/english", "en"),
        ("xinhuanet.com/english", "en"),
        ("french.news.cn", "fr"),
        ("french.xinhuanet.com", "fr"),
        ("spanish.news.cn", "es"),
        ("spanish.xinhuanet.com", "es"),
        ("german.news.cn", "de"),
        ("german.xinhuanet.com", "de"),
        ("portuguese.news.cn", "pt"),
        ("portuguese.xinhuanet.com", "pt"),
        ("russian.news.cn", "ru"),
        ("russian.xinhuanet.com", "ru"),
        ("arabic.news.cn", "ar"),
        ("arabic.xinhuanet.com", "ar"),
        ("jp.news.cn", "ja"),
        ("jp.xinhuanet.com", "ja"),
        ("kr.news.cn", "ko"),
        ("kr.xinhuanet.com", "ko"),
    ),
    # The last pattern matches URLs of the years until 2009.
    article_urls=(XINHUA_ARTICLE, XINHUA_OLD_ARTICLE, CONTENT_ARTICLE),
    hub_urls=(INDEX_HUB, r"^/list/[\w-]+\.htm$"),
    layouts=(_DETAIL_CONTENT, _P_DETAIL, _DETAIL, _ARTICLE, _CONTENT_EDIT, _CONTENT, _MAIN_TEXT),
    seen="2026-10",
)

BANYUETAN_ORG = Publisher(
    name="banyuetan.org",
    title="半月谈网",
    hosts=("banyuetan.org",),
    start=("http://www.banyuetan.org/", "http://www.banyuetan.org/byt/jinritan/index.html"),
    language="zh-Hans",
    article_urls=(r"/detail/20\d{6}/\d+(?:_\d+)?\.html$",),
    hub_urls=(r"^/byt/\w+/(?:index(?:_\d+)?\.html)?$",),
    layouts=(
        Layout(
            name="banyuetan",
            fingerprint=("#detail_content",),
            body=("#detail_content",),
            headline=("h1",),
            published=("div.detail_tit_time",),
            source=("div.detail_tit_source",),
            editors=("div.detail_author",),
        ),
    ),
    seen="2020-01",
)

QSTHEORY_CN = Publisher(
    name="qstheory.cn",
    title="求是网",
    hosts=("qstheory.cn",),
    start=(
        "https://www.qstheory.cn/",
        "https://www.qstheory.cn/qs/mulu.htm",
        "https://www.qstheory.cn/hqwglist/mulu.htm",
        "https://www.qstheory.cn/qsyw/index.htm",
        "https://www.qstheory.cn/v9zhuanqu/toutiao/index.htm",
        "https://en.qstheory.cn/",
        "https://en.qstheory.cn/latestissue.html",
    ),
    language="zh-Hans",
    languages=(("en.qstheory.cn", "en"),),
    article_urls=(XINHUA_ARTICLE, XINHUA_OLD_ARTICLE),
    hub_urls=(r"/mulu\.htm$", r"^/n_\d+\.htm$", INDEX_HUB),
    layouts=(
        Layout(
            name="qiushi",
            fingerprint=("div.highlight",),
            body=("div.highlight",),
            published=("span.pubtime",),
        ),
        Layout(
            name="qiushi-english",
            fingerprint=("div.arcCont2",),
            body=("div.arcCont2",),
            headline=("h1",),
            published=("span.br0", "div.info2_l"),
            source=("div.info2_l",),
        ),
    ),
    seen="2025-12",
)
