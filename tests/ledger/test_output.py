"""Tests of the output file: behind the ledger, and never torn."""

from __future__ import annotations

import gc
import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from crawler.ledger.journal import Journal
from crawler.ledger.ledger import Ledger
from crawler.ledger.output import OutputFile
from crawler.ledger.revisions import Revision
from crawler.ledger.schema import connect
from tests.ledger.examples import told


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    """Return the journal of an empty ledger."""
    made = Journal(connect(tmp_path / "ledger.sqlite"))
    yield made
    made.close()


def committed(journal: Journal, output: OutputFile, *lines: bytes) -> None:
    """Put lines into the output and commit them, as the ledger does."""
    for line in lines:
        output.add(line)
    output.before_commit()
    journal.commit()
    output.after_commit()


def test_file_follows_the_commit(journal: Journal, tmp_path: Path) -> None:
    """Uncommitted lines are not in the file."""
    path = tmp_path / "a.jsonl"
    output = OutputFile(journal, path)
    assert output.add(b"one\n") == 0
    assert output.add(b"three\n") == 4
    assert not path.exists()
    committed(journal, output)
    assert path.read_bytes() == b"one\nthree\n"
    output.close()


@pytest.mark.parametrize("tail", [b"", b"t", b"two\nthr", b"two\nthree\n"])
def test_file_is_completed(journal: Journal, tmp_path: Path, tail: bytes) -> None:
    """Wherever a crash came between the commit and the end of the file, the rest is written."""
    path = tmp_path / "a.jsonl"
    output = OutputFile(journal, path)
    committed(journal, output, b"one\n")
    committed(journal, output, b"two\n", b"three\n")
    output.close()
    path.write_bytes(b"one\n" + tail)
    output = OutputFile(journal, path)
    assert path.read_bytes() == b"one\ntwo\nthree\n"
    assert output.end == 14
    output.close()


def test_less_than_a_line_is_cut_off(
    journal: Journal, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Half a line that the ledger knows nothing of is no record."""
    path = tmp_path / "a.jsonl"
    output = OutputFile(journal, path)
    committed(journal, output, b"one\n")
    committed(journal, output)
    output.close()
    path.write_bytes(b"one\n{torn")
    OutputFile(journal, path).close()
    assert path.read_bytes() == b"one\n"
    assert "Truncated 5 bytes" in caplog.text


def written(tmp_path: Path, *numbers: int) -> Path:
    """Let a ledger write articles, and return its output."""
    ledger = Ledger(tmp_path, read=read)
    for number in numbers:
        ledger.store(told(number))
    ledger.end("finished", 0, 0)
    ledger.close()
    return tmp_path / "articles.jsonl"


def read(line: bytes) -> Revision | None:
    """Read a line as a crawl does, as far as the lines of these tests go."""
    record = json.loads(line)
    if "id" not in record:
        return None
    return Revision(record["id"], record["revision"], b"", None, b"", None, None)


def starts(tmp_path: Path) -> list[int]:
    """Return where the ledger has the articles' lines."""
    with sqlite3.connect(tmp_path / "ledger.sqlite") as ledger:
        return [start for (start,) in ledger.execute("SELECT start FROM revisions ORDER BY start")]


def offsets(path: Path) -> list[int]:
    """Return where lines begin."""
    lines = path.read_bytes().splitlines(keepends=True)
    return [sum(map(len, lines[:number])) for number in range(len(lines))]


@pytest.mark.parametrize("end", [b"", b'{"id":"9'])
def test_an_older_ledger_takes_articles_back(tmp_path: Path, end: bytes) -> None:
    """No whole line is lost to a restored ledger; lines committed again are not written twice."""
    path = written(tmp_path, 1, 2)
    backup = (tmp_path / "ledger.sqlite").read_bytes()
    text = written(tmp_path, 3, 4).read_bytes()
    path.write_bytes(text + end)
    (tmp_path / "ledger.sqlite").write_bytes(backup)
    ledger = Ledger(tmp_path, read=read)
    assert ledger.articles.taken_back == 2
    assert all(ledger.revisions.latest(str(number)) for number in range(1, 5))
    ledger.store(told(5))
    ledger.end("finished", 0, 0)
    ledger.close()
    assert path.read_bytes() == text + told(5).line
    assert starts(tmp_path) == offsets(path)


@pytest.mark.parametrize("writes", range(1, 16))
def test_taking_back_may_be_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, writes: int) -> None:
    """Wherever the process ends while lines are taken back and moved aside, the next start does it all."""
    path = written(tmp_path, 1, 2)
    backup = (tmp_path / "ledger.sqlite").read_bytes()
    text = written(tmp_path, 3, 4).read_bytes()
    path.write_bytes(text + b"<html>\n" + told(5).line + told(1).line)
    (tmp_path / "ledger.sqlite").write_bytes(backup)
    left = iter(range(writes))
    changed = Journal._changed

    def killed(self: Journal, statement: str, values: tuple[Any, ...]) -> Any:
        if next(left, None) is None:
            raise KeyboardInterrupt
        return changed(self, statement, values)

    monkeypatch.setattr(Journal, "_changed", killed)
    with suppress(KeyboardInterrupt):
        Ledger(tmp_path, read=read).close()
    monkeypatch.undo()
    gc.collect()  # the connection, as a kill closes it
    written(tmp_path, 6)
    assert path.read_bytes() == text + told(5).line + told(6).line
    assert starts(tmp_path) == offsets(path)
    assert set((tmp_path / "articles.jsonl.aside").read_bytes().splitlines()) == {
        b"<html>",
        told(1).line.strip(),
    }


def test_a_linked_output_stays_a_link(tmp_path: Path) -> None:
    """An output that lies elsewhere is mended there."""
    folder = tmp_path / "crawl"
    folder.mkdir()
    (tmp_path / "elsewhere.jsonl").write_bytes(told(1).line + b"no record\n")
    (folder / "articles.jsonl").symlink_to(tmp_path / "elsewhere.jsonl")
    written(folder, 2)
    assert (folder / "articles.jsonl").is_symlink()
    assert (tmp_path / "elsewhere.jsonl").read_bytes() == told(1).line + told(2).line


def test_strays_are_moved_aside(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Lines that are no records, or are there already, leave the output, and are not lost."""
    path = written(tmp_path, 1)
    strays = (b"<html>\n", told(1).line)
    own = b'{"name":"a record of another kind"}\n'
    path.write_bytes(told(1).line + strays[0] + told(2).line + strays[1] + own)
    caplog.clear()
    written(tmp_path, 3)
    assert path.read_bytes() == told(1).line + told(2).line + own + told(3).line
    assert (tmp_path / "articles.jsonl.aside").read_bytes() == b"".join(strays)
    assert "moved lines to articles.jsonl.aside: 1 there already, 1 no record" in caplog.text


@pytest.mark.parametrize("body", ['"body":"corrected"', '"b":0', '"body": "" '])
@pytest.mark.parametrize("count", [1, -1])
def test_an_output_edited_in_place_is_read_anew(tmp_path: Path, body: str, count: int) -> None:
    """Lines that became longer, or shorter, move all behind them: none is cut, none glued to the next."""
    path = written(tmp_path, *range(1, 20))
    path.write_text(path.read_text("utf-8").replace('"body":""', body, count), "utf-8")
    written(tmp_path, 20)
    ids = [json.loads(line)["id"] for line in path.read_bytes().splitlines()]
    assert ids == [str(number) for number in range(1, 21)]
    assert starts(tmp_path) == offsets(path)


def test_an_edit_after_a_kill_repeats_nothing(tmp_path: Path) -> None:
    """Lines of the last commit, in the file or not, are there once, though somebody changed them."""
    ledger = Ledger(tmp_path, read=read)
    for number in (1, 2, 3):
        ledger.store(told(number))
    ledger.commit()
    ledger.close()  # as by a kill: the lines are in the file, and still in the outbox
    path = tmp_path / "articles.jsonl"
    lines = [told(number).line.replace(b'"body":""', b'"body":"corrected"') for number in (1, 2)]
    path.write_bytes(b"".join(lines)[:-1])  # without its last line feed, as some editors leave it
    Ledger(tmp_path, read=read).close()
    assert path.read_bytes() == b"".join(lines) + told(3).line
    Ledger(tmp_path, read=read).close()
    assert path.read_bytes() == b"".join(lines) + told(3).line


@pytest.mark.parametrize("seen", [1, 2, 3])
def test_an_output_replaced_while_a_run_is_at_work(tmp_path: Path, seen: int) -> None:
    """An editor's copy, made while lines were appended, gets those that it lacks."""
    written(tmp_path, 0)
    path, copy = tmp_path / "articles.jsonl", tmp_path / "copy"
    ledger = Ledger(tmp_path, read=read)
    for number in (1, 2, 3):
        if number == seen:
            copy.write_bytes(path.read_bytes().replace(b'"body":""', b'"body":"corrected"'))
        ledger.store(told(number))
        ledger.commit()
    copy.replace(path)
    for number in (4, 5):
        ledger.store(told(number))
        ledger.commit()
    ledger.end("finished", 0, 0)
    ledger.close()
    records = [json.loads(line) for line in path.read_bytes().splitlines()]
    assert sorted(record["id"] for record in records) == list("012345")
    assert [record["body"] for record in records].count("corrected") == seen
    assert starts(tmp_path) == offsets(path)


def test_an_output_removed_while_a_run_is_at_work(tmp_path: Path) -> None:
    """Recorded lines stay deleted, as somebody wanted; unrecorded ones are written again."""
    path = tmp_path / "articles.jsonl"
    ledger = Ledger(tmp_path, read=read)
    for number in (1, 2, 3):
        ledger.store(told(number))
        ledger.commit()
    path.unlink()
    ledger.store(told(4))
    ledger.end("finished", 0, 0)
    ledger.close()
    assert path.read_bytes() == told(3).line + told(4).line


@pytest.mark.parametrize(("left", "kept"), [(None, b""), (b"", b""), (b"{", b""), (b"{}\n{", b"{}\n")])
def test_shortened_file_is_taken_as_it_is(
    journal: Journal, tmp_path: Path, left: bytes | None, kept: bytes
) -> None:
    """Deleted lines are not written again; new ones follow a whole line."""
    path = tmp_path / "a.jsonl"
    output = OutputFile(journal, path)
    committed(journal, output, b"{}\n", b"{ }\n")
    committed(journal, output)
    output.close()
    path.unlink()
    if left is not None:
        path.write_bytes(left)
    output = OutputFile(journal, path)
    committed(journal, output, b"new\n")
    assert path.read_bytes() == kept + b"new\n"
    output.close()


def test_full_disk_tears_no_line(journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line that found room for its half is taken back, and completed by the next run."""
    path = tmp_path / "a.jsonl"
    output = OutputFile(journal, path)
    committed(journal, output, b"one\n")
    write = os.write

    def refusing(file: int, data: Any) -> int:
        if len(data) < 3:
            raise OSError(28, "No space left on device")
        return write(file, bytes(data[:2]))

    monkeypatch.setattr("crawler.ledger.output.os.write", refusing)
    with pytest.raises(OSError, match="No space left"):
        committed(journal, output, b"two\n")
    monkeypatch.undo()
    assert path.read_bytes() == b"one\n"
    output.close()
    OutputFile(journal, path).close()
    assert path.read_bytes() == b"one\ntwo\n"
