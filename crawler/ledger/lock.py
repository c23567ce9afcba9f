"""Locks a crawl's directory, so that one run at a time works there."""

from __future__ import annotations

import errno
import fcntl
import json
import os
import socket
from datetime import UTC, datetime
from pathlib import Path

LOCK = ".lock"
"""Name of the lock file in a crawl's directory. The file stays; only the lock on it counts."""
_NO_LOCKS = (errno.EBADF, errno.EINVAL, errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP)
"""Errors of file systems without locks on directories, such as NFS."""


class DirectoryInUseError(Exception):
    """Another process works in the directory; the message names it. Raised by `Lock`."""


class Lock:
    """The lock on a directory, held from construction to `release` or the end of the process.

    The directory itself is locked, which nobody can remove while there is a ledger in it; and a file in it,
    which names the holder, and which machines that share the directory see, where they see no locks on
    directories. Raises `DirectoryInUseError`, or `OSError` where the file cannot be made.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._directory: int | None = _locked_directory(folder)
        try:
            self._file = _locked_file(folder)
        except BaseException:
            self._let_go()
            raise

    def renew(self) -> None:
        """Lock the file again if it was deleted. Raises like the constructor."""
        if not _is_at(self._folder / LOCK, self._file):
            file = _locked_file(self._folder)
            os.close(self._file)
            self._file = file

    def release(self) -> None:
        """Let others work in the directory."""
        os.ftruncate(self._file, 0)
        os.close(self._file)
        self._let_go()

    def _let_go(self) -> None:
        if self._directory is not None:
            os.close(self._directory)
            self._directory = None


def _locked_directory(folder: Path) -> int | None:
    """Lock the directory; None if its file system has no locks on directories."""
    directory = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        fcntl.flock(directory, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(directory)
        raise _refused(folder) from None
    except OSError as error:
        os.close(directory)
        if error.errno not in _NO_LOCKS:
            raise
        return None
    return directory


def _locked_file(folder: Path) -> int:
    """Lock the file, and write the holder into it."""
    while True:
        file = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(file)
            raise _refused(folder) from None
        if _is_at(folder / LOCK, file):
            break
        os.close(file)  # it was deleted meanwhile, so a lock on it has no effect
    os.ftruncate(file, 0)
    os.pwrite(file, _signature(), 0)
    return file


def _is_at(path: Path, file: int) -> bool:
    try:
        found = path.stat()
    except FileNotFoundError:
        return False
    own = os.fstat(file)
    return (found.st_dev, found.st_ino) == (own.st_dev, own.st_ino)


def _refused(folder: Path) -> DirectoryInUseError:
    try:
        holder = _holder((folder / LOCK).read_bytes()[:1000])
    except OSError:  # it was deleted
        holder = _holder(b"")
    return DirectoryInUseError(f"{folder} is in use by {holder}; wait until it ends, or stop it")


def _signature() -> bytes:
    start = datetime.now(UTC).isoformat(timespec="seconds")
    return json.dumps({"pid": os.getpid(), "host": socket.gethostname(), "start": start}).encode()


def _holder(text: bytes) -> str:
    try:
        found = json.loads(text)
        return f"process {found['pid']} on {found['host']} since {found['start']}"
    except (ValueError, KeyError, TypeError):  # the holder has the lock, but has not written its name yet
        return "another process"
