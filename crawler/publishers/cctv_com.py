"""Declares the broadcasters of China Media Group: CCTV, CGTN, China Radio International, National Radio."""

from __future__ import annotations

from crawler.publishers.model import Companion, DataList, DayArchive, Layout, Publisher
from crawler.publishers.url_shapes import INDEX_HUB, TRS_ARTICLE

# Since 2026 some pages of news.cctv.com fill the container by script, from `var contentdate = '…'`.
_CCTV = Layout(
    name="cctv",
    fingerprint=("#content_area",),
    body=("#content_area",),
    headline=("h1",),
    published=("div.info",),
    source=("div.info",),
)
_CCTV_OLDER = (
    Layout(
        name="cctv-content-area",
        fingerprint=("div.content_area",),
        body=("div.content_area",),
        headline=("h1",),
        published=("div.info",),
        source=("div.info",),
    ),
    Layout(name="cctv-cnt-bd", fingerprint=("div.cnt_bd",), body=("div.cnt_bd",)),
)

_CHANNELS = (
    *("news", "china", "world", "society", "law", "ent", "tech", "life", "edu"),
    *("economy_zixun", "military"),
)

CCTV_COM = Publisher(
    name="cctv.com",
    title="央视网",
    hosts=("cctv.com", "cntv.cn"),
    start=(
        "https://news.cctv.com/",
        "https://military.cctv.com/data/index.json",
        "https://tv.cctv.com/lm/xwlb/",
        "https://english.cctv.com/",
        "http://espanol.cctv.com/",
        "http://fr.cctv.com/",
        "http://arabic.cctv.com/",
        "http://russian.cctv.com/",
    ),
    language="zh-Hans",
    languages=(
        ("english.cctv.com", "en"),
        ("espanol.cctv.com", "es"),
        ("fr.cctv.com", "fr"),
        ("arabic.cctv.com", "ar"),
        ("russian.cctv.com", "ru"),
    ),
    # Articles, galleries, and broadcasts with their text; and the years until 2012.
    article_urls=(r"/20\d\d/\d\d/\d\d/(?:ARTI|PHOA|VIDE)\w+\.shtml$", r"/20\d{6}/\d{6}\.shtml$"),
    hub_urls=(r"^/lm/", INDEX_HUB),
    data_lists=tuple(
        DataList(
            url=f"https://news.cctv.com/2019/07/gaiban/cmsdatainterface/page/{channel}_{{page}}.jsonp",
            last_page=7,
        )
        for channel in _CHANNELS
    ),
    companions=(
        Companion(
            article=r"/(?P<id>PHO\w+)\.shtml$",
            url="https://api.cntv.cn/Article/contentinfo?id={id}&serviceId=sjnews&t=json",
        ),
        Companion(
            article=r"/(?P<id>ARTI\w+)\.shtml$",
            url="https://api.cntv.cn/Article/getXinwenNextArticleInfo?serviceId=sjnews&id={id}&t=json",
            is_substitute=True,
        ),
    ),
    days=(DayArchive(url="https://tv.cctv.com/lm/xwlb/day/{date:%Y%m%d}.shtml", since="2016-02-01"),),
    layouts=(_CCTV, *_CCTV_OLDER),
    seen="2026-10",
)

CGTN_COM = Publisher(
    name="cgtn.com",
    title="CGTN",
    hosts=("cgtn.com",),
    start=(
        "https://www.cgtn.com/",
        "https://www.cgtn.com/sitemap_latestnews.xml",
        "https://www.cgtn.com/sitemap_news.xml",
        "https://www.cgtn.com/subscribe/rss/section/world.xml",
        "https://www.cgtn.com/subscribe/rss/section/china.xml",
        "https://francais.cgtn.com/",
        "https://espanol.cgtn.com/",
        "https://arabic.cgtn.com/",
        "https://russian.cgtn.com/",
    ),
    language="en",
    languages=(
        ("francais.cgtn.com", "fr"),
        ("espanol.cgtn.com", "es"),
        ("arabic.cgtn.com", "ar"),
        ("russian.cgtn.com", "ru"),
    ),
    article_urls=(r"^/news/(?:20\d\d-\d\d-\d\d/)?[^/]+/(?:index|p)\.html$",),
    # All sections of an edition: French, Arabic, Spanish, Russian.
    data_lists=tuple(
        DataList(
            url=f"https://language-api.cgtn.com/api/news/sectionNews?channel={channel}&sectionId=&pageSize=100&start={{page}}",
            first_page=0,
            step=100,
        )
        for channel in (1, 2, 3, 4)
    ),
    layouts=(
        Layout(
            name="cgtn",
            fingerprint=("#cmsMainContent",),
            body=("#cmsMainContent",),
            headline=("div.news-title",),
            published=("div.news-section-date",),
            bylines=("div.news-author-name",),
            drop=("div.sourceTextDiv",),
        ),
    ),
    seen="2026-10",
)

_CRI_EDITIONS = (
    ("albanian", "sq"),
    ("arabic", "ar"),
    ("belarusian", "be"),
    ("bengali", "bn"),
    ("bulgarian", "bg"),
    ("cambodian", "km"),
    ("croatian", "hr"),
    ("czech", "cs"),
    ("english", "en"),
    ("espanol", "es"),
    ("esperanto", "eo"),
    ("filipino", "fil"),
    ("french", "fr"),
    ("german", "de"),
    ("greek", "el"),
    ("hausa", "ha"),
    ("hebrew", "he"),
    ("hindi", "hi"),
    ("hungarian", "hu"),
    ("indonesian", "id"),
    ("italian", "it"),
    ("japanese", "ja"),
    ("korean", "ko"),
    ("laos", "lo"),
    ("malay", "ms"),
    ("mongol", "mn"),
    ("myanmar", "my"),
    ("nepal", "ne"),
    ("persian", "fa"),
    ("polish", "pl"),
    ("portuguese", "pt"),
    ("pushtu", "ps"),
    ("romanian", "ro"),
    ("russian", "ru"),
    ("serbian", "sr"),
    ("sinhalese", "si"),
    ("swahili", "sw"),
    ("tamil", "ta"),
    ("thai", "th"),
    ("turkish", "tr"),
    ("ukrainian", "uk"),
    ("urdu", "ur"),
    ("vietnamese", "vi"),
)

CRI_CN = Publisher(
    name="cri.cn",
    title="国际在线",
    hosts=("cri.cn",),
    start=(
        "https://news.cri.cn/",
        "http://russian.cri.cn/news/homeList/index.html",
        "http://russian.cri.cn/news/interList/index.html",
        *(f"https://{edition}.cri.cn/" for edition, _ in _CRI_EDITIONS),
    ),
    language="zh-Hans",
    languages=tuple((f"{edition}.cri.cn", tag) for edition, tag in _CRI_EDITIONS),
    article_urls=(
        r"/20\d{6}/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.html$",
        r"/20\d\d/\d\d/\d\d/ARTI\d+(?:\.shtml)?$",
    ),
    hub_urls=(INDEX_HUB,),
    layouts=(
        Layout(
            name="cri",
            fingerprint=("#abody",),
            body=("#abody",),
            headline=("#atitle", ".atitle"),
            section=(".crumbs",),
            published=("#apublishtime",),
            source=("#asource",),
            editors=("#aeditor", ".aeditor"),
        ),
    ),
    seen="2026-10",
)

CNR_CN = Publisher(
    name="cnr.cn",
    title="央广网",
    hosts=("cnr.cn",),
    start=("https://www.cnr.cn/",),
    language="zh-Hans",
    article_urls=(TRS_ARTICLE,),
    hub_urls=(INDEX_HUB,),
    seen="2026-09",
)
