"""Tests of commands beside a crawl, and of upgrades: whoever is killed, nothing is lost, repeated or torn."""

from __future__ import annotations

import gzip
import json
import os
import random
import signal
import sqlite3
import sys
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from crawler.accounting.outcome import ExitStatus
from crawler.exporting.export import PICTURES
from crawler.exporting.manifest import MANIFEST
from crawler.ledger.ledger import LEDGER
from crawler.ledger.schema import MIGRATIONS
from tests.durability.damage import Attack, Damage, damage_of, tally
from tests.durability.site import LONG, Crawl, generated, holding, story
from tests.exporting.images.test_pictures import pictured, rows, stored
from tests.exporting.test_export import crawl
from tests.house import processes
from tests.house.site import ROOT, environment, scrapy

STORIES = 24
SEEDS = range(int(os.environ.get("KILL_SEEDS", "1")))
KILLING = ("tests.durability.killing", "never")
STATEMENTS = 25
"""About as many as the opening of a ledger has that is upgraded from the first version."""


def articles(crawl: Crawl) -> list[str]:
    """Return the URLs of all articles."""
    return [crawl.server.origin + story(number) for number in range(STORIES)]


@contextmanager
def at_work(crawl: Crawl, answers: int) -> Iterator[None]:
    """Hold a crawl in its work after some answers of its server; kill it at the end."""
    with holding(crawl.server, answers) as is_held, crawl.start(by=KILLING) as running:
        assert is_held.wait(LONG)
        try:
            yield
        finally:
            running.kill()
            running.communicate()


def killed(write: int, *arguments: str) -> bool:
    """Run a command that is killed at the Nth write; return whether it was."""
    command = [sys.executable, "-m", "tests.durability.killing", str(write), *arguments]
    done = processes.run(command, cwd=ROOT, env=environment())
    return done.returncode == -signal.SIGKILL


def exported(crawl: Crawl, out: Path) -> list[bytes]:
    """Export the present state of a crawl, unless that was done; return the lines."""
    if not out.exists():
        done = scrapy("export", str(crawl.folder), "-o", str(out))
        assert done.returncode == ExitStatus.COMPLETE, done.stderr
    assert (out / MANIFEST).is_file()
    return [line for part in sorted(out.glob("*.gz")) for line in gzip.open(part).read().splitlines()]


def packed(out: Path) -> tuple[list[str], int]:
    """Return the URLs of the pages that a WACZ file lists, and the number of pages that are read from it."""
    wacz = out / "archive.wacz"
    with zipfile.ZipFile(wacz) as members:
        _, *pages = map(json.loads, members.read("pages/pages.jsonl").splitlines())
    read = scrapy("extract", str(wacz))
    assert read.returncode == ExitStatus.COMPLETE, read.stderr
    return [page["url"] for page in pages], len(read.stdout.splitlines())


@pytest.mark.parametrize("seed", SEEDS)
def test_archive_is_exported_beside_a_crawl(seed: int, tmp_path: Path) -> None:
    """A killed export leaves nothing; the next one has complete records, and the pages of its articles."""
    dice = random.Random(seed)
    out = tmp_path / "out"
    with generated(tmp_path / "site", STORIES, channels=2) as server:
        crawl = Crawl(server, tmp_path / "crawl")
        export = ("export", str(crawl.folder), "--to", "wacz", "-o", str(out))
        with at_work(crawl, dice.randint(15, 35)):
            assert killed(dice.randint(1, 6), *export)
            assert not out.exists()
            done = scrapy(*export)
    assert done.returncode == ExitStatus.COMPLETE, done.stderr
    listed, readable = packed(out)
    assert 0 < len(set(listed)) == len(listed) <= readable
    assert sorted(path.name for path in tmp_path.iterdir()) == ["crawl", "out", "site"]


@pytest.mark.parametrize("form", PICTURES)
@pytest.mark.parametrize("seed", SEEDS)
def test_export_of_pictures_is_killed(seed: int, form: str, tmp_path: Path) -> None:
    """A killed export leaves nothing; the next one is complete, and removes the draft."""
    folder, out, number = tmp_path / "crawl", tmp_path / "out", 4
    files = [stored(folder, b"%d" % each, each << 20) for each in range(number)]
    crawl(folder, *(pictured(each, file) for each, file in enumerate(files)))
    export = ("export", str(folder), "--to", form, "-o", str(out))
    assert killed(random.Random(seed).randint(1, number + 2), *export)  # then it is renamed
    assert not out.exists()
    done = scrapy(*export)
    assert done.returncode == ExitStatus.COMPLETE, done.stderr
    manifest = json.loads((out / MANIFEST).read_text("utf-8"))
    assert manifest["records"] == len(rows(out)) == number
    assert sorted(path.name for path in tmp_path.iterdir()) == ["crawl", "out"]


@pytest.mark.parametrize("seed", SEEDS)
def test_commands_are_killed_beside_a_crawl(seed: int, tmp_path: Path) -> None:
    """An export is a whole beginning of the output, retry is refused, and the crawl continues."""
    dice = random.Random(seed)
    out = tmp_path / "out"
    with generated(tmp_path / "site", STORIES, channels=2) as server:
        crawl = Crawl(server, tmp_path / "crawl")
        export = ("export", str(crawl.folder), "-o", str(out))
        with at_work(crawl, dice.randint(15, 35)):
            assert killed(dice.randint(1, 6), *export)
            early = exported(crawl, out)
            assert scrapy("retry", str(crawl.folder)).returncode == ExitStatus.DIRECTORY_IN_USE
            assert scrapy("audit", str(crawl.folder)).returncode in (ExitStatus.COMPLETE, ExitStatus.PARTIAL)
        kills = sum(
            killed(dice.randint(1, 3), *command, str(crawl.folder))
            for command in (["retry"], ["audit", "--fill"])
        )
        last = crawl.run()
        late = exported(crawl, tmp_path / "late")
    assert "Traceback" not in last.stderr
    lines = crawl.output().splitlines()
    assert early == lines[: len(early)]
    gone = Damage(lost=len(set(lines) - set(late)), repeated=len(late) - len(set(late)))
    tally(Attack.BESIDE, 2 + kills, damage_of(crawl.folder, articles(crawl)) + gone)


def downgrade(folder: Path, version: int) -> None:
    """Make a ledger one of an older version, with the data that this version can hold."""
    older, ledger = folder / "older.sqlite", folder / LEDGER
    with closing(sqlite3.connect(older)) as database:
        for function in ("code_of", "key_of"):
            database.create_function(function, 1, str)  # for upgrades of tables that are empty here
        for script in MIGRATIONS[:version]:
            database.executescript(script)
        database.execute(f"PRAGMA user_version = {version}")
        database.execute("ATTACH ? AS newer", (str(ledger),))
        for table in names(database, "SELECT name FROM main.sqlite_master WHERE type = 'table'"):
            columns = names(database, f"SELECT name FROM pragma_table_info('{table}', 'main')")  # noqa: S608  own words
            there = names(database, f"SELECT name FROM pragma_table_info('{table}', 'newer')")  # noqa: S608
            kept = ", ".join(f'"{name}"' for name in columns if name in there)
            if kept:  # else the newer version has no such table
                database.execute(f"INSERT INTO main.{table} ({kept}) SELECT {kept} FROM newer.{table}")  # noqa: S608
        database.commit()
    for path in folder.glob(f"{LEDGER}-*"):
        path.unlink()
    older.replace(ledger)


def names(database: sqlite3.Connection, query: str) -> list[str]:
    """Return the first column of a query."""
    return [row[0] for row in database.execute(query)]


@pytest.mark.parametrize("seed", SEEDS)
def test_killed_in_an_upgrade(seed: int, tmp_path: Path) -> None:
    """A crawl killed while it upgrades its ledger resumes with all data."""
    dice = random.Random(seed)
    with generated(tmp_path / "site", STORIES, channels=2) as server:
        crawl = Crawl(server, tmp_path / "crawl")
        crawl.run("-a", "limit=8")
        before = crawl.output()
        downgrade(crawl.folder, dice.randint(1, len(MIGRATIONS) - 1))
        done = crawl.killed_at(f"upgrade-{dice.randint(1, STATEMENTS)}")
        assert done.returncode == -signal.SIGKILL
        last = crawl.run()
    assert "Traceback" not in last.stderr
    assert crawl.output().startswith(before)
    tally(Attack.KILL_IN_UPGRADE, 1, damage_of(crawl.folder, articles(crawl)))
