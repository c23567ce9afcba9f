"""Papers and sites of Beijing, Shanghai, Guangdong and Zhejiang."""

from __future__ import annotations

from crawler.publishers.model import DataList, DayArchive, ItemUrl, Layout, Publisher
from crawler.publishers.url_shapes import CONTENT_ARTICLE, INDEX_HUB, NODE_HUB, SYSTEM_ARTICLE, TRS_ARTICLE

BJD_COM_CN = Publisher(
    name="bjd.com.cn",
    title="京报网",
    hosts=("bjd.com.cn",),
    start=("https://www.bjd.com.cn/", "https://www.bjd.com.cn/jbw/yaowen", "https://news.bjd.com.cn/"),
    language="zh-Hans",
    article_urls=(
        r"^/20\d\d/\d\d/\d\d/\w+\.s?html$",
        r"^/content/s[0-9a-f]{24}\.html$",
        r"^/a/20\d{4}/\d\d/WS[0-9a-f]{24}\.html$",
        r"^/bj[rw]b/mobile/20\d\d/20\d{6}/20\d{6}_\d{3}/\w+\.htm$",
    ),
    hub_urls=(r"^/jbw/\w+/?$", r"^/bj[rw]b/mobile/20\d\d/20\d{6}/20\d{6}_m\.html$"),
    # The daily and the evening paper; one page holds the list of the whole issue.
    days=tuple(
        DayArchive(
            url=f"https://bjrbdzb.bjd.com.cn/{paper}/mobile/{{date:%Y/%Y%m%d}}/{{date:%Y%m%d}}_m.html",
            since="2021-03-26",
        )
        for paper in ("bjrb", "bjwb")
    ),
    layouts=(
        Layout(
            name="bjd",
            fingerprint=("div.bjd-article-centent",),
            body=("div.bjd-article-centent",),
            headline=("div.bjd-article-title",),
            published=("div.bjd-article-source",),
            source=("div.bjd-article-source",),
            drop=("p.luokuan",),
        ),
        Layout(
            name="bjd-2020",
            fingerprint=("div.contentnews21",),
            body=("div.contentnews21",),
            headline=("span.span1",),
            published=("span.span31",),
            source=("span.span32",),
            bylines=("span.span33",),
        ),
    ),
    seen="2026-07",
)

BJNEWS_COM_CN = Publisher(
    name="bjnews.com.cn",
    title="新京报网",
    hosts=("bjnews.com.cn",),
    start=("https://www.bjnews.com.cn/",),
    language="zh-Hans",
    article_urls=(
        r"^/detail/\d{15,16}\.html$",
        r"^/\w+/20\d\d/\d\d/\d\d/\d+\.html$",
        r"^/html/20\d\d/20\d{6}/(20\d{6}_\w+)/\1_\d+\.html$",
    ),
    hub_urls=(r"^/html/20\d\d/20\d{6}/(20\d{6}_\w+)/(?!\1_\d)\w+\.html$",),
    # The paper's list of a day names files; each lies in the folder of its day and page.
    item_urls=tuple(
        ItemUrl(key=key, url=f"{{{key}:.8}}_{{pageNo}}/{{{key}}}") for key in ("articleHref", "pageHref")
    ),
    days=(DayArchive(url="https://epaper.bjnews.com.cn/html/{date:%Y/%Y%m%d}/data.json", is_linked=False),),
    layouts=(
        Layout(
            name="bjnews",
            fingerprint=("div.article-cen",),
            body=("div.article-cen",),
            headline=("div.title",),
            published=("div.time",),
            bylines=("div.author",),
            editors=("div.author",),
            drop=("div.video-js",),
        ),
        Layout(
            name="bjnews-2019",
            fingerprint=("div.article_s", "div.box_title"),
            body=("div.article_s",),
            headline=("div.box_title",),
            published=("span.timett",),
        ),
    ),
    seen="2026-09",
)

JFDAILY_COM = Publisher(
    name="jfdaily.com",
    title="上观新闻",
    hosts=("jfdaily.com", "shobserver.com"),
    start=(
        "https://www.jfdaily.com/",
        "https://www.jfdaily.com/news/sublist?section=1",
        "https://www.jfdaily.com/news/list?section=1",
        "https://www.jfdaily.com/news/list?section=2",
        "https://www.jfdaily.com/news/list?section=35",
    ),
    language="zh-Hans",
    # The last pattern of each kind is of the paper 解放日报, whose lists and articles are JSON.
    article_urls=(
        *(r"^/(?:news|sgh)/detail$", r"^/wx/detail\.do$", r"/newsDetail\.html$"),
        r"^/journal/getJournalPageArticle\.do$",
    ),
    hub_urls=(r"^/news/(?:sub)?list$", r"^/journal/20\d\d-\d\d-\d\d/getJournalPage\.do$"),
    item_urls=(
        ItemUrl(
            key="id",
            within="articlelist",
            url="https://www.jfdaily.com/journal/getJournalPageArticle.do?id={id}",
        ),
        ItemUrl(key="pnumber", within="pagelist", url="getJournalPage.do?page={pnumber}&code=jfrb"),
        ItemUrl(
            key="jdate",
            within="departList",
            url="https://www.jfdaily.com/journal/{jdate}/getJournalPage.do?page=01&code=jfrb",
        ),
    ),
    # It names the newest issue of each paper of the house.
    data_lists=(DataList(url="https://www.jfdaily.com/journal/list.do"),),
    days=(
        DayArchive(
            url="https://www.jfdaily.com/journal/{date:%Y-%m-%d}/getJournalPage.do?page=01&code=jfrb",
            since="2024-12-15",
        ),
    ),
    layouts=(
        Layout(
            name="jfdaily",
            fingerprint=("#newscontents", "div.wz_contents"),
            body=("#newscontents",),
            headline=("div.wz_contents",),
            published=("div.fenxiang_zz",),
            source=("div.fenxiang_zz",),
        ),
    ),
    seen="2026-10",
)

WHB_CN = Publisher(
    name="whb.cn",
    title="文汇网",
    hosts=("whb.cn",),
    start=("https://www.whb.cn/", "https://www.whb.cn/zhuzhan/bihui/index.html"),
    language="zh-Hans",
    article_urls=(r"^/commonDetail/\d+$", r"^/zhuzhan\w*/\w+/20\d{6}/\d+\.html$"),
    hub_urls=(INDEX_HUB,),
    seen="2023",
)

XINMIN_CN = Publisher(
    name="xinmin.cn",
    title="新民网",
    hosts=("xinmin.cn",),
    start=("https://www.xinmin.cn/", "https://news.xinmin.cn/"),
    language="zh-Hans",
    # The second pattern matches the evening paper's electronic edition.
    article_urls=(r"/20\d\d/\d\d/\d\d/\d+(?:_\d+)?\.html$", CONTENT_ARTICLE),
    hub_urls=(NODE_HUB,),
    days=(DayArchive(url="http://xmwb.xinmin.cn/html/{date:%Y-%m/%d}/node_1.htm", since="2012-01-01"),),
    layouts=(
        Layout(
            name="xinmin",
            fingerprint=("div.a_content",),
            body=("div.a_content",),
            headline=("h1.a_title",),
            published=("div.info",),
            source=("div.info",),
            drop=("div.copyright", "p.copyright"),
        ),
        Layout(
            name="xinmin-2012",
            fingerprint=("div.contentShow", "#about"),
            body=("div.contentShow",),
            headline=("#title",),
            published=("#time",),
            source=("#source",),
        ),
    ),
    seen="2024-05",
)

OEEEE_COM = Publisher(
    name="oeeee.com",
    title="奥一网",
    hosts=("oeeee.com",),
    start=(
        "https://www.oeeee.com/",
        "https://m.mp.oeeee.com/",
    ),
    language="zh-Hans",
    # The third pattern matches the paper's electronic edition.
    article_urls=(r"/a/BAAFRD\d{18,24}\.html$", r"^/html/20\d{4}/\d\d/\d+\.html$", CONTENT_ARTICLE),
    hub_urls=(NODE_HUB, INDEX_HUB, r"^/api/channel\.php$"),
    data_lists=(DataList(url="https://www.oeeee.com/api/channel.php?m=Js4channelNews&a=newLatest&cid=170"),),
    days=(DayArchive(url="http://epaper.oeeee.com/epaper/A/html/{date:%Y-%m/%d}/index.htm"),),
    layouts=(
        Layout(
            name="oeeee",
            fingerprint=("#docContent", "span.introduce"),
            body=("#docContent",),
            headline=("h2.rich_media_title",),
            published=("span.introduce",),
            source=("span.name",),
            drop=("#zanshang", "#buyCopyright"),
        ),
    ),
    seen="2026-09",
)

ZJOL_COM_CN = Publisher(
    name="zjol.com.cn",
    title="浙江在线",
    hosts=("zjol.com.cn",),
    start=("https://www.zjol.com.cn/", "https://zjnews.zjol.com.cn/zjxc/"),
    language="zh-Hans",
    article_urls=(TRS_ARTICLE, SYSTEM_ARTICLE, CONTENT_ARTICLE),
    hub_urls=(INDEX_HUB, NODE_HUB, r"/zjrbindex\.htm$"),
    days=(DayArchive(url="http://zjrb.zjol.com.cn/html/{date:%Y-%m/%d}/zjrbindex.htm"),),
    seen="2025-08-09",
)

HANGZHOU_COM_CN = Publisher(
    name="hangzhou.com.cn",
    title="杭州网",
    hosts=("hangzhou.com.cn",),
    start=(
        "https://www.hangzhou.com.cn/",
        "https://hznews.hangzhou.com.cn/",
        "https://hznews.hangzhou.com.cn/kejiao/index.htm",
        "https://hznews.hangzhou.com.cn/shehui/index.htm",
    ),
    language="zh-Hans",
    article_urls=(CONTENT_ARTICLE, r"/article_detail_\d+_20\d{6}[A-Z]\d+\.html$"),
    hub_urls=(NODE_HUB, INDEX_HUB, r"/article_list_\d+_20\d{6}[A-Z]\d+\.html$"),
    days=(
        DayArchive(
            url="https://hzdaily.hangzhou.com.cn/dskb/{date:%Y/%m/%d}/article_list_2_{date:%Y%m%d}A01.html"
        ),
    ),
    layouts=(
        Layout(
            name="hangzhou",
            fingerprint=("div.list_nr", "div.zhengwen"),
            body=("div.zhengwen",),
            headline=("div.tit",),
            published=("div.tit1",),
            source=("div.tr",),
            editors=("div.tr",),
        ),
    ),
    seen="2026-09",
)
