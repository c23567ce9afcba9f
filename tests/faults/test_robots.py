"""robots.txt as hostile and careless hosts serve it: rows 54 to 65, each host beside healthy ones."""

from __future__ import annotations

from contextlib import ExitStack
from itertools import pairwise
from pathlib import Path

import pytest

from tests.faults.crawl import crawl, measured_crawl
from tests.faults.server import (
    Asked,
    Behaviour,
    Connection,
    FaultServer,
    hang,
    in_turn,
    response,
    says,
)
from tests.spiders.harvest import article, listing

OPEN, CLOSED = "/2022-08/01/content_1.htm", "/closed/2022-08/02/content_2.htm"
RULE = "User-agent: *\nDisallow: /closed"


def text(body: bytes, status: str = "200 OK", *headers: str) -> Behaviour:
    """Return the behaviour that serves a text."""
    return says(response(body, status, "text/plain", *headers))


def reset(connection: Connection, _: Asked) -> None:
    """Hang up without an answer."""
    connection.reset()


def stars() -> bytes:
    """Return rules of which one has stars enough to keep a search by trial busy for ever."""
    return RULE.encode() + b"\nDisallow: /" + b"*a" * 8000 + b"b\n"


RULES_HOLD: dict[str, Behaviour] = {
    "mark": text(b"\xef\xbb\xbf" + RULE.encode()),
    "carriage returns": text(RULE.replace("\n", "\r").encode()),
    "ten megabytes": text(RULE.encode() + b"\n" + (b"#" + b"x" * 1023) * 10 * 1024),
    "stars": text(stars()),
    "long line": text(b"User-agent: *\nDisallow: /closed" + b"x" * 20_000 + b"\nDisallow: /closed\n"),
    "redirect": text(b"", "301 Moved", "Location: /rules.txt"),
}
NO_RULES: dict[str, Behaviour] = {
    "html": says(response(b"<html><body>User-agent: * Disallow: /closed</body></html>")),
    "utf-16": text(RULE.encode("utf-16")),
    "missing": text(b"", "404 Not Found"),
    "refused": text(b"", "403 Forbidden"),
}
NOTHING: dict[str, tuple[Behaviour, str]] = {
    "server error": (text(b"", "500 Internal Server Error"), "robots.txt: HTTP 500"),
    "too many": (text(b"", "429 Too Many Requests"), "robots.txt: HTTP 429"),
    "hangs": (hang, "robots.txt: timed out"),
    "resets": (reset, "robots.txt: connection failed"),
}


def site(robots: Behaviour) -> dict[str, Behaviour]:
    """Return a host with an open article and one that its rules close."""
    return {
        "/": says(response(listing(OPEN, CLOSED).encode())),
        "/robots.txt": robots,
        "/rules.txt": text(RULE.encode()),
        OPEN: says(response(article(1).encode())),
        CLOSED: says(response(article(2).encode())),
    }


@pytest.mark.fault(54, 55, 56, 57, 58, 59, 60, 62, 63)
def test_rules_of_all_kinds_of_hosts(tmp_path: Path) -> None:
    """Readable rules hold, other texts rule nothing, an unreachable robots.txt closes only its host."""
    behaviours = {**RULES_HOLD, **NO_RULES, **{name: behaviour for name, (behaviour, _) in NOTHING.items()}}
    with ExitStack() as stack:
        servers = {
            name: stack.enter_context(FaultServer(site(robots), host=f"127.0.0.{number}"))
            for number, (name, robots) in enumerate(behaviours.items(), 10)
        }
        starts = ",".join(f"{server.origin}/" for server in servers.values())
        ran = measured_crawl(tmp_path / "crawl", starts, "DOWNLOAD_TIMEOUT=6", "HOST_PATIENCE=1")
        came = {name: ran.paths(server.origin) for name, server in servers.items()}
        outcomes = ran.outcomes()
        reasons = {name: outcomes[f"{servers[name].origin}/"]["reason"] for name in NOTHING}
        asked = [set(servers[name].targets()) for name in NOTHING]
    assert [came[name] for name in RULES_HOLD] == [{OPEN}] * len(RULES_HOLD)
    assert [came[name] for name in NO_RULES] == [{OPEN, CLOSED}] * len(NO_RULES)
    assert asked == [{"/robots.txt"}] * len(NOTHING)
    assert reasons == {name: reason for name, (_, reason) in NOTHING.items()}
    assert ran.peak < 200


@pytest.mark.fault(54, 55, 56)
def test_unreachable_rules_are_asked_for_again(tmp_path: Path) -> None:
    """A host whose robots.txt cannot be fetched is deferred: later, the allowed pages come."""
    with ExitStack() as stack:
        servers = [
            stack.enter_context(FaultServer(site(in_turn(fault, text(RULE.encode()))), f"127.0.0.{number}"))
            for number, (fault, _) in enumerate(NOTHING.values(), 10)
        ]
        starts = ",".join(f"{server.origin}/" for server in servers)
        settings = ("RETRY_TIMES=0", "ROBOTS_RETRY_SECONDS=0.5", "DOWNLOAD_TIMEOUT=6", "HOST_PATIENCE=10")
        ran = crawl(tmp_path / "crawl", starts, *settings)
        assert [ran.paths(server.origin) for server in servers] == [{OPEN}] * len(NOTHING)
        assert [server.targets() for server in servers] == [["/robots.txt", "/robots.txt", "/", OPEN]] * 4
    assert ran.status == 0


def hops(number: int, end: str) -> dict[str, Behaviour]:
    """Return a robots.txt a number of redirects away from its end."""
    targets = ["/robots.txt", *(f"/hop{hop}" for hop in range(1, number)), end]
    return {here: text(b"", "302 Found", f"Location: {there}") for here, there in pairwise(targets)}


@pytest.mark.fault(58)
def test_redirects_of_rules(tmp_path: Path) -> None:
    """Five redirects are followed, to other hosts too, and the rules hold for the host that was asked alone.

    A sixth, and a loop, are as good as no robots.txt.
    """
    with ExitStack() as stack:
        other = stack.enter_context(FaultServer(site(text(b"")), "127.0.0.9"))
        chains = {
            "five": hops(5, "/rules.txt"),
            "other host": hops(2, f"{other.origin}/rules.txt"),
            "six": hops(6, "/rules.txt"),
            "loop": hops(2, "/robots.txt"),
        }
        servers = {"other": other} | {
            name: stack.enter_context(FaultServer(site(text(b"")) | chain, f"127.0.0.{number}"))
            for number, (name, chain) in enumerate(chains.items(), 10)
        }
        ran = crawl(tmp_path / "crawl", ",".join(f"{server.origin}/" for server in servers.values()))
        came = {name: ran.paths(server.origin) for name, server in servers.items()}
    both = {OPEN, CLOSED}
    assert came == {"five": {OPEN}, "other host": {OPEN}, "other": both, "six": both, "loop": both}


@pytest.mark.fault(65)
def test_rules_that_change_are_asked_for_again(tmp_path: Path) -> None:
    """Rules are kept for a time that a setting bounds; new ones hold from then on."""
    paths = [f"/2022-08/{day:02}/content_{day}.htm" for day in range(1, 16)]
    pages = {path: says(response(article(day).encode())) for day, path in enumerate(paths, 1)}
    robots = in_turn(text(b"User-agent: *\nDisallow:"), text(b"User-agent: *\nDisallow: /2022-08"))
    pages |= {"/": says(response(listing(*paths).encode())), "/robots.txt": robots}
    with FaultServer(pages) as server:
        settings = ("ROBOTS_CACHE_SECONDS=3", "DOWNLOAD_DELAY=0.4", "RANDOMIZE_DOWNLOAD_DELAY=0")
        ran = crawl(tmp_path / "crawl", server.origin + "/", *settings, "CONCURRENT_REQUESTS_PER_DOMAIN=1")
        assert 0 < len(ran.paths(server.origin)) < len(paths)
        assert server.targets().count("/robots.txt") >= 2
    assert "forbidden by robots.txt" in ran.log
