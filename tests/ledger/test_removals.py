"""Tests of removed articles: they are no failures and no gaps, and they may come back."""

from __future__ import annotations

import json
import sqlite3
import time
from pathlib import Path
from typing import Any

import pytest

from crawler.commands.audit import audited, worded
from crawler.ledger import schema
from crawler.ledger.accounts import queue_failed, run_accounts, url_accounts
from crawler.ledger.errands import Ending, Errand
from crawler.ledger.ledger import Ledger
from crawler.ledger.plan import Outcome, UrlKind
from crawler.ledger.removals import removed_articles
from crawler.ledger.schema import MIGRATIONS, connect
from crawler.reasons import Cause, Reason
from crawler.reasons.reason import http
from tests.ledger.examples import asked, listed, stored, taken, told, url

WEEK = 7 * 86_400.0
CHANNEL = "http://news.example.cn/world/"


def gone(errand: Errand, reason: Reason) -> Ending:
    """Return the ending of a visit that found an article removed."""
    outcome = Outcome.FAILED if reason.cause is Cause.HTTP else Outcome.REJECTED
    known = errand.article
    return Ending(
        outcome, UrlKind.ARTICLE, reason, is_gone=True, article=known, removal=reason if known else None
    )


def failing(errand: Errand) -> Ending:
    """Return the ending of a visit that timed out."""
    return Ending(Outcome.FAILED, UrlKind.ARTICLE, Reason(Cause.TIMED_OUT), article=errand.article)


def crawled(folder: Path) -> Ledger:
    """Make a ledger with two announced articles and a list."""
    ledger = Ledger(folder, rechecks=[1.0])
    for number in range(3):
        ledger.errands.add(asked(number, found_on=CHANNEL), time.time())
    for number in range(2):
        ledger.finish(taken(ledger), stored(number), [told(number)])
    ledger.finish(taken(ledger), listed())
    ledger.end("finished", 3, 0)
    ledger.close()
    return later(folder, 10.0)


def later(folder: Path, seconds: float) -> Ledger:
    """Let time pass, and open the ledger for another run."""
    database = sqlite3.connect(folder / "ledger.sqlite")
    with database:
        changed = "found = found - :s, visited = visited - :s, next_visit = next_visit - :s"
        database.execute(f"UPDATE urls SET {changed}", {"s": seconds})  # noqa: S608  a constant
    database.close()
    return Ledger(folder)


def visit(ledger: Ledger, path: str, reason: Reason | None = None) -> None:
    """Visit the due URLs: the list is there; the named article ends so, or is unchanged without a reason."""
    while (errand := ledger.errands.take("news.example.cn")) is not None:
        if errand.kind == UrlKind.LIST:
            ledger.finish(errand, listed())
        elif errand.url != path or reason is None:
            ledger.finish(
                errand, Ending(Outcome.UNCHANGED, UrlKind.ARTICLE, http(304), article=errand.article)
            )
        else:
            ledger.finish(
                errand, failing(errand) if reason.cause is Cause.TIMED_OUT else gone(errand, reason)
            )


def lines(folder: Path) -> list[dict[str, Any]]:
    """Return the lines of removals.jsonl."""
    file = folder / "removals.jsonl"
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()] if file.is_file() else []


@pytest.mark.parametrize(
    "reason", [http(404), http(410), Reason(Cause.SOFT_404), Reason(Cause.REDIRECTED_HOME)]
)
def test_removed_article_is_no_failure_and_no_gap(tmp_path: Path, reason: Reason) -> None:
    """It has an outcome of its own; its record is on file; nothing is queued again."""
    ledger = crawled(tmp_path)
    visit(ledger, url(0), reason)
    books = ledger.end("finished", 3, 0)
    assert books.reasons[Outcome.REMOVED] == {reason: 1}
    assert (books.difference, books.failed) == (0, {})
    (account,) = url_accounts(ledger.journal, Outcome.REMOVED)
    assert (account.url, account.article, account.code) == (url(0), "0", reason.code)
    assert queue_failed(ledger.journal, time.time()).added == 0
    ledger.close()
    (row,) = audited(tmp_path).rows
    assert (row.announced, row.harvested, row.removed, row.gaps) == (2, 2, 1, ())
    assert list(worded([row])) == [
        "2 of 2 announced URLs are stored articles (1 of them removed by the site); none missing"
    ]


def test_stored_article_that_fails_once_is_no_gap(tmp_path: Path) -> None:
    """Its record is on file, though its last visit failed; `retry` queues it."""
    ledger = crawled(tmp_path)
    visit(ledger, url(1), Reason(Cause.TIMED_OUT))
    ledger.end("finished", 3, 0)
    assert queue_failed(ledger.journal, time.time()).added == 1
    ledger.close()
    (row,) = audited(tmp_path).rows
    assert (row.harvested, row.removed, row.gaps) == (2, 0, ())


def test_removal_is_told_once(tmp_path: Path) -> None:
    """It is checked once more after a week, and then no more."""
    ledger = crawled(tmp_path)
    visit(ledger, url(0), http(404))
    ledger.end("finished", 3, 0)
    ledger.close()
    ledger = later(tmp_path, WEEK + 1)
    visit(ledger, url(0), http(404))
    assert run_accounts(ledger.journal, ledger.run, 0, 0).outcomes[Outcome.REMOVED] == 1
    ledger.end("finished", 3, 0)
    ledger.close()
    (line,) = lines(tmp_path)
    assert line.items() >= {"schema": "removal/1", "id": "0", "code": "http:404"}.items()
    ledger = later(tmp_path, 9 * WEEK)
    assert url(0) not in {taken(ledger).url for _ in range(ledger.errands.turns.waiting.total())}
    ledger.close()


def test_article_may_come_back(tmp_path: Path) -> None:
    """A line says so; if it is removed again, another one does."""
    ledger = crawled(tmp_path)
    for number, reason in enumerate((http(404), None, http(410))):
        visit(ledger, url(0), reason)
        ledger.end("finished", 3, 0)
        ledger.close()
        assert len(lines(tmp_path)) == number + 1
        assert set(removed_articles(tmp_path / "removals.jsonl")) == ({"0"} if reason else set())
        database = sqlite3.connect(tmp_path / "ledger.sqlite")
        with database:
            database.execute("UPDATE urls SET next_visit = 0 WHERE article = '0'")
        database.close()
        ledger = later(tmp_path, WEEK + 1)
    ledger.close()
    assert [line["schema"] for line in lines(tmp_path)] == ["removal/1", "restoration/1", "removal/1"]
    assert lines(tmp_path)[1].items() >= {"id": "0", "url": url(0)}.items()


def test_lines_that_are_no_removals_are_skipped(tmp_path: Path) -> None:
    """An edited line costs itself alone; lines of earlier versions have no code."""
    file = tmp_path / "removals.jsonl"
    earlier = '{"schema": "removal/1", "id": "7", "url": "u", "reason": "HTTP 404", "noticed": "2024-05-20"}'
    file.write_text(f'nonsense\n[]\n{{"id": "8"}}\n{earlier}\n{{"schema": "remo', "utf-8")
    assert removed_articles(file) == {"7": "2024-05-20"}
    assert removed_articles(tmp_path / "none.jsonl") == {}


def test_removals_of_earlier_versions_are_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They took the article away from its URL, so that it counted as failed, and as missing."""
    path = tmp_path / "ledger.sqlite"
    with monkeypatch.context() as patched:
        patched.setattr(schema, "MIGRATIONS", MIGRATIONS[:6])
        older = connect(path)
        for key, article, outcome, kind in (
            (b"1", None, "failed", "article"),
            (b"2", "two", "failed", "article"),
            (b"3", None, "failed", "other"),
            (b"4", None, "listed", "list"),
        ):
            older.execute(
                "INSERT INTO urls (key, url, host, state, priority, depth, found, request, kind, outcome,"
                " article, visited) VALUES (?, '', '', 2, 0, 0, 0, '', ?, ?, ?, 1e9)",
                (key, kind, outcome, article),
            )
            older.execute(
                "INSERT INTO revisions VALUES (?, 1, '', NULL, ?, NULL, NULL)",
                (f"id of {key.decode()}", key if kind != "other" else b"9"),
            )
        older.close()
    newer = connect(path)
    rows = newer.execute("SELECT outcome, article, removed FROM urls ORDER BY key").fetchall()
    newer.close()
    assert rows == [
        ("removed", "id of 1", "2001-09-09T01:46:40+00:00"),
        ("failed", "two", None),
        ("failed", None, None),
        ("removed", "id of 4", "2001-09-09T01:46:40+00:00"),
    ]
