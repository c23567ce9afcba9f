"""Tests of the check of a ledger: each law is violated once."""

from __future__ import annotations

import json
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from crawler.ledger.archive import PAGES
from crawler.ledger.check import Finding, Weight, check
from crawler.ledger.journal import Journal
from crawler.ledger.ledger import ARTICLES, LEDGER, Ledger
from crawler.ledger.pictures import keep_file
from crawler.ledger.revisions import Revision
from crawler.ledger.schema import read_only
from tests.ledger.examples import asked, listed, stored, taken, told
from tests.records.examples import picture_file

PICTURE = picture_file(size=9)


def read(line: bytes) -> Revision:
    """Read a line of these tests."""
    return Revision(json.loads(line)["id"], 1, b"", None, b"", None, None)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the directory of a crawl with a list, two articles, an archive and a queued URL."""
    ledger = Ledger(tmp_path)
    for number in range(4):
        ledger.errands.add(asked(number), time.time())
    ledger.finish(taken(ledger), listed())
    for number in (1, 2):
        ledger.finish(taken(ledger), stored(number), [told(number)])
    (tmp_path / PAGES).mkdir()
    (tmp_path / PAGES / "a.warc.gz").write_bytes(bytes(100))
    ledger.journal.write("INSERT INTO outputs VALUES (?, 100)", f"{PAGES}/a.warc.gz")
    ledger.journal.write("INSERT INTO captures VALUES (x'01', 'u', 'd', 'g', ?)", f"{PAGES}/a.warc.gz#40")
    keep_file(tmp_path, PICTURE, bytes(PICTURE.size))
    ledger.pictures.fetched("http://img.example.cn/1.jpg", PICTURE, None)
    ledger.end("finished", 3, 0)
    ledger.close()
    return tmp_path


def findings(folder: Path) -> list[Finding]:
    """Check a ledger."""
    with closing(read_only(folder / LEDGER)) as database:
        return check(Journal(database), folder, ARTICLES, read)


def test_a_sound_ledger_has_no_findings(folder: Path) -> None:
    """At the end of a run, and while one is at work."""
    assert findings(folder) == []
    ledger = Ledger(folder)
    ledger.finish(taken(ledger), stored(3), [told(3)])
    ledger.commit()
    assert findings(folder) == []
    ledger.close()
    assert findings(folder) == []


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("UPDATE urls SET state = 7 WHERE id = 2", "unknown state"),
        ("UPDATE urls SET outcome = 'stosed' WHERE id = 2", "unknown outcome"),
        ("UPDATE urls SET kind = 'lisp' WHERE id = 1", "unknown kind"),
        ("UPDATE urls SET request = '{' WHERE id = 1", "no JSON"),
        ("UPDATE urls SET visited = 'noon' WHERE id = 1", "no number"),
        ("UPDATE urls SET run = 9 WHERE id = 1", "unknown runs"),
        ("UPDATE urls SET article = 'x' WHERE id = 2", "without a revision"),
        ("UPDATE urls SET url = url || 'l' WHERE id = 2", "key of another URL"),
        ("UPDATE revisions SET start = 0", "share a line"),
        ("UPDATE outputs SET written = -1", "negative length"),
        ("INSERT INTO removals VALUES (99, 'a', 'r', 'n')", "removals of unknown URLs"),
        ("INSERT INTO bands VALUES (1, 99)", "unknown stories"),
        ("UPDATE pictures SET outcome = 'lost'", "unknown outcome"),
        ("UPDATE pictures SET path = NULL", "without a file"),
        ("UPDATE captures SET place = 'pages/a.warc.gz#100'", "beyond the recorded end"),
        ("UPDATE captures SET place = 'pages/b.warc.gz#0'", "beyond the recorded end"),
    ],
)
def test_a_violated_law_is_damage(folder: Path, change: str, words: str) -> None:
    """No crawl would write such rows."""
    with closing(sqlite3.connect(folder / LEDGER)) as database:
        database.execute(change)
        database.commit()
    assert any(each.weight is Weight.DAMAGE and words in each.words for each in findings(folder))


def test_damage_that_queries_do_not_meet_is_found(folder: Path) -> None:
    """SQLite's own check reads every page."""
    content = bytearray((folder / LEDGER).read_bytes())
    with closing(sqlite3.connect(folder / LEDGER)) as database:
        query = "SELECT rootpage FROM sqlite_master WHERE name = 'copies'"
        ((page,),) = database.execute(query)
        ((size,),) = database.execute("PRAGMA page_size")
    content[(page - 1) * size : page * size] = bytes(size)
    (folder / LEDGER).write_bytes(content)
    assert [each.weight for each in findings(folder)] == [Weight.DAMAGE]


def test_article_whose_line_is_gone_stands_nowhere(folder: Path) -> None:
    """After a run that found its file shortened, or a rebuilding with moved files; also during a run."""
    (folder / ARTICLES).write_bytes((folder / ARTICLES).read_bytes().splitlines(keepends=True)[0])
    assert {each.weight for each in findings(folder)} == {Weight.BEHIND}
    Ledger(folder, read=read).close()
    assert findings(folder) == []
    ledger = Ledger(folder, read=read)
    ledger.finish(taken(ledger), stored(3), [told(3)])
    ledger.commit()
    assert findings(folder) == []
    ledger.close()


def test_files_that_differ_are_no_damage(folder: Path) -> None:
    """A shorter file and moved lines are named, and a file that was moved away is allowed."""
    lines = (folder / ARTICLES).read_bytes().splitlines(keepends=True)
    (folder / ARTICLES).write_bytes(b"".join(reversed(lines)))
    (folder / PAGES / "a.warc.gz").write_bytes(bytes(99))
    weights = {each.words.split()[0]: each.weight for each in findings(folder)}
    assert weights == {"articles": Weight.MOVED, f"{PAGES}/a.warc.gz": Weight.BEHIND}
    (folder / PAGES / "a.warc.gz").unlink()
    (folder / ARTICLES).unlink()
    (folder / PICTURE.path).unlink()
    assert [each.words for each in findings(folder) if "picture" in each.words] == [
        "pictures whose file was moved away or changed: 1"
    ]
    assert {each.weight for each in findings(folder)} == {Weight.AWAY}
