"""Declares the State Council, its information and Taiwan offices, and ministries that publish news."""

from __future__ import annotations

from crawler.publishers.layouts import FOREIGN_MINISTRY
from crawler.publishers.model import DataList, Layout, Publisher
from crawler.publishers.url_shapes import CONTENT_ARTICLE, INDEX_HUB, NODE_HUB, TRS_ARTICLE

GOV_CN = Publisher(
    name="gov.cn",
    title="中国政府网",
    # Not gov.cn itself: provinces and ministries are publishers of their own.
    hosts=("www.gov.cn", "english.gov.cn"),
    start=(
        "https://www.gov.cn/",
        "https://www.gov.cn/yaowen/liebiao/",
        "https://www.gov.cn/zhengce/zuixin/",
        "https://www.gov.cn/lianbo/",
        "https://www.gov.cn/lianbo/fabu/",
        "https://www.gov.cn/lianbo/bumen/index.htm",
        "https://english.www.gov.cn/news/",
        "https://english.www.gov.cn/policies/",
    ),
    language="zh-Hans",
    languages=(("english.www.gov.cn", "en"), ("english.gov.cn", "en")),
    article_urls=(CONTENT_ARTICLE, r"/content_WS[0-9a-f]{24}\.html$"),
    hub_urls=(INDEX_HUB, r"/home(?:_\d+)?\.htm$", r"/page_\d+\.html$", r"/liebiao/$"),
    data_lists=tuple(
        DataList(url=f"https://www.gov.cn/{file}.json")
        for file in (
            *("yaowen/liebiao/YAOWENLIEBIAO", "zhengce/zuixin/ZUIXINZHENGCE", "zhengce/jiedu/ZCJD_QZ"),
            "lianbo/fabu/TONGYONGLIEBIAODRQ",
            "gongbao/gbgl",
        )
    ),
    layouts=(
        Layout(
            name="gov-english",
            fingerprint=("div.Artical_Content",),
            body=("div.Artical_Content",),
            headline=("div.Artical_Title",),
            published=("div.Artical_Info",),
            source=("div.Artical_Info",),
        ),
    ),
    seen="2026-10",
)

SCIO_GOV_CN = Publisher(
    name="scio.gov.cn",
    title="国务院新闻办公室",
    hosts=("scio.gov.cn",),
    start=(
        "http://www.scio.gov.cn/",
        "http://www.scio.gov.cn/xwfb/",
        "http://www.scio.gov.cn/xwfb/gwyxwbgsxwfbh/index.html",
        "http://www.scio.gov.cn/zfbps/",
        "http://english.scio.gov.cn/",
        "http://english.scio.gov.cn/pressroom/node_9013507.html",
        "http://english.scio.gov.cn/chinavoices/",
        "http://english.scio.gov.cn/topnews/",
    ),
    language="zh-Hans",
    languages=(("english.scio.gov.cn", "en"),),
    article_urls=(CONTENT_ARTICLE, TRS_ARTICLE, r"/Document/\d+/\d+\.htm$"),
    hub_urls=(NODE_HUB, INDEX_HUB),
    seen="2026-10",
)

MFA_GOV_CN = Publisher(
    name="mfa.gov.cn",
    title="外交部",
    hosts=(
        "mfa.gov.cn",
        "fmprc.gov.cn",
        "china-embassy.gov.cn",
        "china-mission.gov.cn",
        "china-consulate.gov.cn",
    ),
    start=(
        "https://www.mfa.gov.cn/web/fyrbt_673021/jzhsl_673025/index.shtml",
        "https://www.mfa.gov.cn/web/wjdt_674879/wjbxw_674885/index.shtml",
        "https://www.mfa.gov.cn/web/wjdt_674879/gjldrhd_674881/index.shtml",
        "https://www.mfa.gov.cn/web/wjdt_674879/wsrc_674883/index.shtml",
        "https://www.mfa.gov.cn/web/wjdt_674879/sjxw_674887/index.shtml",
        "https://www.mfa.gov.cn/web/wjdt_674879/fyrbt_674889/index.shtml",
        "https://www.mfa.gov.cn/web/wjdt_674879/cfhsl_674891/index.shtml",
        "https://www.mfa.gov.cn/web/wjdt_674879/dsrm_674893/index.shtml",
        "https://www.mfa.gov.cn/web/wjdt_674879/zwbd_674895/index.shtml",
        "https://www.mfa.gov.cn/web/wjdt_674879/zcjd/index.shtml",
        "https://www.mfa.gov.cn/eng/xw/fyrbt/",
        "https://www.mfa.gov.cn/eng/xw/zyxw/",
    ),
    language="zh-Hans",
    languages=(
        ("mfa.gov.cn/eng", "en"),
        ("fmprc.gov.cn/eng", "en"),
        ("fmprc.gov.cn/mfa_eng", "en"),
        ("china-embassy.gov.cn/eng", "en"),
        ("china-embassy.gov.cn/fra", "fr"),
        ("china-embassy.gov.cn/jpn", "ja"),
        ("china-embassy.gov.cn/kor", "ko"),
        ("china-mission.gov.cn/eng", "en"),
        ("china-consulate.gov.cn/eng", "en"),
    ),
    article_urls=(TRS_ARTICLE, r"/t\d+(?:_\d+)?\.s?html?$"),
    hub_urls=(INDEX_HUB, r"/[a-z]\w*_\d{6}/$"),
    layouts=(
        FOREIGN_MINISTRY,
        Layout(name="mfa-news-main", fingerprint=("div.news-main",), body=("div.news-main",)),
        Layout(name="mfa-content-text", fingerprint=("div.content_text",), body=("div.content_text",)),
    ),
    seen="2026-10",
)

GWYTB_GOV_CN = Publisher(
    name="gwytb.gov.cn",
    title="国务院台湾事务办公室",
    hosts=("gwytb.gov.cn",),
    start=(
        "https://www.gwytb.gov.cn/xwdt/xwfb/xwfbh/",
        "https://www.gwytb.gov.cn/xwdt/zwyw/",
        "https://www.gwytb.gov.cn/xwdt/xwfb/wyly/",
        "https://www.gwytb.gov.cn/xwdt/newsb/",
    ),
    language="zh-Hans",
    article_urls=(TRS_ARTICLE,),
    hub_urls=(INDEX_HUB,),
    layouts=(Layout(name="gwytb", fingerprint=("#contentArea",), body=("#contentArea",)),),
    seen="2026-10",
)

STATS_GOV_CN = Publisher(
    name="stats.gov.cn",
    title="国家统计局",
    hosts=("stats.gov.cn",),
    start=("https://www.stats.gov.cn/sj/zxfb/", "https://www.stats.gov.cn/sj/zxfb/rss.xml"),
    language="zh-Hans",
    languages=(("stats.gov.cn/english", "en"),),
    article_urls=(TRS_ARTICLE,),
    hub_urls=(INDEX_HUB,),
    seen="2026-08",
)

NDRC_GOV_CN = Publisher(
    name="ndrc.gov.cn",
    title="国家发展和改革委员会",
    hosts=("ndrc.gov.cn",),
    start=("https://www.ndrc.gov.cn/xwdt/", "https://www.ndrc.gov.cn/xwdt/xwfb/"),
    language="zh-Hans",
    article_urls=(TRS_ARTICLE, r"/t20\d{6}_\d+_ext\.html$"),
    hub_urls=(INDEX_HUB,),
    seen="2026-10",
)
