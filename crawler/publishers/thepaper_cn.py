"""Declares papers and magazines outside the central organs: The Paper, Guancha and the financial press."""

from __future__ import annotations

from crawler.publishers.model import DataList, ItemUrl, Layout, Publisher

THEPAPER_CN = Publisher(
    name="thepaper.cn",
    title="澎湃新闻",
    hosts=("thepaper.cn",),
    start=("https://www.thepaper.cn/",),
    language="zh-Hans",
    item_urls=(ItemUrl(key="contId", url="https://www.thepaper.cn/newsDetail_forward_{contId}"),),
    data_lists=tuple(
        DataList(
            url=f"https://api.thepaper.cn/contentapi/nodeCont/getByChannelId?channelId={channel}",
            body=f'{{"channelId": "{channel}"}}',
        )
        for channel in (25950, 25951, 25952, 25953)  # current affairs, finance, ideas, life
    ),
    article_urls=(r"^/newsDetail_forward_\d+$", r"^/detail/\d+$", r"^/wifiKey_detail\.jsp$"),
    hub_urls=(r"^/(?:list|channel)_\d+$", r"^/channel/\d+$"),
    layouts=(
        # The suffix belongs to one build of the site; public spiders have read it unchanged since 2022.
        Layout(
            name="thepaper-2022",
            fingerprint=("div.index_cententWrap__Jv8jK",),
            body=("div.index_cententWrap__Jv8jK",),
            headline=("h1",),
            published=("div.index_left__LfzyH",),
        ),
        Layout(
            name="thepaper",
            fingerprint=("div.news_txt",),
            body=("div.news_txt",),
            headline=("h1.news_title",),
            published=("div.news_about",),
            source=("div.news_about",),
            bylines=("div.news_about",),
            editors=("div.news_infor_extra",),
            drop=("div.hide_word",),
        ),
    ),
    seen="2026-10",
)

GUANCHA_CN = Publisher(
    name="guancha.cn",
    title="观察者网",
    hosts=("guancha.cn",),
    start=(
        "https://www.guancha.cn/",
        "https://www.guancha.cn/mainnews-yw/",
        "https://www.guancha.cn/GuanChaZheTouTiao/list_1.shtml",
        "https://www.guancha.cn/api/gundong.htm",
        "https://www.guancha.cn/internation",
        "https://www.guancha.cn/economy",
        "https://www.guancha.cn/military-affairs",
    ),
    language="zh-Hans",
    # The second pattern matches posts of its readers.
    article_urls=(r"/20\d\d_\d\d_\d\d_\d+\.shtml$", r"^/main/content$"),
    hub_urls=(r"^/column/", r"^/mainnews-yw/", r"/list_\d+\.shtml$", r"^/[A-Za-z-]+$"),
    layouts=(
        Layout(
            name="guancha",
            fingerprint=("div.all-txt",),
            body=("div.all-txt",),
            headline=("h3",),
            published=("div.time",),
            source=("div.time",),
            bylines=("div.editor-intro",),
        ),
    ),
    seen="2026-07",
)

CAIXIN_COM = Publisher(
    name="caixin.com",
    title="财新网",
    hosts=("caixin.com",),
    start=("https://www.caixin.com/",),
    language="zh-Hans",
    article_urls=(r"^/20\d\d-\d\d-\d\d/\d+\.html$",),
    data_lists=tuple(
        DataList(
            url=f"https://gateway.caixin.com/api/extapi/homeInterface.jsp?subject={subject}&type=0&count=25&start={{page}}",
            first_page=0,
            step=25,
        )
        for subject in (100300001, 100300005)  # finance, economy
    ),
    layouts=(
        Layout(
            name="caixin",
            fingerprint=("#Main_Content_Val",),
            body=("#Main_Content_Val",),
            headline=("h1",),
            published=("#pubtime_baidu", "#artInfo"),
            source=("#source_baidu",),
        ),
    ),
    seen="2026-08",
)

CAIJING_COM_CN = Publisher(
    name="caijing.com.cn",
    title="财经网",
    hosts=("caijing.com.cn",),
    start=("https://www.caijing.com.cn/",),
    language="zh-Hans",
    article_urls=(r"^/20\d{6}/\d+\.shtml$",),
    data_lists=(DataList(url="https://roll.caijing.com.cn/json/lists1.json"),),
    layouts=(
        Layout(
            name="caijing",
            fingerprint=("#the_content",),
            body=("#the_content",),
            published=("#pubtime_baidu",),
            source=("#source_baidu",),
            editors=("#editor_baidu",),
            drop=("div.ar_writer",),
        ),
    ),
    seen="2024-05",
)

STCN_COM = Publisher(
    name="stcn.com",
    title="证券时报网",
    hosts=("stcn.com",),
    start=("https://www.stcn.com/", "https://www.stcn.com/article/list/yw.html"),
    language="zh-Hans",
    article_urls=(r"^/article/detail/\d+\.html$", r"^/20\d\d/\d{4}/\d+\.shtml$"),
    hub_urls=(r"^/article/list/\w+\.html$",),
    layouts=(
        Layout(
            name="stcn-2020",
            fingerprint=("div.txt_con", "div.intal_tit"),
            body=("div.txt_con",),
            headline=("h2",),
            published=("div.info",),
            source=("div.info",),
            bylines=("div.info",),
        ),
        Layout(
            name="stcn",
            fingerprint=("div.detail-content",),
            body=("div.detail-content",),
            drop=("div.social-bar", "div.detail-content-editor", "div.detail-content-tags"),
        ),
    ),
    seen="2026-09",
)
