"""Locks a crawl's directory, so that one run at a time works there."""

from __future__ import annotations

import errno
import json
import logging
import os
import secrets
import socket
import stat
import time
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

try:
    import fcntl
except ImportError:  # Windows: commands that lock nothing work there
    fcntl = None  # type: ignore[assignment]

logger = logging.getLogger(__name__)

LOCK = ".lock"
"""Name of the lock file in a crawl's directory. The file stays; only the lock on it counts."""
_NO_LOCKS = (errno.EBADF, errno.EINVAL, errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP)
"""Errors of file systems without locks on directories, such as NFS."""


SILENCE = 5.0
"""Seconds without a beat of a holder on another machine after which its run counts as ended."""
_BEAT = 1.0  # seconds between two beats
_LOOK = 0.1  # seconds between two looks at the file of another machine
_SIZE = 512  # bytes of the file: a reader sees either the old beat or the new one
_MACHINE = Path("/proc/sys/kernel/random/boot_id")
"""Identifies a running Linux system, whatever its host name: locks of the same system can be relied on."""


class DirectoryInUseError(Exception):
    """Another process works in the directory; the message names it. Raised by `Lock`."""


class Lock:
    """The lock on a directory, held from construction to `release` or the end of the process.

    Two things are locked: the directory itself, which nobody can remove while it holds a ledger, and a file
    in it, which names the holder. Machines that share the directory may see the lock on the file even if they
    see no locks on directories. Some storage shows no locks of other machines at all. Therefore the holder
    writes beats into the file. A run on another machine is refused while it sees beats, and a holder that
    finds another name in the file has lost the directory. Raises `DirectoryInUseError`, or `OSError` if the
    file cannot be made, or on a system without such locks (Windows).
    """

    def __init__(self, folder: Path) -> None:
        if fcntl is None:
            raise OSError(
                errno.ENOTSUP, "Windows has no locks for a crawl: use Linux, macOS or WSL", str(folder)
            )
        self.folder = folder
        """The directory."""
        self._told = {"pid": os.getpid(), "host": socket.gethostname(), "start": _now()}
        self._told |= {"machine": _machine(), "run": secrets.token_hex(8)}
        self._beats = 0
        self._last = time.monotonic()
        self._directory: int | None = _locked_directory(folder)
        try:
            self._file = _locked_file(folder)
            try:
                _await_silence(folder)
            except BaseException:
                os.close(self._file)
                raise
            self._sign()
        except BaseException:
            self._let_go()
            raise

    def renew(self) -> None:
        """Write a beat, into a new file if the file was deleted. Raises like the constructor.

        Call it before every write that another run must not see.
        """
        is_new = not _is_at(self.folder / LOCK, self._file)
        if is_new:
            file = _locked_file(self.folder)
            os.close(self._file)
            self._file = file
        if not self._is_named() and not (is_new and not _content(self.folder)):
            raise _refused(self.folder)
        if is_new or time.monotonic() - self._last >= _BEAT:
            self._sign()

    def release(self) -> None:
        """Release the lock, so that other runs can work in the directory."""
        if self._is_named():
            os.ftruncate(self._file, 0)
        os.close(self._file)
        self._let_go()

    def _sign(self) -> None:
        """Write a beat and close the file: shared storage shows only closed files."""
        self._last, self._beats = time.monotonic(), self._beats + 1
        file = os.open(self.folder / LOCK, os.O_WRONLY | os.O_CLOEXEC)
        try:
            os.pwrite(file, json.dumps({**self._told, "beat": self._beats}).encode().ljust(_SIZE), 0)
        finally:
            os.close(file)

    def _is_named(self) -> bool:
        """Return whether the file still names this run, and not one that took the directory meanwhile."""
        return _named(_content(self.folder)).get("run") == self._told["run"]

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
    """Lock the file."""
    while True:
        file = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        if not stat.S_ISREG(os.fstat(file).st_mode):
            os.close(file)
            raise OSError(errno.EINVAL, "not a regular file", str(folder / LOCK))
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(file)
            raise _refused(folder) from None
        if _is_at(folder / LOCK, file):
            break
        os.close(file)  # it was deleted meanwhile, so a lock on it has no effect
    return file


def _await_silence(folder: Path) -> None:
    """Wait until a holder on another machine must have ended. Raises `DirectoryInUseError` if it has not."""
    first = _content(folder)
    if _named(first).get("machine", _machine()) == _machine():
        return  # its lock would have been seen
    logger.info("%s was in use by %s: waiting %.0f s for a beat", folder, _holder(first), SILENCE)
    begun = time.monotonic()
    while time.monotonic() - begun < SILENCE:
        if _content(folder) != first:
            raise _refused(folder)
        time.sleep(_LOOK)


def _is_at(path: Path, file: int) -> bool:
    try:
        current = path.stat()
    except FileNotFoundError:
        return False
    own = os.fstat(file)
    return (current.st_dev, current.st_ino) == (own.st_dev, own.st_ino)


def _refused(folder: Path) -> DirectoryInUseError:
    return DirectoryInUseError(
        f"{folder} is in use by {_holder(_content(folder))}; wait until it ends, or stop it"
    )


def _content(folder: Path) -> bytes:
    """Return the content of the file, or nothing if it was deleted. It is opened anew, for shared storage."""
    with suppress(FileNotFoundError):
        return (folder / LOCK).read_bytes()[:_SIZE]
    return b""


def _named(text: bytes) -> dict[str, Any]:
    """Return the data about the holder that the file contains; empty if it names no holder."""
    with suppress(ValueError):
        holder = json.loads(text)
        return holder if isinstance(holder, dict) else {}
    return {}


def _holder(text: bytes) -> str:
    holder = _named(text)
    if {"pid", "host", "start"} <= holder.keys():
        return f"process {holder['pid']} on {holder['host']} since {holder['start']}"
    return "another process"  # the holder has the lock, but has not written its name yet


def _machine() -> str:
    with suppress(OSError):  # another system than Linux
        return _MACHINE.read_text("ascii").strip()
    return socket.gethostname()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
