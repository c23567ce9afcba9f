"""Declares the page layouts of content management systems that many publishers share.

They are tried on every page, after the publisher's own, from the specific fingerprint to the general one.
"""

from __future__ import annotations

from crawler.publishers.model import Layout

CIIC = Layout(
    name="ciic",
    fingerprint=("#container_txt",),
    body=("#container_txt",),
    headline=("h1#title",),
    published=("#guild",),
    source=("#guild",),
)
"""China Internet Information Center's own system: China.org.cn and the sites that it hosts for others."""

GOVERNMENT_PORTAL = Layout(
    name="ucap",
    fingerprint=("#UCAP-CONTENT",),
    body=("#UCAP-CONTENT",),
    headline=("h1#ti",),
    published=("div.pages-date", "#pubtime_baidu"),
    source=("#source_baidu",),
)
"""The portal of the State Council, and of the ministries that adopted it."""

GOVERNMENT_PAGES = Layout(
    name="pages-content",
    fingerprint=("div.pages_content",),
    body=("div.pages_content",),
    headline=("h1#ti",),
    published=("div.pages-date",),
)
"""The portal of the State Council before its container had an id."""

FOREIGN_MINISTRY = Layout(
    name="news-body",
    fingerprint=("#News_Body_Txt_A",),
    body=("#News_Body_Txt_A",),
    headline=("#News_Body_Title",),
    published=("#News_Body_Time",),
    source=("#News_Body_source",),
)
"""The Foreign Ministry, its embassies and consulates."""

TRS_UEDITOR = Layout(
    name="trs-ueditor",
    fingerprint=("div.TRS_UEDITOR",),
    body=("div.TRS_UEDITOR",),
    published=("#pubtime_baidu",),
    source=("#source_baidu",),
    bylines=("#author_baidu",),
    editors=("#editor_baidu",),
)
"""TRS WCM with its newer editor: `view TRS_UEDITOR trs_paper_default`."""

TRS_EDITOR_VIEW = Layout(
    name="trs-editor-view",
    fingerprint=("div.trs_editor_view",),
    body=("div.trs_editor_view",),
    published=("#pubtime_baidu",),
    source=("#source_baidu",),
    bylines=("#author_baidu",),
    editors=("#editor_baidu",),
)
"""TRS WCM with its newer editor, if the other class is missing."""

TRS_EDITOR = Layout(
    name="trs-editor",
    fingerprint=("div.TRS_Editor",),
    body=("div.TRS_Editor",),
    published=("#pubtime_baidu",),
    source=("#source_baidu",),
    bylines=("#author_baidu",),
    editors=("#editor_baidu",),
)
"""TRS WCM, the system of most government offices and of many papers."""

TRS_UNION_STYLE = Layout(
    name="trs-union-style",
    fingerprint=("div.Custom_UnionStyle",),
    body=("div.Custom_UnionStyle",),
)
"""TRS WCM with a house style in place of the editor's own wrapper."""

FOUNDER_CONTENT = Layout(
    name="founder-content",
    fingerprint=("founder-content",),
    body=("founder-content",),
)
"""Founder's editing system: electronic papers wrap the article in an element of their own."""

FOUNDER_EPAPER = Layout(
    name="founder-epaper",
    fingerprint=("#ozoom",),
    body=("#articleContent", "#ozoom"),
    bylines=("p.sec",),
)
"""Electronic papers on Founder ENP, without that element."""

VSB = Layout(
    name="vsb",
    fingerprint=("div.v_news_content",),
    body=("div.v_news_content",),
)
"""VSB (Boda): universities, hospitals and offices."""

SUDY_WEBPLUS = Layout(
    name="sudy-webplus",
    fingerprint=("div.wp_articlecontent",),
    body=("div.wp_articlecontent",),
)
"""Sudy WebPlus: universities."""

IVS = Layout(
    name="ivs",
    fingerprint=("#ivs_content",),
    body=("#ivs_content",),
    headline=("#ivs_title",),
    published=("#ivs_date",),
)
"""Shanghai's offices and Eastday."""

EASYSITE = Layout(
    name="easysite",
    fingerprint=("div.easysite-news-text",),
    body=("div.easysite-news-text",),
)
"""EasySite: customs and other offices."""

ARTIBODY = Layout(
    name="artibody",
    fingerprint=("#artibody",),
    body=("#artibody",),
    headline=("h1.main-title", "#artibodyTitle"),
    published=("#pubtime_baidu", "#pub_date", "span.date"),
    source=("#source_baidu", "#media_name", "a.source", "span.source"),
    editors=("#editor_baidu", "p.article-editor", "p.show_author"),
    drop=("p.article-editor", "p.show_author", "div.artical-player-wrap"),
)
"""Sina's container, whose name many smaller sites copied."""

BAIDU_MARKS = Layout(
    name="baidu-marks",
    fingerprint=("#pubtime_baidu", "#source_baidu"),
    published=("#pubtime_baidu",),
    source=("#source_baidu",),
    bylines=("#author_baidu",),
    editors=("#editor_baidu",),
)
"""No system, but marks that many sites have for Baidu's news crawler; they do not locate the body."""

SHARED_LAYOUTS: tuple[Layout, ...] = (
    CIIC,
    GOVERNMENT_PORTAL,
    FOREIGN_MINISTRY,
    TRS_UEDITOR,
    TRS_EDITOR_VIEW,
    TRS_EDITOR,
    TRS_UNION_STYLE,
    FOUNDER_CONTENT,
    FOUNDER_EPAPER,
    VSB,
    SUDY_WEBPLUS,
    IVS,
    EASYSITE,
    GOVERNMENT_PAGES,
    ARTIBODY,
    BAIDU_MARKS,
)
"""Every shared layout, in the order in which they are tried."""
