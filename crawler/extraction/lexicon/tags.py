"""Words in lists of keywords that describe the site or the kind of page, and not the article."""

from __future__ import annotations

import re
from typing import Final

GENERIC: Final = frozenset(
    (
        "新闻 新聞 资讯 資訊 消息资讯 新闻资讯 要闻 要聞 时事 時事 头条 頭條 正文 文章 首页 首頁 网站 门户"
        " 报道 報道 原创 图片新闻 新闻图片 滚动新闻 即时新闻 即時新聞 ニュース 記事 뉴스 기사"
        " 纠错 更多 更多标签"
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
