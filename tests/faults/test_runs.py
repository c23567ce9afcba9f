"""Faults of runs rather than of pages: rows 9, 12 and 50."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.durability.site import age
from tests.faults.crawl import HASTE, crawl, healthy, story
from tests.faults.server import FaultServer, in_turn, response, says
from tests.house import processes
from tests.house.site import ROOT, environment
from tests.spiders.harvest import article

STORIES = set(map(story, range(1, 5)))
FAULTY = "/2022-08/09/content_900.htm"


@pytest.mark.fault(9)
def test_two_runs_on_one_output(tmp_path: Path) -> None:
    """Two runs that append to one file at the same time leave whole lines, whatever each of them brings."""
    out = tmp_path / "out.jsonl"
    with FaultServer(healthy({}, stories=20)) as server:
        command = [
            sys.executable,
            "-m",
            "scrapy",
            "crawl",
            "news",
            "-a",
            f"start={server.origin}/",
            "-o",
            str(out),
        ]
        for setting in HASTE:
            command += ["-s", setting]
        runs = [
            processes.start(command, cwd=ROOT, env=environment(), stderr=subprocess.PIPE, text=True)
            for _ in range(2)
        ]
        told = [run.communicate(timeout=60)[1] for run in runs]
    urls = [json.loads(line)["url"] for line in out.read_text("utf-8").splitlines()]
    assert {url.removeprefix(server.origin) for url in urls} == set(map(story, range(1, 21)))
    assert 0 in [run.returncode for run in runs], told


@pytest.mark.fault(12)
def test_a_fault_of_the_spider_costs_one_page(tmp_path: Path) -> None:
    """Where the spider itself fails on a page, that page alone has failed, and the reason says so."""
    with FaultServer(healthy({FAULTY: says(response(article(9).encode()))})) as server:
        ran = crawl(tmp_path / "crawl", server.origin + "/", "SPIDER_MODULES=tests.faults.spiders")
        assert ran.paths(server.origin) == STORIES
        row = ran.outcomes()[server.origin + FAULTY]
    assert (row["outcome"], row["reason"]) == ("failed", "fault in the spider")
    assert ran.status == 6


@pytest.mark.fault(50)
def test_age_says_nothing(tmp_path: Path) -> None:
    """A page whose Last-Modified is ten years old is requested again all the same, and its change is seen."""
    old = "Last-Modified: Wed, 01 Aug 2012 08:00:00 GMT"
    first, second = (
        says(response(article(9).replace("came to look", words).encode(), "200 OK", "text/html", old))
        for words in ("came to look", "came to sail")
    )
    with FaultServer(healthy({FAULTY: in_turn(first, second)})) as server:
        crawl(tmp_path / "crawl", server.origin + "/")
        age(tmp_path / "crawl", hours=7)
        ran = crawl(tmp_path / "crawl", server.origin + "/")
    records = [record for record in ran.records if record["url"].endswith(FAULTY)]
    assert [(record["revision"], record["changed"]) for record in records] == [(1, []), (2, ["body"])]
