"""Tests of crawls whose files somebody else changed between two runs, or in the midst of one."""

from __future__ import annotations

import shutil
import signal
from collections import Counter

import pytest

from crawler.accounting.outcome import ExitStatus
from crawler.samplesite import Server
from tests.durability.site import LONG, Crawl, check_archive, holding, story, wait_for
from tests.house.site import scrapy, scrapy_here

STORIES = 48


def check_complete(crawl: Crawl) -> None:
    """Check that every article is there once, in whole lines, and so is its page."""
    articles = Counter(record["url"].removeprefix(crawl.server.origin) for record in crawl.records())
    assert articles == Counter(story(number) for number in range(STORIES))
    check_archive(crawl)


def test_the_lock_file_is_removed_while_a_run_is_at_work(crawl: Crawl, server: Server) -> None:
    """The same command, as cron gives it, is refused all the same, and costs nothing."""
    with holding(server, 30) as is_held, crawl.start() as running:
        assert is_held.wait(LONG)
        wait_for(lambda: bool(crawl.whole_lines()))
        (crawl.folder / ".lock").unlink()
        second = crawl.run()
        assert second.returncode == ExitStatus.DIRECTORY_IN_USE, second.stderr
        before = crawl.records()
        running.send_signal(signal.SIGTERM)
        running.communicate(timeout=LONG)
    assert crawl.records()[: len(before)] == before
    crawl.run()
    check_complete(crawl)


@pytest.mark.parametrize("is_killed", [False, True])
def test_a_ledger_is_restored(crawl: Crawl, is_killed: bool) -> None:
    """An older ledger costs no line and no archived page of the runs that it does not know."""
    crawl.run("-a", "limit=10")
    backup = crawl.folder.with_name("backup.sqlite")
    shutil.copy(crawl.folder / "ledger.sqlite", backup)
    if is_killed:
        assert crawl.killed_at(500).returncode == -signal.SIGKILL
    else:
        crawl.run("-a", "limit=20")
    whole = crawl.whole_lines()
    assert whole.count(b"\n") > 10
    for name in ("ledger.sqlite-wal", "ledger.sqlite-shm"):
        (crawl.folder / name).unlink(missing_ok=True)
    shutil.copy(backup, crawl.folder / "ledger.sqlite")
    ended = crawl.run()
    assert crawl.output().startswith(whole)
    assert "articles that the ledger did not know" in ended.stderr
    check_complete(crawl)


def test_the_log_of_a_killed_ledger_is_removed(crawl: Crawl) -> None:
    """Data that was only in the log is lost; the output keeps its lines."""
    assert crawl.killed_at(600).returncode == -signal.SIGKILL
    before = len(crawl.records(is_killed=True))
    assert before
    for name in ("ledger.sqlite-wal", "ledger.sqlite-shm"):
        (crawl.folder / name).unlink()
    crawl.run()
    assert len(crawl.records()) > before
    articles = Counter(record["url"].removeprefix(crawl.server.origin) for record in crawl.records())
    assert articles == Counter(story(number) for number in range(STORIES))


def test_an_output_is_edited_between_two_runs(crawl: Crawl) -> None:
    """Longer lines are accepted; later articles follow them."""
    crawl.run("-a", "limit=20")
    path = crawl.folder / "articles.jsonl"
    path.write_text(path.read_text("utf-8").replace('"schema":', '"schema" :  '), "utf-8")
    before = path.read_bytes()
    crawl.run()
    assert path.read_bytes().startswith(before)
    check_complete(crawl)


def test_archives_of_others_stay(crawl: Crawl) -> None:
    """Files of others beside the pages stay, whatever their names."""
    crawl.run("-a", "limit=5")
    (own,) = (crawl.folder / "pages").iterdir()
    others = {f"20{year}1231235959000000-00001.warc.gz": own.read_bytes()[100:] for year in (20, 26, 99)}
    for name, content in others.items():
        (crawl.folder / "pages" / name).write_bytes(content)
    crawl.run()
    for name, content in others.items():
        assert (crawl.folder / "pages" / name).read_bytes() == content


@pytest.mark.parametrize("begin", [0, 4096])
def test_a_ledger_is_damaged(crawl: Crawl, begin: int) -> None:
    """The message gives the remedy, nothing is changed, and the remedy helps."""
    crawl.run("-a", "limit=20")
    before = crawl.output()
    path = crawl.folder / "ledger.sqlite"
    content = path.read_bytes()
    path.write_bytes(content[:begin] + bytes([0x55]) * (len(content) - begin))
    damaged = crawl.run()
    assert damaged.returncode == ExitStatus.BAD_ARGUMENTS, damaged.stderr
    assert "Traceback" not in damaged.stderr
    assert "scrapy ledger rebuild" in damaged.stderr
    for command in ("outcomes", "audit", "retry"):
        done = scrapy_here(command, str(crawl.folder))
        assert done.returncode == ExitStatus.BAD_ARGUMENTS
        assert "Traceback" not in done.stderr
    assert crawl.output() == before
    for each in crawl.folder.glob("ledger.sqlite*"):
        each.unlink()
    crawl.run()
    assert crawl.output().startswith(before)
    check_complete(crawl)


def test_a_directory_in_the_place_of_the_ledger(crawl: Crawl) -> None:
    """It is named, and no full disk is spoken of."""
    (crawl.folder / "ledger.sqlite").mkdir(parents=True)
    done = crawl.run()
    assert done.returncode == ExitStatus.BAD_ARGUMENTS
    assert "ledger.sqlite is a directory: `scrapy ledger rebuild" in done.stderr
    read = scrapy("outcomes", str(crawl.folder))
    assert read.returncode == ExitStatus.BAD_ARGUMENTS
    assert "ledger.sqlite is no regular file: move it away" in read.stderr
