"""Declares national papers and sites of one trade: law, labour, farming, education, science, letters."""

from __future__ import annotations

from crawler.publishers.model import DayArchive, Layout, Publisher
from crawler.publishers.url_shapes import (
    CONTENT_ARTICLE,
    INDEX_HUB,
    NODE_HUB,
    PAPER_INDEX_ARTICLE,
    PAPER_INDEX_HUB,
    PEOPLE_ARTICLE,
    TRS_ARTICLE,
)

LEGALDAILY_COM_CN = Publisher(
    name="legaldaily.com.cn",
    title="法治网",
    hosts=("legaldaily.com.cn",),
    start=("http://www.legaldaily.com.cn/", "http://epaper.legaldaily.com.cn/fzrb/content/PaperIndex.htm"),
    language="zh-Hans",
    article_urls=(CONTENT_ARTICLE, PAPER_INDEX_ARTICLE),
    hub_urls=(NODE_HUB, PAPER_INDEX_HUB),
    days=(DayArchive(url="http://epaper.legaldaily.com.cn/fzrb/content/{date:%Y%m%d}/Page01TB.htm"),),
    seen="2026-08",
)

CHINACOURT_ORG = Publisher(
    name="chinacourt.org",
    title="中国法院网",
    hosts=("chinacourt.org", "chinacourt.cn"),
    start=("https://www.chinacourt.org/index.shtml", "https://www.chinacourt.cn/index.shtml"),
    language="zh-Hans",
    article_urls=(r"/article/detail/20\d\d/\d\d/id/\d+\.shtml$",),
    hub_urls=(r"/article/(?:index|subjectdetail)/",),
    seen="2025-12",
)

JCRB_COM = Publisher(
    name="jcrb.com",
    title="正义网",
    hosts=("jcrb.com",),
    start=(
        "https://www.jcrb.com/",
        "http://www.jcrb.com/legal/",
        "http://www.jcrb.com/legal/jj/",
        "http://www.jcrb.com/procuratorate/",
        "https://newspaper.jcrb.com/",
    ),
    language="zh-Hans",
    article_urls=(TRS_ARTICLE, CONTENT_ARTICLE),
    hub_urls=(INDEX_HUB, NODE_HUB),
    seen="2026-02",
)

# The layouts of this site and the next follow a public spider of 2020.
WORKERCN_CN = Publisher(
    name="workercn.cn",
    title="中工网",
    hosts=("workercn.cn",),
    start=("https://www.workercn.cn/",),
    language="zh-Hans",
    article_urls=(r"^/c/20\d\d-\d\d-\d\d/\d+\.shtml$", r"^/\d+/20\d{4}/\d\d/\d+\.shtml$"),
    hub_urls=(r"^/\d+/\d+(?:_\d+)?\.shtml$",),
    layouts=(
        Layout(
            name="workercn",
            fingerprint=("div.ccontent",),
            body=("div.ccontent",),
            headline=("h1.ctitle",),
            published=("div.signdate",),
            source=("div.signdate",),
        ),
    ),
    seen="2026-04",
)

FARMER_COM_CN = Publisher(
    name="farmer.com.cn",
    title="中国农网",
    hosts=("farmer.com.cn",),
    start=("https://www.farmer.com.cn/", "https://www.farmer.com.cn/xwpd/nync/"),
    language="zh-Hans",
    article_urls=(r"^/20\d\d/\d\d/\d\d/(?:wap_)?\d+\.html$", TRS_ARTICLE),
    hub_urls=(r"^/xwpd/(?:\w+/)?$",),
    layouts=(
        Layout(
            name="farmer",
            fingerprint=("#article_main",),
            body=("#article_main",),
            headline=("h1.article-title",),
            published=("span.article-meta-time",),
            source=("span.tag-text-source",),
        ),
    ),
    seen="2026-05",
)

JYB_CN = Publisher(
    name="jyb.cn",
    title="中国教育新闻网",
    hosts=("jyb.cn",),
    start=(
        "http://www.jyb.cn/",
        "http://www.jyb.cn/rmtsy1240/zhxw/",
        "http://www.jyb.cn/list_jcjy/",
        "http://www.jyb.cn/list_gdjy/",
    ),
    language="zh-Hans",
    article_urls=(TRS_ARTICLE, CONTENT_ARTICLE),
    hub_urls=(INDEX_HUB, NODE_HUB, r"^/list_\w+/$"),
    days=(DayArchive(url="http://paper.jyb.cn/zgjyb/html/{date:%Y-%m/%d}/node_2.htm"),),
    layouts=(
        Layout(
            name="jyb",
            fingerprint=("div.xl_title", "div.xl_text"),
            body=("div.xl_text",),
            published=("div.xl_title",),
            source=("#js_source",),
        ),
    ),
    seen="2025-11",
)

SCIENCENET_CN = Publisher(
    name="sciencenet.cn",
    title="科学网",
    hosts=("sciencenet.cn",),
    start=("https://news.sciencenet.cn/", "https://news.sciencenet.cn/indexyaowen-1.aspx"),
    language="zh-Hans",
    article_urls=(r"^/(?:sb)?htmlnews/20\d\d/\d{1,2}/\d+\.shtm$",),
    hub_urls=(r"^/(?:index\w*|imgnews)(?:-\d+)?\.aspx$",),
    seen="2026-04",
)

CSSN_CN = Publisher(
    name="cssn.cn",
    title="中国社会科学网",
    hosts=("cssn.cn",),
    start=("https://www.cssn.cn/", "https://www.cssn.cn/skgz/bwyc/"),
    language="zh-Hans",
    article_urls=(TRS_ARTICLE,),
    hub_urls=(INDEX_HUB,),
    seen="2026-06-15",
)

CPNN_COM_CN = Publisher(
    name="cpnn.com.cn",
    title="中国电力网",
    hosts=("cpnn.com.cn",),
    start=("https://www.cpnn.com.cn/",),
    language="zh-Hans",
    article_urls=(TRS_ARTICLE, r"/t20\d{6}_\d+_wap\.html$"),
    hub_urls=(INDEX_HUB,),
    seen="2026-08-28",
)

CHINAWRITER_COM_CN = Publisher(
    name="chinawriter.com.cn",
    title="中国作家网",
    hosts=("chinawriter.com.cn",),
    start=("http://www.chinawriter.com.cn/",),
    language="zh-Hans",
    article_urls=(PEOPLE_ARTICLE,),
    hub_urls=(r"^/(?:GB/)?\d{6}/(?:\d+/)*index\d*\.html$",),
    seen="2026-10",
)
