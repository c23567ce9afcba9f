"""Servers that misuse HTTP: rows 10, 22 to 49, 107 and 108, each a story of a site beside healthy ones."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TypeVar

import brotli
import pytest

from tests.faults.crawl import Ran, crawl, healthy, measured_crawl, story
from tests.faults.server import Asked, Behaviour, Connection, FaultServer, hang, in_turn, response, says
from tests.spiders.harvest import article

STORIES = set(map(story, range(1, 5)))
BODY = article(9).encode()
TYPE = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
MEBIBYTE = b"\0" * (1 << 20)


def path(number: int) -> str:
    """Return the path of a story that has a fault."""
    return f"/2022-08/09/content_{number}.htm"


def page(number: int) -> bytes:
    """Return a story that is like no other."""
    return article(number).encode()


def headed(headers: str, body: bytes = BODY) -> Behaviour:
    """Return the behaviour that sends these header lines and this body as they are."""
    lines = "".join(f"{line}\r\n" for line in headers.split("\n"))
    return says(f"{TYPE}{lines}\r\n".encode("latin-1") + body)


def chunked(body: bytes) -> bytes:
    """Return a body in one chunk."""
    return b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body)


def bombs() -> dict[str, bytes]:
    """Return gigabytes of zeros, packed in each way; less in two ways that need a stream in one piece."""
    member = gzip.compress(MEBIBYTE)
    return {
        "gzip": member * 3000,
        "gzip, gzip": gzip.compress(member * 1000),
        "deflate": zlib.compress(MEBIBYTE * 100),
        "br": brotli.compress(MEBIBYTE * 100, quality=1),
    }


Run = TypeVar("Run", bound=Ran)


def run_by(
    crawls: Callable[..., Run], tmp_path: Path, faults: Mapping[int, Behaviour], *settings: str
) -> tuple[Run, dict[int, str | None]]:
    """Crawl a site with these faults; return the run, and the outcome of each fault: its reason, or None."""
    with FaultServer(healthy({path(number): behaviour for number, behaviour in faults.items()})) as server:
        ran = crawls(tmp_path / "crawl", server.origin + "/", *settings)
        assert ran.paths(server.origin) >= STORIES
        outcomes = ran.outcomes()
        reasons = {number: outcomes[server.origin + path(number)]["reason"] for number in faults}
    return ran, reasons


run = partial(run_by, crawl)


@pytest.mark.fault(23, 24, 25, 28)
def test_bombs(tmp_path: Path) -> None:
    """Up to three gigabytes of zeros, packed in each way, are refused in little memory."""

    def endless(connection: Connection, _: Asked) -> None:
        connection.send(f"{TYPE}Transfer-Encoding: chunked\r\n\r\n".encode())
        while True:
            connection.send(b"8000\r\n" + b"x" * 0x8000 + b"\r\n")

    faults = {
        number: headed(f"Content-Encoding: {coding}", body)
        for number, (coding, body) in enumerate(bombs().items(), 900)
    }
    faults[904] = endless
    settings = ("CONCURRENT_REQUESTS=1", "DOWNLOAD_TIMEOUT=20")
    ran, reasons = run_by(measured_crawl, tmp_path, faults, *settings)
    assert reasons == {**dict.fromkeys(range(900, 904), "too large when unpacked"), 904: "too large"}
    assert ran.status == 6
    assert ran.peak < 200


@pytest.mark.fault(26)
def test_bomb_of_a_sitemap(tmp_path: Path) -> None:
    """A packed sitemap is read to its bound, and gives its good entries first."""
    with FaultServer(healthy({})) as server:
        good = f"<urlset><url><loc>{server.origin}{story(20)}</loc></url><url><loc>/x</loc></url>".encode()
        body = gzip.compress(good) + gzip.compress(b" " * (1 << 20)) * 3000
        served = says(response(body, "200 OK", "application/gzip"))
        server.behaviours = {**healthy({"/sitemap.xml.gz": served}), story(20): says(response(page(20)))}
        ran = measured_crawl(
            tmp_path / "crawl", f"{server.origin}/,{server.origin}/sitemap.xml.gz", "ENTRIES_MAX=5000000"
        )
        assert ran.paths(server.origin) == STORIES | {story(20)}
    assert ran.peak < 200


@pytest.mark.fault(29, 30, 31, 32, 42, 108)
def test_time_and_headers_are_bounded(tmp_path: Path) -> None:
    """Slow bodies, slow headers, silence, provisional answers and headers without end cost a bounded time.

    Each of them lasts longer than a run of `crawl` may take.
    """

    def drips(connection: Connection, _: Asked) -> None:
        connection.send(f"{TYPE}Content-Length: 100000\r\n\r\n".encode())
        connection.drip(([b"x"] * 10_000), 0.2)

    def slow_headers(connection: Connection, _: Asked) -> None:
        connection.send(b"HTTP/1.1 200 OK\r\n")
        connection.drip((b"X-%d: y\r\n" % n for n in range(10_000)), 0.2)

    def provisional(connection: Connection, _: Asked) -> None:
        connection.drip([b"HTTP/1.1 100 Continue\r\n\r\n"] * 50, 0.01)
        connection.wait(3600)

    def endless_headers(connection: Connection, _: Asked) -> None:
        connection.send(b"HTTP/1.1 200 OK\r\n")
        for number in range(300_000):
            connection.send(b"X-%d: %b\r\n" % (number, b"y" * 1000))

    many = "\n".join([*(f"X-{number}: y" for number in range(100_000)), f"Content-Length: {len(BODY)}"])
    faults = {
        910: drips,
        911: slow_headers,
        912: hang,
        913: provisional,
        914: endless_headers,
        915: headed(many),
    }
    settings = ("DOWNLOAD_TIMEOUT=6", "RETRY_TIMES=0", "CONCURRENT_REQUESTS_PER_DOMAIN=8")
    ran, reasons = run_by(measured_crawl, tmp_path, faults, *settings)
    assert reasons == {
        **dict.fromkeys((910, 911, 912, 913), "timed out"),
        **dict.fromkeys((914, 915), "headers too large"),
    }
    assert ran.peak < 200


@pytest.mark.fault(27, 33, 35, 37, 44)
def test_what_is_cut_short_is_no_article(tmp_path: Path) -> None:
    """A body that ends early is requested again, and then has failed; nothing of it is kept."""
    packed = gzip.compress(BODY * 9)
    faults = {
        920: headed(f"Content-Encoding: gzip\nContent-Length: {len(packed) - 99}", packed[:-99]),
        921: headed(f"Content-Length: {len(BODY) + 100}"),
        922: headed("Transfer-Encoding: chunked", chunked(BODY)[:-9]),
        923: headed("Transfer-Encoding: chunked", b"zz\r\n" + BODY),
        924: headed("Transfer-Encoding: chunked", b"ffffffffffffffff\r\n" + BODY),
        925: headed("Transfer-Encoding: chunked", b"5;" + b"x" * 2_000_000 + b"\r\nhello\r\n0\r\n\r\n"),
        926: headed("Content-Length: -5"),
        927: headed("Content-Length: many"),
        928: headed(f"Content-Length: {len(BODY)}\nContent-Length: 7"),
        929: lambda connection, _: connection.reset(),
    }
    ran, reasons = run(tmp_path, faults, "RETRY_TIMES=1")
    assert reasons == {
        **dict.fromkeys(range(920, 926), "cut short"),
        **dict.fromkeys(range(926, 930), "connection failed"),
    }
    assert ran.paths("").isdisjoint(map(path, faults))
    assert {row["tries"] for row in ran.outcomes().values() if row["reason"] == "cut short"} == {1}
    assert ran.status == 6


@pytest.mark.fault(35, 36, 38, 39, 40, 41)
def test_odd_answers(tmp_path: Path) -> None:
    """Answers that browsers understand are read, and the rest is refused under its name."""
    length = f"Content-Length: {len(BODY)}"
    faults = {
        930: headed("Content-Length: 7\nTransfer-Encoding: chunked", chunked(page(10))),
        931: says(TYPE.replace("\r", "").encode() + b"Content-Length: %d\n\n" % len(page(11)) + page(11)),
        932: headed(f"X-A: a\0b\n{length}"),
        933: headed("Transfer-Encoding: chunked, chunked", chunked(BODY)),
        934: headed("Transfer-Encoding: chunked, gzip", chunked(BODY)),
        935: says(BODY),
        **{
            940 + number: says(f"HTTP/1.1 {status} OK\r\n{length}\r\n\r\n".encode() + BODY)
            for number, status in enumerate(("-200", "999", "2", "2" * 100))
        },
    }
    ran, reasons = run(tmp_path, faults, "RETRY_TIMES=0")
    assert reasons == {
        **dict.fromkeys((930, 931)),
        932: "malformed header",
        **dict.fromkeys((933, 934, 935), "connection failed"),
        **dict.fromkeys(range(940, 944), "malformed status"),
    }
    assert {record["headline"] for record in ran.records} >= {
        "Ferry number 10 returns",
        "Ferry number 11 returns",
    }


@pytest.mark.fault(43, 45, 46, 49, 107)
def test_answers_that_lead_on_or_nowhere(tmp_path: Path) -> None:
    """Two resets cost no article; loops, redirects to nowhere and an unrequested 304 have failed."""

    def halfway(connection: Connection, _: Asked) -> None:
        connection.send(f"{TYPE}Content-Length: {len(BODY)}\r\n\r\n".encode() + BODY[:100])
        connection.reset()

    def moves(connection: Connection, asked: Asked) -> None:
        hop = int(asked.target.partition("?hop=")[2] or 0) + 1
        connection.send(response(b"", "302 Found", "text/html", f"Location: ?hop={hop}"))

    cookies = [f"Set-Cookie: c{number}=y" for number in range(10_000)]
    faults = {
        950: in_turn(halfway, halfway, says(response(page(12)))),
        951: moves,
        952: says(response(b"", "302 Found")),
        953: says(response(b"", "304 Not Modified")),
        954: says(response(page(13), "200 OK", "text/html", *cookies)),
        955: says(response(b"", "302 Found", "text/html", f"Location: {path(955)}")),
    }
    with FaultServer(
        healthy({path(number): behaviour for number, behaviour in faults.items()}), fallback=moves
    ) as server:
        ran = measured_crawl(tmp_path / "crawl", server.origin + "/", "RETRY_TIMES=2")
        assert ran.paths(server.origin) == STORIES | {path(950), path(954)}
        reasons = {number: ran.outcomes()[server.origin + path(number)]["reason"] for number in faults}
        assert sum("hop" in target for target in server.targets()) <= 8 + 6  # of the page, and of robots.txt
    assert reasons == {
        **dict.fromkeys((950, 954)),
        951: "max redirections reached",
        952: "redirect to another scheme than http(s)",
        953: "HTTP 304 unasked",
        955: "max redirections reached",
    }
    assert ran.peak < 200


@pytest.mark.fault(34)
def test_bytes_behind_the_end_are_no_part_of_the_page(tmp_path: Path) -> None:
    """A page ends where its length says, as in browsers; its record tells of the rest, no other's does."""
    shorter = page(14).partition(b" on walk 3")[0]
    faults = {960: headed(f"Content-Length: {len(shorter)}", page(14))}
    ran, reasons = run(tmp_path, faults)
    assert reasons == {960: None}
    record = next(record for record in ran.records if record["url"].endswith(path(960)))
    assert not any("walk 3" in paragraph for paragraph in record["body"])
    assert [r["url"] for r in ran.records if "http.overlong" in r["evidence"]] == [record["url"]]


@pytest.mark.fault(10)
def test_nothing_could_be_fetched(tmp_path: Path) -> None:
    """Where every request fails, the status says so, and each URL has its reason."""
    with FaultServer({}, fallback=says(response(b"", "500 Internal Server Error"))) as server:
        starts = ",".join(f"{server.origin}{story(number)}" for number in range(1, 5))
        ran = crawl(tmp_path / "crawl", starts, "ROBOTSTXT_OBEY=0", "RETRY_TIMES=1")
        reasons = {row["reason"] for row in ran.outcomes().values()}
    assert reasons == {"HTTP 500"}
    assert ran.status == 3


@pytest.mark.fault(22)
def test_cookies_stay_with_their_host(tmp_path: Path) -> None:
    """Where cookies are switched on, none of a host goes to the host that it redirects to."""
    with FaultServer({}, host="127.0.0.2", fallback=says(response(article(9).encode()))) as other:
        away = f"http://127.0.0.2:{other.port}/2022-08/09/content_970.htm"
        leads = says(response(b"", "302 Found", "text/html", f"Location: {away}", "Set-Cookie: secret=1"))
        with FaultServer(healthy({path(971): leads})) as server:
            start = f"{server.origin}/"
            crawl(tmp_path / "crawl", start, "COOKIES_ENABLED=1", arguments=["scope=127.0.0.1,127.0.0.2"])
    pages = [asked for asked in other.asked if asked.target != "/robots.txt"]
    assert [asked.target for asked in pages] == ["/2022-08/09/content_970.htm"]
    assert not any({"cookie", "authorization"} & asked.headers.keys() for asked in pages)


def part_of(body: bytes, status: str = "206 Partial Content", told: str = "") -> Behaviour:
    """Return the behaviour that sends no more than the first half of a page."""
    half = body[: len(body) // 2]
    told = told or f"bytes 0-{len(half) - 1}/{len(body)}"
    return says(response(half, status, "text/html; charset=utf-8", f"Content-Range: {told}"))


@pytest.mark.fault(28)
def test_parts_of_pages_that_nobody_asked_for(tmp_path: Path) -> None:
    """A declared part of a page is requested again, and fails in the end; a whole page is read."""
    whole = f"Content-Range: bytes 0-{len(page(13)) - 1}/{len(page(13))}"
    faults = {
        1: part_of(page(11)),
        2: part_of(page(12), "200 OK"),
        3: says(response(page(13), "206 Partial Content", "text/html; charset=utf-8", whole)),
        4: in_turn(part_of(page(14)), says(response(page(14)))),
        5: in_turn(part_of(page(15), "200 OK"), says(response(page(15)))),
        6: part_of(page(16), told="bytes 0-899/*"),
        7: says(response(page(17)[:-200], "206 Partial Content")),
    }
    ran, reasons = run(tmp_path, faults)
    cut = "cut short"
    assert reasons == {1: cut, 2: cut, 3: None, 4: None, 5: None, 6: cut, 7: cut}
    assert len(ran.records) == len(STORIES) + 3
    assert {row["outcome"] for row in ran.outcomes().values() if row["reason"] == cut} == {"failed"}
    assert ran.status == 6


@pytest.mark.fault(28)
def test_success_without_the_page(tmp_path: Path) -> None:
    """Statuses 204 and 205 bring no article: the visit has failed, and later runs try again."""
    statuses = {1: "204 No Content", 2: "205 Reset Content"}
    faults = {number: says(response(b"", status)) for number, status in statuses.items()}
    ran, reasons = run(tmp_path, faults)
    assert reasons == {1: "HTTP 204", 2: "HTTP 205"}
    assert ran.status == 6
