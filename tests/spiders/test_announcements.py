"""Feeds, sitemaps and lists in JSON in the encodings and shapes in which sites serve them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from tests.faults.crawl import crawl
from tests.faults.server import Behaviour, FaultServer, response, says
from tests.spiders.harvest import article, listing

EACH = 4  # articles that each file names
TITLES = ("渡轮又开航了", "朱镕基看渡轮", "船票涨到3€", "臺北的渡口")


def place(number: int) -> str:
    """Return the path of an article that only one file names."""
    return f"/2022-09/{number % 28 + 1:02}/content_{number}.htm"


def rss(paths: Iterable[str], codec: str, declared: str, more: bytes = b"") -> bytes:
    """Return a feed; `more` stands as it is in its first title."""
    head = f'<?xml version="1.0" encoding="{declared}"?>' if declared else ""
    items = "".join(
        f"<item><title>{title}</title><link>{path}</link></item>"
        for path, title in zip(paths, TITLES, strict=True)
    )
    whole = f"{head}<rss><channel>{items}</channel></rss>".encode(codec, "ignore")
    return whole.replace(b"</title>", more + b"</title>", 1) if more else whole


def news_sitemap(paths: Iterable[str], codec: str, declared: str) -> bytes:
    """Return a sitemap of Google's for news, whose every entry has a title."""
    entries = "".join(
        f"<url><loc>{path}</loc><news:news><news:title>{title}</news:title></news:news></url>"
        for path, title in zip(paths, TITLES, strict=True)
    )
    return f'<?xml version="1.0" encoding="{declared}"?><urlset>{entries}</urlset>'.encode(codec, "ignore")


def rows(paths: Iterable[str], codec: str) -> bytes:
    """Return a list in JSON; the last byte of 誠 in GBK and of 功 in Big5 is a backslash."""
    entries = [{"title": f"功誠{title}", "url": path} for path, title in zip(paths, TITLES, strict=True)]
    return json.dumps(entries, ensure_ascii=False).encode(codec, "ignore")


def served(body: bytes, content_type: str = "text/xml") -> Behaviour:
    """Return the behaviour that sends a file."""
    return says(response(body, "200 OK", content_type))


def legacy(places: list[list[str]]) -> dict[str, Behaviour]:
    """Return files in the encodings of real ones, each with a fault that ends an XML parser's reading."""
    take = iter(places)
    return {
        "/beyond.xml": served(rss(next(take), "gbk", "gb2312")),
        "/rare.xml": served(rss(next(take), "gb18030", "gb2312", "𠮷".encode("gb18030"))),
        "/hkscs.xml": served(rss(next(take), "big5hkscs", "big5", "㗎".encode("big5hkscs"))),
        "/byte.xml": served(rss(next(take), "gbk", "gbk", b"\xb3")),
        "/broken8.xml": served(rss(next(take), "utf-8", "utf-8", b"\xe6\xb8")),
        "/utf8.xml": served(rss(next(take), "utf-8", "gb2312")),
        "/header.xml": served(rss(next(take), "gbk", ""), "text/xml; charset=gb2312"),
        "/undeclared.xml": served(rss(next(take), "gbk", "")),
        "/sixteen.xml": served(rss(next(take), "utf-16", "utf-16")),
        "/control.xml": served(rss(next(take), "utf-8", "utf-8", b"\x0b\x00")),
        "/map.xml": served(news_sitemap(next(take), "gbk", "gb2312")),
        "/map8.xml": served(news_sitemap(next(take), "utf-8", "gb2312")),
        "/gbk.json": served(rows(next(take), "gbk"), "application/json"),
        "/big5.json": served(rows(next(take), "big5"), "application/json; charset=big5"),
    }


def test_legacy_encodings(tmp_path: Path) -> None:
    """No entry is lost to a character that the declared encoding lacks, nor to a broken byte."""
    places = [[place(EACH * file + n) for n in range(EACH)] for file in range(14)]
    files = legacy(places)
    paths = [path for each in places for path in each]
    pages = {path: served(article(n).encode(), "text/html") for n, path in enumerate(paths, 1)}
    with FaultServer({**files, **pages}) as server:
        starts = ",".join(server.origin + path for path in files)
        came = crawl(tmp_path / "crawl", starts).paths(server.origin)
    assert {path: [each in came for each in named] for path, named in zip(files, places, strict=True)} == {
        path: [True] * EACH for path in files
    }


def odd(origin: str) -> dict[str, str]:
    """Return files of odd shapes, each with one article."""
    base = "xml:base='/archive/'"
    return {
        "/base.xml": f"<feed {base}><entry xml:base='2022-09/'><link href='01/content_1.htm'/>"
        "</entry></feed>",
        "/link.xml": f"<feed><entry><link {base} href='2022-09/02/content_2.htm'/></entry></feed>",
        "/marks.xml": "\ufeff\ufeff<?xml version='1.0'?><rss><item><link>/archive/2022-09/03/content_3.htm"
        "</link></item></rss>",
        "/marks.json": '\ufeff\ufeff[{"url": "/archive/2022-09/04/content_4.htm"}]',
        "/marks.txt": f"\ufeff\ufeff{origin}/archive/2022-09/05/content_5.htm\n",
        "/baidu.xml": "<document><webSite>lanqiao.test</webSite><item><title>渡轮</title>"
        "<link>/archive/2022-09/06/content_6.htm</link><pubDate>2022-09-06 08:00</pubDate></item></document>",
        "/open.xml": "<DOCUMENT><item><key>渡轮</key><display>"
        "<url>/archive/2022-09/07/content_7.htm</url></display></item></DOCUMENT>",
        "/raw.xml": "<urlset><url><loc>/archive/a.asp?id=800008&cat=2</loc></url></urlset>",
        "/twice.xml": "<rss><item><link><![CDATA[/archive/a.asp?id=900009&amp;cat=3]]></link></item></rss>",
    }


def test_odd_shapes(tmp_path: Path) -> None:
    """`xml:base`, double byte order marks, Baidu's documents and bare ampersands cost no entry."""
    paths = [f"/archive/2022-09/{n:02}/content_{n}.htm" for n in range(1, 8)]
    paths += ["/archive/a.asp?id=800008&cat=2", "/archive/a.asp?id=900009&cat=3"]
    pages = {path: served(article(n).encode(), "text/html") for n, path in enumerate(paths, 1)}
    with FaultServer(pages) as server:
        files = odd(server.origin)
        server.behaviours = {**pages, **{path: served(text.encode()) for path, text in files.items()}}
        starts = ",".join(server.origin + path for path in files)
        came = crawl(tmp_path / "crawl", starts).paths(server.origin)
    assert came == set(paths)


def gbk(text: str) -> Behaviour:
    """Return the behaviour that sends a page in GBK."""
    return served(text.encode("gbk"), "text/html; charset=gb2312")


def test_addresses_that_are_not_ascii(tmp_path: Path) -> None:
    """A query goes out in its page's encoding, a path in UTF-8, and raw bytes of a Location as they came."""
    paths = ("/list.asp?cat=%D0%C2%CE%C5", "/%E6%96%B0/content_100001.htm")
    moved = "/show.asp?id=%D5%5C%B6%C9"
    redirect = response(b"", "302 Found", "text/html", "Location: /show.asp?id=\xd5\\\xb6\xc9")
    site = {
        "/": gbk(listing("/list.asp?cat=新闻", "/go.asp?id=100002")),
        paths[0]: gbk(listing("/新/content_100001.htm")),
        paths[1]: gbk(article(1)),
        "/go.asp?id=100002": says(redirect),
        moved: gbk(article(2)),
    }
    with FaultServer(site) as server:
        ran = crawl(tmp_path / "crawl", server.origin + "/")
        targets = server.targets()
        assert ran.paths(server.origin) == {paths[1], moved}
    assert paths[0] in targets
