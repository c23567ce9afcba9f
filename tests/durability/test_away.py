"""Tests of ledgers that are written on a machine's own disk and copied home: nothing lost, nothing twice."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from crawler.accounting.outcome import ExitStatus
from crawler.ledger.away import AwayLedger
from crawler.ledger.ledger import LEDGER
from crawler.ledger.schema import connect
from tests.durability.damage import Attack
from tests.durability.site import LONG, Crawl, check_archive, generated, holding
from tests.durability.test_kill import STORIES, check_asked, check_complete

SEEDS = range(int(os.environ.get("KILL_SEEDS", "1")))
NEVER = 3600
"""Seconds to the next copy of a ledger: more than a run has."""
MOST = 160
"""At which write a kill comes at the latest: eight times that is less than the 1,300 of the whole crawl, and
none of the runs comes to its end. The first kill comes then, after copies, so that something is left."""


def machine(folder: Path, number: int, seconds: float) -> tuple[str, ...]:
    """Return the settings of a crawl on one of several machines that share the crawl's directory."""
    return ("-s", f"LEDGER_DIR={folder / f'machine{number}'}", "-s", f"LEDGER_COPY_SECONDS={seconds}")


def counts(crawl: Crawl) -> tuple[int, int]:
    """How many articles the output holds, and how many the ledger at home knows."""
    return len(crawl.records(is_killed=True)), crawl.ask("SELECT count(*) FROM revisions")[0]


@pytest.mark.parametrize("seed", SEEDS)
def test_machines_are_lost(seed: int, tmp_path: Path) -> None:
    """Killed at eight writes, each time gone on with elsewhere, the crawl ends as if nothing had been."""
    dice = random.Random(seed)
    with generated(tmp_path / "site", STORIES) as server:
        crawl = Crawl(server, tmp_path / "crawl")
        kills = [(MOST, 0), *((dice.randint(8, MOST), dice.choice((0, 0, NEVER))) for _ in range(7))]
        for number, (write, seconds) in enumerate(kills):
            done = crawl.done()
            settings = machine(tmp_path, number % 3, seconds)
            assert crawl.killed_at(write, *settings).returncode == -signal.SIGKILL
            check_asked(crawl, done)
        done = crawl.done()
        assert done  # or nothing is gone on with
        last = crawl.run(*machine(tmp_path, 1, 60))
        check_asked(crawl, done)
    check_complete(crawl, last, Attack.MACHINE, len(kills))
    assert not list((tmp_path / "machine1").iterdir())
    by_fastwarc(crawl.folder)


def by_fastwarc(folder: Path) -> None:
    """No archive has a torn record."""
    for file in (folder / "pages").glob("*.warc.gz"):
        done = subprocess.run(  # noqa: S603  the command is this test's own
            [Path(sys.executable).parent / "fastwarc", "check", file],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr


def test_between_two_copies(tmp_path: Path) -> None:
    """Writes since the last copy stay, though their pages are requested again: each is there once."""
    with generated(tmp_path / "site", STORIES) as server:
        crawl = Crawl(server, tmp_path / "crawl")
        assert crawl.killed_at(600, *machine(tmp_path, 1, NEVER)).returncode == -signal.SIGKILL
        written, known = counts(crawl)
        assert written > known == 0  # only the copy of the beginning is at home
        first = {record["url"] for record in crawl.records(is_killed=True)}
        before = crawl.whole_lines()
        archived = sum(file.stat().st_size for file in (crawl.folder / "pages").iterdir())
        assert archived
        last = crawl.run(*machine(tmp_path, 2, NEVER))
    assert crawl.output().startswith(before)
    assert f"took back {len(first)} articles that the ledger did not know" in last.stderr
    assert {path for path in crawl.asked if server.origin + path in first}  # fetched again
    check_complete(crawl, last, Attack.MACHINE, 1)
    by_fastwarc(crawl.folder)


def test_home_again(tmp_path: Path) -> None:
    """The copy is a ledger like any other: a crawl without a room of its own resumes with it, and back."""
    with generated(tmp_path / "site", 24) as server:
        crawl = Crawl(server, tmp_path / "crawl")
        room = machine(tmp_path, 1, 60)
        crawl.run("-a", "limit=5", *room)
        assert counts(crawl)[0] == counts(crawl)[1] > 0
        home = crawl.killed_at(150)  # it leaves a log beside the ledger at home
        assert home.returncode == -signal.SIGKILL
        assert (crawl.folder / f"{LEDGER}-wal").is_file()
        last = crawl.run(*room)
        assert not (crawl.folder / f"{LEDGER}-wal").exists()
        assert last.returncode == ExitStatus.PARTIAL
        assert crawl.run().returncode == ExitStatus.COMPLETE
    assert counts(crawl) == (24, 24)
    check_archive(crawl)


def test_interrupted(tmp_path: Path) -> None:
    """Told to stop, a crawl leaves its ledger at home: nothing is cut off."""
    with generated(tmp_path / "site", STORIES) as server:
        crawl = Crawl(server, tmp_path / "crawl")
        with holding(server, 30) as is_held, crawl.start(*machine(tmp_path, 1, NEVER)) as running:
            assert is_held.wait(LONG)
            running.send_signal(signal.SIGTERM)
            running.communicate(timeout=LONG)
    assert counts(crawl)[0] == counts(crawl)[1] > 0


def test_a_torn_copy_counts_for_nothing(tmp_path: Path) -> None:
    """An earlier crawl's ledger on the machine does not count either: the one at home does."""
    home, room = tmp_path / "home", tmp_path / "room"
    home.mkdir()
    connect(home / LEDGER).close()
    (home / f".{LEDGER}.copy").write_bytes(b"half a led")
    left = AwayLedger(home, room, LEDGER, 60)
    (left.folder / LEDGER).write_bytes(b"from earlier")
    away = AwayLedger(home, room, LEDGER, 60)
    with closing(sqlite3.connect(away.folder / LEDGER)) as database:
        database.execute("PRAGMA user_version = 99")
    away.bring_home()
    with closing(sqlite3.connect(home / LEDGER)) as database:
        assert database.execute("PRAGMA user_version").fetchone() == (99,)


def test_no_ledger(tmp_path: Path) -> None:
    """A file that is no ledger is refused in words, and stays."""
    folder = tmp_path / "crawl"
    folder.mkdir()
    (folder / LEDGER).write_text("no ledger\n" * 100, encoding="utf-8")
    with generated(tmp_path / "site", 4) as server:
        refused = Crawl(server, folder).run(*machine(tmp_path, 1, 60))
    assert refused.returncode == ExitStatus.BAD_ARGUMENTS
    assert "is not a ledger" in refused.stderr
    assert (folder / LEDGER).read_text("utf-8").startswith("no ledger")
