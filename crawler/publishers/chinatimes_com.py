"""Declares papers and broadcasters of Taiwan, beside those of takungpao_com."""

from __future__ import annotations

from crawler.publishers.model import DayArchive, Layout, Publisher

CHINATIMES_COM = Publisher(
    name="chinatimes.com",
    title="中時新聞網",
    hosts=("chinatimes.com",),
    start=("https://www.chinatimes.com/realtimenews/",),
    language="zh-Hant",
    timezone="Asia/Taipei",
    article_urls=(r"^/(?:realtimenews|newspapers|opinion)/20\d{12}-\d{6}$",),
    hub_urls=(r"^/realtimenews/(?:\d{6}/?)?$",),
    layouts=(
        Layout(
            name="chinatimes",
            fingerprint=("div.article-body", "h1.article-title"),
            body=("div.article-body",),
            headline=("h1.article-title",),
            published=("div.meta-info",),
            source=("div.source",),
            bylines=("div.author",),
            drop=("div.promote-word", "div.article-hash-tag"),
        ),
    ),
    seen="2026-10-03",
)

ETTODAY_NET = Publisher(
    name="ettoday.net",
    title="ETtoday新聞雲",
    hosts=("ettoday.net",),
    start=("https://www.ettoday.net/news/news-list.htm",),
    language="zh-Hant",
    timezone="Asia/Taipei",
    article_urls=(r"^/news/20\d{6}/\d+\.htm$",),
    hub_urls=(r"^/news/news-list(?:-20\d\d-\d+-\d+-\d+)?\.htm$",),
    days=(
        DayArchive(url="https://www.ettoday.net/news/news-list-{date.year}-{date.month}-{date.day}-0.htm"),
    ),
    layouts=(
        Layout(
            name="ettoday",
            fingerprint=("div.story", "div.subject_article"),
            body=("div.story",),
            headline=("h1.title",),
            section=("div.menu_bread_crumb",),
            published=("time.date",),
        ),
    ),
    seen="2024-05",
)

SETN_COM = Publisher(
    name="setn.com",
    title="三立新聞網",
    hosts=("setn.com",),
    start=("https://www.setn.com/", "https://www.setn.com/ViewAll.aspx", "https://star.setn.com/viewall"),
    language="zh-Hant",
    timezone="Asia/Taipei",
    article_urls=(r"^/[Nn]ews/\d+$", r"^/News\.aspx$"),
    hub_urls=(r"^/ViewAll\.aspx$", r"^/viewall$"),
    layouts=(
        Layout(
            name="setn",
            fingerprint=("#Content1", "#ckuse"),
            body=("#Content1",),
            headline=("h1",),
            published=("time.page_date",),
        ),
        Layout(
            name="setn-star",
            fingerprint=("#ckuse", "h1.newsPtitle"),
            body=("#ckuse",),
            headline=("h1.newsPtitle",),
            published=("div.newsTime",),
            drop=("div.gliaplayer-container",),
        ),
    ),
    seen="2024-10",
)

TVBS_COM_TW = Publisher(
    name="tvbs.com.tw",
    title="TVBS新聞網",
    hosts=("tvbs.com.tw",),
    start=("https://news.tvbs.com.tw/", "https://news.tvbs.com.tw/realtime"),
    language="zh-Hant",
    timezone="Asia/Taipei",
    article_urls=(r"^/\w+/\d{6,}$",),
    hub_urls=(r"^/realtime(?:/\w+)?/?$",),
    layouts=(
        Layout(
            name="tvbs",
            fingerprint=("#news_detail_div",),
            body=("#news_detail_div",),
            headline=("h1.title",),
            section=("div.bread",),
            published=("div.author",),
            bylines=("div.author",),
        ),
    ),
    seen="2024-11",
)

NOWNEWS_COM = Publisher(
    name="nownews.com",
    title="NOWnews今日新聞",
    hosts=("nownews.com",),
    start=("https://www.nownews.com/", "https://www.nownews.com/cat/breaking/"),
    language="zh-Hant",
    timezone="Asia/Taipei",
    article_urls=(r"^/news/(?:20\d{6}/)?\d{6,}$",),
    hub_urls=(r"^/cat/[\w/-]+$",),
    layouts=(
        Layout(
            name="nownews",
            fingerprint=("#articleContent", "h1.article-title"),
            body=("#articleContent",),
            headline=("h1.article-title",),
            published=("time.time",),
        ),
        Layout(
            name="nownews-2012",
            fingerprint=("div.news_story", "div.story_content"),
            body=("div.story_content",),
            headline=("h1",),
            published=("#reporter_info",),
            bylines=("#reporter_info",),
        ),
    ),
    seen="2026-09",
)
