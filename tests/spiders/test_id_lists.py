"""Lists whose items have ids in place of URLs, harvested as a declared publisher's."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from crawler.spiders.news import NewsSpider
from tests.faults.crawl import crawl
from tests.faults.server import Asked, Connection, FaultServer, response, says
from tests.spiders.harvest import article

SITE = "http://china.huanqiu.com"


def test_articles_of_a_list_of_ids(tmp_path: Path) -> None:
    """The declaration's template leads from the list to the articles."""
    ids = [f"4KbRzExam{number:02}" for number in range(1, 5)]
    rows = {"list": [{"aid": each, "title": "Ferry", "ctime": "1715131800000"} for each in ids]}
    start = f"{SITE}/api/list?node=7"
    site = {f"{SITE}/article/{each}": says(response(article(n).encode())) for n, each in enumerate(ids, 1)}
    with FaultServer(
        {start: says(response(json.dumps(rows).encode(), "200 OK", "application/json")), **site}
    ) as server:
        ran = crawl(tmp_path / "crawl", start, variables={"http_proxy": server.origin})
        assert ran.paths(SITE) == {f"/article/{each}" for each in ids}


def test_data_lists_of_a_declaration() -> None:
    """The home page of a publisher brings its declared lists, each once."""
    spider = NewsSpider(start="https://www.thepaper.cn/")
    requests = list(spider.data_lists("https://www.thepaper.cn/"))
    assert {request.method for request in requests} == {"POST"}
    assert [json.loads(request.body)["channelId"] for request in requests] == [
        "25950",
        "25951",
        "25952",
        "25953",
    ]
    assert list(spider.data_lists("https://www.thepaper.cn/")) == []
    assert list(spider.data_lists("https://www.lanqiao.test/")) == []


def declared(key: str, *data_lists: str) -> str:
    """Return the declaration of a site whose lists name articles by the key."""
    return f"""
from crawler.publishers import DataList, ItemUrl, Publisher

LANQIAO_TEST = Publisher(
    name="lanqiao.test",
    title="Lanqiao Daily",
    hosts=("lanqiao.test",),
    start=("http://www.lanqiao.test/",),
    language="en",
    article_urls=(r"^/detail/[0-9]+$",),
    item_urls=(ItemUrl(key="{key}", url="http://www.lanqiao.test/detail/{{{key}}}"),),
    data_lists=({", ".join(data_lists)}),
)
"""


DECLARED = declared(
    "contId",
    """DataList(
        url="http://api.lanqiao.test/list?channel=world&page={page}",
        body='{"channel": "world", "pageNum": {page}}',
    )""",
    """DataList(url="http://api.lanqiao.test/list?channel=home", body='{"channel": "home"}')""",
)
OWN, API = "http://www.lanqiao.test", "http://api.lanqiao.test"


class PostedSite:
    """A site whose articles stand in lists alone that are answered to POST alone."""

    def __init__(self, world: list[list[int]], home: list[int]) -> None:
        self.world, self.home = world, home

    def __call__(self, connection: Connection, asked: Asked) -> None:
        """Answer a request."""
        if asked.target == OWN + "/":
            connection.send(response(b"<html><body><div id='app'></div></body></html>"))
        elif asked.target.startswith(OWN + "/detail/"):
            connection.send(response(article(int(asked.target.rpartition("/")[2]) % 100).encode()))
        elif asked.target.startswith(API) and asked.method == "POST":
            rows = self._rows(json.loads(asked.body))
            answer = {"data": {"list": [{"contId": 7114300 + row, "name": "Ferry"} for row in rows]}}
            connection.send(response(json.dumps(answer).encode(), "200 OK", "application/json"))
        else:
            connection.send(response(b"", "404 Not Found"))

    def _rows(self, question: dict[str, Any]) -> list[int]:
        if question["channel"] == "home":
            return self.home
        pages = dict(enumerate(self.world, 1))
        return pages.get(question["pageNum"], [])


def test_data_lists_are_crawled_to_their_end(tmp_path: Path) -> None:
    """A declared list is requested by POST, page after page, and in each run again up to known articles."""
    own = tmp_path / "publishers"
    own.mkdir()
    (own / "lanqiao_test.py").write_text(DECLARED)
    with FaultServer({}, fallback=PostedSite([[1, 2, 3], [4, 5, 6], [7]], [8, 9])) as server:

        def run() -> tuple[set[str], list[str]]:
            before = len(server.asked)
            ran = crawl(
                tmp_path / "crawl",
                OWN + "/",
                f"PUBLISHERS_DIR={own}",
                variables={"http_proxy": server.origin},
            )
            asked = [f"{each.method} {each.target}" for each in server.asked[before:]]
            return ran.paths(OWN), [each for each in asked if "/list?" in each or "/detail/" in each]

        paths, asked = run()
        assert paths == {f"/detail/{7114300 + number}" for number in range(1, 10)}
        assert len(asked) == len(set(asked))
        assert {each for each in asked if "/list?" in each} == {
            f"POST {API}/list?channel=home",
            *(f"POST {API}/list?channel=world&page={page}" for page in range(1, 5)),
        }
        server.fallback = PostedSite([[10, 1, 2], [3, 4, 5], [6, 7]], [8, 9])
        paths, asked = run()
        assert f"/detail/{7114310}" in paths
        assert sorted(asked) == [
            f"GET {OWN}/detail/7114310",
            f"POST {API}/list?channel=home",
            *(f"POST {API}/list?channel=world&page={page}" for page in (1, 2)),
        ]


COUNTED = declared(
    "aid",
    'DataList(url="http://www.lanqiao.test/page/world_{page}.jsonp", last_page=3)',
    'DataList(url="http://api.lanqiao.test/list?offset={page}&limit=2", first_page=0, step=2)',
)


def _counted_site(connection: Connection, asked: Asked) -> None:
    """Answer as a site with a list in numbered files, and one that takes the number of its first entry."""
    if asked.target == OWN + "/":
        return connection.send(response(b"<html><body><div id='app'></div></body></html>"))
    if asked.target.startswith(OWN + "/detail/"):
        return connection.send(response(article(int(asked.target.rpartition("/")[2]) % 100).encode()))
    if asked.target.startswith(OWN + "/page/world_"):
        page = int(asked.target.rpartition("_")[2].removesuffix(".jsonp"))
        rows = [{"title": "Ferry", "url": f"{OWN}/detail/{7114300 + page * 2 + more}"} for more in (0, 1)]
        text = f"world({json.dumps({'data': {'total': 6, 'list': rows}})})"
        return connection.send(response(text.encode(), "200 OK", "text/javascript"))
    if asked.target.startswith(API + "/list"):
        offset = int(asked.target.partition("offset=")[2].partition("&")[0])
        ids = [7114320 + number for number in range(5)][offset : offset + 2]
        text = json.dumps({"list": [*({"aid": each} for each in map(str, ids)), {}]})
        return connection.send(response(text.encode(), "200 OK", "application/json"))
    return connection.send(response(b"", "404 Not Found"))


def test_counted_lists_are_crawled_to_their_end(tmp_path: Path) -> None:
    """A declared list is requested by GET: file after file up to the last, offset after offset."""
    own = tmp_path / "publishers"
    own.mkdir()
    (own / "lanqiao_test.py").write_text(COUNTED)
    with FaultServer({}, fallback=_counted_site) as server:
        proxy = {"http_proxy": server.origin}
        ran = crawl(tmp_path / "crawl", OWN + "/", f"PUBLISHERS_DIR={own}", variables=proxy)
        numbers = [*range(2, 8), *range(20, 25)]
        assert ran.paths(OWN) == {f"/detail/{7114300 + number}" for number in numbers}
        asked = [f"{each.method} {each.target}" for each in server.asked if "/detail/" not in each.target]
    lists = [each for each in asked if "/page/" in each or "/list" in each]
    assert sorted(lists) == [
        *(f"GET {API}/list?offset={offset}&limit=2" for offset in (0, 2, 4, 6)),
        *(f"GET {OWN}/page/world_{page}.jsonp" for page in (1, 2, 3)),
    ]
