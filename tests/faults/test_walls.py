"""Firewalls that answer in place of the site."""

from __future__ import annotations

from pathlib import Path

import pytest

from crawler.accounting.history import read_history
from crawler.archive.reading import locate_pages
from crawler.health.verdict import Verdict, check
from tests.faults.crawl import crawl, healthy, story
from tests.faults.server import FaultServer, in_turn, response, says

RUISHU = b"<html><meta content='x'><script>$_ts=window['$_ts'];if(!$_ts)$_ts={};</script></html>"
COOKIE = b"<html><script>document.cookie='acw_sc__v2=1';location.reload()</script></html>"
SETTINGS = ("HOST_PAUSE_FIRST=0.02", "HOST_PAUSE_MAX=0.05", "HOST_WAITS_PER_URL=1")
PATH = "/2022-09/01/content_9.htm"


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (response(RUISHU, "412 Precondition Failed"), "bot wall: Ruishu"),
        (response(COOKIE), "bot wall: Alibaba Cloud"),
        (response(b"", "418 I'm a teapot"), "bot wall: HTTP 418"),
    ],
    ids=["status", "page", "bare"],
)
def test_wall_has_a_reason_of_its_own(answer: bytes, reason: str, tmp_path: Path) -> None:
    """The host is paused, its other articles come, the evidence is archived, and the run says so."""
    with FaultServer(healthy({PATH: says(answer)})) as server:
        ran = crawl(tmp_path / "crawl", server.origin + "/", *SETTINGS)
        assert ran.paths(server.origin) == set(map(story, range(1, 5)))
        assert ran.reason(server.origin + PATH) == reason
    assert f"1 {reason}" in ran.log
    assert "is left alone" in ran.log or "paused" in ran.log
    assert "evidence: pages/" in ran.log
    (file,) = (tmp_path / "crawl" / "pages").glob("*.warc.gz")
    assert list(locate_pages(file))


def test_wall_that_gives_way(tmp_path: Path) -> None:
    """A URL is requested again after the pause, and its article comes."""
    good = healthy({})[story(1)]
    wall = says(response(RUISHU, "412 Precondition Failed"))
    with FaultServer(healthy({story(1): in_turn(wall, good)})) as server:
        ran = crawl(tmp_path / "crawl", server.origin + "/", *SETTINGS)
        assert ran.paths(server.origin) == set(map(story, range(1, 5)))


def test_health_says_blocked(tmp_path: Path) -> None:
    """A site that worked before and shows a wall now is blocked, not redesigned or failing."""
    folder = tmp_path / "crawl"
    with FaultServer(healthy({}, 25)) as server:
        crawl(folder, server.origin + "/", *SETTINGS)
        wall = says(response(RUISHU, "412 Precondition Failed"))
        server.behaviours, server.fallback = {}, wall
        crawl(folder, server.origin + "/", *SETTINGS)
    (health,) = check(read_history(folder))
    assert health.verdict is Verdict.BLOCKED
    assert "firewall (" in health.symptoms[0]
