"""Declares papers and an agency of Hong Kong and Taiwan, with traditional characters and own zones."""

from __future__ import annotations

from crawler.publishers.model import Layout, Publisher
from crawler.publishers.url_shapes import INDEX_HUB

_HONG_KONG = "Asia/Hong_Kong"
_TAIPEI = "Asia/Taipei"
_TKWW_ARTICLE = r"^/a/20\d{4}/\d\d/(?:\d\d/)?AP[0-9a-f]{24,28}\.html$"
_TKWW_EPAPER = r"^/a/20\d{6}/\d\d/AP[0-9a-f]{24,28}\.html$"

TAKUNGPAO_COM = Publisher(
    name="takungpao.com",
    title="大公网",
    hosts=("takungpao.com", "takungpao.com.hk"),
    start=("http://www.takungpao.com/", "https://www.takungpao.com/news/index.html"),
    language="zh-Hans",
    languages=(("takungpao.com.hk", "zh-Hant"),),
    timezone=_HONG_KONG,
    article_urls=(r"/20\d\d/\d{4}/\d+\.html$",),
    hub_urls=(INDEX_HUB,),
    layouts=(
        Layout(
            name="takungpao",
            fingerprint=("div.tkp_content",),
            body=("div.tkp_content",),
            headline=("h2.tkp_con_title", "h1.tkp_con_title"),
            published=("div.tkp_con_author", "h2.tkp_con_author"),
            source=("div.tkp_con_author", "h2.tkp_con_author"),
        ),
    ),
    seen="2024-11",
)

WENWEIPO_COM = Publisher(
    name="wenweipo.com",
    title="文匯網",
    hosts=("wenweipo.com",),
    start=("https://www.wenweipo.com/", "https://www.wenweipo.com/immed/hongkong"),
    language="zh-Hant",
    timezone=_HONG_KONG,
    article_urls=(_TKWW_ARTICLE,),
    hub_urls=(r"^/immed(?:/\w+)?/?$",),
    layouts=(
        Layout(
            name="wenweipo",
            fingerprint=("#richTextContainer", "div.title-bar"),
            body=("#richTextContainer",),
            headline=("h1",),
            published=("div.info-bar",),
        ),
    ),
    seen="2026-10",
)

TKWW_HK = Publisher(
    name="tkww.hk",
    title="大公文匯網",
    hosts=("tkww.hk",),
    start=("https://www.tkww.hk/", "https://www.tkww.hk/top_news", "https://www.tkww.hk/hong_kong"),
    language="zh-Hant",
    timezone=_HONG_KONG,
    article_urls=(_TKWW_ARTICLE, _TKWW_EPAPER),
    hub_urls=(r"^/(?:top_news|hong_kong|china(?:/\w+)?)/?$", r"^/columns/[\w-]+/tkww/app/stories\.json$"),
    layouts=(
        Layout(
            name="tkww",
            fingerprint=("h1.content-title-text", "div.content-body-inner"),
            body=("div.content-body-inner",),
            headline=("h1.content-title-text",),
        ),
    ),
    seen="2026-10",
)

CNA_COM_TW = Publisher(
    name="cna.com.tw",
    title="中央社",
    hosts=("cna.com.tw",),
    start=("https://www.cna.com.tw/", "https://www.cna.com.tw/list/aipl.aspx"),
    language="zh-Hant",
    timezone=_TAIPEI,
    article_urls=(r"^/news/\w+/20\d{10}\.aspx$",),
    hub_urls=(r"^/list/\w+\.aspx$",),
    layouts=(
        Layout(
            name="cna",
            fingerprint=("div.paragraph", "div.centralContent"),
            body=("div.paragraph",),
            headline=("h1",),
            section=("div.breadcrumb",),
            published=("div.updatetime",),
            drop=("div.insertGroup", "div.articlekeywordGroup", "div.moreArticle", "div.bottomBox"),
        ),
    ),
    seen="2024-06",
)

_UDN = Layout(
    name="udn",
    fingerprint=("section.article-content__editor",),
    body=("section.article-content__editor",),
    headline=("h1.article-content__title",),
    published=("time.article-content__time",),
    drop=("div.video-js",),
)

UDN_COM = Publisher(
    name="udn.com",
    title="聯合新聞網",
    hosts=("udn.com",),
    start=(
        "https://udn.com/news/index",
        "https://udn.com/news/breaknews/1/99",
        "https://udn.com/api/more?page=1&channelId=1&cate_id=99&type=breaknews",
    ),
    language="zh-Hant",
    timezone=_TAIPEI,
    article_urls=(r"^/news/story/\d+/\d+$",),
    hub_urls=(r"^/news/(?:breaknews|cate)/\d[\d/]*$", r"^/api/more$"),
    layouts=(
        _UDN,
        Layout(
            name="udn-2020",
            fingerprint=("#article_body", "#story_body_content"),
            body=("#article_body",),
            headline=("h1.story_art_title",),
            published=("div.shareBar__info--author",),
            source=("div.shareBar__info--author",),
            bylines=("div.shareBar__info--author",),
            drop=("div.photo_pop", "div.only_mobile", "#before", "#after", "div.inline-ad"),
        ),
    ),
    seen="2024-11",
)

WORLDJOURNAL_COM = Publisher(
    name="worldjournal.com",
    title="世界新聞網",
    hosts=("worldjournal.com",),
    start=("https://www.worldjournal.com/", "https://www.worldjournal.com/wj/cate/breaking"),
    language="zh-Hant",
    timezone="America/New_York",
    article_urls=(r"^/wj/story/\d+/\d+$",),
    hub_urls=(r"^/wj/cate/[\w/]+$",),
    layouts=(_UDN,),
    seen="2025-02",
)

LTN_COM_TW = Publisher(
    name="ltn.com.tw",
    title="自由時報",
    hosts=("ltn.com.tw",),
    start=("https://news.ltn.com.tw/list/breakingnews",),
    language="zh-Hant",
    timezone=_TAIPEI,
    article_urls=(r"/(?:breakingnews|paper)/\d+$",),
    hub_urls=(r"^/list/", r"^/topic/"),
    layouts=(
        Layout(
            name="ltn",
            fingerprint=("div.whitecon", "div.text"),
            body=("div.text",),
            headline=("h1",),
            published=("span.time",),
            drop=("span.time", "p.appE1121", "p.before_ir", "#oneadIRTag", "#ad-inread"),
        ),
    ),
    seen="2026-03",
)
