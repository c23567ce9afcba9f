"""Archives by day: `since` and `until` walk them, newest first, politely and resumably."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from crawler.discovery.day_lists import DayList
from crawler.spiders.news import NewsSpider
from tests.faults.crawl import HASTE, Ran, crawl
from tests.faults.server import Asked as Request
from tests.faults.server import Behaviour, Connection, FaultServer, in_turn, response, says
from tests.house import processes
from tests.house.site import ROOT, environment, scrapy
from tests.spiders.harvest import article, listing

EACH = 3
"""Articles of a day."""
DAYS = [f"2022-08-{day:02}" for day in range(1, 11)]
BROKEN = says(response(b"", "500 Internal Server Error"))


def html(text: str) -> Behaviour:
    """Return the behaviour that sends a web page."""
    return says(response(text.encode()))


def story(day: str, path: str) -> Behaviour:
    """Return the behaviour that sends an article of a day, with a number from its path."""
    return html(article(int(day[8:])).replace("Ferry number", f"Ferry {path}"))


def day_list(day: str) -> str:
    """Return the path of the list of a day."""
    return f"/scroll/{day[:4]}/{day[5:7]}{day[8:]}/news.shtml"


def stories(day: str) -> list[str]:
    """Return the paths of the articles of a day."""
    return [f"/gn/{day[:4]}/{day[5:]}/{int(day[8:]) * 100 + number}000.shtml" for number in range(EACH)]


def site(days: Iterable[str] = DAYS) -> dict[str, Behaviour]:
    """Return a site whose home page leads to nothing, with a list for each day that links its neighbours."""
    pages = {"/": html(listing("/about.html"))}
    for day in days:
        near = [day_list(f"2022-08-{int(day[8:]) + step:02}") for step in (-1, 1)]
        pages[day_list(day)] = html(listing(*stories(day), *near))
        pages |= {path: story(day, path) for path in stories(day)}
    return pages


def starts(server: FaultServer) -> str:
    """Return the home page, and the archive by day."""
    return f"{server.origin}/,{server.origin}/scroll/{{date:%Y/%m%d}}/news.shtml"


def walked(folder: Path, server: FaultServer, since: str, until: str, *settings: str) -> Ran:
    """Crawl the days of the site's archive."""
    return crawl(folder, starts(server), *settings, arguments=(f"since={since}", f"until={until}"))


def lists(server: FaultServer, begin: int = 0) -> list[str]:
    """Return the days whose lists were requested, in their order, from a request on."""
    targets = server.targets()[begin:]
    return [f"2022-{path[13:15]}-{path[15:17]}" for path in targets if path.startswith("/scroll/")]


def articles(days: Iterable[str]) -> set[str]:
    """Return the paths of all articles of these days."""
    return {path for day in days for path in stories(day)}


def test_days_come_newest_first(tmp_path: Path) -> None:
    """Each day's articles come before the list of the day before; no list is requested twice."""
    asked = DAYS[3:8]
    with FaultServer(site()) as server:
        ran = walked(tmp_path, server, asked[0], asked[-1], "CONCURRENT_REQUESTS=1")
        targets = server.targets()
        assert lists(server) == asked[::-1]
        assert ran.paths(server.origin) == articles(asked)
        for newer, older in zip(asked[:0:-1], asked[-2::-1], strict=True):
            assert max(map(targets.index, stories(newer))) < targets.index(day_list(older))
        walked(tmp_path, server, asked[0], asked[-1])
        assert lists(server, len(targets)) == []
    days = scrapy("audit", str(tmp_path), "--by-day").stdout
    assert "2022-08-06: 3 of 3 announced URLs are stored articles, 0 missing, 0 rejected\n" in days


def test_missing_day_does_not_end_the_walk(tmp_path: Path) -> None:
    """The walk passes over days without a list, or with a broken or an empty one; the audit has them."""
    pages = {**site(), day_list(DAYS[6]): BROKEN, day_list(DAYS[4]): html("<p>no news</p>")}
    del pages[day_list(DAYS[5])]
    pages[day_list(DAYS[3])] = in_turn(BROKEN, pages[day_list(DAYS[3])])
    with FaultServer(pages) as server:
        ran = walked(tmp_path, server, DAYS[2], DAYS[7])
        assert ran.paths(server.origin) == articles((DAYS[2], DAYS[3], DAYS[7]))
    days = scrapy("audit", str(tmp_path), "--by-day").stdout
    assert f"{DAYS[6]}: 0 of 1 announced URLs are stored articles, 1 missing" in days
    assert f"{DAYS[5]}: 0 of 1 announced URLs are stored articles, 1 missing" in days


@pytest.mark.parametrize("write", [12, 30, 55])
def test_killed_walk_is_resumed(write: int, tmp_path: Path) -> None:
    """After a kill the walk resumes: every article comes, once, and settled lists are not requested again."""
    asked = DAYS[1:8]
    with FaultServer(site()) as server:
        command = [sys.executable, "-m", "tests.durability.killing", str(write), "crawl", "news"]
        command += ["-a", f"start={starts(server)}", "-a", f"since={asked[0]}", "-a", f"until={asked[-1]}"]
        for setting in (*HASTE, f"CRAWL_DIR={tmp_path}"):
            command += ["-s", setting]
        killed = processes.run(command, cwd=ROOT, env=environment())
        assert killed.returncode < 0
        done = lists(server)
        ran = walked(tmp_path, server, asked[0], asked[-1])
        assert sorted(record["url"] for record in ran.records) == sorted(
            server.origin + path for path in articles(asked)
        )
        assert len(lists(server)) <= len(asked) + 2
        assert set(lists(server)) == set(asked)
        assert len(done) < len(asked)


def search(connection: Connection, asked: Request) -> None:
    """Answer as a search by date bounds does: two articles a page, three pages a day."""
    query = parse_qs(urlsplit(asked.target).query)
    day, page = query["from"][0], int(query["page"][0])
    paths = [f"/gn/{day[:4]}/{day[5:]}/{page}{number}00001.shtml" for number in (1, 2)] if page <= 3 else []
    rows = json.dumps([{"url": path, "pubDate": day} for path in paths])
    connection.send(response(rows.encode(), "200 OK", "application/json"))


def test_search_by_date_has_pages(tmp_path: Path) -> None:
    """The pages of a day are read until one is empty."""
    days = DAYS[2:4]
    days_by_path = {
        f"/gn/{day[:4]}/{day[5:]}/{page}{number}00001.shtml": day
        for day in days
        for page in range(4)
        for number in (1, 2)
    }
    pages = {path: story(day, path) for path, day in days_by_path.items()}
    pages |= {f"/search?from={day}&page={page}": search for day in days for page in range(6)}
    with FaultServer(pages) as server:
        start = f"{server.origin}/search?from={{date:%Y-%m-%d}}&page={{page}}"
        ran = crawl(
            tmp_path, start, "CONCURRENT_REQUESTS=1", arguments=(f"since={days[0]}", f"until={days[1]}")
        )
        assert ran.paths(server.origin) == set(days_by_path)
        asked = [target for target in server.targets() if target.startswith("/search")]
    assert asked == [f"/search?from={day}&page={page}" for day in reversed(days) for page in range(5)]


def test_template_needs_a_first_day() -> None:
    """A date in a start without `since` is refused in one line, as is a URL with anything else in braces."""
    dated = "http://news.example.cn/{date:%Y/%m%d}/news.shtml"
    for start, told in (
        (dated, "name the first day"),
        ("http://news.example.cn/{date}x{day}/", "no URL with a date"),
    ):
        done = scrapy("crawl", "news", "-a", f"start={start}")
        assert done.returncode == 2
        assert told in done.stderr
        assert len(done.stderr.splitlines()) == 1


def test_days_that_still_grow_are_read_again(tmp_path: Path) -> None:
    """A later run requests the lists of the last days again, though unchanged, and no older ones."""
    today = datetime.now(UTC).date()
    days = [f"{today - timedelta(days=number)}" for number in range(7)]
    file = response(listing("/about.html").encode(), "200 OK", "text/html", 'ETag: "1"')
    pages = {"/": html(listing("/about.html")), **{day_list(day): says(file) for day in days}}
    with FaultServer(pages) as server:
        walked(tmp_path, server, days[-1], days[0])
        done = len(server.targets())
        began = datetime.now(UTC).timestamp()
        walked(tmp_path, server, days[-1], days[0])
        again = [target for target in server.targets()[done:] if target.startswith("/scroll/")]
    growing = [day for day in days if DayList("", day, 0).settled > began]
    assert sorted(again, reverse=True) == [day_list(day) for day in growing]
    assert 0 < len(growing) < len(days) - 1


def requested(**arguments: str) -> list[str]:
    """Return the URLs that a harvest requests first."""

    async def urls() -> list[str]:
        return [request.url async for request in NewsSpider(**arguments).start()]

    return asyncio.run(urls())


def test_declared_archives_are_walked() -> None:
    """A declared publisher's archives are walked, if the first day is named and the scope allows it."""
    home, days = "https://www.chinanews.com.cn/", {"since": "2024-05-01", "until": "2024-05-20"}
    newest = "https://www.chinanews.com.cn/scroll-news/2024/0520/news.shtml"
    channels = [newest.replace("/2024/", f"/{channel}/2024/") for channel in ("gn", "gj", "sh", "ty")]
    assert requested(start=home, **days) == [home, newest, *channels]
    assert requested(start=home, until="2024-05-20") == [home]
    assert requested(start=home) == [home]
    assert requested(start=home, scope="ecns.cn", **days) == [home]
    one = home + "gn/2024/05-20/10220001.shtml"
    assert requested(start=one, **days) == [one]
