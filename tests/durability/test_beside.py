"""Tests of commands beside a crawl, and of upgrades: whoever is killed, nothing is lost, repeated or torn."""

from __future__ import annotations

import gzip
import os
import random
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from crawler.accounting.outcome import Outcome
from crawler.exporting.export import MANIFEST
from crawler.ledger.schema import MIGRATIONS
from tests.durability.damage import Attack, Damage, damage_of, tally
from tests.durability.site import LONG, Crawl, generated, holding, story
from tests.house.site import ROOT, environment, scrapy

STORIES = 24
SEEDS = range(int(os.environ.get("KILL_SEEDS", "1")))
KILLING = ("tests.durability.killing", "never")
DOWNGRADES = {
    4: "DROP TABLE hosts",
    3: "DROP TABLE captures",
    2: "DROP TABLE bands; DROP TABLE stories; DROP INDEX copies;"
    " CREATE INDEX stories ON revisions (story) WHERE story IS NOT NULL",
}
"""What makes the ledger of a version one of the version before."""
STATEMENTS = 25
"""About as many as the opening of a ledger has that is upgraded from the first version."""


def articles(crawl: Crawl) -> list[str]:
    """Return the URLs of all articles."""
    return [crawl.server.origin + story(number) for number in range(STORIES)]


def killed(write: int, *arguments: str) -> bool:
    """Run a command that is killed at the Nth write; return whether it was."""
    command = [sys.executable, "-m", "tests.durability.killing", str(write), *arguments]
    done = subprocess.run(command, cwd=ROOT, env=environment(), capture_output=True, check=False)  # noqa: S603
    return done.returncode == -signal.SIGKILL


def exported(crawl: Crawl, out: Path) -> list[bytes]:
    """Export what a crawl has so far, unless that was done; return the lines."""
    if not out.exists():
        done = scrapy("export", str(crawl.folder), "-o", str(out))
        assert done.returncode == Outcome.COMPLETE, done.stderr
    assert (out / MANIFEST).is_file()
    return [line for part in sorted(out.glob("*.gz")) for line in gzip.open(part).read().splitlines()]


@pytest.mark.parametrize("seed", SEEDS)
def test_commands_are_killed_beside_a_crawl(seed: int, tmp_path: Path) -> None:
    """An export is a whole beginning of the output, retry is refused, and the crawl goes on as ever."""
    dice = random.Random(seed)
    out = tmp_path / "out"
    with generated(tmp_path / "site", STORIES, channels=2) as server:
        crawl = Crawl(server, tmp_path / "crawl")
        export = ("export", str(crawl.folder), "-o", str(out))
        with holding(server, dice.randint(15, 35)) as is_held, crawl.start(by=KILLING) as running:
            assert is_held.wait(LONG)
            assert killed(dice.randint(1, 6), *export)
            early = exported(crawl, out)
            assert scrapy("retry", str(crawl.folder)).returncode == Outcome.DIRECTORY_IN_USE
            assert scrapy("audit", str(crawl.folder)).returncode == Outcome.COMPLETE
            running.kill()
            running.communicate()
        kills = sum(
            killed(dice.randint(1, 3), *command, str(crawl.folder))
            for command in (["retry"], ["audit", "--fill"])
        )
        last = crawl.run()
        late = exported(crawl, tmp_path / "late")
    assert "Traceback" not in last.stderr
    lines = (crawl.folder / "articles.jsonl").read_bytes().splitlines()
    assert early == lines[: len(early)]
    gone = Damage(lost=len(set(lines) - set(late)), repeated=len(late) - len(set(late)))
    tally(Attack.BESIDE, 2 + kills, damage_of(crawl.folder, articles(crawl)) + gone)


def downgrade(folder: Path, version: int) -> None:
    """Make a ledger one of an older version."""
    with closing(sqlite3.connect(folder / "ledger.sqlite")) as database:
        found = database.execute("PRAGMA user_version").fetchone()[0]  # less where an upgrade was killed
        for newer in range(found, version, -1):
            database.executescript(DOWNGRADES[newer])
        database.execute(f"PRAGMA user_version = {min(found, version)}")
        database.commit()


@pytest.mark.parametrize("seed", SEEDS)
def test_killed_in_an_upgrade(seed: int, tmp_path: Path) -> None:
    """A crawl whose ledger is older, killed while it is upgraded, goes on with all that it had."""
    dice = random.Random(seed)
    with generated(tmp_path / "site", STORIES, channels=2) as server:
        crawl = Crawl(server, tmp_path / "crawl")
        crawl.run("-a", "limit=8")
        before = (crawl.folder / "articles.jsonl").read_bytes()
        for _ in range(2):
            downgrade(crawl.folder, dice.randint(1, len(MIGRATIONS) - 1))
            done = crawl.killed_at(f"upgrade-{dice.randint(1, STATEMENTS)}")
            assert done.returncode == -signal.SIGKILL
        last = crawl.run()
    assert "Traceback" not in last.stderr
    assert (crawl.folder / "articles.jsonl").read_bytes().startswith(before)
    tally(Attack.KILL_IN_UPGRADE, 2, damage_of(crawl.folder, articles(crawl)))
