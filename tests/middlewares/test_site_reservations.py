"""Reservations in the files of a site reach its records, and may exclude its articles."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from crawler.accounting.outcome import ExitStatus
from crawler.samplesite import Server
from tests.faults.crawl import crawl, healthy, story
from tests.faults.server import Behaviour, FaultServer, hang, response, says
from tests.house.site import scrapy, scrapy_here
from tests.spiders.harvest import HASTE, Harvest, article, harvest, listing, small_site

FIRST, SECOND, OWN = (f"/2022-08/0{number}/content_{number}.htm" for number in (1, 2, 3))
TDM = "/.well-known/tdmrep.json"
SIGNALS = "User-agent: *\nContent-Signal: search=yes, ai-train=no\nAllow: /\n"
RULES = json.dumps([{"location": f"/2022-08/0{day}/", "tdm-reservation": 1} for day in (2, 3)])
ASKED = ("-s", "TDMREP=1")


def site(folder: Path, robots: str = "", tdm: str = RULES) -> Server:
    """Return a site of three articles; the third states itself that it is not reserved."""
    own = article(3).replace("</head>", "<meta name='tdm-reservation' content='0'></head>")
    pages = {
        "/index.htm": listing(FIRST, SECOND, OWN),
        FIRST: article(1),
        SECOND: article(2),
        OWN: own,
        "/robots.txt": robots,
        TDM: tdm,
    }
    return small_site(folder / "site", pages)


def reservations(ran: Harvest, server: Server) -> dict[str, list[str]]:
    """Return the reservations of each record."""
    return {
        each["url"].removeprefix(server.origin): (each["rights"] or {"reservations": []})["reservations"]
        for each in ran.records
    }


def test_files_are_recorded(tmp_path: Path) -> None:
    """robots.txt and tdmrep.json are fetched once; what a page states of itself replaces the latter."""
    with site(tmp_path, SIGNALS) as server:
        ran = harvest(tmp_path, f"{server.origin}/", *ASKED)
        assert server.hits.count(TDM) == server.hits.count("/robots.txt") == 1
    signal, reserved = "content-signal: ai-train=no", "tdmrep.json: tdm-reservation=1"
    assert reservations(ran, server) == {FIRST: [signal], SECOND: [signal, reserved], OWN: [signal]}


def test_only_when_asked(tmp_path: Path) -> None:
    """Without TDMREP, tdmrep.json is not requested."""
    with site(tmp_path) as server:
        ran = harvest(tmp_path, f"{server.origin}/")
        assert TDM not in server.hits
    assert reservations(ran, server) == {FIRST: [], SECOND: [], OWN: []}


@pytest.mark.parametrize(
    "behaviour",
    [
        says(response(b"none", "404 Not Found")),
        says(response(b"broken", "500 Internal Server Error")),
        says(response(b"slow down", "429 Too Many Requests")),
        says(response(b"<html>Sign in</html>")),
        says(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n["),
        says(b""),
        hang,
    ],
)
def test_unusable_file_costs_nothing(tmp_path: Path, behaviour: Behaviour) -> None:
    """Whatever answers in place of tdmrep.json, all articles are stored, and the run is complete."""
    with FaultServer({**healthy({}), TDM: behaviour}) as server:
        ran = crawl(tmp_path / "crawl", f"{server.origin}/", "TDMREP=1", "DOWNLOAD_TIMEOUT=3")
        asked = [each.target for each in server.asked]
    assert ran.paths(server.origin) == {story(number) for number in range(1, 5)}
    assert asked.count(TDM) == 1
    assert ran.status == ExitStatus.COMPLETE, ran.log
    assert "failed    " not in ran.log


def test_forbidden_file_is_not_requested(tmp_path: Path) -> None:
    """robots.txt holds for tdmrep.json, too, and nobody asked for a forbidden page."""
    with site(tmp_path, "User-agent: *\nDisallow: /.well-known/\n") as server:
        ran = harvest(tmp_path, f"{server.origin}/", *ASKED)
        assert TDM not in server.hits
    assert ran.paths(server.origin) == [FIRST, SECOND, OWN]
    assert ran.status == ExitStatus.COMPLETE
    assert "forbidden by robots.txt" not in ran.log


@pytest.mark.parametrize("details", ["deck,rights", ""])
def test_reserved_articles_are_skipped(tmp_path: Path, details: str) -> None:
    """They are counted by a reason of their own, and neither stored nor archived; the run is complete.

    This also holds if no optional field is read.
    """
    setting = ("-s", 'RESERVATIONS={"tdm-reservation": "skip", "ai-train": "record"}')
    with site(tmp_path, SIGNALS) as server:
        ran = harvest(tmp_path, f"{server.origin}/", *ASKED, *setting, "-s", f"DETAILS={details}")
    assert ran.status == ExitStatus.COMPLETE, ran.log
    assert ran.paths(server.origin) == [FIRST, OWN]
    assert "1 ReservedArticle" in ran.log


def test_skipped_articles_are_in_the_ledger(tmp_path: Path) -> None:
    """The outcome names the reason, and the archive lacks the page."""
    folder, setting = tmp_path / "crawl", 'RESERVATIONS={"tdm-reservation": "skip"}'
    with site(tmp_path) as server:
        options = ("-a", f"start={server.origin}/", "-s", f"CRAWL_DIR={folder}", "-s", setting)
        done = scrapy("crawl", "news", *options, *ASKED, *HASTE)
    assert done.returncode == ExitStatus.COMPLETE, done.stderr
    assert "3 URLs = 2 stored + 0 unchanged + 1 rejected" in done.stderr
    outcomes = scrapy_here("outcomes", str(folder), "--reason", "reserved").stdout
    assert outcomes.count("ReservedArticle") == outcomes.count(SECOND) == 1
    indexed = scrapy_here("export", str(folder), "--to", "cdxj", "-o", str(tmp_path / "index"))
    assert indexed.returncode == ExitStatus.COMPLETE, indexed.stderr
    index = (tmp_path / "index/index.cdxj").read_text()
    assert FIRST in index
    assert SECOND not in index


def test_wrong_setting_ends_the_crawl(tmp_path: Path) -> None:
    """A misspelt reservation is named before anything is fetched."""
    with site(tmp_path) as server:
        ran = harvest(tmp_path, f"{server.origin}/", "-s", 'RESERVATIONS={"noia": "skip"}')
        assert not server.hits
    assert ran.status == ExitStatus.BAD_ARGUMENTS
    assert "unknown 'noia'" in ran.log
