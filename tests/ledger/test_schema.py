"""Tests of the ledger's versions."""

from __future__ import annotations

import signal
import sqlite3
import sys
from pathlib import Path

import pytest

from crawler.ledger import schema
from crawler.ledger.journal import Journal
from crawler.ledger.keys import url_key
from crawler.ledger.schema import MIGRATIONS, LedgerFormatError, LedgerVersionError, connect, read_only
from tests.house import processes


def version(path: Path) -> int:
    """Return the version of a ledger."""
    database = sqlite3.connect(path)
    number: int = database.execute("PRAGMA user_version").fetchone()[0]
    database.close()
    return number


def test_new_ledger_has_the_latest_version(tmp_path: Path) -> None:
    """A ledger is made where there is none, and opened where there is one."""
    path = tmp_path / "ledger.sqlite"
    for _ in range(2):
        connect(path).close()
        assert version(path) == len(MIGRATIONS)


def test_older_ledger_is_upgraded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Data of an older version stays; the tables become today's."""
    path = tmp_path / "ledger.sqlite"
    older = connect(path)
    older.execute("INSERT INTO runs (started, round, terms) VALUES (1, 1, '')")
    older.close()
    monkeypatch.setattr(schema, "MIGRATIONS", (*MIGRATIONS, "ALTER TABLE runs ADD COLUMN remark TEXT;"))
    newer = connect(path)
    assert newer.execute("SELECT remark FROM runs").fetchall() == [(None,)]
    newer.close()
    assert version(path) == len(MIGRATIONS) + 1


def test_failed_upgrade_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An upgrade is one transaction."""
    path = tmp_path / "ledger.sqlite"
    connect(path).close()
    broken = "ALTER TABLE runs ADD COLUMN remark TEXT; ALTER TABLE nothing ADD COLUMN remark TEXT;"
    monkeypatch.setattr(schema, "MIGRATIONS", (*MIGRATIONS, broken))
    with pytest.raises(LedgerFormatError):
        connect(path)
    assert version(path) == len(MIGRATIONS)
    monkeypatch.undo()
    connect(path).close()


STATEMENTS = 40  # more than all migrations have


@pytest.mark.parametrize("older", range(len(MIGRATIONS)))
def test_upgrade_may_be_killed_at_any_statement(
    older: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever was done until then, the next start finds a whole ledger, with all that was in it."""
    first = tmp_path / "first.sqlite"
    with monkeypatch.context() as patched:
        patched.setattr(schema, "MIGRATIONS", MIGRATIONS[:older])
        database = connect(first)
        if older:
            database.execute("INSERT INTO runs (started, round, terms) VALUES (1, 1, 'kept')")
        database.close()
    killed = 0
    for statement in range(0, STATEMENTS, 3):
        path = tmp_path / f"{statement}.sqlite"
        path.write_bytes(first.read_bytes())
        command = [sys.executable, "-m", "tests.ledger.killed_upgrade", str(path), str(statement)]
        killed += processes.run(command).returncode == -signal.SIGKILL
        database = connect(path)
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert database.execute("SELECT terms FROM runs").fetchall() == [("kept",)] * bool(older)
        database.close()
        assert version(path) == len(MIGRATIONS)
    assert killed >= 4


def test_later_version_is_refused_in_words(tmp_path: Path) -> None:
    """A user who goes back to an older program gets the remedy."""
    path = tmp_path / "ledger.sqlite"
    database = sqlite3.connect(path)
    database.execute("PRAGMA user_version = 99")
    database.close()
    for opening in (connect, read_only):
        with pytest.raises(LedgerVersionError, match=r"has version 99.*upgrade the program"):
            opening(path)


def test_foreign_file_is_refused_in_words(tmp_path: Path) -> None:
    """A file that is no database is left as it is."""
    path = tmp_path / "ledger.sqlite"
    path.write_bytes(b"not a database, but long enough to be looked at" * 20)
    for opening in (connect, read_only):
        with pytest.raises(LedgerFormatError, match=r"or is damaged .*scrapy ledger rebuild"):
            opening(path)
    assert path.read_bytes().startswith(b"not a database")


def test_missing_ledger_is_not_made_by_reading(tmp_path: Path) -> None:
    """A user who names the wrong directory is told so."""
    with pytest.raises(LedgerFormatError, match="there is no ledger"):
        read_only(tmp_path / "ledger.sqlite")
    assert not list(tmp_path.iterdir())


def test_reasons_in_words_become_codes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ledgers before version 6 stored words; exit statuses and requeueing go by values."""
    path = tmp_path / "ledger.sqlite"
    words = ["HTTP 404", "OutOfRange", None, "robots.txt: HTTP 500", "a reason of one's own"]
    with monkeypatch.context() as patched:
        patched.setattr(schema, "MIGRATIONS", MIGRATIONS[:5])
        older = connect(path)
        for number, reason in enumerate(words):
            older.execute(
                "INSERT INTO urls (key, url, host, state, priority, depth, found, request, reason)"
                " VALUES (?, '', '', 2, 0, 0, 0, '', ?)",
                (bytes([number]), reason),
            )
        older.execute("INSERT INTO hosts VALUES ('a.example:80', 0, 1, 'no answer: timed out')")
        older.execute("INSERT INTO removals VALUES (1, '', 'soft 404', '')")
        older.close()
    newer = connect(path)
    codes = [code for (code,) in newer.execute("SELECT reason FROM urls ORDER BY id")]
    assert codes == ["http:404", "out_of_range", None, "robots_unreachable:http:500", f"other:{words[4]}"]
    assert newer.execute("SELECT reason FROM hosts").fetchall() == [("no_answer:timed_out",)]
    assert newer.execute("SELECT reason FROM removals").fetchall() == [("soft_404",)]
    newer.close()


def test_rows_may_be_left_when_the_database_is_closed(tmp_path: Path) -> None:
    """An error between two rows closes the database first; then nothing else is raised."""
    database = connect(tmp_path / "ledger.sqlite")
    rows = Journal(database).rows("SELECT 1 UNION SELECT 2")
    next(rows)
    database.close()
    rows.close()  # type: ignore[attr-defined]


def test_keys_of_earlier_versions_follow_their_rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A URL whose tracking parameters were not part of its key is found again, and its article with it."""
    path, url = tmp_path / "ledger.sqlite", "http://www.lanqiao.test/show.jsp?utm_content=7"
    with monkeypatch.context() as patched:
        patched.setattr(schema, "MIGRATIONS", MIGRATIONS[:7])
        database = connect(path)
        database.execute(
            "INSERT INTO urls (key, url, host, state, priority, depth, found, request)"
            " VALUES (x'07', ?, 'h', 2, 0, 0, 1, '{}')",
            (url,),
        )
        database.execute("INSERT INTO revisions VALUES ('7', 1, x'00', NULL, x'07', NULL, 0)")
        database.close()
    database = connect(path)
    assert database.execute("SELECT key FROM urls").fetchone() == (url_key(url),)
    assert database.execute("SELECT source FROM revisions").fetchone() == (url_key(url),)
    database.close()
