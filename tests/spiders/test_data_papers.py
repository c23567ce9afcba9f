"""Crawls of composed e-papers whose lists and articles are JSON alone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from tests.faults.crawl import Ran, crawl
from tests.faults.server import Asked, Connection, FaultServer, response
from tests.house.site import scrapy

ORIGIN = "http://paper.lanqiao.test"
DAYS = ("2022-08-04", "2022-08-05", "2022-08-06", "2022-08-07")
PAGES = ("01", "02")
DECLARED = """
from crawler.publishers import DayArchive, ItemUrl, PostedUrls, Publisher

API = "http://paper.lanqiao.test/api/"
LANQIAO_TEST = Publisher(
    name="lanqiao.test",
    title="Lanqiao Daily",
    hosts=("lanqiao.test",),
    start=("http://paper.lanqiao.test/",),
    language="zh-Hans",
    article_urls=(r"^/api/article$",),
    hub_urls=(r"^/api/(?:day|page)$",),
    item_urls=(
        ItemUrl(key="id", within="pages", url=API + "page?id={id}"),
        ItemUrl(key="id", within="articles", url=API + "article?site=7&id={id}"),
    ),
    posted_urls=(POSTED),
    days=(DayArchive(url=API + "day?paper=A&day={date:%Y-%m-%d}", since="2022-08-01"),),
)
"""
POSTED = 'PostedUrls(prefix=API, headers=(("X-Requested-With", "XMLHttpRequest"),)),'


def paper(connection: Connection, asked: Asked) -> None:
    """Answer as a paper that names its pages and articles only by ids."""
    parts = urlsplit(asked.target)
    if not parts.path.startswith("/api/"):
        page = b"<html><body><div id='app'></div></body></html>"
        return connection.send(response(page, "200 OK" if parts.path == "/" else "404 Not Found"))
    answer = {"status": "200", **_answer(parts.path, dict(parse_qsl(parts.query)))}
    text = json.dumps(answer, ensure_ascii=False)
    return connection.send(response(text.encode(), "200 OK", "application/json;charset=UTF-8"))


def posted_paper(connection: Connection, asked: Asked) -> None:
    """Answer as the same paper, to a POST with the right header and body alone."""
    query = dict(parse_qsl(urlsplit(asked.target).query))
    is_right = asked.method == "POST" and asked.headers.get("x-requested-with") == "XMLHttpRequest"
    if "/api/" in asked.target and not (is_right and json.loads(asked.body) == query):
        return connection.send(response(b'{"status": "500", "msg": "no access!"}'))
    return paper(connection, asked)


def _answer(path: str, asked: dict[str, str]) -> dict[str, Any]:
    if path == "/api/day":
        day = asked["day"]
        pages = [{"id": f"{day}-{page}", "pageName": f"第{page}版"} for page in PAGES]
        return {"obj": {"day": day, "pages": pages if day in DAYS else []}}
    if path == "/api/page":
        numbers = (1, 2) if asked["id"].endswith("01") else ()  # the second page is an advertisement
        rows = [{"id": f"{asked['id']}-{number}", "title": "<p>船闸</p>"} for number in numbers]
        return {"articles": rows}
    day, number = asked["id"][:10], asked["id"][-1]
    text = f"吴林在临水镇第{number}号船闸看到，{day}清晨有三十条渔船排队过闸，船工说今年的水位比往年高。"
    content = "".join(f"<p>　　{text}这是第{n}段。</p>" for n in range(4))
    vo = {"title": f"<p>临水船闸{day}放行渔船第{number}批</p>", "content": content, "periodTime": day}
    return {"obj": {"articleVo": {"id": asked["id"], "author": "林水", **vo}}}


def walked(folder: Path, server: FaultServer, declared: str, *days: str, start: str = "/") -> Ran:
    """Crawl the paper, with arguments for its days."""
    own = folder / "publishers"
    own.mkdir(exist_ok=True)
    (own / "lanqiao_test.py").write_text(declared)
    proxy = {"http_proxy": server.origin}
    return crawl(folder / "crawl", ORIGIN + start, f"PUBLISHERS_DIR={own}", arguments=days, variables=proxy)


@pytest.mark.parametrize(
    ("site", "posted"), [(paper, ""), (posted_paper, POSTED)], ids=["by GET", "by POST with a header"]
)
def test_days_of_a_paper_in_json(site: Any, posted: str, tmp_path: Path) -> None:
    """The list of a day leads to pages, these to articles, each asked once; a replay reads them again."""
    declared = DECLARED.replace("(POSTED)", f"({posted})")
    days = (f"since={DAYS[1]}", f"until={DAYS[2]}")
    with FaultServer({}, fallback=site) as server:
        ran = walked(tmp_path, server, declared, *days)
        ids = [f"{day}-01-{number}" for day in DAYS[1:3] for number in (1, 2)]
        assert ran.paths(ORIGIN) == {f"/api/article?site=7&id={each}" for each in ids}
        assert {record["headline"] for record in ran.records} == {
            f"临水船闸{each[:10]}放行渔船第{each[-1]}批" for each in ids
        }
        assert {record["published"] for record in ran.records} == set(DAYS[1:3])
        assert {record["bylines"][0] for record in ran.records} == {"林水"}
        targets = [target for target in server.targets() if "/api/" in target]
        assert len(targets) == len(set(targets)) == 2 + 4 + 4
        walked(tmp_path, server, declared, *days)
        assert sum("/api/article" in target for target in server.targets()) == len(ids)
    archive, own = tmp_path / "crawl" / "pages" / "*.warc.gz", tmp_path / "publishers"
    out = tmp_path / "again.jsonl"
    scrapy("crawl", "archive", "-a", f"warc={archive}", "-s", f"PUBLISHERS_DIR={own}", "-O", str(out))
    again = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert {record["headline"] for record in again} == {record["headline"] for record in ran.records}


LINKED = DECLARED.replace("(POSTED)", "()")
UNLINKED = LINKED.replace("days=(DayArchive(", "days=(DayArchive(is_linked=False, ")


@pytest.mark.parametrize(
    ("declared", "start", "days"),
    [
        (UNLINKED, "/", 2),
        (UNLINKED.replace("since=", "until="), "/", 0),
        (UNLINKED, "/news/list.html", 0),
        (LINKED, "/", 0),
    ],
    ids=["no page links it", "it has ended", "not from a list", "its lists are linked"],
)
def test_last_days_of_a_paper_without_since(declared: str, start: str, days: int, tmp_path: Path) -> None:
    """A harvest from the home page asks for the last two days of a growing archive that no page links."""
    with FaultServer({}, fallback=paper) as server:
        for _ in ("a first run", "a later run"):
            begin = len(server.targets())
            walked(tmp_path, server, declared, start=start)
            lists = {target for target in server.targets()[begin:] if "/api/day?" in target}
            assert len(lists) == days
