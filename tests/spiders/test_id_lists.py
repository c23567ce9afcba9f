"""Lists whose items have ids in place of URLs, harvested as a declared publisher's."""

from __future__ import annotations

import json
from pathlib import Path

from crawler.spiders.news import NewsSpider
from tests.faults.crawl import crawl
from tests.faults.server import FaultServer, response, says
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


def test_posted_lists_of_a_declaration() -> None:
    """The home page of a publisher brings its lists that are requested by POST, each once."""
    spider = NewsSpider(start="https://www.thepaper.cn/")
    requests = list(spider.posted_lists("https://www.thepaper.cn/"))
    assert {request.method for request in requests} == {"POST"}
    assert [json.loads(request.body)["channelId"] for request in requests] == [
        "25950",
        "25951",
        "25952",
        "25953",
    ]
    assert list(spider.posted_lists("https://www.thepaper.cn/")) == []
    assert list(spider.posted_lists("https://www.lanqiao.test/")) == []
