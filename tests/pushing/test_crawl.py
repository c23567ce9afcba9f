"""Tests of PUSH: a crawl starts its pushes, does not wait for slow targets, and is not harmed by them."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

import pytest

from crawler.extensions.pushes import LOG
from crawler.ledger.ledger import ARTICLES
from crawler.pushing.reading import last_position
from tests.house import processes
from tests.house.site import HASTY, ROOT, environment, page, scrapy, served
from tests.pushing.examples import SECRET, Answer, receiving

SENTENCE = "Engineers in the river town of Lanqiao finished the long survey of lock {} on Monday."
PAGES = {
    f"/2024-05/20/content_{number}.htm": page(f"Lock {number} opens", *[SENTENCE.format(number)] * 3)
    for number in range(4)
}
LIST = "".join(f"<li><a href='{path}'>The news of this day about the lock {path}</a>" for path in PAGES)
SITE = {"/": f"<html><body><ul>{LIST}</ul></html>".encode(), **PAGES}


@pytest.fixture(autouse=True)
def _secret(monkeypatch: pytest.MonkeyPatch) -> None:
    """Set the secret."""
    monkeypatch.setenv("PUSH_SECRETS", SECRET)


def options(origin: str, folder: Path, url: str, wait: float = 30.0) -> list[str]:
    """Return the arguments of a crawl that pushes."""
    settings = (f"CRAWL_DIR={folder}", f"PUSH={url}", f"PUSH_WAIT={wait}")
    more = [word for setting in settings for word in ("-s", setting)]
    return ["crawl", "news", "-a", f"start={origin}/", *more, *HASTY, "-s", "SPIDER_MODULES=crawler.spiders"]


@pytest.mark.parametrize("is_away", [False, True])
def test_crawl_pushes_its_articles(tmp_path: Path, is_away: bool) -> None:
    """All are there when it ends, in the order of the output; also if only a copy of its ledger is there."""
    away = ("-s", f"LEDGER_DIR={tmp_path / 'away'}") if is_away else ()
    with served(SITE) as origin, receiving() as receiver:
        done = scrapy(*options(origin, tmp_path, receiver.url), *away)
    assert done.returncode == 0
    assert f"Pushed all events to {receiver.url}" in done.stderr
    lines = (tmp_path / ARTICLES).read_bytes().splitlines()
    assert len(lines) == len(receiver.events) == len(PAGES)
    assert [
        event["article"]["id"].encode() in line for event, line in zip(receiver.events, lines, strict=True)
    ]


def test_slow_target_delays_no_crawl(tmp_path: Path) -> None:
    """The crawl ends with its own status, and names the command that sends the rest."""
    with served(SITE) as origin, receiving() as receiver:
        receiver.answer = lambda _: Answer(delay=8.0)
        began = time.monotonic()
        done = scrapy(*options(origin, tmp_path, receiver.url, wait=0.3))
        assert time.monotonic() - began < 8 * len(PAGES)
    assert done.returncode == 0
    assert (
        f"(not ready after 0 s, PUSH_WAIT); next: scrapy push {tmp_path} --to {receiver.url}" in done.stderr
    )


def test_slow_target_delays_no_other_one(tmp_path: Path) -> None:
    """Meanwhile the other one gets all events; the log names the setting that bounds an answer."""
    with served(SITE) as origin, receiving() as slow, receiving() as receiver:
        slow.answer = lambda _: Answer(delay=3.0)
        terms = options(origin, tmp_path, f"{slow.url},{receiver.url}", wait=4.0)
        done = scrapy(*terms, "-s", "PUSH_ANSWER_SECONDS=1")
    assert f"Pushed all events to {receiver.url}" in done.stderr
    assert len(receiver.events) == len(PAGES)
    assert f"Not all events were pushed to {slow.url} (not ready after 4 s, PUSH_WAIT)" in done.stderr
    assert "event 1: no answer: timed out after 1 s (PUSH_ANSWER_SECONDS)" in (tmp_path / LOG).read_text()


def test_failed_push_is_named(tmp_path: Path) -> None:
    """A receiver that refuses the events does not change the crawl's status."""
    with served(SITE) as origin, receiving() as receiver:
        receiver.answer = lambda _: Answer(403)
        done = scrapy(*options(origin, tmp_path, receiver.url))
    assert done.returncode == 0
    assert f"Not all events were pushed to {receiver.url} (status 4, see {LOG})" in done.stderr
    assert "event 1: HTTP 403" in (tmp_path / LOG).read_text("utf-8")


def test_killed_crawl_leaves_no_process(tmp_path: Path) -> None:
    """Its push sends the committed articles, and ends."""
    with served(SITE) as origin, receiving() as receiver:
        command = [sys.executable, "-m", "scrapy", *options(origin, tmp_path, receiver.url)]
        command += ["-s", "DOWNLOAD_DELAY=1"]
        with processes.start(command, cwd=ROOT, env=environment(), stdout=-3, stderr=-3) as process:
            until = time.monotonic() + 60
            while not receiver.events:
                assert time.monotonic() < until
                time.sleep(0.02)
            os.kill(process.pid, signal.SIGKILL)
        while " sent to " not in (tmp_path / LOG).read_text("utf-8"):
            assert time.monotonic() < until
            time.sleep(0.05)
    assert len(receiver.ids) == len(receiver.distinct) == last_position(tmp_path).serial


@pytest.mark.parametrize(
    ("url", "words"), [("ftp://a.example", "is no target"), ("https://", "is no target")]
)
def test_wrong_target_is_refused(tmp_path: Path, url: str, words: str) -> None:
    """The crawl does not start."""
    done = scrapy(*options("http://127.0.0.1:9", tmp_path, url))
    assert (done.returncode, done.stderr.startswith("scrapy crawl: PUSH: "), words in done.stderr) == (
        2,
        True,
        True,
    )


def test_other_output_has_no_events(tmp_path: Path) -> None:
    """PUSH beside -o is named, not passed over."""
    with served(SITE) as origin:
        done = scrapy(*options(origin, tmp_path, "http://127.0.0.1:9/"), "-o", str(tmp_path / "out.jsonl"))
    assert "PUSH has no effect with -o or -O" in done.stderr
