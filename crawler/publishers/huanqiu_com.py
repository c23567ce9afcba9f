"""Declares Global Times, in Chinese (Huanqiu) and in English."""

from __future__ import annotations

from crawler.publishers.model import DataList, ItemUrl, Layout, Publisher

_SECTIONS = (
    *("china", "china/politics", "china/society", "china/diplomacy", "china/military", "china/science"),
    *("source", "source/gt-voice", "source/insight", "source/economy", "source/company", "source/comments"),
    *("opinion", "opinion/editorial", "opinion/observer", "opinion/asian-review", "opinion/top-talk"),
    *("opinion/viewpoint", "world", "In-depth", "life", "sport"),
)

GLOBALTIMES_CN = Publisher(
    name="globaltimes.cn",
    title="Global Times",
    hosts=("globaltimes.cn",),
    start=(
        "https://www.globaltimes.cn/",
        "https://www.globaltimes.cn/sitemap.xml",
        *(f"https://www.globaltimes.cn/{section}/index.html" for section in _SECTIONS),
    ),
    language="en",
    article_urls=(r"^/page/20\d{4}/\d+\.shtml$", r"^/content/\d+\.shtml$"),
    hub_urls=(r"/index\.html$",),
    layouts=(
        Layout(
            name="globaltimes",
            fingerprint=("div.article_content", "div.article_title"),
            body=("div.article_right", "div.article_content"),
            headline=("div.article_title",),
            section=("div.article_column",),
            published=("span.pub_time",),
            bylines=("span.author_name", "a.author_name"),
        ),
        Layout(
            name="globaltimes-2009",
            fingerprint=("div.article-title", "div.row-content"),
            body=("div.row-content",),
            headline=("div.article-title",),
            published=("div.text-left",),
            source=("div.text-left",),
        ),
    ),
    seen="2026-10",
)

# The nodes of each channel, as its `/api/channel_pc` names them; public spiders have named the same ones for
# years.
_CHANNELS = {
    "china": "e3pmh1nnq e3pmh1obd e3pn61c2g e3pn6eiep e3pra70uk e5anm31jb e7tl4e309",
    "mil": "e3pmh1dm8 e3pmt7hva e3pmtdr2r e3pn62l96 e3pn6f3oh",
    "opinion": "e3pmub6h5 e3pmub75a e3pn00if8 e3pn03vit e3pn4bi4t e3pr9baf6 e3prafm0g e3prcgifj e81curi71",
    "taiwan": "e3pmh1fmg e3pmh1g6o e3pmt8gfv e3pmt8i3n e3pmt8lic e3pmunk13 e3pn6elbj",
    "world": "e3pmh22ph e3pmh2398 e3pmh26vv e3pn6efsl efp8fqe21",
}


def _list_of(channel: str) -> DataList:
    """Return the list of a channel: all its nodes together, 20 articles a page."""
    root, *nodes = _CHANNELS[channel].split()
    quoted = ",".join(f"%22/{root}/{node}%22" for node in nodes)
    return DataList(
        url=f"https://{channel}.huanqiu.com/api/list?node={quoted}&offset={{page}}&limit=20",
        first_page=0,
        step=20,
    )


# The article is escaped inside a <textarea>: a selector can read only its plain fields.
HUANQIU_COM = Publisher(
    name="huanqiu.com",
    title="环球网",
    hosts=("huanqiu.com",),
    start=(
        "https://www.huanqiu.com/",
        "https://china.huanqiu.com/",
        "https://world.huanqiu.com/",
        "https://mil.huanqiu.com/",
        "https://opinion.huanqiu.com/",
    ),
    language="zh-Hans",
    article_urls=(r"^/article/\w{11}$", r"^/article/20\d\d-\d\d/\d+\.html$", r"^/a/\w{6}/\w{11}$"),
    item_urls=(ItemUrl(key="aid", url="/article/{aid}"),),
    data_lists=tuple(map(_list_of, _CHANNELS)),
    layouts=(
        Layout(
            name="huanqiu",
            fingerprint=("textarea.article-title",),
            headline=("textarea.article-title",),
            source=("textarea.article-source-name",),
            bylines=("textarea.article-author",),
        ),
        Layout(name="huanqiu-2012", fingerprint=("div.la_con",), body=("div.la_con",)),
    ),
    seen="2026-10",
)
