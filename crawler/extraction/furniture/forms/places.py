"""Forms of breadcrumbs, which print the place of a page on its site: `首页 > 新闻`, `Home > World`."""

from __future__ import annotations

import re
from typing import Final

from crawler.extraction.furniture.line import LineForm, LineForms
from crawler.extraction.lexicon import labels

PLACES: Final = (
    LineForm(
        name="breadcrumb label",
        languages="zh en",
        marks=labels.PLACES,
        label=r"MARK(?:\s*[:：>＞»]|\s|$)",
        value=r"\s*(?P<steps>\S.*)$",
        flags=re.IGNORECASE,
        examples={
            "您所在的位置：首页 > 新闻": {"steps": "首页 > 新闻"},
            "当前位置 首页 > 新闻": {"steps": "首页 > 新闻"},
            "You are here: Home > World": {"steps": "Home > World"},
        },
        refuses=("您的位置在第三排", "Location: Linshui", "you are hereby invited"),
    ),
    LineForm(
        name="breadcrumb from the front page",
        languages="ar de en eo es fr ja ko ru tr zh",
        marks=labels.HOMES,
        label=r"MARK\s*(?:->|[>＞»]+)",
        value=r"\s*(?P<steps>\S.*)$",
        flags=re.IGNORECASE,
        examples={
            "首页 > 新闻 > 正文": {"steps": "新闻 > 正文"},
            "Home >> News": {"steps": "News"},
            "Accueil » Monde": {"steps": "Monde"},
        },
        refuses=("首页是印在红纸上的，第二页才是白纸。", "Home to forty fishermen"),
    ),
)

BREADCRUMBS: Final = LineForms(PLACES)
