"""Commands that print end quietly when nobody reads on."""

from __future__ import annotations

import io
import json
import os
import re
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from crawler.commands.printing import say, write_json
from tests.house import processes
from tests.house.site import LONGEST, LOOPBACK, ROOT, environment, page, scrapy, served

SENTENCE = "The lock at Linshui was opened on Monday, and the boats that had waited went through."
PAGES = {"/lock.htm": page("Lock at Linshui opens", SENTENCE, SENTENCE)}


EVIL = "Lock \x1b[31mopens\x9b2J \x07\u202egnp.exe \U000e0001 家"
STEERING = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\U000e0001]")


def test_words_steer_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    """Escape sequences, bells and reversed text of a site are written out, each line for itself."""
    say(f"revision 1: {EVIL}", "two\nlines")
    shown = capsys.readouterr().out
    assert not STEERING.search(shown)
    assert shown.splitlines() == [
        r"revision 1: Lock \x1b[31mopens\x9b2J \x07\u202egnp.exe \U000e0001 家",
        r"two\nlines",
    ]


@pytest.mark.parametrize("is_terminal", [True, False])
def test_json_steers_no_terminal(monkeypatch: pytest.MonkeyPatch, is_terminal: bool) -> None:
    """On a terminal it is the same JSON with more escapes; for a program it stays as it is, byte for byte."""
    text = json.dumps({"headline": EVIL}, ensure_ascii=False, indent=2) + "\n"
    output = io.TextIOWrapper(io.BytesIO(), "utf-8")
    monkeypatch.setattr(output, "isatty", lambda: is_terminal, raising=False)
    monkeypatch.setattr(sys, "stdout", output)
    write_json(text)
    shown = output.buffer.getvalue().decode()
    assert json.loads(shown) == {"headline": EVIL}
    assert (shown != text and not STEERING.search(shown)) if is_terminal else shown == text


def test_diff_writes_escape_sequences_out(tmp_path: Path) -> None:
    """A headline with them is shown as text."""
    hostile = page("Lock \x9b2J&#27;[31mopens\u202e", SENTENCE, SENTENCE)
    with served({"/lock.htm": hostile}) as origin:
        settings = ("-s", "DOWNLOAD_DELAY=0", "-s", f"CRAWL_DIR={tmp_path}", *LOOPBACK)
        scrapy("crawl", "news", "-a", f"start={origin}/lock.htm", *settings)
        for command in (("diff", str(tmp_path), f"{origin}/lock.htm"), ("outcomes", str(tmp_path))):
            shown = scrapy(*command)
            assert shown.returncode == 0, shown.stderr
            assert not STEERING.search(shown.stdout)


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
        done = processes.run(
            [sys.executable, "-m", "scrapy", *arguments],
            cwd=ROOT,
            env=environment(),
            stdout=writing,
            timeout=LONGEST,
        )
    finally:
        os.close(writing)
    return done.returncode, done.stderr.decode()


@pytest.mark.parametrize("command", ["audit", "outcomes", "health"])
def test_commands_on_a_directory(crawled: Path, command: str) -> None:
    """A closed pipe ends the command as it ends `cat`: by the signal, without a word."""
    assert without_reader(command, str(crawled)) == (-signal.SIGPIPE, "")


FULL = Path("/dev/full")


@pytest.mark.skipif(not FULL.exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("is_buffered", [True, False])
@pytest.mark.parametrize(
    "command", ["outcomes DIR", "outcomes --jsonl DIR", "health DIR", "audit DIR", "schema"]
)
def test_a_full_disk(crawled: Path, monkeypatch: pytest.MonkeyPatch, command: str, is_buffered: bool) -> None:
    """It is reported once, without a traceback, with the status of an output that cannot be written."""
    monkeypatch.setenv("PYTHONUNBUFFERED", "" if is_buffered else "1")
    arguments = command.replace("DIR", str(crawled)).split()
    with FULL.open("wb") as full:
        done = processes.run(
            [sys.executable, "-m", "scrapy", *arguments],
            cwd=ROOT,
            env=environment(),
            stdout=full,
            timeout=LONGEST,
        )
    words = "scrapy: standard output cannot be written: No space left on device\n"
    assert (done.returncode, done.stderr.decode()) == (4, words)


@pytest.mark.parametrize("is_buffered", [True, False])
def test_scrapys_own_commands(monkeypatch: pytest.MonkeyPatch, is_buffered: bool) -> None:
    """They end by the signal, too, whether their output is written at once or at their end."""
    monkeypatch.setenv("PYTHONUNBUFFERED", "" if is_buffered else "1")
    assert without_reader("list") == (-signal.SIGPIPE, "")


def test_extraction_of_a_page(tmp_path: Path) -> None:
    """Its record is no traceback."""
    file = tmp_path / "lock.html"
    file.write_bytes(PAGES["/lock.htm"])
    url = "http://a.example.cn/2024-05/20/content_1.htm"
    assert without_reader("extract", str(file), "--url", url) == (-signal.SIGPIPE, "")


@pytest.mark.parametrize("is_buffered", [True, False])
@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_a_crawl_into_a_closed_pipe(monkeypatch: pytest.MonkeyPatch, form: str, is_buffered: bool) -> None:
    """Its output failed: it says so, without a traceback."""
    monkeypatch.setenv("PYTHONUNBUFFERED", "" if is_buffered else "1")
    with served(PAGES) as origin:
        settings = ("-s", "DOWNLOAD_DELAY=0", *LOOPBACK)
        status, log = without_reader(
            "crawl", "news", "-a", f"start={origin}/lock.htm", *settings, "-o", f"-:{form}"
        )
    assert status == 4
    assert "Traceback" not in log
    assert re.search(r"The output( -)?( standard output)? cannot be written: .*Broken pipe", log)


@pytest.mark.parametrize("closed", [(2,), (0, 1, 2)])
def test_a_crawl_without_standard_streams(tmp_path: Path, closed: tuple[int, ...]) -> None:
    """A stream that a scheduler closed (`2>&-`) costs no article, and no file takes its number."""
    with served(PAGES) as origin:
        arguments = ("crawl", "news", "-a", f"start={origin}/lock.htm", "-s", f"CRAWL_DIR={tmp_path}")
        command = [sys.executable, "-m", "scrapy", *arguments, "-s", "DOWNLOAD_DELAY=0", *LOOPBACK]
        shell = " ".join([*map(shlex.quote, command), *(f"{number}>&-" for number in closed)])
        done = subprocess.run(["sh", "-c", shell], cwd=ROOT, env=environment(), timeout=LONGEST, check=False)  # noqa: S603, S607
    assert done.returncode == 0
    assert (tmp_path / "articles.jsonl").read_bytes().count(b"\n") == 1


def test_a_complaint_without_standard_error(tmp_path: Path) -> None:
    """The status is left of it."""
    shell = f"{shlex.quote(sys.executable)} -m scrapy outcomes {shlex.quote(str(tmp_path))} 2>&-"
    done = subprocess.run(["sh", "-c", shell], cwd=ROOT, env=environment(), timeout=LONGEST, check=False)  # noqa: S603, S607
    assert done.returncode == 2


def test_extraction_of_an_archive(crawled: Path) -> None:
    """Reading of archives stops, says nothing, and tells by its status that it was interrupted."""
    (archive,) = (crawled / "pages").glob("*.warc.gz")
    assert without_reader("extract", str(archive)) == (5, "")
