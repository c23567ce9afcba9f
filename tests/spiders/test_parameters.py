"""Sites that tell articles apart by parameters which name the way to a page elsewhere."""

from __future__ import annotations

import json
import re
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


MARKS = [
    *("utm_content={}", "spm=a{}.b", "fbclid=IwAR{}z", "isappinstalled={}", "sessionid=abc{}"),
    *("PHPSESSID=0123456789abcdef{}", "sid=0123456789abcdef{}", "from={}", "share_token=t{}"),
]


def site_of(paths: list[str]) -> dict[str, Behaviour]:
    """Return pages of articles, each under its path."""
    return {path: page(article(number)) for number, path in enumerate(paths, 1)}


def announced(kind: str, paths: list[str], origin: str) -> Behaviour:
    """Return a feed, a sitemap, a JSON list or a page that names these articles."""
    urls = [f"{origin}{path}".replace("&", "&amp;") for path in paths]
    if kind == "feed":
        items = "".join(f"<item><title>Ferry</title><link>{url}</link></item>" for url in urls)
        return says(response(f"<rss><channel>{items}</channel></rss>".encode(), "200 OK", "text/xml"))
    if kind == "sitemap":
        locations = "".join(f"<url><loc>{url}</loc></url>" for url in urls)
        return says(response(f"<urlset>{locations}</urlset>".encode(), "200 OK", "text/xml"))
    if kind == "json":
        entries = [{"title": "Ferry", "url": path} for path in paths]
        return says(response(json.dumps(entries).encode(), "200 OK", "application/json"))
    return page(listing(*paths))


@pytest.mark.parametrize("kind", ["feed", "sitemap", "json", "list"])
def test_articles_told_apart_by_what_marks_campaigns_elsewhere(kind: str, tmp_path: Path) -> None:
    """No name of a parameter is noise by itself: each article is requested as its source says."""
    paths = [f"/show{n}.jsp?cat=2&{mark.format(v)}" for n, mark in enumerate(MARKS) for v in range(1, 4)]
    with FaultServer(site_of(paths)) as server:
        server.behaviours = {**server.behaviours, "/start": announced(kind, paths, server.origin)}
        ran = crawl(tmp_path / "crawl", server.origin + "/start")
        assert ran.paths(server.origin) == set(paths)


@pytest.mark.parametrize("kind", ["feed", "sitemap", "json", "list"])
def test_one_article_under_many_marks(kind: str, tmp_path: Path) -> None:
    """It is fetched a few times, until two answers were the same, and written once."""
    paths = [f"/show.jsp?no=7&{mark.format(v)}" for v in range(10) for mark in MARKS[:2]]
    with FaultServer({path: page(article(7)) for path in paths}) as server:
        server.behaviours = {**server.behaviours, "/start": announced(kind, paths, server.origin)}
        ran = crawl(tmp_path / "crawl", server.origin + "/start")
        assert len(ran.records) == 1
        assert len([target for target in server.targets() if "no=7" in target]) <= 10


@pytest.mark.parametrize("form", ["/a/Ferry{}x", "/show.jsp?no={}", "/2022-08/01/content_7{}.htm"])
def test_feed_whose_marks_change_every_hour(form: str, tmp_path: Path) -> None:
    """Known articles are soon not fetched again, and never written again; a new one comes at once."""
    asked: list[int] = []
    with FaultServer({}) as server:
        for hour in range(4):
            mark = f"utm_source=feed&utm_campaign=h{hour}"
            paths = [form.format(n) for n in range(1, 17 + hour)]
            marked = [f"{path}{'&' if '?' in path else '?'}{mark}" for path in paths]
            answers = {**site_of(marked), **site_of(paths)}
            server.behaviours = {**answers, "/rss": announced("feed", marked, server.origin)}
            before = len(server.asked)
            ran = crawl(tmp_path / "crawl", server.origin + "/rss")
            asked.append(sum(target != "/rss" for target in server.targets()[before:]))
            assert len(ran.records) == 16 + hour
    assert asked[0] >= 16
    assert asked[1] <= 12
    assert max(asked[2:]) <= 2


def test_session_in_each_link(tmp_path: Path) -> None:
    """A session id that changes with each answer makes no endless crawl, and hides no article."""
    stories = [f"/show.php?no={number}" for number in range(1, 5)]

    def answers(connection: Connection, asked: Asked) -> None:
        session = f"PHPSESSID={len(server.asked):020x}"
        links = [f"{story}&{session}" for story in stories] + [f"/list.php?{session}", f"/?{session}"]
        number = re.search(r"no=(\d)", asked.target)
        more = "".join(f"<a href='{link}'>Ferry</a>" for link in links)
        text = article(int(number[1]), more) if number else listing(*links)
        connection.send(response(text.encode()))

    with FaultServer({"/robots.txt": page("")}, fallback=answers) as server:
        ran = crawl(tmp_path / "crawl", server.origin + "/", arguments=["limit=100"])
        assert len({record["headline"] for record in ran.records}) == len(ran.records) == len(stories)
        assert len(server.targets()) < 40


SHAPES = {
    "PHP": "{path}?no={number}&PHPSESSID={session:026x}",
    "Java": "{path};jsessionid={session:032X}?no={number}",
    "Java, in the query": "{path}?jsessionid={session:032X}&no={number}",
    "ASP": "{path}?no={number}&ASPSESSIONIDQQABCDEF={letters:K>24}",
    "ASP.NET": "/(S({letters:a>24})){path}?no={number}",
    "ASP.NET, of a browser": "/(X(1)S({letters:a>24})){path}?no={number}",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_session_of_a_usual_shape(shape: str, tmp_path: Path) -> None:
    """A session that changes with each answer is dropped from requests: no page is requested twice."""

    def url(path: str, number: int, session: int) -> str:
        letters = "".join(chr(ord("b") + int(digit)) for digit in str(session))
        return SHAPES[shape].format(path=path, number=number, session=session, letters=letters)

    def answers(connection: Connection, asked: Asked) -> None:
        session = len(server.asked)
        links = [url("/show.aspx", number, session) for number in range(1, 5)]
        links += [url("/list.aspx", number, session) for number in (7, 8)]
        number = re.search(r"show.*no=(\d)", asked.target)
        more = "".join(f"<a href='{link}'>Ferry</a>" for link in links)
        text = article(int(number[1]), more) if number else listing(*links)
        connection.send(response(text.encode()))

    with FaultServer({"/robots.txt": page("")}, fallback=answers) as server:
        ran = crawl(tmp_path / "crawl", server.origin + "/")
        stories = {f"/show.aspx?no={number}" for number in range(1, 5)}
        assert ran.paths(server.origin) == stories
        others = {"/", "/robots.txt", "/list.aspx?no=7", "/list.aspx?no=8"}
        assert sorted(server.targets()) == sorted(stories | others)
