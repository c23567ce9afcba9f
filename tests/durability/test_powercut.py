"""Tests of power cuts: unsynchronised writes are lost in any choice, and the crawl resumes."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from crawler.ledger.archive import Archive, ArchiveTerms
from crawler.ledger.ledger import Ledger
from crawler.state.files import revision_of_line
from tests.durability.cutting import IMPOSSIBLE
from tests.durability.damage import Attack, Damage, damage_of, lines_of, tally
from tests.durability.machine import needs_shim, recording
from tests.durability.powercut import Disk, Step, steps_of
from tests.durability.site import Crawl, generated, story
from tests.house.site import ROOT

STORIES = 24
SEEDS = range(int(os.environ.get("KILL_SEEDS", "1")))
CUTS, RESUMED = 40, 1
"""Cuts of a seed, and the number of them after which a crawl resumes, to its end."""


@needs_shim
@pytest.mark.fault(2)
@pytest.mark.parametrize("seed", SEEDS)
def test_the_power_is_cut(seed: int, tmp_path: Path) -> None:
    """Whatever the disk lacks, each line that anybody has read stays, and nothing comes twice."""
    dice = random.Random(seed)
    with generated(tmp_path / "site", STORIES, channels=2) as server:
        crawl = Crawl(server, tmp_path / "disk" / "crawl")
        steps = recorded(crawl, tmp_path, dice)
        moments = sorted(dice.sample(range(len(steps)), CUTS))
        resumed = set(dice.sample(moments, RESUMED))
        disk, damage = Disk(tmp_path / "disk"), Damage()
        for number, step in enumerate(steps):
            disk.take(step)
            if number in moments:
                left = tmp_path / f"cut{number}"
                disk.cut(left, dice)
                read = disk.seen(crawl.folder / "articles.jsonl")
                damage += recovered(left / "crawl", read)
                if number in resumed:
                    damage += gone_on(replace(crawl, folder=left / "crawl", variables={}), read)
    tally(Attack.POWER_LOG, CUTS, damage)


def recorded(crawl: Crawl, folder: Path, dice: random.Random) -> list[Step]:
    """Return the writes of a crawl that is killed once."""
    crawl.folder.parent.mkdir()
    crawl.variables = recording(folder / "disk", folder / "log")
    assert crawl.killed_at(dice.randint(20, 250)).returncode == -signal.SIGKILL
    crawl.killed_at("never")
    return steps_of(folder / "log")


def recovered(folder: Path, read: bytes) -> Damage:
    """Start the crawl as after a cut; compare the output with the lines read before the cut."""
    folder.mkdir(exist_ok=True)
    with closing(Ledger(folder, read=revision_of_line)) as ledger:
        ledger.archive = Archive(ledger.journal, folder, ArchiveTerms(10**9, {}))
        ledger.commit()
        known = [article for (article,) in ledger.journal.rows("SELECT id FROM revisions")]
    return damage_of(folder, known, "id") + unread(folder, read)


def unread(folder: Path, read: bytes) -> Damage:
    """Count the lines that somebody has read before the cut, and that are not at their place any more."""
    whole = read[: read.rfind(b"\n") + 1].splitlines(keepends=True)
    left = lines_of(folder)[: len(whole)]
    return Damage(lost=len(whole) - sum(old == new for old, new in zip(whole, left, strict=False)))


def gone_on(crawl: Crawl, read: bytes) -> Damage:
    """Crawl to the end."""
    done = crawl.run()
    assert "Traceback" not in done.stderr
    origin = crawl.server.origin
    return damage_of(crawl.folder, [origin + story(number) for number in range(STORIES)]) + unread(
        crawl.folder, read
    )


can_mount = pytest.mark.skipif(
    os.geteuid() != 0 or not (shutil.which("mkfs.ext4") and shutil.which("unshare")),
    reason="only root may mount a file system",
)


@can_mount
@pytest.mark.fault(2)
@pytest.mark.parametrize("seed", SEEDS)
def test_the_power_of_a_file_system_is_cut(seed: int, tmp_path: Path) -> None:
    """Whatever ext4 had not given to its disk, each line that was read stays, and nothing comes twice."""
    dice = random.Random(seed)
    writes = [str(dice.randint(8, 250)) for _ in range(2)]
    with generated(tmp_path / "site", STORIES, channels=2) as server:
        crawl = Crawl(server, tmp_path / "left")
        command = ["unshare", "-m", sys.executable, "-m", "tests.durability.cutting", str(tmp_path)]
        done = subprocess.run(  # noqa: S603  our own
            [*command, server.origin + "/", *writes], cwd=ROOT, capture_output=True, text=True, check=False
        )
        if done.returncode == IMPOSSIBLE:
            pytest.skip("this machine mounts no file system in a file")
        assert done.returncode == 0, done.stderr
        reads = [(tmp_path / f"read-{number}").read_bytes() for number in (1, 2)]
        damage = recovered(crawl.folder, reads[0]) + unread(crawl.folder, reads[1])
        damage += gone_on(crawl, reads[1])
    tally(Attack.POWER_EXT4, len(writes), damage)
