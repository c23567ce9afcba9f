"""Harvests that start at the capture of a list: its articles come from the archive, too."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from crawler.accounting.outcome import ExitStatus
from tests.house import processes
from tests.house.site import LONGEST, ROOT, environment, scrapy_here
from tests.spiders.harvest import listing
from tests.webarchives.harvests import HASTE, SITE, Crawl, kept, path
from tests.webarchives.server import PAGED, Archive, Kept, serving

LIST, OTHER_LIST = "/world/index.htm", "/china/index.htm"
EARLY, THEN, LATER = "20210101000000", "20220806120000", "20230801000000"
ARTICLES = range(5)
LOST = 9
"""An article that the list links, and the archive lacks."""
LINKS = (*map(path, (*ARTICLES, LOST)), OTHER_LIST, "http://www.elsewhere.cn/2022-08/01/content_7.htm")


@pytest.fixture
def archive() -> Iterator[Archive]:
    """Serve captures of a list, of another one, and of articles at three times."""
    past = [
        Kept(url=SITE + LIST, timestamp=THEN, body=listing(*LINKS).encode()),
        Kept(url=SITE + OTHER_LIST, timestamp=THEN, body=listing(path(20)).encode()),
        kept(20),
        *(kept(number, THEN[:8] + f"{number:06}") for number in ARTICLES),
        *(kept(number, when, "closed") for number in ARTICLES for when in (EARLY, LATER)),
    ]
    with serving(Archive(past, PAGED)) as running:
        yield running


def run(
    archive: Archive, folder: Path, *options: str, by: tuple[str, ...] = ("scrapy",)
) -> subprocess.CompletedProcess[str]:
    """Harvest from the address that a browser shows of the list."""
    start = f"start={archive.origin}/web/{THEN}/{SITE}{LIST}"
    words = ["crawl", "news", "-a", start, "-s", f"CRAWL_DIR={folder}", *HASTE, *options]
    command = [sys.executable, "-m", *by, *words]
    return processes.run(command, cwd=ROOT, env=environment(), text=True, timeout=LONGEST)


def check(archive: Archive, folder: Path) -> None:
    """Check that each article of the list is there once, in the capture nearest to that of the list."""
    captures = [record["evidence"]["capture"] for record in Crawl(archive, folder).records()]
    assert sorted(captures) == [
        f"{archive.origin}/web/{THEN[:8]}{number:06}id_/{SITE}{path(number)}" for number in ARTICLES
    ]


def test_articles_of_a_captured_list(archive: Archive, tmp_path: Path) -> None:
    """Its links to articles are looked up near its time; other lists and other sites are not followed."""
    done = run(archive, tmp_path)
    assert done.returncode == ExitStatus.COMPLETE, done.stderr
    check(archive, tmp_path)
    assert len(archive.asked("id_/")) == 1 + len(ARTICLES)
    assert len(archive.asked("cdx?")) == 1 + len(ARTICLES) + 1
    missing = scrapy_here("outcomes", str(tmp_path), "--rejected").stdout
    assert missing.count("\n") == missing.count("not in the web archive") == 1
    assert f"content_{LOST}" in missing


def test_later_run_of_a_captured_list(archive: Archive, tmp_path: Path) -> None:
    """It asks for the captures of the list alone: nothing else can have changed."""
    run(archive, tmp_path)
    archive.hits.clear()
    done = run(archive, tmp_path)
    assert done.returncode == ExitStatus.COMPLETE, done.stderr
    assert [hit.partition("?")[0] for hit in archive.hits if "robots" not in hit] == ["/web/cdx"]
    check(archive, tmp_path)


@pytest.mark.parametrize("seed", range(3))
def test_killed_harvest_of_a_captured_list(seed: int, archive: Archive, tmp_path: Path) -> None:
    """Killed at a write and run again, it has each article once."""
    write = random.Random(seed).randint(5, 90)
    killed = run(archive, tmp_path, by=("tests.durability.killing", str(write)))
    assert killed.returncode in (-signal.SIGKILL, ExitStatus.COMPLETE), killed.stderr
    done = run(archive, tmp_path)
    assert done.returncode == ExitStatus.COMPLETE, done.stderr
    check(archive, tmp_path)
