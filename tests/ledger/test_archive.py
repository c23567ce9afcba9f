"""Tests of the WARC files of a crawl."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from crawler.ledger.archive import PAGES, Archive, ArchiveTerms, take_back_files
from crawler.ledger.journal import Journal
from crawler.ledger.ledger import Ledger
from crawler.ledger.schema import connect
from tests.archive.exchanges import numbered, read

TERMS = ArchiveTerms(10_000_000, {"software": "example/1"})


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    """Open a ledger."""
    opened = Journal(connect(tmp_path / "ledger.sqlite"))
    yield opened
    opened.close()


def committed(archive: Archive, journal: Journal) -> None:
    """Commit as the ledger does."""
    archive.before_commit()
    journal.commit()


def kinds(folder: Path) -> list[str]:
    """Return the types of all records of all files, in order."""
    files = sorted((folder / PAGES).glob("*.warc.gz"))
    return [record.rec_type for file in files for record in read(file.read_bytes())]


def test_place_leads_to_the_response(journal: Journal, tmp_path: Path) -> None:
    """File and offset that a record is given are those of its page."""
    archive = Archive(journal, tmp_path, TERMS)
    places = [archive.keep(numbered(number)) for number in range(4)]
    archive.close()
    for number, place in enumerate(places):
        name, _, offset = place.partition("#")
        response = read((tmp_path / name).read_bytes()[int(offset) :])[0]
        assert response.content == numbered(number).body
    assert kinds(tmp_path) == ["warcinfo", *["response", "request"] * 4]


def test_nothing_to_keep_makes_no_file(journal: Journal, tmp_path: Path) -> None:
    """A run that finds nothing new leaves no file."""
    Archive(journal, tmp_path, TERMS).close()
    assert not (tmp_path / PAGES).exists()


def test_each_run_has_its_own_file(journal: Journal, tmp_path: Path) -> None:
    """A file of an earlier run is not written to again."""
    for number in range(3):
        archive = Archive(journal, tmp_path, TERMS)
        archive.keep(numbered(number))
        committed(archive, journal)
        archive.close()
    assert len(list((tmp_path / PAGES).iterdir())) == 3


def test_files_are_of_bounded_size(journal: Journal, tmp_path: Path) -> None:
    """When a file is full the next one begins, with a description."""
    archive = Archive(journal, tmp_path, replace(TERMS, most=2000))
    for number in range(12):
        archive.keep(numbered(number, body=os.urandom(700)))
    archive.close()
    sizes = [file.stat().st_size for file in (tmp_path / PAGES).iterdir()]
    assert len(sizes) > 3
    assert max(sizes) < 2000 + 2000
    assert kinds(tmp_path).count("warcinfo") == len(sizes)


def test_same_payload_is_kept_once(journal: Journal, tmp_path: Path) -> None:
    """A second visit, and another URL with the same bytes, are revisits; their place is the payload's."""
    archive = Archive(journal, tmp_path, TERMS)
    first = archive.keep(numbered(1))
    assert archive.keep(numbered(1)) == first
    assert archive.keep(numbered(2, body=numbered(1).body)) == first
    assert archive.keep(numbered(1, body=b"changed")) != first
    archive.keep_unchanged(numbered(1, status=304, body=b""))
    archive.keep_unchanged(numbered(99, status=304, body=b""))
    archive.close()
    responses = [kind for kind in kinds(tmp_path) if kind != "request"]
    assert responses == ["warcinfo", "response", "revisit", "revisit", "response", "revisit"]


def begun(journal: Journal, when: float) -> None:
    """Let a run begin."""
    journal.write("INSERT INTO runs (started, round, terms) VALUES (?, 1, '')", when)
    journal.commit()


def other(names: set[str], folder: Path) -> str:
    """Return the name of the one file that is not among these."""
    (name,) = {file.name for file in (folder / PAGES).iterdir()} - names
    return name


@pytest.mark.fault(106)
def test_what_was_not_committed_is_cut_off(journal: Journal, tmp_path: Path) -> None:
    """After a kill, records behind the last commit go, whole or torn; a file that has no other goes, too."""
    begun(journal, 1_700_000_000.25)
    archive = Archive(journal, tmp_path, replace(TERMS, most=10))
    archive.keep(numbered(1))
    committed(archive, journal)
    (file,) = (tmp_path / PAGES).iterdir()
    size = file.stat().st_size
    with file.open("ab") as torn:
        torn.write(b"\x1f\x8b\x08torn")
    archive.keep(numbered(2))  # in the next file
    archive.close()
    (tmp_path / PAGES / ".begun-20261129000000000000-00003.warc.gz").write_bytes(b"\x1f\x8b")
    Archive(journal, tmp_path, TERMS)
    assert [file] == list((tmp_path / PAGES).iterdir())
    assert file.stat().st_size == size
    assert kinds(tmp_path) == ["warcinfo", "response", "request"]


def test_a_pipe_is_no_archive(journal: Journal, tmp_path: Path) -> None:
    """Nobody waits for its content."""
    (tmp_path / PAGES).mkdir()
    os.mkfifo(tmp_path / PAGES / "20991231000000000000-00001.warc.gz")
    begun(journal, 1_700_000_000.25)
    Archive(journal, tmp_path, TERMS)
    take_back_files(journal, tmp_path)


@pytest.mark.parametrize("is_empty", [False, True])
def test_files_of_others_stay(journal: Journal, tmp_path: Path, is_empty: bool) -> None:
    """Files of other crawls, programs or unknown origin are not changed, whatever their names."""
    begun(journal, 1_700_000_000.25)
    there, name = tmp_path / "there", "20991231000000000000-00001.warc.gz"
    (tmp_path / PAGES).mkdir()
    there.mkdir()
    foreign = Journal(connect(there / "ledger.sqlite"))
    begun(foreign, 1_700_000_000.5)
    archive = Archive(foreign, there, TERMS)
    archive.keep(numbered(1))
    archive.close()
    foreign.close()
    content = b"" if is_empty else (there / PAGES / other(set(), there)).read_bytes() + b"more"
    for each in (name, "mine.warc.gz"):
        (tmp_path / PAGES / each).write_bytes(content)
    Archive(journal, tmp_path, TERMS)
    take_back_files(journal, tmp_path)
    for each in (name, "mine.warc.gz"):
        assert (tmp_path / PAGES / each).read_bytes() == content


def test_files_of_later_runs_are_taken_back(journal: Journal, tmp_path: Path) -> None:
    """An older ledger keeps later records; only torn ones go."""
    begun(journal, 1_700_000_000.25)
    older = tmp_path / "older.sqlite"
    with sqlite3.connect(older) as copy:
        copy.executescript("\n".join(sqlite3.connect(tmp_path / "ledger.sqlite").iterdump()))
    begun(journal, 1_700_000_060.0)
    archive = Archive(journal, tmp_path, TERMS)
    for number in (1, 2):
        archive.keep(numbered(number))
    committed(archive, journal)
    archive.close()
    (file,) = (tmp_path / PAGES).iterdir()
    whole = file.read_bytes()
    file.write_bytes(whole + whole[: len(whole) // 4])  # the first record again, and a part of the second
    ledger = Journal(sqlite3.connect(older, isolation_level=None))
    Archive(ledger, tmp_path, TERMS)
    assert kinds(tmp_path)[:5] == ["warcinfo", *["response", "request"] * 2]
    assert ledger.row("SELECT written FROM outputs") == (file.stat().st_size,)
    ledger.close()


def test_a_file_grown_by_an_unknown_state_is_taken_back(journal: Journal, tmp_path: Path) -> None:
    """Where articles turn up that the ledger did not know, the records of its own run are whole as well."""
    begun(journal, 1_700_000_000.25)
    archive = Archive(journal, tmp_path, TERMS)
    archive.keep(numbered(1))
    committed(archive, journal)
    archive.keep(numbered(2))
    archive.close()
    (file,) = (tmp_path / PAGES).iterdir()
    size = file.stat().st_size
    with file.open("ab") as torn:
        torn.write(b"\x1f\x8b\x08torn")
    take_back_files(journal, tmp_path)
    assert file.stat().st_size == size
    assert journal.row("SELECT written FROM outputs") == (size,)


def test_archive_without_its_ledger_stays(tmp_path: Path) -> None:
    """Where the ledger was lost, and where somebody puts a file of another name, nothing is removed."""
    (tmp_path / PAGES).mkdir()
    names = ["20200101000000000000-00001.warc.gz", "mine.warc.gz"]
    for name in names:
        (tmp_path / PAGES / name).write_bytes(b"kept")
    ledger = Ledger(tmp_path)
    Archive(ledger.journal, tmp_path, TERMS)
    ledger.close()
    assert sorted(file.name for file in (tmp_path / PAGES).iterdir()) == names


def test_no_room_leaves_no_torn_record(
    journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A record that the disk refuses in the middle is not there at all."""
    archive = Archive(journal, tmp_path, TERMS)
    archive.keep(numbered(1))
    write = os.write

    def full(file: int, text: bytes) -> int:
        if len(text) < 40:
            raise OSError(errno.ENOSPC, "full")
        return write(file, text[: len(text) // 2])

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(OSError, match=r"full: '.*\.warc\.gz'"):
        archive.keep(numbered(2))
    monkeypatch.undo()
    archive.close()
    assert kinds(tmp_path) == ["warcinfo", "response", "request"]
