"""Tests of the events: one for each change of an article, in order, in the transaction of the change."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from crawler.ledger import schema
from crawler.ledger.events import EventKind, Events
from crawler.ledger.journal import Journal
from crawler.ledger.ledger import LEDGER, REMOVALS, Ledger
from crawler.ledger.removals import change_of, removal_line
from crawler.ledger.revisions import Revision
from crawler.ledger.schema import MIGRATIONS, connect
from crawler.reasons.reason import http
from tests.ledger.examples import asked, crashed, stored, taken, told, url
from tests.ledger.test_removals import crawled, later, visit


def kinds(ledger: Ledger) -> list[tuple[str, str]]:
    """Return kind and article of each event."""
    return [(event.kind.value, event.article) for event in ledger.events.after(0, 100)]


def test_each_revision_is_an_event(tmp_path: Path) -> None:
    """The serial numbers count from 1; the id names the revision."""
    ledger = Ledger(tmp_path)
    for number in range(2):
        ledger.errands.add(asked(number), 1.0)
    ledger.finish(taken(ledger), stored(0), [told(0), told(0, revision=2)])
    ledger.finish(taken(ledger), stored(1), [told(1)])
    ledger.commit()
    events = list(ledger.events.after(0, 100))
    assert [(event.serial, event.id, event.kind) for event in events] == [
        (1, "0:1", EventKind.NEW),
        (2, "0:2", EventKind.CHANGED),
        (3, "1:1", EventKind.NEW),
    ]
    assert [event.serial for event in ledger.events.after(1, 1)] == [2]
    assert ledger.events.at(3) == events[2]
    assert ledger.events.last == 3
    ledger.close()


def test_event_and_article_share_a_transaction(tmp_path: Path) -> None:
    """A kill before the commit leaves neither; the serial number is then used by the repeated visit."""
    ledger = Ledger(tmp_path)
    ledger.errands.add(asked(0), 1.0)
    ledger.commit()
    ledger.finish(taken(ledger), stored(0), [told(0)])
    ledger = crashed(ledger, tmp_path)
    assert (ledger.events.last, ledger.revisions.latest("0")) == (0, None)
    ledger.finish(taken(ledger), stored(0), [told(0)])
    ledger.commit()
    assert kinds(ledger) == [("new", "0")]
    ledger.close()


def test_removal_and_restoration_are_events(tmp_path: Path) -> None:
    """Their lines follow from the events, as removals.jsonl has them."""
    ledger = crawled(tmp_path)
    visit(ledger, url(0), http(404))
    ledger.end("finished", 3, 0)
    ledger.close()
    ledger = later(tmp_path, 8 * 86_400.0)
    visit(ledger, url(0))
    ledger.end("finished", 1, 0)
    assert kinds(ledger) == [("new", "0"), ("new", "1"), ("removed", "0"), ("restored", "0")]
    lines = b"".join(removal_line(change_of(event)) for event in ledger.events.after(2, 9))
    assert lines == (tmp_path / REMOVALS).read_bytes()
    ledger.close()


def test_events_of_an_older_ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An upgrade makes them, in the order of the lines; an article whose line is gone has none."""
    with monkeypatch.context() as patched:
        patched.setattr(schema, "MIGRATIONS", MIGRATIONS[:9])
        database = connect(tmp_path / LEDGER)
        for id_, revision, start in (("b", 1, 90), ("a", 1, 0), ("a", 2, 200), ("c", 1, None)):
            row = (id_, revision, b"", None, b"", "2024-05-20T08:00:00+00:00", start)
            database.execute("INSERT INTO revisions VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        database.execute(
            "INSERT INTO urls (key, url, host, state, priority, depth, found, request, article, outcome,"
            " reason, removed) VALUES (x'07', 'http://a.test/', 'h', 2, 0, 0, 1, '{}', 'b', 'removed',"
            " 'http:410', '2024-05-21T08:00:00+00:00')"
        )
        database.close()
    database = connect(tmp_path / LEDGER)
    events = Events(Journal(database))
    ids = [event.id for event in events.after(0, 100)]
    assert ids == ["a:1", "b:1", "a:2", "b:removed:2024-05-21T08:00:00+00:00"]
    removed = events.at(4)
    assert removed is not None
    assert json.loads(removal_line(change_of(removed)))["reason"] == "HTTP 410"
    database.close()


def test_article_that_the_ledger_takes_back_is_an_event(tmp_path: Path) -> None:
    """A ledger from a backup lacks articles of the output; the next start adds them, with their events."""
    lines = [told(number).line for number in range(2)]
    (tmp_path / "articles.jsonl").write_bytes(b"".join(lines))

    def read(line: bytes) -> Revision:
        record = json.loads(line)
        return Revision(record["id"], record["revision"], b"", None, b"", None, None)

    ledger = Ledger(tmp_path, read=read)
    assert kinds(ledger) == [("new", "0"), ("new", "1")]
    ledger.close()


def test_each_ledger_has_its_own_log(tmp_path: Path) -> None:
    """A serial number means nothing in another ledger."""
    logs = set()
    for name in "ab":
        for _ in range(2):
            (tmp_path / name).mkdir(exist_ok=True)
            database = connect(tmp_path / name / LEDGER)
            logs.add(Events(Journal(database)).log)
            database.close()
    assert len(logs) == 2
