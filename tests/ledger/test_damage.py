"""Tests of ledgers that are damaged, locked, or no files at all: each is named correctly."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from crawler.ledger.accounts import queue_failed, url_accounts
from crawler.ledger.journal import Journal, LedgerDamagedError, LedgerWriteError, ledger_error
from crawler.ledger.ledger import LEDGER, Ledger, written
from crawler.ledger.schema import LOGS, LedgerFormatError, connect, read_only
from crawler.state.files import refusal_of
from tests.ledger.examples import HOST, asked, stored, taken, told

PAGE = 4096
URLS = 200


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the directory of a crawl with some pages visited."""
    folder = tmp_path_factory.mktemp("sound")
    ledger = Ledger(folder)
    for number in range(URLS):
        ledger.errands.add(asked(number), time.time())
    for number in range(URLS // 2):
        ledger.finish(taken(ledger), stored(number), [told(number)])
    ledger.end("finished", URLS // 2, 0)
    ledger.close()
    return folder


def flipped(content: bytes, chance: random.Random) -> bytes:
    """Flip some bits."""
    damaged = bytearray(content)
    for _ in range(chance.choice((1, 300))):
        damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
    return bytes(damaged)


def zeroed(content: bytes, chance: random.Random) -> bytes:
    """Fill a page with zeros."""
    begin = chance.randrange(len(content) // PAGE) * PAGE
    return content[:begin] + bytes(PAGE) + content[begin + PAGE :]


def noisy(content: bytes, chance: random.Random) -> bytes:
    """Fill a page with noise."""
    begin = chance.randrange(len(content) // PAGE) * PAGE
    return content[:begin] + chance.randbytes(PAGE) + content[begin + PAGE :]


def truncated(content: bytes, chance: random.Random) -> bytes:
    """Cut the end off."""
    return content[: chance.randrange(1, len(content))]


def list_urls(folder: Path) -> None:
    """Run the work of `scrapy outcomes`."""
    database = read_only(folder / LEDGER)
    try:
        list(url_accounts(Journal(database)))
    finally:
        database.close()


def queue_again(folder: Path) -> None:
    """Run the work of `scrapy retry`."""
    with written(folder) as journal:
        queue_failed(journal, time.time())


def crawl(folder: Path) -> None:
    """Run the work of a crawl."""
    ledger = Ledger(folder)
    try:
        while (errand := ledger.errands.take(HOST)) is not None:
            ledger.finish(errand, stored(errand.id), [told(errand.id)])
        ledger.end("finished", 0, 0)
    finally:
        ledger.close()


def complaint_of(use: Callable[[Path], None], folder: Path) -> str | None:
    """Return a user's message about a damaged ledger; None if the damage was not met."""
    try:
        use(folder)
    except (LedgerFormatError, LedgerDamagedError) as error:
        return str(error)
    return None


@pytest.mark.parametrize("damage", [flipped, zeroed, noisy, truncated])
def test_damage_is_called_damage(
    sound: Path, tmp_path: Path, damage: Callable[[bytes, random.Random], bytes]
) -> None:
    """Whatever is read of a damaged file: it is no full disk and no fault of the program."""
    content, complaints = (sound / LEDGER).read_bytes(), 0
    for seed in range(25):
        for use in (list_urls, queue_again, crawl):
            folder = tmp_path / f"{seed}{use.__name__}"
            shutil.copytree(sound, folder)
            (folder / LEDGER).write_bytes(damage(content, random.Random(seed)))
            complaint = complaint_of(use, folder)
            assert complaint is None or "scrapy ledger rebuild" in complaint or "has version" in complaint
            complaints += complaint is not None
    assert complaints


def make_folder(path: Path) -> None:
    """Put a directory in the place of the ledger."""
    path.mkdir()


def make_pipe(path: Path) -> None:
    """Put a pipe in the place of the ledger."""
    os.mkfifo(path)


@pytest.mark.parametrize("make", [make_folder, make_pipe])
@pytest.mark.parametrize("opening", [connect, read_only])
def test_what_is_no_file_is_no_ledger(
    tmp_path: Path, make: Callable[[Path], None], opening: Callable[[Path], sqlite3.Connection]
) -> None:
    """It is not opened, which could last for ever."""
    make(tmp_path / LEDGER)
    with pytest.raises(LedgerFormatError, match=r"is (a directory|no regular file): `scrapy ledger rebuild"):
        opening(tmp_path / LEDGER)


@pytest.mark.parametrize("make", [make_folder, make_pipe])
@pytest.mark.parametrize("suffix", LOGS)
@pytest.mark.parametrize("opening", [connect, read_only])
def test_what_is_no_file_beside_a_ledger_is_named(
    tmp_path: Path, make: Callable[[Path], None], suffix: str, opening: Callable[[Path], sqlite3.Connection]
) -> None:
    """Else a pipe there would count as a full disk, and a directory as sound; the ledger itself may stay."""
    connect(tmp_path / LEDGER).close()
    other = tmp_path / f"{LEDGER}{suffix}"
    make(other)
    with pytest.raises(LedgerFormatError, match=rf"{suffix} is (a directory|no regular file): move it away"):
        opening(tmp_path / LEDGER)


@pytest.mark.parametrize("opening", [connect, read_only])
def test_a_path_is_too_long(tmp_path: Path, opening: Callable[[Path], sqlite3.Connection]) -> None:
    """The system's word for it comes with the remedy."""
    with pytest.raises(LedgerFormatError, match="name another directory"):
        opening(tmp_path / ("n" * 300) / LEDGER)


def test_a_path_is_too_long_for_sqlite(tmp_path: Path) -> None:
    """SQLite takes shorter paths than the system."""
    folder = tmp_path.joinpath(*(["n" * 200] * 4))
    folder.mkdir(parents=True)
    with pytest.raises(LedgerFormatError, match="shorter path") as refused:
        connect(folder / LEDGER)
    assert refusal_of(refused.value) == "ledger_refused"


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (sqlite3.SQLITE_FULL, "disk_full"),
        (sqlite3.SQLITE_IOERR | 4 << 8, "disk_full"),
        (sqlite3.SQLITE_BUSY, "directory_in_use"),
        (sqlite3.SQLITE_READONLY, "ledger_refused"),
        (sqlite3.SQLITE_CORRUPT | 1 << 8, "ledger_refused"),
        (sqlite3.SQLITE_ERROR, "ledger_refused"),  # such as a table that is not there
    ],
)
def test_each_error_of_sqlite_has_its_reason(code: int, reason: str) -> None:
    """The code decides, not the words."""
    error = sqlite3.OperationalError("words")
    error.sqlite_errorcode = code
    fault = ledger_error(error)
    assert isinstance(fault, LedgerWriteError)
    assert refusal_of(fault) == reason


def test_damage_names_the_rebuilding() -> None:
    """The message names the crawl's directory where it is known."""
    fault = ledger_error(sqlite3.DatabaseError("malformed"))
    assert isinstance(fault, LedgerDamagedError)
    assert "`scrapy ledger rebuild DIR`" in str(fault)
    assert "`scrapy ledger rebuild data/a.test`" in fault.within("data/a.test")
