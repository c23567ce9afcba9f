"""Sites that tell articles apart by parameters which name the way to a page elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.crawl import crawl
from tests.faults.server import Asked, Behaviour, Connection, FaultServer, response, says
from tests.spiders.harvest import article, listing


def page(text: str) -> Behaviour:
    """Return the behaviour that sends a page."""
    return says(response(text.encode()))


@pytest.mark.parametrize(
    "form",
    [
        "/show.jsp?shareId={}00008",
        "/show.jsp?ref={}",
        "/show.jsp?from={}",
        "/show.jsp?cat=2&wxid=oA{}b",
        "/news/?timestamp={}659840000",
        "/detail?ref=ferry-{}",
    ],
)
def test_articles_told_apart_by_such_a_parameter(form: str, tmp_path: Path) -> None:
    """Every article is requested as its link says, and comes."""
    paths = [form.format(number) for number in range(1, 6)]
    site = {path: page(article(number)) for number, path in enumerate(paths, 1)}
    with FaultServer({"/": page(listing(*paths)), **site}) as server:
        ran = crawl(tmp_path / "crawl", server.origin + "/")
        assert ran.paths(server.origin) == set(paths)


def test_list_under_ever_new_timestamps(tmp_path: Path) -> None:
    """Once two answers were the same, the parameter is requested no more."""
    stories = [f"/2022-08/{number:02}/content_{number}.htm" for number in range(1, 6)]

    def lists(connection: Connection, asked: Asked) -> None:  # noqa: ARG001  a behaviour's signature
        now = len(server.asked)
        links = [f"/list.jsp?timestamp={now}0{n}" for n in range(4)]
        connection.send(response(listing(*stories, *links).encode()))

    site = {path: page(article(number)) for number, path in enumerate(stories, 1)}
    with FaultServer({"/robots.txt": page(""), **site}, fallback=lists) as server:
        ran = crawl(tmp_path / "crawl", server.origin + "/", arguments=["limit=50"])
        assert ran.paths(server.origin) == set(stories)
        assert len([target for target in server.targets() if "timestamp" in target]) < 12


def test_error_pages_that_are_the_same(tmp_path: Path) -> None:
    """Two not-found pages that answer 200 do not prove that the parameter makes no difference."""
    paths = [f"/show.jsp?shareId={number}" for number in range(1, 8)]
    missing = "<html><title>404</title><body><h1>404</h1><p>对不起，您访问的页面不存在。</p></body></html>"
    site = {path: page(article(number) if number > 3 else missing) for number, path in enumerate(paths, 1)}
    with FaultServer({"/": page(listing(*paths)), **site}) as server:
        ran = crawl(tmp_path / "crawl", server.origin + "/")
        assert ran.paths(server.origin) == set(paths[3:])
