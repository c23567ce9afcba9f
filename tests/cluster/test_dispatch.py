"""A real scheduler and real workers, each a process, one of them killed in the middle."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import sys
import time
from collections import Counter
from contextlib import ExitStack
from pathlib import Path

from tests.cluster.dask import scheduler, worker
from tests.house import processes
from tests.house.site import scrapy
from tests.replay.test_replay import archive, story

ARCHIVES, STORIES = 6, 8


def ids(folder: Path) -> Counter[str]:
    """Count the records of all partitions by id."""
    texts = (gzip.decompress(part.read_bytes()) for part in folder.glob("*.jsonl.gz"))
    return Counter(json.loads(line)["id"] for text in texts for line in text.splitlines())


def test_worker_is_killed(tmp_path: Path) -> None:
    """Another worker takes over a killed one's work; every record comes once, and a rerun adds nothing."""
    for number in range(ARCHIVES):
        stories = (story(number * STORIES + each + 1) for each in range(STORIES))
        archive(tmp_path / f"{number}.warc.gz", *((url, body, headers) for url, body, headers in stories))
    out = tmp_path / "out"
    command = ["extract", "--cluster", "", str(tmp_path / "*.warc.gz"), "-o", str(out)]
    with ExitStack() as stack:
        _, command[2] = stack.enter_context(scheduler())
        first, _ = (stack.enter_context(worker(command[2])) for _ in range(2))
        running = processes.start(
            [sys.executable, "-m", "scrapy", *command], stderr=subprocess.PIPE, text=True
        )
        stack.enter_context(running)
        deadline = time.monotonic() + 60
        while not list(out.glob("*.gz")) and time.monotonic() < deadline:
            time.sleep(0.02)
        first.kill()
        _, words = running.communicate(timeout=120)
        assert running.returncode == 0, words
        again = scrapy(*command)
    assert set(ids(out).values()) == {1}
    assert len(ids(out)) == ARCHIVES * STORIES
    assert f"{ARCHIVES}  archives had been extracted before" in again.stderr


def test_local_workers_and_mistakes(tmp_path: Path) -> None:
    """`local` needs no cluster; an archive that fails is named, and costs itself alone."""
    archive(tmp_path / "a.warc.gz", story(1), story(2))
    (tmp_path / "b.warc.gz").mkdir()
    done = scrapy("extract", "--cluster", "local", str(tmp_path / "*.warc.gz"), "-o", str(tmp_path / "out"))
    assert done.returncode == 6, done.stderr
    assert "2 articles of 2 pages" in done.stderr
    assert re.search(r"failed: \S+b\.warc\.gz \(ChildError: .*Is a directory", done.stderr)
    refused = scrapy("extract", "--cluster", "local", str(tmp_path / "none*"), "-o", str(tmp_path / "out"))
    assert refused.returncode == 2
    assert "no .warc.gz or .warc at" in refused.stderr
    assert scrapy("extract", "--cluster", "local", "a.warc.gz").returncode == 2
