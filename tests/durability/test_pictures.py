"""Tests of kill -9 while pictures are fetched: none is lost or requested twice, no file is left over."""

from __future__ import annotations

import os
import random
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from crawler.accounting.outcome import ExitStatus
from crawler.samplesite import Server
from tests.durability.damage import Attack, damage_of, tally
from tests.durability.site import Crawl, check_archive
from tests.pictures.images import SVG, jpeg
from tests.pictures.site import path_of, picture_site, put

STORIES = 32
SEEDS = range(int(os.environ.get("KILL_SEEDS", "1")))
"""`make soak` sets more of them; each seed stands for six kills or more."""
WHEN = [(1, 40), *[(60, 170)] * 5]
"""Between which writes each of the kills comes. None of the runs comes to its end before."""
PHOTOS = ("-s", "PHOTOS=1")


def shown(number: int) -> list[str]:
    """Return the pictures of an article: its own, one of two articles, one of all, and an SVG."""
    return [f"/img/own_{number}.jpg", f"/img/pair_{number // 2}.jpg", "/img/all.jpg", "/img/drawn.svg.jpg"]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """Serve articles with pictures."""
    articles = {number: shown(number) for number in range(STORIES)}
    with picture_site(tmp_path / "site", articles) as running:
        for seed, path in enumerate(sorted({path for paths in articles.values() for path in paths})):
            put(tmp_path / "site", path, SVG if path.endswith(".svg.jpg") else jpeg(seed))
        yield running


@pytest.mark.parametrize("seed", SEEDS)
def test_killed_while_pictures_are_fetched(seed: int, server: Server, tmp_path: Path) -> None:
    """Killed at six writes or more and run again, the crawl has all pictures, each asked for once."""
    dice, crawl = random.Random(seed), Crawl(server, tmp_path / "crawl")
    for first, last in WHEN:
        known = recorded(crawl)
        killed = crawl.killed_at(dice.randint(first, last), *PHOTOS)
        assert killed.returncode == -signal.SIGKILL, killed.stderr
        assert not known & set(crawl.asked)
    kill_until_recorded(crawl)
    known = recorded(crawl)
    ended = crawl.run(*PHOTOS)
    assert not known & set(crawl.asked)
    check_complete(crawl, ended)


def kill_until_recorded(crawl: Crawl) -> None:
    """Kill later and later until pictures are recorded: on a busy machine, many other writes come before."""
    write = WHEN[-1][-1]
    while not recorded(crawl):
        write *= 2
        killed = crawl.killed_at(write, *PHOTOS)
        assert killed.returncode == -signal.SIGKILL, killed.stderr


def recorded(crawl: Crawl) -> set[str]:
    """Return the paths of the pictures whose outcome the ledger has."""
    return {url.removeprefix(crawl.server.origin) for url in crawl.ask("SELECT url FROM pictures")}


def check_complete(crawl: Crawl, ended: subprocess.CompletedProcess[str]) -> None:
    """Check that every article and its pictures are there once, and that no file is left over."""
    assert ended.returncode == ExitStatus.COMPLETE, ended.stderr
    urls = [crawl.server.origin + path_of(number) for number in range(STORIES)]
    tally(Attack.KILL_WITH_PICTURES, len(WHEN), damage_of(crawl.folder, urls))
    check_archive(crawl)
    named = set()
    for record in crawl.records():
        assert record["evidence"]["photos.refused"] == "3=picture_svg"
        files = [photo["file"] for photo in record["photos"][:3]]
        assert [(crawl.folder / file["path"]).stat().st_size for file in files] == [
            file["size"] for file in files
        ]
        named |= {file["path"] for file in files}
    on_disk = {path.relative_to(crawl.folder).as_posix() for path in (crawl.folder / "photos").glob("*/*")}
    assert on_disk == named
    assert len(named) == STORIES + STORIES // 2 + 1
