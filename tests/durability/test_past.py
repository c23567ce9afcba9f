"""Tests of kill -9 while captures are harvested from a web archive: nothing is lost, nothing comes twice."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
from pathlib import Path

import pytest

from crawler.accounting.outcome import ExitStatus
from tests.durability.damage import Attack, damage_of, tally
from tests.pictures.images import jpeg
from tests.pictures.site import story
from tests.webarchives.harvests import SITE, Crawl, kept, path
from tests.webarchives.server import PAGED, WAYBACK, Archive, Fault, Kept, serving

STORIES = 24
SEEDS = range(int(os.environ.get("KILL_SEEDS", "1")))
"""`make soak` sets more of them; each seed stands for four kills."""
LATER = "20230101000000"
CHANGED = range(0, STORIES, 6)
"""Articles with two versions."""
WHEN = [(1, 40), *[(8, 90)] * 3]
"""Between which writes each of the kills comes. None of the runs comes to its end before."""


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("has_files", [False, True], ids=["replayed", "in files"])
def test_killed_while_captures_are_harvested(seed: int, tmp_path: Path, *, has_files: bool) -> None:
    """Killed at four writes and run again, the harvest ends as if nothing had happened."""
    dice = random.Random(seed)
    faults = {"page=2": [Fault(503)], "resumeKey=4": [Fault(429)]}
    captures = [*map(kept, range(STORIES)), *(kept(number, LATER, "closed") for number in CHANGED)]
    with serving(Archive(captures, PAGED if has_files else WAYBACK, per_page=4, faults=faults)) as archive:
        address = archive.files if has_files else archive.address
        crawl = Crawl(archive, tmp_path / "crawl", address=address)
        for first, last in WHEN:
            write = str(dice.randint(first, last))
            killed = crawl.run("-a", "captures=all", by=("tests.durability.killing", write))
            assert killed.returncode == -signal.SIGKILL, killed.stderr
        ended = crawl.run("-a", "captures=all")
    assert ended.returncode == ExitStatus.COMPLETE, ended.stderr
    assert "add up" not in ended.stderr
    urls = [SITE + path(number) for number in (*range(STORIES), *CHANGED)]
    tally(Attack.KILL_IN_THE_PAST, len(WHEN), damage_of(crawl.folder, urls))
    versions = [(each["url"], each["revision"], each["headline"].split()[3]) for each in crawl.records()]
    opened = [(SITE + path(number), 1, "opened") for number in range(STORIES)]
    closed = [(SITE + path(number), 2, "closed") for number in CHANGED]
    assert sorted(versions) == sorted(opened + closed)


PICTURED = 12
"""Articles with pictures, each captured twice."""
WHEN_PICTURED = [(1, 60), *[(130, 200)] * 3]


def shown(number: int) -> list[str]:
    """Return the pictures of an article: its own, one of two articles, and one that the archive lacks."""
    return [f"/img/own_{number}.jpg", f"/img/pair_{number // 2}.jpg", "/img/none.jpg"]


def pictured() -> list[Kept]:
    """Return the captures of the articles and of their pictures, whose bytes change between them."""
    paths = sorted({each for number in range(PICTURED) for each in shown(number)[:2]})
    articles = [
        kept(number, timestamp, body=story(number, shown(number), words).encode())
        for number in range(PICTURED)
        for timestamp, words in (("20220806120000", ""), (LATER, " again"))
    ]
    pictures = [
        Kept(url=SITE + each, timestamp=timestamp, body=jpeg(seed + later), mime="image/jpeg")
        for seed, each in enumerate(paths)
        for timestamp, later in (("20220806120500", 0), ("20221231000000", len(paths)))
    ]
    return articles + pictures


def recorded(crawl: Crawl) -> set[str]:
    """Return the captures of pictures whose outcome the ledger has."""
    if not (crawl.folder / "ledger.sqlite").is_file():
        return set()
    with sqlite3.connect(crawl.folder / "ledger.sqlite") as database:
        rows = database.execute("SELECT url FROM pictures WHERE url NOT LIKE '% in %'").fetchall()
    return {url.removeprefix(crawl.archive.origin) for (url,) in rows}


@pytest.mark.parametrize("seed", SEEDS)
def test_killed_while_captured_pictures_are_fetched(seed: int, tmp_path: Path) -> None:
    """Killed at four writes and run again, each picture is there from its time, and none was asked twice."""
    dice = random.Random(seed)
    options = ("-a", "captures=all", "-s", "PHOTOS=1")
    with serving(Archive(pictured(), PAGED)) as archive:
        crawl = Crawl(archive, tmp_path / "crawl")
        for first, last in WHEN_PICTURED:
            known = recorded(crawl)
            archive.hits.clear()
            killed = crawl.run(*options, by=("tests.durability.killing", str(dice.randint(first, last))))
            assert killed.returncode == -signal.SIGKILL, killed.stderr
            assert not known & set(archive.hits)
        known = recorded(crawl)
        archive.hits.clear()
        ended = crawl.run(*options)
        assert known
        assert not known & set(archive.hits)
    assert ended.returncode == ExitStatus.COMPLETE, ended.stderr
    urls = [SITE + path(number) for number in range(PICTURED)]
    tally(Attack.KILL_WITH_PICTURES, len(WHEN_PICTURED), damage_of(crawl.folder, urls * 2))
    for record in crawl.records():
        assert record["evidence"]["photos.refused"] == "2=not_captured"
        files = [photo["file"] for photo in record["photos"][:2]]
        assert all((crawl.folder / file["path"]).stat().st_size == file["size"] for file in files)
        month = "2022-08" if record["revision"] == 1 else "2022-12"
        assert [file["captured"][:7] for file in files] == [month] * 2
    named = {photo["file"]["path"] for each in crawl.records() for photo in each["photos"] if photo["file"]}
    on_disk = {each.relative_to(crawl.folder).as_posix() for each in (crawl.folder / "photos").glob("*/*")}
    assert on_disk == named
    assert len(named) == 2 * (PICTURED + PICTURED // 2)
