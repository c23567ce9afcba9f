"""Sites without end: mazes, tarpits, calendars, growing paths, sessions, sitemaps."""

from __future__ import annotations

from pathlib import Path
from zlib import crc32

import pytest

from tests.faults.crawl import Ran, crawl, healthy, measured_crawl, story
from tests.faults.server import Asked, Behaviour, Connection, FaultServer, response
from tests.spiders.harvest import listing

STORIES = set(map(story, range(1, 5)))


def maze(pause: float = 0.0) -> Behaviour:
    """Return pages of which each leads to twenty more."""

    def leads_on(connection: Connection, asked: Asked) -> None:
        connection.wait(pause)
        links = [f"/list/{crc32(f'{asked.target} {number}'.encode())}/" for number in range(20)]
        connection.send(response(listing(*links).encode()))

    return leads_on


def cut(ran: Ran) -> str:
    """Return the bounds that the summary names."""
    return "".join(line for line in ran.log.splitlines() if line.strip().startswith(("cut ", "postponed")))


@pytest.mark.fault(66)
def test_maze_ends_at_the_hosts_budget(tmp_path: Path) -> None:
    """A maze ends at the host's budget of pages, with its real articles; waiting URLs are named so."""
    with FaultServer(healthy({"/list/": maze()}), fallback=maze()) as server:
        ran = crawl(tmp_path / "crawl", server.origin + "/", "HOST_PAGES_MAX=60")
        assert ran.paths(server.origin) == STORIES
        assert len(server.asked) <= 66
        waiting = [row for row in ran.outcomes().values() if row["outcome"] == "waiting"]
        assert len(waiting) > 100
        assert {row["reason"] for row in waiting} == {"pages of one host (HOST_PAGES_MAX)"}
    assert "pages of one host (HOST_PAGES_MAX)" in cut(ran)
    assert ran.status == 10


@pytest.mark.fault(67)
def test_tarpit_ends_at_the_hosts_time(tmp_path: Path) -> None:
    """A maze of slow pages is left when the host has cost its time."""
    with FaultServer(healthy({"/list/": maze()}), fallback=maze(1)) as server:
        ran = crawl(tmp_path / "crawl", server.origin + "/", "HOST_SECONDS_MAX=10")
        assert ran.paths(server.origin) == STORIES
        assert len(server.asked) <= 40
    assert "time for one host (HOST_SECONDS_MAX)" in cut(ran)
    assert ran.status == 10


@pytest.mark.fault(68, 69, 70, 97, 100)
def test_traps_of_links(tmp_path: Path) -> None:
    """A calendar ends at the depth, growing paths at their repetition; odd links are one page."""

    def calendar(connection: Connection, asked: Asked) -> None:
        month = int(asked.target.rpartition("=")[2])
        connection.send(response(listing(f"/calendar?month={month + 1}").encode()))

    def fallback(connection: Connection, asked: Asked) -> None:
        if asked.target.startswith("/calendar"):
            return calendar(connection, asked)
        if asked.target.startswith("/grow/"):
            return connection.send(response(listing("more/", "more/other/").encode()))
        return connection.send(response(b"gone", "404 Not Found"))

    dotted = "/2022-08/./x/../" + story(3).removeprefix("/2022-08/")
    same = (f"{story(1)}?PHPSESSID=0123456789abcdef", f"{story(1)};jsessionid=ABC", f"  {story(2)}\n", dotted)
    schemes = ("javascript:x()", "file:///etc/passwd", "ftp://a.test/b", "data:text/html,x")
    odd = (*same, *schemes, "\\\\evil.test\\x", "http:/[", "/" + "x" * 100_000, "/" + "y" * 2084)
    with FaultServer(healthy({}), fallback=fallback) as server:
        server.behaviours = healthy(dict.fromkeys(("/calendar?month=1", "/grow/", *odd), fallback))
        ran = crawl(tmp_path / "crawl", server.origin + "/", "DEPTH_LIMIT=8")
        assert ran.paths(server.origin) == STORIES
        assert [server.targets().count(path) for path in sorted(STORIES)] == [1] * 4
        assert sum(target.startswith("/calendar") for target in server.targets()) == 8
        assert sum(target.startswith("/grow/") for target in server.targets()) < 10
        assert max(map(len, server.targets())) < 200
    told = cut(ran)
    assert "2 address too long" in told
    assert "path repeats itself (PATH_REPEATS_MAX)" in told
    assert "links too deep (DEPTH_LIMIT)" in told
    assert ran.status == 10


def xml(root: str, item: str, paths: list[str], origin: str) -> bytes:
    """Return a sitemap, or an index of them."""
    entries = "".join(f"<{item}><loc>{origin}{path}</loc></{item}>" for path in paths)
    return f"<?xml version='1.0'?><{root}>{entries}</{root}>".encode()


@pytest.mark.fault(71, 72)
def test_sitemaps_without_end(tmp_path: Path) -> None:
    """An index of ever new indexes ends at its depth, a wide one and a huge sitemap at their bounds."""

    def index(connection: Connection, asked: Asked) -> None:
        if not asked.target.startswith("/sitemap_index"):
            return connection.send(response(b"gone", "404 Not Found"))
        children = [f"/sitemap_index.xml?n={crc32(f'{asked.target} {n}'.encode())}" for n in range(3)]
        body = xml("sitemapindex", "sitemap", ["/sitemap_index.xml", *children], server.origin)
        return connection.send(response(body, "200 OK", "application/xml"))

    def huge(connection: Connection, asked: Asked) -> None:  # noqa: ARG001  a behaviour's signature
        paths = [*sorted(STORIES), *(f"/none/{n}/" for n in range(200_000))]
        connection.send(response(xml("urlset", "url", paths, server.origin), "200 OK", "application/xml"))

    def wide(connection: Connection, asked: Asked) -> None:  # noqa: ARG001  a behaviour's signature
        children = [f"/child{n}.xml" for n in range(40)]
        body = xml("sitemapindex", "sitemap", children, server.origin)
        connection.send(response(body, "200 OK", "application/xml"))

    with FaultServer({**healthy({}), "/huge.xml": huge, "/wide.xml": wide}, fallback=index) as server:
        starts = ",".join(f"{server.origin}/{name}.xml" for name in ("sitemap_index", "huge", "wide"))
        bounds = ("ENTRIES_MAX=50", "SITEMAP_DEPTH_MAX=2", "SITEMAP_CHILDREN_MAX=8", "HOST_PAGES_MAX=100")
        ran = measured_crawl(tmp_path / "crawl", starts, *bounds)
        assert ran.paths(server.origin) == STORIES
        assert sum(target.startswith("/child") for target in server.targets()) == 8
        assert sum(target.startswith("/sitemap_index") for target in server.targets()) == 1 + 3 + 9
    told = cut(ran)
    assert "9 sitemaps within sitemaps (SITEMAP_DEPTH_MAX)" in told
    assert "1 entries of a sitemap (ENTRIES_MAX)" in told
    assert "1 entries of a sitemap index (SITEMAP_CHILDREN_MAX)" in told
    assert ran.status == 10
    assert ran.peak < 200
