"""Tests of the lock on a crawl's directory."""

from __future__ import annotations

import errno
import fcntl
import os
import socket
import stat
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from crawler.ledger import lock
from crawler.ledger.lock import LOCK, DirectoryInUseError, Lock


def test_second_lock_is_refused_and_names_the_first(tmp_path: Path) -> None:
    """Process, machine and start; afterwards the directory is free."""
    first = Lock(tmp_path)
    with pytest.raises(DirectoryInUseError, match=f"in use by process {os.getpid()} on .* since 20"):
        Lock(tmp_path)
    first.release()
    Lock(tmp_path).release()


def test_holder_that_has_not_said_who_it_is(tmp_path: Path) -> None:
    """The lock counts, not the file's content."""
    first = Lock(tmp_path)
    (tmp_path / LOCK).write_text("", encoding="utf-8")
    with pytest.raises(DirectoryInUseError, match="another process"):
        Lock(tmp_path)
    first.release()


def test_a_lock_file_that_was_removed(tmp_path: Path) -> None:
    """The lock holds on the directory; the holder names itself again."""
    first = Lock(tmp_path)
    (tmp_path / LOCK).unlink()
    with pytest.raises(DirectoryInUseError, match="another process"):
        Lock(tmp_path)
    first.renew()
    with pytest.raises(DirectoryInUseError, match=f"in use by process {os.getpid()}"):
        Lock(tmp_path)
    first.release()
    Lock(tmp_path).release()


def without_directories(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the file system have no locks on directories, as NFS."""
    flock = fcntl.flock

    def refusing(file: int, operation: int) -> None:
        if stat.S_ISDIR(os.fstat(file).st_mode):
            raise OSError(errno.EBADF, "no locks on directories")
        flock(file, operation)

    monkeypatch.setattr(fcntl, "flock", refusing)


def test_without_locks_on_directories(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file alone is locked; where it was removed, the first one locks it anew, or gives up."""
    without_directories(monkeypatch)
    first = Lock(tmp_path)
    with pytest.raises(DirectoryInUseError, match=f"process {os.getpid()}"):
        Lock(tmp_path)
    (tmp_path / LOCK).unlink()
    first.renew()
    with pytest.raises(DirectoryInUseError, match=f"process {os.getpid()}"):
        Lock(tmp_path)
    (tmp_path / LOCK).unlink()
    second = Lock(tmp_path)
    with pytest.raises(DirectoryInUseError):
        first.renew()
    first.release()
    second.release()


@pytest.fixture
def machines(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Let no machine see the locks of another; return the function that goes to another machine."""
    monkeypatch.setattr(fcntl, "flock", lambda *_: None)
    monkeypatch.setattr(lock, "_BEAT", 0.0)
    monkeypatch.setattr(lock, "_LOOK", 0.0)
    monkeypatch.setattr(lock, "SILENCE", 0.05)

    def go_to(name: str) -> None:
        monkeypatch.setattr(lock, "_machine", lambda: name)

    go_to("one")
    return go_to


def test_a_machine_that_sees_no_locks_sees_beats(
    machines: Callable[[str], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is refused as long as the holder lives."""
    first = Lock(tmp_path)
    machines("another")
    monkeypatch.setattr(time, "sleep", lambda _: first.renew())
    with pytest.raises(DirectoryInUseError, match=f"in use by process {os.getpid()} on .* since 20"):
        Lock(tmp_path)
    first.release()


def test_a_holder_that_stood_still_has_lost_its_directory(
    machines: Callable[[str], None], tmp_path: Path
) -> None:
    """The other machine took it; its name stays in the file."""
    first = Lock(tmp_path)
    machines("another")
    second = Lock(tmp_path)
    with pytest.raises(DirectoryInUseError, match="in use by process"):
        first.renew()
    first.release()
    second.renew()
    second.release()
    assert not (tmp_path / LOCK).read_bytes()


def test_a_holder_that_stood_still_while_another_came_and_went(
    machines: Callable[[str], None], tmp_path: Path
) -> None:
    """It has lost its directory all the same: its knowledge of it is old."""
    first = Lock(tmp_path)
    machines("another")
    Lock(tmp_path).release()
    with pytest.raises(DirectoryInUseError):
        first.renew()
    first.release()


def test_a_file_that_another_machine_made_anew(machines: Callable[[str], None], tmp_path: Path) -> None:
    """It is not signed over where the own one was removed."""
    first = Lock(tmp_path)
    (tmp_path / LOCK).unlink()
    machines("another")
    second = Lock(tmp_path)
    with pytest.raises(DirectoryInUseError):
        first.renew()
    second.renew()


@pytest.mark.usefixtures("machines")
def test_a_host_name_that_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The machine is the same: nothing is waited for."""
    monkeypatch.setattr(lock, "SILENCE", 1e9)
    first = Lock(tmp_path)
    monkeypatch.setattr(socket, "gethostname", lambda: "renamed")
    first.renew()
    Lock(tmp_path).release()


def test_a_directory_that_cannot_be_locked_tells_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Any other refusal of the system is no lock that is held."""

    def refusing(file: int, operation: int) -> None:  # noqa: ARG001  as flock has them
        raise OSError(errno.EIO, "broken")

    monkeypatch.setattr(fcntl, "flock", refusing)
    with pytest.raises(OSError, match="broken"):
        Lock(tmp_path)


def test_a_pipe_is_no_lock(tmp_path: Path) -> None:
    """It is named, and not waited for."""
    os.mkfifo(tmp_path / LOCK)
    with pytest.raises(OSError, match=r"not a regular file: .*\.lock"):
        Lock(tmp_path)
    (tmp_path / LOCK).unlink()
    Lock(tmp_path).release()
