"""Crawls of a composed site whose galleries are files in JSON beside their pages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.faults.crawl import Ran, crawl
from tests.faults.server import Asked, Connection, FaultServer, response
from tests.house.site import scrapy, scrapy_here
from tests.spiders.harvest import SENTENCE, listing

ORIGIN = "http://www.lanqiao.test"
PAGES = ("/2022/08/04/PHOA1.html", "/2022/08/05/PHOA2.html", "/2022/08/06/PHOA3.html")
DECLARED = r"""
from crawler.publishers import Companion, Publisher

LANQIAO_TEST = Publisher(
    name="lanqiao.test",
    title="Lanqiao",
    hosts=("lanqiao.test",),
    start=("http://www.lanqiao.test/",),
    language="en",
    article_urls=(r"/PHOA\d+\.html$",),
    companions=(
        Companion(article=r"/PHOA(?P<id>\d+)\.html$", url="http://api.lanqiao.test/album?site=7&id={id}"),
    ),
)
"""


def site(connection: Connection, asked: Asked) -> None:
    """Answer as a site with three galleries; the album of the second is a page, that of the third is gone."""
    target = asked.target.removeprefix("http://api.lanqiao.test").removeprefix(ORIGIN)
    if target == "/":
        return connection.send(response(listing(*PAGES).encode()))
    if target in PAGES:
        return connection.send(response(_gallery(target).encode()))
    if target == "/album?site=7&id=1":
        return connection.send(response(json.dumps(_album()).encode(), "200 OK", "application/json"))
    is_other = target == "/album?site=7&id=2"
    return connection.send(response(b"<html><p>Sorry</p></html>", "200 OK" if is_other else "404 Not Found"))


def _gallery(path: str) -> str:
    headline, day = f"Boats at Lanqiao in gallery {path[-6]}", path[1:11].replace("/", "-")
    paragraphs = "".join(f"<p>{SENTENCE}, said visitor {path[-6]} on walk {walk}.</p>" for walk in range(3))
    return (
        f"<html><head><meta charset='utf-8'><title>{headline}</title></head><body><h1>{headline}</h1>"
        f"<div class='date'>{day}</div><div id='content'>{paragraphs}</div></body></html>"
    )


def _album() -> dict[str, Any]:
    photos = [
        {"photo_url": f"{ORIGIN}/{n}.jpg", "photo_brief": f"Boats at gate {n}. (Photo by Wu Lin)"}
        for n in (1, 2)
    ]
    return {"photo_album_list": photos}


def crawled(folder: Path, server: FaultServer) -> Ran:
    """Crawl the site with its declaration."""
    own = folder / "publishers"
    own.mkdir(exist_ok=True)
    (own / "lanqiao_test.py").write_text(DECLARED)
    proxy = {"http_proxy": server.origin}
    return crawl(folder / "crawl", ORIGIN + "/", f"PUBLISHERS_DIR={own}", variables=proxy)


def seen(records: list[dict[str, Any]]) -> dict[str, tuple[list[str], bool, bool]]:
    """Return the captions of each gallery, whether evidence names a companion, and a missing one."""
    return {
        record["url"].removeprefix(ORIGIN): (
            [photo["caption"] for photo in record["photos"]],
            "companion" in record["evidence"],
            "pages.missing" in record["evidence"],
        )
        for record in records
    }


def test_gallery_with_its_companion(tmp_path: Path) -> None:
    """The album is fetched once, with its page; a lost album leaves the article; a replay agrees."""
    expected = {
        PAGES[0]: (["Boats at gate 1.", "Boats at gate 2."], True, False),
        PAGES[1]: ([], False, True),
        PAGES[2]: ([], False, True),
    }
    with FaultServer({}, fallback=site) as server:
        ran = crawled(tmp_path, server)
        assert seen(ran.records) == expected
        assert sum("/album" in target and target.endswith("id=1") for target in server.targets()) == 1
    archive, out = tmp_path / "crawl" / "pages" / "*.warc.gz", tmp_path / "again.jsonl"
    own = f"PUBLISHERS_DIR={tmp_path / 'publishers'}"
    scrapy("crawl", "archive", "-a", f"warc={archive}", "-s", own, "-O", str(out))
    again = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert seen(again) == expected


def test_missing_companions_are_listed_and_fetched_later(tmp_path: Path) -> None:
    """A list names each with reason and article, the summary names the list, a later run may get them."""
    folder, is_repaired = tmp_path / "crawl", False

    def repaired(connection: Connection, asked: Asked) -> None:
        if is_repaired and "/album" in asked.target:
            connection.send(response(json.dumps(_album()).encode(), "200 OK", "application/json"))
        else:
            site(connection, asked)

    with FaultServer({}, fallback=repaired) as server:
        log = crawled(tmp_path, server).log
        assert f"scrapy outcomes {folder} --parts --last-run" in log
        shown = scrapy_here("outcomes", str(folder), "--parts").stdout
        album = "http://api.lanqiao.test/album?site=7"
        assert sorted(shown.splitlines()) == [
            f"failed (HTTP 404): {album}&id=3, of {ORIGIN}{PAGES[2]}",
            f"failed (part that is another page): {album}&id=2, of {ORIGIN}{PAGES[1]}",
        ]
        queued = scrapy_here("retry", str(folder), "--parts").stdout
        assert "2 articles queued again for missing parts: run the same crawl to fetch them" in queued
        is_repaired = True
        ran = crawled(tmp_path, server)
        assert [record["revision"] for record in ran.records] == [1, 1, 1, 2, 2]
        assert scrapy_here("outcomes", str(folder), "--parts").stderr == "0 parts: no article lacks one\n"
