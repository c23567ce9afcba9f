"""Walls of all kinds: in place of robots.txt, lists and articles, for a while, and in every few answers."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from itertools import count
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from crawler.accounting.outcome import ExitStatus
from tests.faults.crawl import crawl, healthy, story
from tests.faults.server import Asked, Behaviour, Connection, FaultServer, in_turn, response, says
from tests.house.site import scrapy_here

SETTINGS = ("HOST_PAUSE_FIRST=0.02", "HOST_PAUSE_MAX=0.05", "HOST_WAITS_PER_URL=2", "HOST_PATIENCE=5")
HTML = "text/html; charset=utf-8"
PATH = "/2022-09/01/content_9.htm"
KINDS = ("response", "revisit")
COOKIE = "Set-Cookie: a=1; Path=/"
CHALLENGE = says(response(b"<script src='/.safeline/challenge/v2/challenge.js'></script>", "468 Unknown"))
KASADA = b"<script src='/149e9513-01fa-4fb0-aad4-566afd725d1b/ips.js'></script>"
EMPTY = says(response(b"", "412 Precondition Failed"))
REPEATS: dict[str, Behaviour] = {
    "bot wall: a cookie": says(response(b"", "302 Found", HTML, COOKIE, f"Location: {PATH}")),
    "bot wall: Jiasule": says(response(b"<script>document.cookie='__jsl_clearance=1'</script>", "521")),
    "bot wall: 360": says(response(b"", "307 Moved", HTML, "Set-Cookie: wzws_cid=1", f"Location: {PATH}")),
    "bot wall: Kasada": says(response(KASADA, "429 Too Many Requests")),
    "bot wall: F5": says(response(b"<title>Request Rejected</title>Ask for help. Your support ID is: 12")),
    "bot wall: Vercel": says(response(b"", "403 Forbidden", HTML, "x-vercel-mitigated: challenge")),
}  # fmt: skip
SAME_PAGE = f"<meta http-equiv='refresh' content='0; url={PATH}'>".encode()


def test_each_kind_is_requested_as_often_as_any_other(tmp_path: Path) -> None:
    """A wall is asked again after each pause, and no redirect of it is followed: three requests in all."""
    kinds = {**REPEATS, "bot wall: a cookie ": says(response(SAME_PAGE, "200 OK", HTML, COOKIE))}
    with ExitStack() as stack:
        servers = {
            reason: stack.enter_context(FaultServer(healthy({PATH: wall}), f"127.0.0.{number}"))
            for number, (reason, wall) in enumerate(kinds.items(), 10)
        }
        starts = ",".join(f"{server.origin}/" for server in servers.values())
        ran = crawl(tmp_path / "crawl", starts, *SETTINGS)
        reasons = {reason: ran.reason(server.origin + PATH) for reason, server in servers.items()}
        asked = [server.targets().count(PATH) for server in servers.values()]
        came = [ran.paths(server.origin) for server in servers.values()]
    assert reasons == {reason: reason.strip() for reason in kinds}
    assert asked == [3] * len(kinds)
    assert came == [set(map(story, range(1, 5)))] * len(kinds)


def test_cookie_that_is_sent_back(tmp_path: Path) -> None:
    """Where the crawl keeps cookies, a redirect that sets one is followed."""

    def asks_once(connection: Connection, asked: Asked) -> None:
        wall = response(b"", "302 Found", HTML, COOKIE, f"Location: {story(1)}")
        page = healthy({})[story(1)]
        page(connection, asked) if "a=1" in asked.headers.get("cookie", "") else connection.send(wall)

    with FaultServer(healthy({story(1): asks_once})) as server:
        ran = crawl(tmp_path / "crawl", server.origin + "/", *SETTINGS, "COOKIES_ENABLED=1")
        assert ran.paths(server.origin) == set(map(story, range(1, 5)))


ROBOTS: dict[str, Behaviour] = {
    "robots.txt: bot wall: SafeLine": CHALLENGE,
    "robots.txt: bot wall: HTTP 412": EMPTY,
    "robots.txt: bot wall: Ruishu": says(response(b"<script>$_ts=window['$_ts']</script>")),
    "robots.txt: bot wall: a cookie": says(response(b"", "302 Found", HTML, COOKIE, "Location: /robots.txt")),
    "robots.txt: bot wall: Cloudflare": says(response(b"error code: 1020", "403 Forbidden", "text/plain")),
}


def behind_rules(robots: Behaviour) -> dict[str, Behaviour]:
    """Return a healthy host with this answer for its robots.txt."""
    return {**healthy({}), "/robots.txt": robots}


def test_wall_in_place_of_robots(tmp_path: Path) -> None:
    """The rules of the site are unknown, so nothing else is requested, and `health` says blocked."""
    with ExitStack() as stack:
        servers = {
            reason: stack.enter_context(
                FaultServer({**healthy({}), "/robots.txt": wall}, f"127.0.0.{number}")
            )
            for number, (reason, wall) in enumerate(ROBOTS.items(), 10)
        }
        starts = ",".join(f"{server.origin}/" for server in servers.values())
        ran = crawl(tmp_path / "crawl", starts, *SETTINGS, "HOST_PAUSE_MAX=600")
        asked = [server.targets() for server in servers.values()]
        reasons = {reason: ran.reason(f"{server.origin}/") for reason, server in servers.items()}
    assert asked == [["/robots.txt"]] * len(ROBOTS)
    assert reasons == {reason: reason for reason in ROBOTS}
    assert ran.status == ExitStatus.NOTHING_FETCHED
    health = scrapy_here("health", str(tmp_path / "crawl"), "--no-pages")
    assert health.returncode == 6
    assert health.stdout.count(": blocked; ") == len(ROBOTS)


def test_wall_that_robots_come_out_of(tmp_path: Path) -> None:
    """Once the rules can be read, the same run continues, and obeys them."""
    rules = says(response(f"User-agent: *\nDisallow: {story(2)}".encode(), "200 OK", "text/plain"))
    with FaultServer({**healthy({}), "/robots.txt": in_turn(CHALLENGE, rules)}) as server:
        ran = crawl(
            tmp_path / "crawl", server.origin + "/", *SETTINGS, "HOST_PAUSE_MAX=9", "ROBOTS_RETRY_SECONDS=0.5"
        )
        assert ran.paths(server.origin) == {story(1), story(3), story(4)}
    assert ran.status == 0


def every(number: int, wall: Behaviour) -> Callable[[Behaviour], Behaviour]:
    """Return a function that puts a wall in the place of each n-th answer of a host."""
    answers = count(1)

    def behind(page: Behaviour) -> Behaviour:
        def answer(connection: Connection, asked: Asked) -> None:
            (wall if next(answers) % number == 0 else page)(connection, asked)

        return answer

    return behind


def test_wall_in_every_few_answers(tmp_path: Path) -> None:
    """No article is lost to it, in the same run."""
    behind = every(3, CHALLENGE)
    pages = {path: behind(page) for path, page in healthy({}, 12).items()}
    in_order = ("CONCURRENT_REQUESTS_PER_DOMAIN=1", "HOST_WAITS_PER_URL=3")
    with FaultServer(pages) as server:
        ran = crawl(tmp_path / "crawl", server.origin + "/", *SETTINGS, *in_order)
        assert ran.paths(server.origin) == set(map(story, range(1, 13)))
    assert ran.status == 0


def test_wall_of_another_host(tmp_path: Path) -> None:
    """A redirect to a firewall's own host pauses the host of the article as well."""
    page = response(b"<iframe src='https://waf-static.tencent.com/501page.html'></iframe>")
    with FaultServer({"/501page.html": says(page)}, "127.0.0.3") as firewall:
        there = says(response(b"", "302 Found", HTML, f"Location: {firewall.origin}/501page.html"))
        with FaultServer(healthy({PATH: there}), "127.0.0.2") as server:
            ran = crawl(tmp_path / "crawl", server.origin + "/", *SETTINGS)
            assert ran.reason(server.origin + PATH) == "bot wall: Tencent Cloud"
            assert ran.paths(server.origin) == set(map(story, range(1, 5)))
            assert f"{server.host}:{server.port} is paused" in ran.log


def test_sources_behind_walls_and_what_follows(tmp_path: Path) -> None:
    """Feeds, sitemaps and lists behind a wall are blocked; evidence is kept, `retry` queues all again."""
    names = ("/rss.xml", "/sitemap.xml", "/list.json", "/list/")
    folder, walls = tmp_path / "crawl", dict.fromkeys(names, CHALLENGE)
    with FaultServer({**healthy({}), **walls}) as server:
        starts = ",".join(server.origin + name for name in ("/", *names))
        ran = crawl(folder, starts, *SETTINGS)
        assert [ran.reason(server.origin + name) for name in names] == ["bot wall: SafeLine"] * 4
        words = scrapy_here("health", str(folder), "--no-pages").stdout
        assert [f"blocked: {server.origin}{name} (bot wall: SafeLine)" in words for name in names] == [
            True
        ] * 4
        assert statuses(folder).count("468") == 3
        assert scrapy_here("retry", str(folder)).stdout.startswith("4 ")
        server.behaviours = {**healthy({}, 6), **{name: healthy({}, 6)["/"] for name in names}}
        ran = crawl(folder, starts, *SETTINGS)
        assert ran.paths(server.origin) == set(map(story, range(1, 7)))
        assert {ran.reason(server.origin + name) for name in names} == {None}


def statuses(folder: Path) -> list[str]:
    """Return the status of each archived answer; each has its headers."""
    with next(folder.glob("pages/*.warc.gz")).open("rb") as file:
        heads = [record.http_headers for record in ArchiveIterator(file) if record.rec_type in KINDS]
    assert all(head.get_header("Content-Type") for head in heads)
    return [head.get_statuscode() for head in heads]


@pytest.mark.parametrize(
    "refusal", [EMPTY, says(response(b"", "503 Service Unavailable"))], ids=["412", "503"]
)
def test_refusals_of_one_path_hold_up_no_other(refusal: Behaviour, tmp_path: Path) -> None:
    """After the pause another URL of the host is requested, not the same again until the run ends."""
    closed = dict.fromkeys((f"/closed/2022-09/01/content_{number}.htm" for number in (31, 32)), refusal)
    pauses = (
        "HOST_PAUSE_FIRST=0.2",
        "HOST_PAUSE_MAX=9",
        "HOST_PATIENCE=1",
        "CONCURRENT_REQUESTS_PER_DOMAIN=1",
    )
    with FaultServer(healthy(closed, 6)) as server:
        ran = crawl(tmp_path / "crawl", server.origin + "/", *pauses, "CONCURRENT_REQUESTS_PER_DOMAIN=1")
        assert ran.paths(server.origin) == set(map(story, range(1, 7)))
