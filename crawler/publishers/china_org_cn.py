"""Declares the sites of China Internet Information Center: China.org.cn in ten languages, and its sisters."""

from __future__ import annotations

from crawler.publishers.layouts import CIIC
from crawler.publishers.model import Layout, Publisher
from crawler.publishers.url_shapes import CONTENT_ARTICLE, INDEX_HUB, NODE_HUB

# The German edition, as in a public spider of 2022; no saved page confirms it.
_GERMAN = Layout(name="china-org-content1", fingerprint=("div.content1",), body=("div.content1",))

_CHINA_COM_CN_2022 = Layout(
    name="china-com-2022",
    fingerprint=("div.article", "div.inform", "h1.article_title"),
    body=("div.article",),
    headline=("h1.article_title",),
    section=("div.local",),
    published=("div.inform",),
    source=("div.inform",),
    editors=("div.editor",),
    drop=("div.editor", "#vf", "#videoarea"),
)
_CHINA_COM_CN_2018 = Layout(
    name="china-com-2018",
    fingerprint=("#articleBody",),
    body=("#articleBody",),
    published=("#pubtime_baidu",),
    source=("#source_baidu",),
    editors=("#editor_baidu", "div.editor"),
    drop=("div.editor",),
)
# Containers of the older templates, named by a public filter for all hosts of both domains.
_OLDER = (
    Layout(
        name="china-com-art",
        fingerprint=(".artTitle", ".artCon"),
        body=(".artCon",),
        headline=(".artTitle",),
    ),
    Layout(
        name="china-com-cbody",
        fingerprint=(".cTitle", ".cBody"),
        body=(".cBody",),
        headline=(".cTitle",),
        published=(".cInfo",),
        source=(".cInfo",),
    ),
    Layout(
        name="china-com-center-box",
        fingerprint=(".center_box", ".crumbs"),
        body=(".center_box",),
        section=(".crumbs",),
        published=(".span",),
        source=(".span",),
    ),
    Layout(name="china-fontzoom", fingerprint=("#fontzoom",), body=("#fontzoom",)),
    Layout(name="china-artbody", fingerprint=("#artbody",), body=("#artbody",)),
    Layout(name="china-main-content", fingerprint=("#main_content",), body=("#main_content",)),
)

CHINA_ORG_CN = Publisher(
    name="china.org.cn",
    title="China.org.cn",
    hosts=("china.org.cn",),
    start=(
        "http://www.china.org.cn/",
        "http://www.china.org.cn/rss/1201719.xml",
        "http://www.china.org.cn/rss/1185842.xml",
        "http://www.china.org.cn/rss/1195896.xml",
        "http://french.china.org.cn/",
        "http://german.china.org.cn/",
        "http://spanish.china.org.cn/",
        "http://russian.china.org.cn/",
        "http://arabic.china.org.cn/",
        "http://japanese.china.org.cn/",
        "http://korean.china.org.cn/",
        "http://esperanto.china.org.cn/",
    ),
    language="en",
    languages=(
        ("china.org.cn/chinese", "zh-Hans"),
        ("french.china.org.cn", "fr"),
        ("german.china.org.cn", "de"),
        ("spanish.china.org.cn", "es"),
        ("russian.china.org.cn", "ru"),
        ("arabic.china.org.cn", "ar"),
        ("japanese.china.org.cn", "ja"),
        ("korean.china.org.cn", "ko"),
        ("esperanto.china.org.cn", "eo"),
    ),
    # The second pattern matches URLs of the years before 2009.
    article_urls=(CONTENT_ARTICLE, r"^/english/(?:[\w-]+/)+\d{4,7}\.htm$"),
    hub_urls=(NODE_HUB, INDEX_HUB),
    layouts=(CIIC, _GERMAN, *_OLDER),
    seen="2026-08-24",
)

CHINA_COM_CN = Publisher(
    name="china.com.cn",
    title="中国网",
    hosts=("china.com.cn", "china.cn"),
    start=(
        "http://www.china.com.cn/",
        "http://news.china.com.cn/node_7247300.htm",
        "http://finance.china.com.cn/",
    ),
    language="zh-Hans",
    article_urls=(
        CONTENT_ARTICLE,
        r"/20\d{6}/\d{6,8}\.shtml$",
        r"/detail\d?_20\d\d_\d\d/\d\d/\d+\.html$",
        r"^/mobile/(?:\w+/)+\d+_\d+\.html$",
    ),
    hub_urls=(NODE_HUB, INDEX_HUB),
    layouts=(_CHINA_COM_CN_2022, _CHINA_COM_CN_2018, CIIC, *_OLDER),
    seen="2024-11",
)

# No saved page and no public spider shows the containers of this site and the next: if the shared layouts do
# not match, the general scorer reads its pages.
CHINADIPLOMACY_ORG_CN = Publisher(
    name="chinadiplomacy.org.cn",
    title="China Diplomacy in the New Era",
    hosts=("chinadiplomacy.org.cn",),
    start=("http://en.chinadiplomacy.org.cn/", "http://cn.chinadiplomacy.org.cn/"),
    language="zh-Hans",
    languages=(("en.chinadiplomacy.org.cn", "en"), ("cn.chinadiplomacy.org.cn", "zh-Hans")),
    article_urls=(CONTENT_ARTICLE,),
    hub_urls=(NODE_HUB, INDEX_HUB),
    seen="2026-05",
)

CHINAGATE_CN = Publisher(
    name="chinagate.cn",
    title="中国发展门户网",
    hosts=("chinagate.cn",),
    start=("http://cn.chinagate.cn/", "http://en.chinagate.cn/"),
    language="zh-Hans",
    languages=(("en.chinagate.cn", "en"),),
    article_urls=(CONTENT_ARTICLE,),
    hub_urls=(NODE_HUB, INDEX_HUB),
    seen="2026-09",
)
