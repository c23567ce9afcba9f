"""Sites without end whose real articles must come all the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit
from zlib import crc32

import pytest

from tests.faults.crawl import crawl
from tests.faults.server import Asked, Behaviour, Connection, FaultServer, response, says
from tests.spiders.harvest import article, listing

COUNT = 12
STORIES = [f"/2022-08/{number:02}/content_{number}.htm" for number in range(1, COUNT + 1)]


def site_of(list_of: Callable[[str], str]) -> Behaviour:
    """Return a site of the stories and one list, which is made for each query."""

    def answer(connection: Connection, asked: Asked) -> None:
        path, _, query = asked.target.partition("?")
        if path in STORIES:
            return connection.send(response(article(STORIES.index(path) + 1).encode()))
        if path not in ("/", "/list.php"):
            return connection.send(response(b"gone", "404 Not Found"))
        return connection.send(response(list_of(query).encode()))

    return answer


def test_parameters_that_pile_up(tmp_path: Path) -> None:
    """A pager that adds its parameter to the query at hand is read as one list."""

    def list_of(query: str) -> str:
        page = int(query.rpartition("p=")[2] or 1)
        joined = f"/list.php?{query}&" if query else "/list.php?"
        links = [f"{joined}p={number}" for number in range(1, 5)]
        return listing(*STORIES[page * 3 - 3 : page * 3], *links)

    with FaultServer({}, fallback=site_of(list_of)) as server:
        ran = crawl(tmp_path / "crawl", server.origin + "/list.php")
        assert ran.paths(server.origin) == set(STORIES)
        assert len([target for target in server.targets() if "list.php" in target]) < 10


FILTERS = 8


def _toggles(query: str) -> list[str]:
    """Return the links of a filter: each facet is added to the query, or taken away."""
    own = [part for part in query.split("&") if part]
    facets = [f"f{number}=1" for number in range(FILTERS)]
    changed = [[each for each in (*own, facet) if own.count(each) < 1 or each != facet] for facet in facets]
    return [f"/list.php?{'&'.join(each)}" for each in changed]


def _tags(query: str) -> list[str]:
    """Return the links of a filter whose parameter has any number of values."""
    joined = f"{query}&" if query else ""
    return [f"/list.php?{joined}f[]={value}" for value in range(FILTERS) if f"f[]={value}" not in query]


def _choices(query: str) -> list[str]:
    """Return the links of a filter with several values of each facet."""
    own = dict(part.split("=") for part in query.split("&") if part)
    chosen = [{**own, f"f{facet}": str(value)} for facet in range(FILTERS) for value in range(4)]
    return ["/list.php?" + "&".join(map("=".join, sorted(each.items()))) for each in chosen]


def _trail(query: str) -> list[str]:
    """Return the links of a tree whose parameter names the way to a node."""
    path = query.removeprefix("path=")
    return [f"/list.php?path={path}{',' if path else ''}{node}" for node in range(4)]


@pytest.mark.parametrize("links", [_toggles, _tags, _choices, _trail])
def test_filters_that_add_up(links: Callable[[str], list[str]], tmp_path: Path) -> None:
    """A few of the combinations of a filter are read; the articles behind its pager come all the same."""

    def list_of(query: str) -> str:
        page = int(query.removeprefix("page=")) if query.startswith("page=") else 1
        pager = "".join(f"<a href='/list.php?page={number}'>{number}</a> " for number in range(1, 5))
        facets = links("" if query.startswith("page=") else query.replace("%5B%5D", "[]"))
        return listing(*STORIES[page * 3 - 3 : page * 3], *facets, more=pager)

    with FaultServer({}, fallback=site_of(list_of)) as server:
        ran = crawl(tmp_path / "crawl", server.origin + "/", "GROWING_LINKS_MAX=40", "PARSE_PROCESSES=0")
        assert ran.paths(server.origin) == set(STORIES)
        assert len([target for target in server.targets() if "list.php" in target]) < 100
    assert "links that grow (GROWING_LINKS_MAX)" in ran.log


@pytest.mark.parametrize("has_itself", [True, False])
def test_folders_inside_each_other(has_itself: bool, tmp_path: Path) -> None:
    """Relative links to folders that any folder answers lead into each other, up to a bound."""
    names = [f"p{number}/" for number in range(7)]

    def answer(connection: Connection, asked: Asked) -> None:
        if asked.target in STORIES:
            return connection.send(response(article(STORIES.index(asked.target) + 1).encode()))
        last = asked.target.rstrip("/").rpartition("/")[2] + "/"
        if not asked.target.endswith("/"):
            return connection.send(response(b"gone", "404 Not Found"))
        number = names.index(last) if last in names else 0
        others = [name for name in names if has_itself or name != last]
        return connection.send(response(listing(*others, *STORIES[number * 2 : number * 2 + 2]).encode()))

    with FaultServer({}, fallback=answer) as server:
        ran = crawl(tmp_path / "crawl", server.origin + "/", "GROWING_LINKS_MAX=40", "PARSE_PROCESSES=0")
        assert ran.paths(server.origin) == set(STORIES)
        assert len([target for target in server.targets() if target.endswith("/")]) < 120


def test_wildcard_hosts(tmp_path: Path) -> None:
    """The articles of the real host come before the hosts that its pages make up, and those are bounded."""
    home = "http://www.lanqiao.test"

    def answer(connection: Connection, asked: Asked) -> None:
        parts = urlsplit(asked.target)
        if parts.path == "/robots.txt":
            return connection.send(response(b"gone", "404 Not Found"))
        if f"{home}{parts.path}" == asked.target and parts.path in STORIES:
            return connection.send(response(article(STORIES.index(parts.path) + 1).encode()))
        made = [f"http://x{crc32(f'{asked.target} {number}'.encode())}.lanqiao.test/" for number in range(20)]
        own = [home + path for path in STORIES] if asked.target == f"{home}/" else []
        return connection.send(response(listing(*made, *own).encode()))

    with FaultServer({}, fallback=answer) as server:
        settings = ("DOMAIN_HOSTS_MAX=60", "DOMAIN_HOSTS_AT_ONCE=4", "PARSE_PROCESSES=0")
        proxy = {"http_proxy": server.origin}
        ran = crawl(tmp_path / "crawl", f"{home}/", *settings, variables=proxy)
        hosts = [urlsplit(target).netloc for target in server.targets()]
        assert ran.paths(home) == set(STORIES)
        assert len(set(hosts)) <= 61
        last = max(n for n, target in enumerate(server.targets()) if urlsplit(target).path in STORIES)
        assert len(set(hosts[:last])) <= 20
    assert "hosts of one domain (DOMAIN_HOSTS_MAX)" in ran.log


@pytest.mark.parametrize("setting", ["DOMAIN_PAGES_MAX=30", "DOMAIN_PAGES_MAX=30,DOMAIN_HOSTS_AT_ONCE=2"])
def test_budget_of_a_domain(setting: str, tmp_path: Path) -> None:
    """The hosts of one domain have a common budget; the run ends there and counts the waiting URLs."""

    def answer(connection: Connection, asked: Asked) -> None:
        if asked.target.endswith("/robots.txt"):
            return connection.send(response(b"gone", "404 Not Found"))
        made = [f"http://x{crc32(f'{asked.target} {number}'.encode())}.lanqiao.test/" for number in range(9)]
        return connection.send(response(listing(*made).encode()))

    with FaultServer({}, fallback=answer) as server:
        proxy = {"http_proxy": server.origin}
        settings = ("PARSE_PROCESSES=0", *setting.split(","))
        ran = crawl(tmp_path / "crawl", "http://www.lanqiao.test/", *settings, variables=proxy)
        pages = [target for target in server.targets() if not target.endswith("/robots.txt")]
    assert len(pages) <= 40
    assert "pages of one domain (DOMAIN_PAGES_MAX)" in ran.log


def test_hosts_of_one_address_share_its_pace(tmp_path: Path) -> None:
    """Three ports of one address are requested no faster than two hosts would be."""
    with FaultServer({}) as one, FaultServer({}) as two, FaultServer({}) as three:
        servers = (one, two, three)
        paths = [f"/2022-08/{number:02}/content_{number}.htm" for number in range(1, 5)]
        for server in servers:
            site = {path: says(response(article(n).encode())) for n, path in enumerate(paths, 1)}
            server.behaviours = {"/": says(response(listing(*paths).encode())), **site}
        starts = ",".join(f"{server.origin}/" for server in servers)
        crawl(tmp_path / "crawl", starts, "DOWNLOAD_DELAY=0.4", "RANDOMIZE_DOWNLOAD_DELAY=0")
        times = sorted(asked.at for server in servers for asked in server.asked)
    assert len(times) == 3 * 6
    assert times[-1] - times[6] >= 0.2 * 10
