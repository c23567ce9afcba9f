"""Lists the shapes of URL paths of articles and lists in news systems, as data."""

from __future__ import annotations

import re
from typing import Final

from crawler.publishers import url_shapes
from crawler.publishers.url_shapes import UrlShape, shapes_of

# All of them take linear time: look-aheads check the end before anything is tried twice.

MEDIA = UrlShape(
    r"\.(?:jpe?g|png|gif|webp|svg|ico|bmp|tiff?|css|m?js|json|pdf|docx?|xlsx?|pptx?|zip|rar|7z|gz|tar|exe|dmg|apk|ipa"
    r"|mp[34]|m4[av]|m3u8|flv|avi|mov|wmv|swf|wav|ogg|woff2?|ttf|eot)$",
    takes="/photo/a.JPG",
    refuses="/photo/jpg",
)
SERVICE = UrlShape(
    r"/(?:login|logout|register|signin|signup|passport|cart|search|so|comments?|guestbook|bbs|forum|app|download"
    r"|about(?:us)?|contact(?:us)?|copyright|sitemap\.html?)(?:[/.]|$)",
    takes="/user/login.htm",
    refuses="/forums-open-in-lanqiao",
)
NEVER: Final = re.compile(f"{MEDIA}|{SERVICE}", re.IGNORECASE)
"""URLs that neither are nor lead to an article."""
SERVICE_HOST: Final = re.compile(r"^https?://(?:comments?|passport|login|sso)\.", re.IGNORECASE)
"""Hosts of readers' comments and of accounts: `https://comment.tie.163.com/J2KQ7A1B0001899O.html`."""

DATED_FOLDER = UrlShape(
    r"/(?:19|20)\d\d[-/]?\d{2}[-/]\d{2}/(?!(?:index|default|list|node|nbs)[_.\d])[^/]+",
    takes="/2022/08-07/ferry.shtml",
    refuses="/2022-08/08/index.htm",
)
DATED_INDEX = UrlShape(
    r"/(?:19|20)\d\d[-/]?\d{2}[-/]?\d{2}/[^/]+/index\.s?html?$",
    takes="/20220807/ferry/index.html",
    refuses="/20220807/index.html",
)
DATED_NUMBER = UrlShape(
    r"/(?:19|20)\d{6}/\d{4,}\.s?html?$",
    takes="/20220807/12345.html",
    refuses="/20220807/123.html",
)
SERIAL_NUMBER = UrlShape(
    r"(?<!/channel)(?<!/topic)(?<!/tag)(?<!/list)"
    r"/(?!(?:node|list|col|column|channel|index|page|more)[_-]?\d|c\d{19}_)(?=[\w.-]*/?$)[\w-]*?\d{6}",
    takes="/internation/2022_08_07_652712.shtml",
    refuses="/topic/1234567",
)
SECTION_NUMBER = UrlShape(
    r"/(?:articles?|story|stories|news|detail|a)/(?:[^/]+/)*(?!c\d{19}_)[a-z]*\d{5}\w*(?:\.\w+)?/?$",
    takes="/news/world/id12345.html",
    refuses="/news/world/12.html",
)
SECTION_SLUG = UrlShape(
    r"/(?:articles?|story|stories)/[^/]{8,}/?$",
    takes="/article/ferry-returns/",
    refuses="/article/ferry/",
)
DETAIL_WORD = UrlShape(
    r"/(?=[a-z]*(?:\.\w+)?$)[a-z]*?(?:detail|article|content|story)",
    takes="/rumor/rumordetail",
    refuses="/detail/rumor",
)
HEADLINE = UrlShape(
    r"/(?:[^/-]*-){4}[^/]*/?$",
    takes="/ferry-returns-to-lanqiao-after-long-winter",
    refuses="/ferry-returns-to-lanqiao",
)

HOME = UrlShape(r"^/$", takes="/", refuses="/world")
SECTION = UrlShape(r"/[a-z]{1,24}/$", takes="/china/politics/", refuses="/china/2022/")
LIST_PAGE = UrlShape(
    r"/(?:index|default|home|main|list|node|channel|col|column|more|roll|rollnews|scroll|news|latest|page)"
    r"(?:[_-]?\d{1,10})?(?:_\d{1,4})?\.(?:s?html?|php|aspx?|jsp)$",
    takes="/world/index_2.htm",
    refuses="/rollnews/1.html",
)
COLUMN = UrlShape(r"/col/col\d+/", takes="/col/col123456/index.html", refuses="/col/123456/index.html")
NUMBERED_PAGE = UrlShape(r"/page/\d+/?$", takes="/category/world/page/3/", refuses="/category/world/page/a3/")
TOPIC = UrlShape(r"/(?:channel|topic|tag|list)/[^/]+/?$", takes="/topic/1234567", refuses="/topics/1234567")


def _of_systems(ending: str) -> tuple[UrlShape, ...]:
    """Return the shapes of the systems that publishers share, by the end of their names."""
    return tuple(shape for name, shape in shapes_of(vars(url_shapes)).items() if name.endswith(ending))


ARTICLES: Final = (
    *_of_systems("_ARTICLE"),
    *(DATED_FOLDER, DATED_INDEX, DATED_NUMBER, SERIAL_NUMBER),
    *(SECTION_NUMBER, SECTION_SLUG, DETAIL_WORD, HEADLINE),
)
HUBS: Final = (HOME, SECTION, LIST_PAGE, COLUMN, NUMBERED_PAGE, TOPIC, *_of_systems("_HUB"))

ARTICLE: Final = re.compile("|".join(ARTICLES), re.IGNORECASE)
"""Shapes of articles only."""

HUB: Final = re.compile("|".join(HUBS), re.IGNORECASE)
"""Shapes of lists only."""

FOLDERS = re.compile(r"/[a-z][a-z-]{1,23}$", re.IGNORECASE)
"""A bare word, which is a list unless a query follows it."""

HOME_PATHS = ("/", "/index.html", "/index.htm", "/index.shtml", "/index.php", "/default.htm", "/default.html")
"""Shapes of home pages; many sites redirect removed pages there."""
