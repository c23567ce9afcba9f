"""Words in lists of keywords that describe the site or the kind of page, and not the article."""

from __future__ import annotations

import re
from typing import Final

GENERIC: Final = frozenset(
    (
        "新闻 新聞 资讯 資訊 消息资讯 新闻资讯 要闻 要聞 时事 時事 头条 頭條 正文 文章 首页 首頁 网站 门户"
        " 报道 報道 原创 图片新闻 新闻图片 滚动新闻 即时新闻 即時新聞 ニュース 記事 뉴스 기사"
        " 纠错 更多 更多标签 专题 專題 视频 視頻"
        " news newspaper article articles story stories headline headlines latest internal page web"
        " newsarticle"
        " topics topic tags more alltopics moretopics relatedtopics breakingnews latestnews topstories"
        " themen themenseiten allethemen noticias notícias actualités nachrichten nyheter nieuws uutiset"
        " wiadomości haberler новости أخبار"
    ).split()
)
"""Whole keywords that any page of any paper may have, in lower case and without spaces."""

SITE_NAME: Final = re.compile(
    r"(?:新闻网|新聞網|新闻中心|新聞中心|频道|頻道|首页|首頁|新媒体|网站|網站|门户|門戶)$"
)
"""The end of a keyword that names a site, or a part of it: `临水新闻网`."""

TEMPLATE: Final = re.compile(
    r"^的|的(?:相关|相關|最新|更多)(?:新闻|新聞|动态|動態|报道|報道|報導|消息|资讯|資訊|视频|視頻|图片|圖片)$"
    r"|^(?:最新|影音|全球|国内|國內|国际|國際|社会|社會|娱乐|娛樂|体育|體育|财经|財經|即时|即時|滚动|滾動|焦点|焦點|热点|熱點"
    r"|时事|時事|专题|專題|图文|圖文|综合|綜合|本地|独家|獨家|今日|热门|熱門){1,2}"
    r"(?:新闻|新聞|报道|報道|報導|消息|资讯|資訊|动态|動態)$"
)
"""A keyword that a template makes of a name, also of an empty one (`的相关新闻`), or a kind of news."""

MEDIUM: Final = re.compile(
    r"(?:日报|日報|晚报|晚報|晨报|晨報|早报|早報|时报|時報|商报|商報|电子报|電子報|政府网|政府網|政法网|新闻社|新聞社"
    r"|新闻|新聞|电视台|電視台|單元)$"
    r"|(?<!fake )\b(?:news|newspapers?|times|online)$|\bновости$",
    re.IGNORECASE,
)
"""The end of a keyword that names a paper or a section, unless the text mentions it."""

CODE: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
"""A keyword in the form of a URL, unless the text has this form: `lock-keepers`, `comments-enabled`."""
