"""Tests of kill -9 while pictures are fetched: none is lost or requested twice, no file is left over."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from crawler.accounting.outcome import ExitStatus
from crawler.samplesite import Server
from tests.durability.damage import Attack, damage_of, tally
from tests.durability.site import Crawl, check_archive
from tests.house import processes
from tests.house.site import LONGEST, ROOT, environment, scrapy
from tests.pictures.images import SVG, jpeg
from tests.pictures.site import path_of, picture_site, put

STORIES = 32
SEEDS = range(int(os.environ.get("KILL_SEEDS", "1")))
"""`make soak` sets more of them; each seed stands for six kills or more."""
WHEN = [(1, 40), *[(60, 170)] * 5]
"""Between which writes each of the kills comes. None of the runs comes to its end before."""
PHOTOS = ("-s", "PHOTOS=1")
AGAIN = [(1, 60), *[(20, 90)] * 4]
"""The same for the runs after a retry."""


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


@pytest.fixture
def lacking(server: Server, tmp_path: Path) -> Crawl:
    """Return a crawl whose articles lack pictures, which their server has now."""
    crawl, images = Crawl(server, tmp_path / "crawl"), tmp_path / "site" / "www" / "img"
    away = images.rename(tmp_path / "away")
    images.mkdir()
    for path in away.glob("pair_*"):
        path.rename(images / path.name)
    (images / "drawn.svg.jpg").write_bytes(SVG)
    ended = crawl.run(*PHOTOS)
    assert ended.returncode == ExitStatus.COMPLETE, ended.stderr
    for path in away.iterdir():
        path.rename(images / path.name)
    return crawl


@pytest.mark.parametrize("seed", SEEDS)
def test_killed_in_a_retry_of_pictures(seed: int, lacking: Crawl) -> None:
    """Each article gets one more revision, with the pictures that it lacked, and no other is asked for."""
    dice, crawl = random.Random(seed), lacking
    killed = retry_killed_at(crawl, dice.randint(1, 60))
    for first, last in AGAIN:
        known = recorded(crawl)
        run = crawl.killed_at(dice.randint(first, last), *PHOTOS)
        killed += run.returncode == -signal.SIGKILL
        assert not known & set(crawl.asked)
    known = recorded(crawl)
    crawl.run(*PHOTOS)
    assert not known & set(crawl.asked)
    check_filled(crawl, killed)


def retry_killed_at(crawl: Crawl, write: int) -> int:
    """Kill a retry at a write, and let another one end; return how often it was killed."""
    command = ("retry", str(crawl.folder), "--pictures")
    killed = processes.run(
        [sys.executable, "-m", "tests.durability.killing", str(write), *command],
        cwd=ROOT,
        env=environment(),
        text=True,
        timeout=LONGEST,
    )
    done = scrapy(*command)
    assert f"{STORIES} articles queued again for missing pictures" in done.stdout + killed.stdout
    return int(killed.returncode == -signal.SIGKILL)


def check_filled(crawl: Crawl, kills: int) -> None:
    """Check that every article has two revisions, the second with all of its pictures."""
    urls = [crawl.server.origin + path_of(number) for number in range(STORIES)]
    tally(Attack.KILL_IN_RETRY, kills, damage_of(crawl.folder, urls * 2))
    check_archive(crawl)
    for record in crawl.records()[STORIES:]:
        assert (record["revision"], record["changed"]) == (2, ["photos"])
        assert record["evidence"]["photos.refused"] == "3=picture_svg"
        assert all((crawl.folder / photo["file"]["path"]).is_file() for photo in record["photos"][:3])
    assert crawl.ask("SELECT count(*) FROM wanted_pictures") == [0]
