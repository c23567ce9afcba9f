"""Tests of the reports of a crawl while it runs and at its end: status, metrics, history."""

from __future__ import annotations

import json
import logging
import os
import pty
import re
import socket
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import prometheus_client
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.accounting.history import HostRun, PublisherRun, RunRecord, append_run, read_history
from crawler.accounting.progress import (
    CrawlProgress,
    Moment,
    progress_json,
    progress_line,
    share_and_rest,
    words_of,
)
from crawler.accounting.tally import Tally
from crawler.extensions.history import publisher_runs, unanswered_urls
from crawler.extensions.metrics import metrics_of
from crawler.extensions.panel import Panel
from crawler.extensions.status import StatusLines, display_for
from crawler.ledger.crawls import HISTORY
from crawler.reasons import Cause, Reason
from crawler.reasons.reason import http
from tests.house import processes
from tests.house.site import HASTY, LONGEST, ROOT, environment, page, scrapy, served
from tests.records.examples import article

SENTENCE = "Engineers in the river town of Lanqiao finished the long survey of the old bridge on Monday."
PAGES = {
    "/bridge.htm": page("Survey of old bridge ends", SENTENCE, SENTENCE),
    "/ferry.htm": page("Ferry returns after winter", SENTENCE.replace("survey", "repair")),
    "/gone.htm": page("Page not found", "Sorry."),
}
PROGRESS = CrawlProgress(
    elapsed=83.0,
    articles=1200,
    pages=1310,
    rate=15.78,
    failed=3,
    size=88_000_000,
    queued=340,
    queues={"a.example": 300, "b.example": 40},
    delays={"a.example": 0.25, "b.example": 0.0},
    pauses={"b.example": 9.6},
    done=0.79,
    left=21.5,
)
RUN = RunRecord(
    run=3,
    started="2024-05-20T08:00:00+00:00",
    ended="2024-05-20T08:10:00+00:00",
    status=6,
    publishers={
        "example.cn": PublisherRun(
            articles=2, failed=1, filled={"headline": 2}, reasons={Reason(Cause.OTHER, "x"): 1}
        )
    },
    hosts={"a.example": HostRun(answers=4, seconds=2.5)},
)


@pytest.fixture
def origin() -> Iterator[str]:
    """Serve the site."""
    with served(PAGES) as address:
        yield address


def command(origin: str, folder: Path, *options: str) -> list[str]:
    """Return the arguments of a crawl of the site."""
    start = ",".join(origin + path for path in (*PAGES, "/dead.htm"))
    crawl = ("crawl", "pages", "-a", f"start={start}", *HASTY, "-s", f"CRAWL_DIR={folder}")
    return [*crawl, *options]


def test_machines_get_an_object_a_line(origin: str, tmp_path: Path) -> None:
    """Lines that begin with a brace are JSON, and the last one has the figures of the end."""
    done = scrapy(*command(origin, tmp_path, "-s", "STATUS=json", "-s", "STATUS_EVERY=0.05"))
    told = [json.loads(line) for line in done.stderr.splitlines() if line.startswith("{")]
    last = told[-1]
    assert (last["articles"], last["pages"], last["failed"], last["queued"]) == (2, 4, 1, 0)
    assert last["size"] > 0


def test_last_line_counts_what_waits_for_the_next_run(origin: str, tmp_path: Path) -> None:
    """A run that ends at a limit has the same number in its last line and in the summary."""
    options = ("-s", "CLOSESPIDER_PAGECOUNT=1", "-s", "CONCURRENT_REQUESTS=1")
    words = scrapy(*command(origin, tmp_path, *options)).stderr
    queued, waiting = re.search(r"(\d+) queued", words), re.search(r"waiting +(\d+) URL", words)
    assert queued is not None
    assert waiting is not None
    assert queued[1] == waiting[1]


def test_without_a_terminal_there_are_plain_lines(origin: str, tmp_path: Path) -> None:
    """The log says how the crawl stands; with `off` it does not, and another word is refused."""
    plain = scrapy(*command(origin, tmp_path / "a"))
    assert re.search(
        r"INFO: 2 articles from 4 answers \(\d+\.\d/s\), 0 queued, 1 failed, \d kB", plain.stderr
    )
    assert "\x1b" not in plain.stderr
    assert "articles from" not in scrapy(*command(origin, tmp_path / "b", "-s", "STATUS=off")).stderr
    refused = scrapy(*command(origin, tmp_path / "c", "-s", "STATUS=loud"))
    assert refused.returncode == 2
    assert "auto, plain, json, off" in refused.stderr


def test_on_a_terminal_no_log_line_is_torn(origin: str, tmp_path: Path) -> None:
    """The rows are drawn, and each event of the log is a line of its own all the same."""
    ours, theirs = pty.openpty()
    process = processes.start(
        [sys.executable, "-m", "scrapy", *command(origin, tmp_path)],
        cwd=ROOT,
        env={**environment(), "TERM": "xterm-256color", "COLUMNS": "100", "LINES": "30"},
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    said = _read(ours).decode()
    assert process.wait(LONGEST) == 0
    assert "\x1b[" in said
    lines = [re.sub(r"\x1b\[[\d;?]*[a-zA-Z]", "", line).strip("\r") for line in said.split("\n")]
    events = [line for line in lines if re.match(r"\d{4}-\d\d-\d\d ", line)]
    assert len(events) >= 3
    assert any(line.endswith(f"INFO: 2 articles written to {tmp_path / 'articles.jsonl'}") for line in events)
    assert any(re.search(r"0 articles  0 answers", line) for line in lines)


def _read(terminal: int) -> bytes:
    said = b""
    try:
        while piece := os.read(terminal, 1 << 16):
            said += piece
    except OSError:  # so a terminal ends on Linux
        pass
    os.close(terminal)
    return said


def test_panel_gives_the_log_back(capsys: pytest.CaptureFixture[str]) -> None:
    """After the end the log's handlers write where they wrote before."""
    handler = logging.StreamHandler(sys.stderr)
    logging.getLogger().addHandler(handler)
    try:
        before = handler.stream
        panel = Panel(1.0)
        panel.show(PROGRESS)
        assert handler.stream is not before
        handler.stream.write("a line [bold] of the log\n")
        panel.show(replace(PROGRESS, done=None, left=None))
        panel.close()
        assert handler.stream is before
    finally:
        logging.getLogger().removeHandler(handler)
    assert "a line [bold] of the log\n" in capsys.readouterr().err


def test_way_follows_the_terminal() -> None:
    """`auto` is live on a terminal and lines elsewhere; `off` is nothing."""
    assert isinstance(display_for("auto", 30, is_terminal=True), Panel)
    assert isinstance(display_for("auto", 30, is_terminal=False), StatusLines)
    assert isinstance(display_for("json", 30, is_terminal=True), StatusLines)
    assert display_for("off", 30, is_terminal=True) is None
    with pytest.raises(ValueError, match="auto, plain, json, off"):
        display_for("loud", 30, is_terminal=True)


def test_progress_in_words() -> None:
    """A line has the figures, the longest queues with their delays, and the pauses."""
    assert progress_line(PROGRESS) == (
        "1,200 articles from 1,310 answers (15.8/s), 340 queued (a.example 300 every 0.25 s, b.example 40), "
        "3 failed, b.example paused for 10 s, 88.0 MB in 1 min 23 s, 79% done, about 22 s left"
    )
    assert json.loads(progress_json(PROGRESS))["pauses"] == {"b.example": 9.6}
    assert words_of(3 * 3600 + 125) == "3 h 2 min"


MOMENTS = st.builds(Moment, st.floats(0, 1e6), st.integers(0, 10**6), st.integers(0, 10**6))


@given(MOMENTS, MOMENTS)
def test_rest_is_known_only_while_the_queue_shrinks(before: Moment, now: Moment) -> None:
    """A share lies between 0 and 1, and there is none where nobody can know it."""
    done, left = share_and_rest(before, now)
    assert (done is None) == (left is None)
    if now.queued >= before.queued or now.elapsed <= before.elapsed:
        assert done is None
    if done is not None and left is not None:
        assert 0 <= done < 1
        assert left > 0
    assert share_and_rest(Moment(10, 100, 300), Moment(40, 250, 150)) == (0.625, 30)


def test_each_run_is_a_line_of_the_history(origin: str, tmp_path: Path) -> None:
    """Written, rejected and failed pages, by publisher; a second run adds its line."""
    scrapy(*command(origin, tmp_path))
    scrapy(*command(origin, tmp_path))
    first, second = read_history(tmp_path)
    publisher = first.publishers["127.0.0.1"]
    assert (publisher.articles, publisher.rejected, publisher.failed) == (2, 1, 1)
    assert publisher.filled["headline"] == 2
    assert publisher.reasons == {Reason(Cause.SOFT_NOT_FOUND): 1, http(404): 1}
    assert sum(host.answers for host in first.hosts.values()) >= 4
    assert (first.run, second.run) == (1, 2)
    assert sum(each.articles for each in second.publishers.values()) == 0


def test_history_survives_a_torn_line(tmp_path: Path) -> None:
    """A torn line is truncated at the next run, and foreign lines are skipped."""
    append_run(tmp_path, RUN)
    file = tmp_path / HISTORY
    with file.open("ab") as opened:
        opened.write(b'{"run": 1}\n[]\n{"run":4,"star')
    assert read_history(tmp_path) == [RUN]
    append_run(tmp_path, replace(RUN, run=4))
    assert [run.run for run in read_history(tmp_path)] == [3, 4]
    assert read_history(tmp_path / "elsewhere") == []


def test_a_pipe_is_no_history(tmp_path: Path) -> None:
    """It is refused instead of waited for, and has no runs."""
    os.mkfifo(tmp_path / HISTORY)
    with pytest.raises(OSError, match="not a regular file"):
        append_run(tmp_path, RunRecord(run=1, started="", ended="", status=0, publishers={}, hosts={}))
    assert read_history(tmp_path) == []


def test_hosts_of_a_publisher_are_one() -> None:
    """Hosts of one publisher are summed up, ports and hosts apart."""
    tally = Tally()
    tally.add(article(publisher="china.org.cn"))
    rows = [
        ("www.china.org.cn", "stored", "", 1),
        ("german.china.org.cn:80", "rejected", "hub_page", 2),
        ("a.example:81", "failed", "http:500", 3),
    ]
    wall = Reason(Cause.BOT_WALL, "Ruishu")
    waiting = [("www.china.org.cn", wall.code, 3), ("russian.china.org.cn", wall.code, 2)]
    runs = publisher_runs(rows, {"china.org.cn": tally}, unanswered_urls(waiting, {"www.china.org.cn"}))
    assert set(runs) == {"china.org.cn", "a.example"}
    assert runs["china.org.cn"].unanswered == {wall: 2}
    assert (runs["china.org.cn"].articles, runs["china.org.cn"].rejected) == (1, 2)
    assert runs["a.example"].reasons == {http(500): 3}


def test_metrics_are_in_the_file(origin: str, tmp_path: Path) -> None:
    """node-exporter finds the figures of the end; a port that is taken is said, and costs nothing."""
    file = tmp_path / "textfile" / "harvest.prom"
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        options = ("-s", f"METRICS_FILE={file}", "-s", f"METRICS_PORT={port}")
        done = scrapy(*command(origin, tmp_path / "crawl", *options))
    assert done.returncode == 0
    assert f"Metrics cannot be served on port {port}" in done.stderr
    assert 'harvest_articles_total{spider="pages"} 2.0' in file.read_text()


def test_metrics_name_hosts() -> None:
    """Queues, delays and pauses have a label for the host."""
    families = {family.name: family for family in metrics_of(PROGRESS, "news", prometheus_client)}
    queued = {each.labels["host"]: each.value for each in families["harvest_host_queued"].samples}
    assert queued == PROGRESS.queues
    assert families["harvest_received_bytes"].samples[0].value == PROGRESS.size


def test_metrics_are_told_on_the_port(tmp_path: Path) -> None:
    """Prometheus may ask while the crawl runs."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    asked: list[str] = []
    done = threading.Event()

    def ask() -> None:
        while not asked and not done.wait(0.05):
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=5) as answer:
                    asked.append(answer.read().decode())
            except OSError:
                continue  # the crawl has not begun

    thread = threading.Thread(target=ask)
    thread.start()
    with served(PAGES) as origin:
        # The last delay of all keeps the crawl there until it was asked.
        scrapy(*command(origin, tmp_path, "-s", f"METRICS_PORT={port}", "-s", "DOWNLOAD_DELAY=0.4"))
    done.set()
    thread.join()
    assert 'harvest_pages_total{spider="pages"}' in asked[0]
