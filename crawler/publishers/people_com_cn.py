"""Declares People's Daily Online in Chinese and its other languages, and the paper's electronic edition."""

from __future__ import annotations

from crawler.publishers.model import DataList, DayArchive, Layout, Publisher
from crawler.publishers.url_shapes import EPAPER_ARTICLE, EPAPER_HUB, PEOPLE_ARTICLE, PEOPLE_OLD_ARTICLE

_2020 = Layout(
    name="people-2020",
    fingerprint=("div.rm_txt_con",),
    body=("div.rm_txt_con",),
    kicker=("h3.pre",),
    deck=("h4.sub",),
    published=("div.col-1-1",),
    source=("div.col-1-1",),
    bylines=("div.author",),
    editors=("div.edit",),
    drop=("div.edit", "div.zdfy", "p.paper_num", "#rwb_tjyd", "div.bza"),
)
_2016 = Layout(
    name="people-2016",
    fingerprint=("#rwb_zw",),
    body=("#rwb_zw",),
    headline=("h1",),
    kicker=("h3.pre",),
    deck=("h4.sub",),
    published=("div.box01",),
    source=("div.box01",),
    bylines=("p.author",),
    editors=("div.edit",),
    drop=("div.edit", "div.zdfy"),
)
_CHANNEL = Layout(
    name="people-channel",
    fingerprint=("div.artDet", "div.artOri"),
    body=("div.artDet",),
    headline=("h2",),
    published=("div.artOri",),
    source=("div.artOri",),
    editors=("div.editor",),
)
_SHOW_TEXT = Layout(
    name="people-show-text",
    fingerprint=("div.show_text",),
    body=("div.show_text",),
    published=("p.sou",),
    source=("p.sou",),
    drop=("div.edit",),
)
_EPAPER = Layout(
    name="people-epaper",
    fingerprint=("#articleContent",),
    body=("#articleContent",),
    headline=("h1",),
    kicker=("h3",),
    bylines=("p.sec",),
)
_ENGLISH = Layout(
    name="people-english",
    fingerprint=("div.d2txtCon",),
    body=("div.d2txtCon",),
    headline=("h1",),
    section=("div.route",),
    published=("div.origin",),
    source=("div.origin",),
    editors=("div.editor",),
    drop=("h1", "div.route", "div.origin", "div.editor", "div.share_text"),
)
# Containers of the older English and of the Portuguese templates, as public spiders read them.
_OLDER = (
    Layout(name="people-d2txt", fingerprint=("div.d2txt_con",), body=("div.d2txt_con",), headline=("h1",)),
    Layout(name="people-wb", fingerprint=("div.wb_left",), body=("div.wb_left",), headline=("h1",)),
    Layout(name="people-p-content", fingerprint=("#p_content",), body=("#p_content",), headline=("h1",)),
    Layout(
        name="people-txt",
        fingerprint=("div.txt_con", "div.txt_time"),
        body=("div.txt_con",),
        published=("div.txt_time",),
    ),
    Layout(
        name="people-gqtxt",
        fingerprint=("div.gqtxt_con", "div.gqtxt_time"),
        body=("div.gqtxt_con",),
        published=("div.gqtxt_time",),
    ),
)

PEOPLE_COM_CN = Publisher(
    name="people.com.cn",
    title="人民网",
    hosts=("people.com.cn", "people.cn", "peopledaily.com.cn"),
    start=(
        "http://www.people.com.cn/",
        "http://www.people.cn/sitemap_index.xml",
        "http://paper.people.com.cn/rmrb/",
        "http://paper.people.com.cn/rmrbhwb/pc/layout/index.html",
        "http://en.people.cn/",
        "http://french.peopledaily.com.cn/",
        "http://german.people.com.cn/",
        "http://spanish.peopledaily.com.cn/",
        "http://portuguese.people.com.cn/",
        "http://russian.people.com.cn/",
        "http://arabic.people.com.cn/",
        "http://j.people.com.cn/",
        "http://kr.people.com.cn/",
    ),
    language="zh-Hans",
    languages=(
        ("en.people.cn", "en"),
        ("english.people.com.cn", "en"),
        ("english.peopledaily.com.cn", "en"),
        ("french.people.com.cn", "fr"),
        ("french.peopledaily.com.cn", "fr"),
        ("german.people.com.cn", "de"),
        ("spanish.people.com.cn", "es"),
        ("spanish.peopledaily.com.cn", "es"),
        ("portuguese.people.com.cn", "pt"),
        ("russian.people.com.cn", "ru"),
        ("arabic.people.com.cn", "ar"),
        ("arabic.peopledaily.com.cn", "ar"),
        ("j.people.com.cn", "ja"),
        ("kr.people.com.cn", "ko"),
        ("korean.people.com.cn", "ko"),
        ("tibet.people.com.cn", "bo"),
        ("uyghur.people.com.cn", "ug"),
        ("kazakh.people.com.cn", "kk"),
        ("mongol.people.com.cn", "mn"),
        ("yi.people.com.cn", "ii"),
        ("sawcuengh.people.com.cn", "za"),
    ),
    article_urls=(
        PEOPLE_ARTICLE,
        # Until 2012, in Chinese and in English; and in English until 2007.
        PEOPLE_OLD_ARTICLE,
        r"^/\d{5}/(?:\d+/)*\d{6,8}\.html$",
        r"^/20\d{4}/\d\d/eng20\d{6}_\d+\.html$",
        r"/content/20\d{4}/\d\d/content_\d+\.html$",
        EPAPER_ARTICLE,
    ),
    hub_urls=(
        r"/GB/[\d/]+(?:index\d*\.html)?$",
        r"^/\d{4,6}/(?:\d+/)*index\d*\.html$",
        r"/layout/20\d{4}/\d\d/node_\d+\.html$",
        EPAPER_HUB,
    ),
    data_lists=(DataList(url="http://news.people.com.cn/210801/211150/index.js"),),
    days=(
        DayArchive(
            url="http://paper.people.com.cn/rmrb/pc/layout/{date:%Y%m/%d}/node_01.html", since="2024-12-01"
        ),
        DayArchive(
            url="http://paper.people.com.cn/rmrb/html/{date:%Y-%m/%d}/nbs.D110000renmrb_01.htm",
            since="2023-01-01",
            until="2024-11-30",
        ),
        DayArchive(
            url="http://paper.people.com.cn/rmrbhwb/pc/layout/{date:%Y%m/%d}/node_01.html", since="2024-12-01"
        ),
    ),
    layouts=(_2020, _2016, _CHANNEL, _ENGLISH, _SHOW_TEXT, _EPAPER, *_OLDER),
    seen="2026-10",
)
