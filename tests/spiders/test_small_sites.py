"""Tests of the `news` spider on sites made for one point each."""

from __future__ import annotations

import json
from pathlib import Path

from tests.spiders.harvest import article, harvest, listing, small_site

STORY = "/2022-08/{:02}/content_{}.htm"


def stories(*numbers: int) -> list[str]:
    """Return the paths of articles."""
    return [STORY.format(number, number) for number in numbers]


def pages(*numbers: int) -> dict[str, str]:
    """Return articles by path."""
    return {path: article(number) for number, path in zip(numbers, stories(*numbers), strict=True)}


def pager(count: int) -> str:
    """Return the script that announces a number of pages."""
    return f'<script>createPageHTML({count}, 0, "index", "htm")</script>'


def test_list_is_left_where_it_becomes_stale(tmp_path: Path) -> None:
    """Two pages in a row without anything new end a list, a missing one among them."""
    site = {
        "/world/index.htm": listing(*stories(1), more=pager(9)),
        "/world/index_1.htm": listing(*stories(1), more=pager(9)),
        "/world/index_2.htm": listing(*stories(2), more=pager(9)),
        "/world/index_4.htm": listing(*stories(2), more=pager(9)),
        "/world/index_5.htm": listing(*stories(3), more=pager(9)),
    }
    with small_site(tmp_path / "site", {**site, **pages(1, 2, 3)}) as server:
        crawled = harvest(tmp_path, f"{server.origin}/world/index.htm")
        assert crawled.paths(server.origin) == stories(1, 2)
        assert [hit for hit in server.hits if "world" in hit] == [
            f"/world/index{end}.htm" for end in ("", "_1", "_2", "_3", "_4")
        ]


def test_deep_lists_are_read_to_the_cap(tmp_path: Path) -> None:
    """The pages of a list lie at one depth; LIST_PAGES_MAX bounds them, and the log says so."""
    site = {
        f"/world/index{f'_{n}' if n else ''}.htm": listing(*stories(n + 1), more=pager(20)) for n in range(20)
    }
    options = ("-s", "LIST_PAGES_MAX=12", "-s", "DEPTH_LIMIT=3")
    with small_site(tmp_path / "site", {**site, **pages(*range(1, 21))}) as server:
        crawled = harvest(tmp_path, f"{server.origin}/world/index.htm", *options)
        assert crawled.paths(server.origin) == stories(*range(1, 13))
    assert "stopped reading a list after 12 pages (LIST_PAGES_MAX)" in crawled.log


def test_missing_part_does_not_lose_the_article(tmp_path: Path) -> None:
    """An article whose third part is gone comes with the others, and the failure is counted."""
    links = "<a href='content_1_2.htm'>2</a> <a href='content_1_3.htm'>3</a> <a href='content_1_4.htm'>4</a>"
    site = {
        "/index.htm": listing("/2022-08/01/content_1_2.htm", "/2022-08/01/content_1.htm"),
        "/2022-08/01/content_1.htm": article(1, links),
        "/2022-08/01/content_1_2.htm": article(2, "<a href='content_1.htm'>1</a>" + links),
        "/2022-08/01/content_1_3.htm": article(3, links),
    }
    responses = {"/2022-08/01/content_1_4.htm": {"status": 302, "location": "/index.htm"}}
    with small_site(tmp_path / "site", site, responses) as server:
        (tmp_path / "site" / "www" / "2022-08/01/content_1_3.htm").unlink()
        crawled = harvest(tmp_path, f"{server.origin}/")
        assert crawled.paths(server.origin) == ["/2022-08/01/content_1.htm"]
        assert [url.rpartition("/")[2] for url in crawled.records[0]["pages"]] == [
            "content_1.htm",
            "content_1_2.htm",
        ]
    assert "1 HTTP 404" in crawled.log
    assert "1 part that is another page" in crawled.log


def test_redirects(tmp_path: Path) -> None:
    """Each redirect that brings nothing is named once, with its reason; a start may move."""
    site = {"/en/index.htm": listing(*stories(1), "/go/1", "/go/away", "/go/loop", "/go/mail"), **pages(1)}
    responses = {
        "/": {"status": 301, "location": "/en/index.htm"},
        "/go/1": {"status": 302, "location": stories(1)[0]},
        "/go/loop": {"status": 302, "location": "/go/loop"},
        "/go/mail": {"status": 302, "location": "mailto:lin@news.test"},
    }
    with small_site(tmp_path / "site", site, responses) as server:
        abroad = server.origin.replace("127.0.0.1", "localhost")
        server.site.responses["/go/away"] = {"status": 302, "location": f"{abroad}{stories(1)[0]}"}
        crawled = harvest(tmp_path, f"{server.origin}/")
        assert crawled.paths(server.origin) == stories(1)
    assert "1 × redirect to a known page" in crawled.log
    assert "rejected  2: 1 redirected out of scope, 1 redirected to a known page" in crawled.log
    assert "failed    2: 1 max redirections reached, 1 redirect to another scheme than http(s)" in crawled.log


def test_start_that_moved_to_another_host(tmp_path: Path) -> None:
    """Where the start itself leads to another host, this becomes the scope; no robots.txt is no failure."""
    with small_site(tmp_path / "site", {"/en/index.htm": listing(*stories(1, 2)), **pages(1, 2)}) as server:
        abroad = server.origin.replace("127.0.0.1", "localhost")
        server.site.responses["/"] = {"status": 301, "location": f"{abroad}/en/index.htm"}
        crawled = harvest(tmp_path, server.origin)
        assert crawled.paths(abroad) == stories(1, 2)
        assert "/robots.txt" in server.hits
    assert "failed " not in crawled.log


def test_robots_names_sitemaps(tmp_path: Path) -> None:
    """Sitemaps in robots.txt, which is fetched once, are read for a home page."""
    sitemap = f"<urlset><url><loc>{stories(2)[0]}</loc></url><url><loc>/x.jpg</loc></url></urlset>"
    site = {"/index.htm": listing(*stories(1)), "/robots.txt": "Sitemap: /all.xml", "/all.xml": sitemap}
    with small_site(tmp_path / "site", {**site, **pages(1, 2)}) as server:
        crawled = harvest(tmp_path, f"{server.origin}/")
        assert crawled.paths(server.origin) == stories(1, 2)
        assert "/x.jpg" not in server.hits
        assert server.hits.count("/robots.txt") == 1


def test_feed_of_another_site(tmp_path: Path) -> None:
    """A feed whose entries lie out of scope gives the remedy."""
    with small_site(tmp_path / "site", pages(1)) as server:
        feed = tmp_path / "site" / "www" / "rss.xml"
        abroad = server.origin.replace("127.0.0.1", "localhost")
        feed.write_text(f"<rss><item><link>{abroad}{stories(1)[0]}</link></item></rss>", encoding="utf-8")
        crawled = harvest(tmp_path, f"{server.origin}/rss.xml")
        assert "write -a scope=localhost" in crawled.log
        assert crawled.records == []
        crawled = harvest(tmp_path, f"{server.origin}/rss.xml", "-a", "scope=localhost")
        assert crawled.paths(abroad) == stories(1)


def test_what_is_no_web_page_is_named(tmp_path: Path) -> None:
    """A picture under a page's address is counted as a picture."""
    responses = {"/xgc.htm": {"status": 200, "file": "/none.png"}}
    with small_site(
        tmp_path / "site", {"/index.htm": listing("/xgc.htm"), "/none.png": "\x00\x01"}, responses
    ) as server:
        crawled = harvest(tmp_path, f"{server.origin}/")
    assert "1 not a web page" in crawled.log


def test_lists_that_scripts_load(tmp_path: Path) -> None:
    """Articles that stand in JSON alone are found, on the list's word or a script's."""
    script = "<script>$.getJSON('./YAOWEN.json', show); load('/api/weather.json')</script>"
    rows = [{"TITLE": "Ferry number 1 returns", "URL": stories(1)[0], "DOCRELPUBTIME": "2022-08-01"}]
    more = [{"publishUrl": ".." + path, "publishTime": "2022-08-02"} for path in stories(2, 3)]
    site = {
        "/world/index.htm": listing(more=script + '<ul data="datasource:0a" preview="ds_"></ul>'),
        "/world/YAOWEN.json": json.dumps(rows),
        "/world/ds_0a.json": json.dumps({"datasource": more}),
        "/api/weather.json": '{"city": "Lanqiao", "now": "rain"}',
    }
    with small_site(tmp_path / "site", {**site, **pages(1, 2, 3)}) as server:
        crawled = harvest(tmp_path, f"{server.origin}/world/index.htm")
        assert crawled.paths(server.origin) == stories(1, 2, 3)
    assert "3 × list in JSON" in crawled.log
    assert crawled.status == 0


def test_article_that_is_json(tmp_path: Path) -> None:
    """An answer of an interface in the place of an article is no list."""
    site = {"/index.htm": listing(*stories(1, 2)), **pages(1), stories(2)[0]: '{"error": "not found"}'}
    with small_site(tmp_path / "site", site) as server:
        crawled = harvest(tmp_path, f"{server.origin}/")
        assert crawled.paths(server.origin) == stories(1)
    assert "1 not a web page" in crawled.log
