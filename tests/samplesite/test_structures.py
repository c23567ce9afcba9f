"""The sample site has the structures, traps and lies of the real ones."""

from __future__ import annotations

import re

import pytest

from tests.samplesite.ground_truth import (
    EXPECTED,
    PATHS,
    REJECTED,
    WWW,
    decoded,
    pages,
    parts,
    raw,
    squeeze,
    tree,
)

FERRY = "/2022-08/05/content_78360001.htm"
BRIDGES = "/2023-02/24/content_85126340.htm"

FEATURES = {
    "ticker in another language": (
        "/2022-08/08/content_78360929.shtml",
        r'id="ticker">.*[\u4e00-\u9fff]{5}[\s\S]*<h1',
    ),
    "English ticker on a Chinese page": (
        "/zh/2022-11/18/content_78525021.htm",
        r"<marquee><a [^>]+>[A-Z][a-zé]* ",
    ),
    "breadcrumb": ("/2022-08/08/content_78360929.shtml", r'class="crumbs"'),
    "share bar": ("/2022-08/08/content_78360929.shtml", r"Share: <a"),
    "font-size tools": ("/world/2022-12/10/c_1129981103.htm", r"字体：<span"),
    "editor line": ("/n1/2023/0517/c14739-40237801.html", r"\(责编：郝思远、杨冬\)"),
    "trailing content id": ("/2022-08/08/content_78360929.shtml", r'class="artId">8013945<'),
    "related list": ("/2023-01/17/content_85065511.htm", r'class="Related"'),
    "QR code": ("/2023-01/17/content_85065511.htm", r"qrcode_app\.png"),
    "tracking pixel": ("/2022-08/08/content_78360929.shtml", r'<img src="/count/[^>]+ width="1" height="1"'),
    "copyright footer": ("/a/202305/13/WS664167f4a31082fc043c6a01.html", r"All rights reserved"),
    "ENP property comment": ("/2022-10/21/content_78478101.htm", r"<!--enpproperty <articleid>78478101<"),
    "government meta tags": (
        "/zw/202303/t20230321_701118.shtml",
        r'name="PubDate"[\s\S]*name="ContentSource"',
    ),
    "JSON-LD": ("/english/2024-02/06/cherry-farmers-bet-on-slow-ships.html", r'"@type": "NewsArticle"'),
    "microdata date": ("/a/690060546_458722", r'itemprop="datePublished"'),
    "original headline": ("/a/690060546_458722", r"<p>原标题："),
    "lazy image": ("/a/690060546_458722", r'src="/static/img/blank\.gif" data-src='),
    "paragraphs parted by <br>": ("/russian/2023-04/21/content_85243108.htm", r"<br>\n<br>\n"),
    "bare indented text": ("/zh/2022-11/18/content_78525021.htm", r"\n　　\S[^<]+<br>"),
    "indented paragraphs": ("/gn/202308/t20230821_90044107.htm", r"<p>　　"),
    "nested tables": (
        "/arabic/2023-03/05/content_85150002.htm",
        r"<table[\s\S]*<td[\s\S]*<table[\s\S]*<td[\s\S]*<table",
    ),
    "right to left": ("/arabic/2023-09/17/sanduq-al-hikayat.html", r'<html lang="ar" dir="rtl">'),
    "sub-headings": ("/a/733320600_429139", r"<p><strong>写在最后</strong></p>"),
    "list": ("/n1/2022/0830/c32306-32514903.html", r"<ul>\n<li>第一期"),
    "table": ("/zw/202303/t20230321_701118.shtml", r"<td>临川市</td><td>260</td>"),
    "dateline in <strong>": (
        "/2022-11/02/content_78499312.htm",
        r"<strong>URUMQI, Nov\. 2 \(Xinhua\) --</strong>",
    ),
    "dateline over two tags": (
        "/20230310/5e0c7a7d0c1c4f3ab8d1f3f9a6f70002/c.html",
        r"March 10 </span><span>\(Xinhua",
    ),
    "TRS pager in an article": (
        "/gn/202306/t20230612_90012301.htm",
        r'createPageHTML\(2, 0, "t20230612_90012301", "htm"\)',
    ),
    "canonical link": ("/m/2023-02/24/content_85126340.htm", rf'<link rel="canonical" href="{BRIDGES}"'),
    "caption in <figcaption>": (BRIDGES, r"<figcaption[^>]*>The woven arch"),
    "caption in a paragraph under the image": (
        BRIDGES,
        r"<p[^>]*><img [^>]+></p>\n<p[^>]*>A carpenter shows",
    ),
    "caption in a table cell": (BRIDGES, r"</td></tr><tr><td[^>]*>Huang Chuncai, 86, marks"),
    "caption small and grey": (BRIDGES, r"<small[^>]*>Tea stalls open"),
    "caption above the image": (BRIDGES, r"Before the fair[^<]+</p>\n<p[^>]*><img"),
    "caption over two paragraphs": (
        "/20230115/98a3b5c41af641938a2a205f1e0b9f01/c.html",
        r"Jan\. 14, 2023\.</span></p><p><span[^>]*>Railway operators",
    ),
    "link to mailto:": ("/index.htm", r'href="mailto:'),
    "link to javascript:": ("/index.htm", r'href="javascript:'),
    "link to file:": ("/index.htm", r'href="file:///'),
    "duplicate by tracking parameter": (
        "/index.htm",
        r"WS664167f4a31082fc043c6a01\.html\?from=singlemessage&amp;utm_source",
    ),
    "link to RSS": ("/index.htm", r'rel="alternate" type="application/rss\+xml"'),
    "link to Atom": ("/zh/index.htm", r'rel="alternate" type="application/atom\+xml"'),
    "pager of a node list": ("/node_7114.htm", r'href="node_7114_2\.htm"'),
    "pager of an index list": ("/world/index.htm", r'href="index_2\.htm"'),
    "pager by script": ("/gn/index.shtml", r'\ncreatePageHTML\(5, 0, "index", "shtml"\)'),
    "soft 404": ("/2022-08/09/content_78361404.shtml", r"does not exist"),
    "Chinese soft 404": ("/gn/202304/t20230401_80000001.htm", r"页面不存在或已被删除"),
    "hub under an article's address": ("/2023-06/30/content_90331111.htm", r'class="topic">(\n<li>.*){10}'),
    "other hosts": ("/index.htm", r'href="https://daily\.example/china/2023-05/09/content_123456\.htm"'),
    "login": ("/user/login.htm", r'type="password"'),
    "video shell": ("/video/2023-03/12/content_85160777.shtml", r"<video "),
}


@pytest.mark.parametrize("name", FEATURES)
def test_features(name: str) -> None:
    """Each structure that a crawler of such sites meets is on the page that is named for it."""
    path, mark = FEATURES[name]
    assert re.search(mark, decoded(path))


def is_utf8(body: bytes) -> bool:
    """Return whether the bytes are UTF-8 with something in them that is not ASCII."""
    try:
        return not body.decode("utf-8").isascii()
    except UnicodeDecodeError:
        return False


def declared(body: bytes) -> str | None:
    """Return the encoding that a page's meta declares, in lower case."""
    match = re.search(rb"charset=[\"']?([\w-]+)", body[:3000])
    return match[1].decode().lower() if match else None


def test_gbk_pages_are_gbk() -> None:
    """At least ten pages, lists among them, are in GBK bytes and say so."""
    gbk = [path for path in pages() if declared(raw(path)) == "gb2312" and not is_utf8(raw(path))]
    assert len(gbk) >= 10
    assert "/gn/index.shtml" in gbk
    assert all(raw(path).decode("gb18030") for path in gbk)


def test_encodings_that_lie() -> None:
    """A GBK page calls itself UTF-8, UTF-8 pages call themselves gb2312, and one page says nothing."""
    lies = {path: (declared(raw(path)), is_utf8(raw(path))) for path in PATHS}
    assert [path for path, lie in lies.items() if lie == ("utf-8", False) and not raw(path).isascii()] == [
        "/n1/2023/1108/c164113-40113904.html"
    ]
    assert {path for path, lie in lies.items() if lie == ("gb2312", True)} == {
        "/2024-03/12/content_90118842.htm",
        "/english/2023-03/30/content_85201440.htm",
    }
    assert [path for path, lie in lies.items() if lie[0] is None] == ["/gn/2023/07-04/9229287.shtml"]


def test_article_in_three_parts() -> None:
    """The three-part article's pages link to one another, and each paragraph is on one of them only."""
    row = next(row for row in EXPECTED if row["path"] == FERRY)
    stem = FERRY.removesuffix(".htm")
    assert row["pages"] == [FERRY, f"{stem}_2.htm", f"{stem}_3.htm"]
    for path in row["pages"]:
        hrefs = {a.get("href") for a in tree(path).iter("a")}
        assert {page.rsplit("/", 1)[1] for page in row["pages"]} - {path.rsplit("/", 1)[1]} <= hrefs
    texts = [squeeze("".join(map(str, tree(path).itertext()))) for path in row["pages"]]
    for paragraph in row["body"]:
        assert sum(squeeze(paragraph) in text for text in texts) == 1


def test_galleries() -> None:
    """A gallery shows one photo with its caption a page, and each page links to the next."""
    galleries = [row for row in EXPECTED if row["path"].startswith("/photo/")]
    assert sorted(len(row["pages"]) for row in galleries) == [3, 5]
    for row in galleries:
        for photo, path in zip(row["photos"], row["pages"], strict=True):
            assert squeeze(photo["caption"]) in squeeze("".join(map(str, tree(path).itertext())))
        for path, following in zip(row["pages"], row["pages"][1:], strict=False):
            assert f'href="{following.rsplit("/", 1)[1]}"' in decoded(path)


def test_every_part_exists() -> None:
    """All pages of all articles, and all rejected pages, are on disk."""
    for path in [part for row in EXPECTED for part in parts(row)] + [row["path"] for row in REJECTED]:
        assert (WWW / path.lstrip("/")).exists(), path


def test_no_page_is_forgotten() -> None:
    """Every page on disk is an article, a named rejection, the known duplicate or closed to robots."""
    known = {part for row in EXPECTED for part in parts(row)} | {row["path"] for row in REJECTED}
    others = {"/m/2023-02/24/content_85126340.htm", "/internal/preview_78360500.htm"}
    assert set(pages()) - known == others
    assert {row["kind"] for row in REJECTED} == {"soft404", "login", "video", "hub"}
