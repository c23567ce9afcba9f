"""Tests of crawls that a signal or a full disk stops: soon, with whole files, to be resumed."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from crawler.accounting.outcome import ExitStatus
from crawler.ledger.lock import Lock
from crawler.samplesite import Server
from tests.durability.site import BROKEN, LONG, Crawl, check_archive, holding, story, wait_for
from tests.house.processes import Process
from tests.spiders.harvest import listing

STORIES = 48
BETWEEN = 0.5  # seconds between two signals


def let_hang(server: Server, path: str) -> Callable[[], None]:
    """Let the server never answer for a path; return the function that ends this."""
    reply = server.site.reply
    hung = threading.Event()

    def hanging(target: str, origin: str) -> Any:
        if target == path:
            hung.wait(10 * LONG)
        return reply(target, origin)

    server.site.reply = hanging  # type: ignore[method-assign]
    return hung.set


def loading(server: Server, begin: float) -> float:
    """Return how long a crawl took from `begin` to its first request: how slow the machine is just now."""
    return server.times[0] - begin


def stopped(running: Process, *signals: int) -> tuple[float, str]:
    """Send signals, BETWEEN seconds apart; return the seconds until the end, and the log."""
    begin = time.monotonic()
    for number in signals:
        running.send_signal(number)
        threading.Event().wait(BETWEEN)
    _, words = running.communicate(timeout=LONG)
    return time.monotonic() - begin, words


def check_completed(crawl: Crawl) -> None:
    """Run again, and find every article once."""
    done = crawl.done()
    last = crawl.run()
    assert last.returncode == ExitStatus.PARTIAL, last.stderr  # one URL answers 500
    assert not {path for path in crawl.asked if path in done and path != "/robots.txt"}
    paths = sorted(record["url"].removeprefix(crawl.server.origin) for record in crawl.records())
    assert paths == sorted(story(number) for number in range(STORIES))


@pytest.mark.fault(6)
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_told_to_stop_while_the_server_hangs(crawl: Crawl, server: Server, number: int) -> None:
    """A server that does not answer delays nothing; the next run requests the page again."""
    path, begin = story(7), time.monotonic()
    go_on = let_hang(server, path)
    with crawl.start() as running:
        wait_for(lambda: path in server.hits and len(server.hits) > 20)
        seconds, words = stopped(running, number)
    assert running.returncode == ExitStatus.INTERRUPTED
    assert seconds < 5 + max(5, loading(server, begin))
    assert words.count("interrupted") + words.count("run the same command to resume") == 1
    assert "Traceback" not in words
    assert path not in crawl.done()
    go_on()
    check_completed(crawl)


@pytest.mark.fault(7)
def test_told_twice(crawl: Crawl, server: Server) -> None:
    """The second Ctrl-C ends it within two seconds; finished work stays finished.

    On a machine so busy that the program takes longer than that to start, it may take as long to end.
    """
    begin = time.monotonic()
    go_on = let_hang(server, story(7))
    with crawl.start("-s", f"STOP_GRACE={10 * LONG}") as running:
        wait_for(lambda: story(7) in server.hits and len(server.hits) > 20)
        seconds, words = stopped(running, signal.SIGINT, signal.SIGINT)
    assert running.returncode == ExitStatus.INTERRUPTED
    assert seconds < BETWEEN + max(2, loading(server, begin))
    assert words.count("run the same command to resume") == 1
    assert "Traceback" not in words
    assert crawl.records()
    go_on()
    check_completed(crawl)


def test_told_to_stop_while_robots_txt_hangs(crawl: Crawl, server: Server) -> None:
    """That it did not come was our doing: the next run does not leave the host alone for it."""
    go_on = let_hang(server, "/robots.txt")
    with crawl.start() as running:
        wait_for(lambda: "/robots.txt" in server.hits)
        stopped(running, signal.SIGTERM)
    assert running.returncode == ExitStatus.INTERRUPTED
    go_on()
    check_completed(crawl)


@pytest.mark.fault(6)
def test_pages_under_way_may_end(crawl: Crawl, server: Server) -> None:
    """Pages in flight at the signal are finished, not fetched again, and then the crawl ends."""
    with crawl.start("-s", f"STOP_GRACE={10 * LONG}") as running:
        with holding(server, 12) as is_held:
            assert is_held.wait(LONG)
            running.send_signal(signal.SIGTERM)
            assert running.stderr is not None
            assert any("SIGTERM" in line for line in running.stderr)
        running.communicate(timeout=LONG)
    assert running.returncode == ExitStatus.INTERRUPTED
    assert {*server.hits} - {"/robots.txt", BROKEN} <= crawl.done()
    check_completed(crawl)


@pytest.mark.fault(3, 4)
@pytest.mark.parametrize("room", [60_000, 130_000, 200_000])
def test_full_disk(crawl: Crawl, room: int) -> None:
    """Whichever file has no room, the crawl stops, says so once, and resumes when there is room again."""
    done = crawl.run(room=room)
    assert done.returncode == ExitStatus.DISK_FULL, done.stderr
    assert done.stderr.count("The crawl stops") == 1
    assert str(crawl.folder) in done.stderr.partition("The crawl stops")[0]
    assert "Traceback" not in done.stderr
    crawl.records()
    check_completed(crawl)


def check_summary(crawl: Crawl, done: subprocess.CompletedProcess[str]) -> None:
    """Check that the summary counts the articles that the output has, and says how to resume."""
    assert f"INFO: {len(crawl.records(is_killed=True))} article" in done.stderr
    assert "next      free some space, then run the same command to resume" in done.stderr


@pytest.mark.fault(3, 4)
@pytest.mark.parametrize(
    ("file", "writes"),
    [("output", 0), ("ledger", 0), ("ledger", 9), ("ledger", 150), ("archive", 0), ("archive", 9)],
)
def test_one_file_finds_no_room(crawl: Crawl, file: str, writes: int) -> None:
    """Half a line that was written before the disk was full is cut off, whichever file it filled first.

    The crawl ends within ten seconds of its last request, later only where the machine takes longer to start
    it; it is too slow to be over by its first commit.
    """
    begin = time.monotonic()
    done = crawl.run("-s", "DOWNLOAD_DELAY=0.03", by=("tests.durability.refusing", file, str(writes)))
    if crawl.asked:
        assert time.monotonic() - max(crawl.server.times) < max(10, loading(crawl.server, begin))
    assert done.returncode == ExitStatus.DISK_FULL, done.stderr
    assert done.stderr.count("The crawl stops") == 1
    assert "Traceback" not in done.stderr
    if crawl.asked:
        check_summary(crawl, done)
    check_completed(crawl)
    check_archive(crawl)


@pytest.mark.fault(5)
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no disk that is always full")
def test_log_finds_no_room(crawl: Crawl) -> None:
    """The crawl continues without a log, and says so once."""
    done = crawl.run("-s", "LOG_FILE=/dev/full")
    assert done.returncode == ExitStatus.PARTIAL  # one URL answers 500
    assert done.stderr.count("the log cannot be written") == 1
    assert "Traceback" not in done.stderr
    assert len(crawl.records()) == STORIES


@pytest.mark.fault(8)
def test_second_run_is_refused(crawl: Crawl, server: Server) -> None:
    """It fetches nothing, names the process that works there, and has a status of its own."""
    let_hang(server, "/index.htm")
    let_hang(server, "/")
    with crawl.start() as running:
        wait_for(lambda: "/" in server.hits)
        hits = len(server.hits)
        refused = crawl.run()
        assert refused.returncode == ExitStatus.DIRECTORY_IN_USE
        assert f"in use by process {running.pid} on" in refused.stderr
        assert len(refused.stderr.splitlines()) == 1
        assert len(server.hits) == hits
        running.kill()


def test_slow_host_holds_up_no_other(server: Server, tmp_path: Path) -> None:
    """While one host lets each page wait, the pages of the other come."""
    slow = [f"/2022-08/01/content_{800 + number}.htm" for number in range(8)]
    others = {story(number) for number in range(STORIES)}
    abroad = server.origin.replace("127.0.0.1", "localhost")
    (server.site.www / "slow").mkdir()
    (server.site.www / "slow" / "index.htm").write_text(listing(*slow), encoding="utf-8")
    crawl = Crawl(server, tmp_path / "crawl")
    starts = f"start={abroad}/slow/index.htm,{server.origin}/"
    with (
        holding(server, 0, slow) as is_held,
        crawl.start("-a", starts, "-s", "CONCURRENT_REQUESTS=6") as running,
    ):
        assert is_held.wait(LONG)
        wait_for(lambda: others <= set(server.hits))
        running.kill()
        running.communicate()


def test_directory_is_free_after_a_kill(tmp_path: Path) -> None:
    """The lock file of a dead process locks nobody out."""
    (tmp_path / ".lock").write_text('{"pid": 1, "host": "x", "start": "2024-05-20"}', encoding="utf-8")
    Lock(tmp_path).release()


def test_limit_is_gone_on_from(crawl: Crawl) -> None:
    """A run that reached its limit has its own status; the pages beyond the limit stay queued."""
    first = crawl.run("-a", "limit=5")
    assert first.returncode == ExitStatus.LIMIT_REACHED
    assert len(crawl.records()) == 5
    check_completed(crawl)


def test_memory_limit(crawl: Crawl) -> None:
    """Scrapy's own limit of memory is a limit, too."""
    options = ("-s", "MEMUSAGE_LIMIT_MB=1", "-s", "MEMUSAGE_CHECK_INTERVAL_SECONDS=0.1")
    assert crawl.run(*options).returncode == ExitStatus.LIMIT_REACHED
    check_completed(crawl)


def test_later_version_is_refused_in_words(crawl: Crawl) -> None:
    """A ledger of a later version is left alone."""
    crawl.folder.mkdir()
    with sqlite3.connect(crawl.folder / "ledger.sqlite") as database:
        database.execute("PRAGMA user_version = 99")
    done = crawl.run()
    assert done.returncode == ExitStatus.BAD_ARGUMENTS
    assert "version 99" in done.stderr
    assert not crawl.asked
