"""Lists the shapes of article and list URLs in content management systems that many publishers share.

A shape is a regular expression over URL paths, searched, not matched from the start; it takes linear time.
Publishers declare the shapes of their systems, and discovery uses all of them for any site.
"""

from __future__ import annotations

from typing import Self


class UrlShape(str):
    """A regular expression over URL paths, with a path that it matches and a near miss that it refuses.

    It is a string, as the expressions of a single publisher are.
    """

    __slots__ = ("part", "refuses", "takes")

    takes: str
    """A path of the shape."""
    refuses: str
    """A path that resembles the shape but has another one."""
    part: str | None
    """The path of the second part of the article at `takes`, or None if parts have no path of their own."""

    def __new__(cls, pattern: str, *, takes: str, refuses: str, part: str | None = None) -> Self:
        """Make a shape from a regular expression and its examples."""
        shape = super().__new__(cls, pattern)
        shape.takes, shape.refuses, shape.part = takes, refuses, part
        return shape


def shapes_of(module: dict[str, object]) -> dict[str, UrlShape]:
    """Return the shapes that a module declares, by their names."""
    return {name: shape for name, shape in module.items() if isinstance(shape, UrlShape)}


CONTENT_ARTICLE = UrlShape(
    r"/content_\d+(?:_\d+)?\.s?html?$",
    takes="/2022-10/21/content_78478030.htm",
    part="/2022-10/21/content_78478030_2.htm",
    refuses="/2022-10/21/content_list.htm",
)
"""China.org.cn's system and Founder ENP."""

NODE_HUB = UrlShape(
    r"/node_\d+(?:_\d+)?\.s?html?$",
    takes="/node_7075073.htm",
    part="/node_7075073_2.htm",
    refuses="/node_7075073/79f5d1a2.shtml",
)
"""The channel lists of the same systems."""

FOUNDER_ARTICLE = UrlShape(
    r"/node_[0-9a-f]+/[0-9a-f]{8,}\.s?html?$",
    takes="/node_179d29f1ce/86987bf032.shtml",
    refuses="/node_179d29f1ce/index.shtml",
)
"""Founder's newer system."""

TRS_ARTICLE = UrlShape(
    r"/t(?:19|20)\d{6}_\d+(?:_\d+)?\.s?html?$",
    takes="/202405/t20240520_15263156.htm",
    part="/202405/t20240520_15263156_1.htm",
    refuses="/202405/t2024_15263156.htm",
)
"""TRS WCM."""

INDEX_HUB = UrlShape(
    r"/index(?:_\d+)?\.s?html?$",
    takes="/world/index.htm",
    part="/world/index_2.htm",
    refuses="/world/index_list.htm",
)
"""A channel and its further pages."""

PEOPLE_ARTICLE = UrlShape(
    r"/n\d?/20\d\d/\d{4}/c\d+-\d+(?:-\d+)?\.s?html?$",
    takes="/n1/2022/0807/c1002-32496578.html",
    part="/n1/2022/0807/c1002-32496578-2.html",
    refuses="/n1/2022/0807/index.html",
)
"""People's Daily Online."""

PEOPLE_OLD_ARTICLE = UrlShape(
    r"/GB/(?:\d+/)+\d{6,}\.html?$",
    takes="/GB/1024/12345678.html",
    refuses="/GB/1024/index2.html",
)
"""People's Daily Online until 2012."""

XINHUA_OLD_ARTICLE = UrlShape(
    r"/c_\d{6,}(?:_\d+)?\.html?$",
    takes="/politics/2019-12/10/c_1125328347.htm",
    part="/politics/2019-12/10/c_1125328347_2.htm",
    refuses="/politics/c_2.htm",
)
"""Xinhua's system before 2021."""

XINHUA_ARTICLE = UrlShape(
    r"/20\d{6}/[0-9a-f]{24,36}/c(?:_\d+)?\.html$",
    takes="/20230115/98a3b5c41af641938a2a205f1e0b9f71/c.html",
    part="/20230115/98a3b5c41af641938a2a205f1e0b9f71/c_2.html",
    refuses="/20230115/98a3b5c4/c.html",
)
"""Xinhua's system since 2021."""

CHINA_DAILY_ARTICLE = UrlShape(
    r"/a/20\d{4}/\d\d/[A-Z]{2}\w{10,}(?:_\d+)?\.html$",
    takes="/a/202208/07/WS62ef1234a310fd2b29e70f6c.html",
    part="/a/202208/07/WS62ef1234a310fd2b29e70f6c_2.html",
    refuses="/a/202208/07/list.html",
)
"""China Daily."""

CHINA_DAILY_HUB = UrlShape(
    r"/[0-9a-f]{24}(?:\.html)?$",
    takes="/china/59b8d010a3108c54ed7dfc23",
    refuses="/china/59b8d010a3108c54",
)
"""The channels of the same."""

CGTN_ARTICLE = UrlShape(
    r"/news/(?:20\d\d-\d\d-\d\d/)?[\w-]{20,}/(?:index|p|share_amp)\.html$",
    takes="/news/2022-08-07/Ferry-returns-to-Lanqiao-1cjkl2mnop/index.html",
    refuses="/news/world/index.html",
)
"""CGTN."""

VSB_ARTICLE = UrlShape(
    r"/info/\d+/\d+\.html?$",
    takes="/info/1012/35110.htm",
    refuses="/info/1012/list.htm",
)
"""VSB, the system of universities."""

HANWEB_ARTICLE = UrlShape(
    r"/art/\d{4}/\d+/\d+/art_\d+_\d+\.html$",
    takes="/art/2022/8/7/art_1234_567890.html",
    refuses="/col/col1234/index.html",
)
"""Hanweb, the system of provincial governments."""

SINA_ARTICLE = UrlShape(
    r"/doc-\w{8,}\.(?:d\.html|s?html?)$",
    takes="/c/2022-08-07/doc-imizirav7123456.shtml",
    refuses="/c/2022-08-07/doc-list.shtml",
)
"""Sina."""

HANWEB_NEW_ARTICLE = UrlShape(
    r"/art/20\d\d/art_[0-9a-f]{32}\.html$",
    takes="/xwfb/art/2026/art_0123456789abcdef0123456789abcdef.html",
    refuses="/xwfb/art/2026/art_0123.html",
)
"""Hanweb's newer system, which ministries use."""

SYSTEM_ARTICLE = UrlShape(
    r"/system/20\d\d/\d\d/\d\d/\d{7,}(?:_\d+)?\.s?html?$",
    takes="/system/2024/05/20/057001001.shtml",
    part="/system/2024/05/20/057001001_01.shtml",
    refuses="/system/2024/05/20/index.shtml",
)
"""The system of Enorth, which many provincial and city sites use."""

SYSTEM_HUB = UrlShape(
    r"/system/count/.*/c\d{19}_\d{9}\.s?html?$",
    takes="/system/count//0015001/000000000000/000/000/c0015001000000000000_000000003.shtml",
    refuses="/system/2024/05/20/057001001.shtml",
)
"""The older pages of a list in Enorth's system."""

PAPER_INDEX_ARTICLE = UrlShape(
    r"/content/20\d{6}/Articel\d{5}[A-Z]{2}\.htm$",
    takes="/content/20240520/Articel01001BB.htm",
    refuses="/content/20240520/Page01BB.htm",
)
"""The electronic edition of a printed paper by PaperIndex, one article."""

PAPER_INDEX_HUB = UrlShape(
    r"/content/(?:20\d{6}/(?:Page\d{2}[A-Z]{2}|IssueIndex)|PaperIndex)\.htm$",
    takes="/content/20240520/Page01BB.htm",
    refuses="/content/20240520/Articel01001BB.htm",
)
"""The electronic edition of a printed paper by PaperIndex: the newest issue, one issue, one page of it."""

EPAPER_ARTICLE = UrlShape(
    r"/nw\.D\d\w+_20\d{6}_\d+-\d+\.htm$",
    takes="/gmrb/html/2024-05/20/nw.D110000gmrb_20240520_2-03.htm",
    refuses="/gmrb/html/2024-05/20/nbs.D110000gmrb_01.htm",
)
"""The electronic edition of a printed paper, one article."""

EPAPER_HUB = UrlShape(
    r"/nbs\.D\d\w+_\d+\.htm$",
    takes="/rmrb/html/2024-05/20/nbs.D110000renmrb_01.htm",
    refuses="/rmrb/html/2024-05/20/nw.D110000renmrb_20240520_2-03.htm",
)
"""The electronic edition of a printed paper, one page of it."""
