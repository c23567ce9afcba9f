"""Tests of the output file: behind the ledger, and never torn."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from crawler.ledger.journal import Journal
from crawler.ledger.output import OutputFile
from crawler.ledger.schema import connect


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
    """What is not committed is not in the file."""
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


def test_unknown_bytes_are_cut_off(
    journal: Journal, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """What the ledger knows nothing of is no part of the output."""
    path = tmp_path / "a.jsonl"
    output = OutputFile(journal, path)
    committed(journal, output, b"one\n")
    committed(journal, output)
    output.close()
    path.write_bytes(b"one\n{torn")
    OutputFile(journal, path).close()
    assert path.read_bytes() == b"one\n"
    assert "Cut off 5 bytes" in caplog.text


@pytest.mark.parametrize(("left", "kept"), [(None, b""), (b"", b""), (b"on", b""), (b"one\ntw", b"one\n")])
def test_shortened_file_is_taken_as_it_is(
    journal: Journal, tmp_path: Path, left: bytes | None, kept: bytes
) -> None:
    """What somebody took away is not written again; what comes new follows a whole line."""
    path = tmp_path / "a.jsonl"
    output = OutputFile(journal, path)
    committed(journal, output, b"one\n", b"two\n")
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
