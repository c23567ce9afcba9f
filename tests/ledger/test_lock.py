"""Tests of the lock on a crawl's directory."""

from __future__ import annotations

import errno
import fcntl
import os
import stat
from pathlib import Path

import pytest

from crawler.ledger.lock import LOCK, DirectoryInUseError, Lock


def test_second_lock_is_refused_and_names_the_first(tmp_path: Path) -> None:
    """Process, machine and start; afterwards the directory is free."""
    first = Lock(tmp_path)
    with pytest.raises(DirectoryInUseError, match=f"in use by process {os.getpid()} on .* since 20"):
        Lock(tmp_path)
    first.release()
    Lock(tmp_path).release()


def test_holder_that_has_not_said_who_it_is(tmp_path: Path) -> None:
    """The lock counts, not what the file says."""
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


def test_a_directory_that_cannot_be_locked_tells_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Any other refusal of the system is no lock that is held."""

    def refusing(file: int, operation: int) -> None:  # noqa: ARG001  as flock has them
        raise OSError(errno.EIO, "broken")

    monkeypatch.setattr(fcntl, "flock", refusing)
    with pytest.raises(OSError, match="broken"):
        Lock(tmp_path)
