"""Commands that print end quietly when nobody reads on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.site import LONGEST, LOOPBACK, ROOT, environment, page, scrapy, served

SENTENCE = "The lock at Linshui was opened on Monday, and the boats that had waited went through."
PAGES = {"/lock.htm": page("Lock at Linshui opens", SENTENCE, SENTENCE)}


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Crawl a page into a directory."""
    folder = tmp_path_factory.mktemp("crawled")
    with served(PAGES) as origin:
        settings = ("-s", "DOWNLOAD_DELAY=0", "-s", f"CRAWL_DIR={folder}", *LOOPBACK)
        assert scrapy("crawl", "news", "-a", f"start={origin}/lock.htm", *settings).returncode == 0
    return folder


def without_reader(*arguments: str) -> tuple[int, str]:
    """Run a command whose reader is gone before it prints; return its status and its standard error."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(  # noqa: S603  the command is this test's own
            [sys.executable, "-m", "scrapy", *arguments],
            cwd=ROOT,
            env=environment(),
            stdout=writing,
            stderr=subprocess.PIPE,
            timeout=LONGEST,
            check=False,
        )
    finally:
        os.close(writing)
    return done.returncode, done.stderr.decode()


@pytest.mark.parametrize("command", ["audit", "outcomes", "health"])
def test_commands_on_a_directory(crawled: Path, command: str) -> None:
    """A closed pipe ends the command as it ends `cat`: by the signal, without a word."""
    assert without_reader(command, str(crawled)) == (-signal.SIGPIPE, "")


def test_extraction_of_an_archive(crawled: Path) -> None:
    """Reading of archives stops, says nothing, and tells by its status that it was interrupted."""
    (archive,) = (crawled / "pages").glob("*.warc.gz")
    assert without_reader("extract", str(archive)) == (5, "")
