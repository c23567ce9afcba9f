"""Tests of the WARC files of a crawl."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from crawler.ledger.archive import PAGES, Archive, ArchiveTerms
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
        found = read((tmp_path / name).read_bytes()[int(offset) :])[0]
        assert found.content == numbered(number).body
    assert kinds(tmp_path) == ["warcinfo", *["response", "request"] * 4]


def test_nothing_to_keep_makes_no_file(journal: Journal, tmp_path: Path) -> None:
    """A run that finds nothing new leaves no file."""
    Archive(journal, tmp_path, TERMS).close()
    assert not (tmp_path / PAGES).exists()


def test_each_run_has_its_own_file(journal: Journal, tmp_path: Path) -> None:
    """What an earlier run wrote is not written to again."""
    for number in range(3):
        archive = Archive(journal, tmp_path, TERMS)
        archive.keep(numbered(number))
        committed(archive, journal)
        archive.close()
    assert len(list((tmp_path / PAGES).iterdir())) == 3


def test_files_are_of_bounded_size(journal: Journal, tmp_path: Path) -> None:
    """When a file is full the next one is begun, and says what it is."""
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


@pytest.mark.fault(106)
def test_what_was_not_committed_is_cut_off(journal: Journal, tmp_path: Path) -> None:
    """After a kill, records behind the last commit go, whole or torn; a file that has no other goes, too."""
    archive = Archive(journal, tmp_path, TERMS)
    archive.keep(numbered(1))
    committed(archive, journal)
    (file,) = (tmp_path / PAGES).iterdir()
    size = file.stat().st_size
    archive.keep(numbered(2))
    archive.close()
    with file.open("ab") as torn:
        torn.write(b"\x1f\x8b\x08torn")
    (file.parent / "20991231000000000000-00001.warc.gz").write_bytes(b"\x1f\x8b")
    journal.write("INSERT INTO runs (started, round, terms) VALUES (?, 1, '')", time.time() - 60)
    journal.commit()
    Archive(journal, tmp_path, TERMS)
    assert [file] == list((tmp_path / PAGES).iterdir())
    assert file.stat().st_size == size
    assert kinds(tmp_path) == ["warcinfo", "response", "request"]


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
    with pytest.raises(OSError, match="full"):
        archive.keep(numbered(2))
    monkeypatch.undo()
    archive.close()
    assert kinds(tmp_path) == ["warcinfo", "response", "request"]
