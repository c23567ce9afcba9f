"""Tests of outputs that fail: the crawl ends with a status and words, and the summary is true."""

from __future__ import annotations

import os
import re
import socket
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from crawler.accounting.outcome import ExitStatus
from crawler.feeds.outputs import shown
from tests.house.site import LOOPBACK, page, scrapy, served

SENTENCE = "The lock at Linshui was opened on Monday, and the boats that had waited went through."
PAGES = {"/lock.htm": page("Lock at Linshui opens", SENTENCE, SENTENCE)}


@pytest.fixture(scope="module")
def origin() -> Iterator[str]:
    """Serve one article."""
    with served(PAGES) as running:
        yield running


@pytest.fixture
def closed_port() -> Iterator[int]:
    """Return a port at which nobody answers."""
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        yield bound.getsockname()[1]


def crawled(origin: str, *options: str) -> tuple[int, str]:
    """Crawl into an output; return the status and the log."""
    settings = ("-s", "DOWNLOAD_DELAY=0", *LOOPBACK)
    done = scrapy("crawl", "news", "-a", f"start={origin}/lock.htm", *settings, *options)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stderr


@pytest.mark.parametrize("option", ["-o", "-O"])
def test_a_file_that_cannot_be_opened(origin: str, tmp_path: Path, option: str) -> None:
    """Nothing is fetched for it."""
    place = tmp_path / "articles.jsonl"
    place.mkdir()
    status, log = crawled(origin, option, str(place))
    assert status == ExitStatus.OUTPUT_FAILED
    assert f"The output {place} cannot be written: [Errno 21] Is a directory" in log
    assert re.search(r"\n  received  0 pages", log)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("form", ["jsonl", "csv", "xml", "json"])
def test_a_disk_is_full(origin: str, form: str) -> None:
    """Articles in a buffer at the end of the crawl are lost, too."""
    status, log = crawled(origin, "-O", f"/dev/full:{form}")
    assert status == ExitStatus.OUTPUT_FAILED
    assert "cannot be written: [Errno 28]" in log
    assert "INFO: 0 articles written" in log
    assert re.search(r"lost +1 article ", log)


def test_a_store_cannot_be_reached(origin: str, closed_port: int) -> None:
    """It is met at the end; the summary comes after it, and no password is shown."""
    status, log = crawled(origin, "-O", f"ftp://me:secret@127.0.0.1:{closed_port}/a.jsonl")
    assert status == ExitStatus.OUTPUT_FAILED
    assert f"The output ftp://127.0.0.1:{closed_port}/a.jsonl cannot be written: [Errno" in log
    assert "INFO: 0 articles written" in log
    assert "secret" not in log


def test_a_store_is_unknown(origin: str) -> None:
    """It is a wrong argument."""
    status, log = crawled(origin, "-O", "nosuch://host/a.jsonl")
    assert status == ExitStatus.BAD_ARGUMENTS
    assert "Unknown feed storage scheme: nosuch" in log
    assert re.search(r"\n  received  0 pages", log)


def test_the_library_of_a_store_is_missing(origin: str) -> None:
    """Scrapy would look for it when all is fetched."""
    if find_spec("google") is not None:
        pytest.skip("the library may be installed")
    status, log = crawled(origin, "-O", "gs://bucket/a.jsonl")
    assert status == ExitStatus.BAD_ARGUMENTS
    assert log == (
        "scrapy crawl: gs://bucket/a.jsonl needs google-cloud-storage: pip install google-cloud-storage\n"
    )


def test_a_pipe_without_a_reader(origin: str, tmp_path: Path) -> None:
    """The crawl does not wait for one."""
    os.mkfifo(tmp_path / "pipe.csv")
    status, log = crawled(origin, "-o", str(tmp_path / "pipe.csv"))
    assert status == ExitStatus.OUTPUT_FAILED
    assert "pipe.csv cannot be written: [Errno 6]" in log


def test_a_name_is_too_long(origin: str) -> None:
    """Nothing is fetched for it."""
    status, log = crawled(origin, "-o", f"{'n' * 300}.jsonl")
    assert status == ExitStatus.OUTPUT_FAILED
    assert "scrapy crawl: the output cannot be written: [Errno 36] File name too long" in log


def test_outputs_are_shown_without_passwords() -> None:
    """Host and path stay."""
    assert shown("ftp://me:secret@a.example.cn/b.jsonl") == "ftp://a.example.cn/b.jsonl"
    assert shown("s3://bucket/b.jsonl") == "s3://bucket/b.jsonl"
    assert shown("stdout:") == "standard output"
    assert shown("a@b.jsonl") == "a@b.jsonl"


@pytest.mark.parametrize("form", ["jsonl", "csv", "xml", "json"])
def test_an_output_without_articles(tmp_path: Path, form: str) -> None:
    """It is a complete file, and no error."""
    with served({"/": page("Index of the day", "Wait.")}) as origin:
        settings = ("-s", "DOWNLOAD_DELAY=0", *LOOPBACK)
        done = scrapy("crawl", "news", "-a", f"start={origin}/", *settings, "-O", str(tmp_path / f"a.{form}"))
    assert "Traceback" not in done.stderr
    assert "cannot be written" not in done.stderr
    assert (tmp_path / f"a.{form}").is_file()
