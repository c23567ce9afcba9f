"""Tests of the words and statuses of `scrapy ledger`; tests/durability/test_rebuilt.py crawls on."""

from __future__ import annotations

import gzip
import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from scrapy.cmdline import execute

from crawler.ledger.ledger import ARTICLES, LEDGER, REMOVALS, Ledger
from crawler.ledger.lock import Lock
from crawler.records.lines import article_line
from crawler.state.files import revision_of_line
from tests.records.examples import article


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the directory of a crawl with an article."""
    (tmp_path / ARTICLES).write_bytes(article_line(article()))
    ledger = Ledger(tmp_path, read=revision_of_line)
    ledger.end("finished", 0, 0)
    ledger.close()
    return tmp_path


def status(*arguments: str) -> int:
    """Run the command; return its exit status."""
    with pytest.raises(SystemExit) as ended:
        execute(["scrapy", "ledger", *arguments])
    return int(ended.value.code or 0)


@pytest.mark.parametrize("version", [1, 99])
def test_a_ledger_of_another_version_is_not_rebuilt(
    folder: Path, capsys: pytest.CaptureFixture[str], version: int
) -> None:
    """It may be sound: the crawl upgrades it, or a later program reads it."""
    with closing(sqlite3.connect(folder / LEDGER)) as database:
        database.execute(f"PRAGMA user_version = {version}")
    for deed in ("check", "rebuild"):
        assert status(deed, str(folder)) == 2
        assert f"has version {version}" in capsys.readouterr().err
    assert not list(folder.glob(f"{LEDGER}.damaged*"))


def test_a_sound_ledger_is_kept(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its queue would be lost."""
    assert status("rebuild", str(folder)) == 0
    assert "is sound: nothing to do" in capsys.readouterr().out


def test_files_for_a_sound_ledger_are_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """They would not be read."""
    assert status("rebuild", str(folder), str(folder / ARTICLES)) == 2
    assert f"{folder / ARTICLES} was not read" in capsys.readouterr().err


PACKED = gzip.compress(article_line(article()) * 50)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (PACKED[:-20], "is damaged or incomplete"),
        (PACKED[:20] + bytes(50) + PACKED[70:], "is damaged or incomplete"),
        (PACKED[:-8] + bytes(8), "is damaged or incomplete"),
        (b"\x1f\x8bno gzip", "is damaged or incomplete"),
        (bytes(range(256)), "has no article"),
        (b'{"url": "http://www.linshui.test/"}\n', "has no article"),
        (b"", "has no article"),
    ],
)
def test_a_file_without_articles_is_refused(
    folder: Path, capsys: pytest.CaptureFixture[str], content: bytes, words: str
) -> None:
    """Nothing is rebuilt: the crawl would ask for its articles again."""
    (folder / LEDGER).unlink()
    (folder / "old.jsonl").write_bytes(content)
    assert status("rebuild", str(folder), str(folder / "old.jsonl")) == 2
    told = capsys.readouterr().err
    assert f"{folder / 'old.jsonl'} {words}" in told
    assert told.count("\n") == 1
    assert not list(folder.glob("*.sqlite*"))
    assert not list(folder.glob(".*.sqlite*"))


def test_articles_of_each_file_are_counted(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Not lines: an article may have several revisions."""
    (folder / LEDGER).unlink()
    (folder / "old.jsonl.gz").write_bytes(PACKED)
    assert status("rebuild", str(folder), str(folder / "old.jsonl.gz")) == 0
    assert f"  1 article in {folder / 'old.jsonl.gz'}\n" in capsys.readouterr().out


def test_a_file_that_differs_has_its_own_status(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The next run corrects it."""
    (folder / ARTICLES).write_bytes(b"{}\n")
    assert status("check", str(folder)) == 6
    shown = capsys.readouterr().out
    assert f"differs: {ARTICLES} has 3 bytes instead of" in shown
    assert "the next run of the crawl corrects the differences" in shown


def test_lines_in_another_order_are_found_by_diff(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The next run does not correct their places, and no command needs that."""
    other = replace(article(), id="f" * 16, headline="Boats leave")
    lines = (folder / ARTICLES).read_bytes(), article_line(other)
    (folder / ARTICLES).write_bytes(b"".join(lines))
    Ledger(folder, read=revision_of_line).close()
    (folder / ARTICLES).write_bytes(b"".join(reversed(lines)))
    for _ in range(2):
        Ledger(folder, read=revision_of_line).close()
        assert status("check", str(folder)) == 6
        shown = capsys.readouterr().out
        assert "differs in order: articles at other places" in shown
        assert "scrapy diff searches the file for them" in shown
    with pytest.raises(SystemExit) as ended:
        execute(["scrapy", "diff", str(folder), article().url])
    assert not ended.value.code
    assert article().headline in capsys.readouterr().out


@pytest.mark.parametrize("name", [ARTICLES, REMOVALS, f"{LEDGER}-wal", f"{LEDGER}-shm"])
@pytest.mark.parametrize("deed", ["check", "rebuild"])
def test_a_pipe_is_no_file(folder: Path, capsys: pytest.CaptureFixture[str], name: str, deed: str) -> None:
    """It is neither sound nor moved away, nor a reason to rebuild a sound ledger."""
    (folder / name).unlink(missing_ok=True)
    os.mkfifo(folder / name)
    assert status(deed, str(folder)) == 2
    assert f"{folder / name} is no regular file: move it away" in capsys.readouterr().err
    assert not list(folder.glob(f"{LEDGER}.damaged*"))


def test_a_locked_ledger_has_its_own_status(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Another program that holds it ends some time: `scrapy retry` and `scrapy ledger` say so."""
    with closing(sqlite3.connect(folder / LEDGER, isolation_level=None)) as database:
        database.execute("PRAGMA journal_mode = DELETE")
        database.execute("BEGIN EXCLUSIVE")
        with pytest.MonkeyPatch.context() as patch:
            connect = partial(sqlite3.connect, timeout=0)
            patch.setattr("crawler.ledger.schema.sqlite3.connect", connect)
            for command in (("retry",), ("ledger", "check")):
                with pytest.raises(SystemExit) as ended:
                    execute(["scrapy", *command, str(folder)])
                assert ended.value.code == 8
                assert "another program has locked the ledger" in capsys.readouterr().err


def test_a_run_is_active(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its ledger is not replaced."""
    (folder / LEDGER).unlink()
    lock = Lock(folder)
    assert status("rebuild", str(folder)) == 8
    assert "is in use by" in capsys.readouterr().err
    lock.release()
    assert status("rebuild", str(folder)) == 0
    assert "with 1 article and 0 archived answers" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "name the task"),
        (("mend", "DIR"), "name the task"),
        (("check", "DIR", "DIR"), "name the task"),
        (("rebuild", "DIR/none"), "there is neither articles.jsonl nor ledger.sqlite in"),
        (("rebuild", "DIR", "DIR/none.jsonl"), "there is no file"),
        (("check", "DIR/none"), "there is no ledger in"),
    ],
)
def test_wrong_arguments(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], words: str
) -> None:
    """Each is named in a line."""
    assert status(*(each.replace("DIR", str(folder)) for each in arguments)) == 2
    told = capsys.readouterr().err
    assert words in told
    assert told.count("\n") == 1
