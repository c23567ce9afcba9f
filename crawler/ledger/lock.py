"""One run at a time: the lock on a crawl's directory."""

from __future__ import annotations

import fcntl
import json
import os
import socket
from datetime import UTC, datetime
from pathlib import Path

LOCK = ".lock"
"""Name of the lock file inside a crawl's directory. It stays there; what counts is who holds it."""


class DirectoryInUseError(Exception):
    """Another process works in the directory; the message names it. Raised by `Lock`."""


class Lock:
    """The lock on a directory, held from construction to `release` or the end of the process.

    Raises `DirectoryInUseError`, or `OSError` where the file cannot be made.
    """

    def __init__(self, folder: Path) -> None:
        self._file = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = _holder(os.pread(self._file, 1000, 0))
            os.close(self._file)
            raise DirectoryInUseError(
                f"{folder} is in use by {holder}; wait for its end, or stop it"
            ) from None
        os.ftruncate(self._file, 0)
        os.pwrite(self._file, _signature(), 0)

    def release(self) -> None:
        """Let others work in the directory."""
        os.ftruncate(self._file, 0)
        os.close(self._file)


def _signature() -> bytes:
    start = datetime.now(UTC).isoformat(timespec="seconds")
    return json.dumps({"pid": os.getpid(), "host": socket.gethostname(), "start": start}).encode()


def _holder(text: bytes) -> str:
    try:
        found = json.loads(text)
        return f"process {found['pid']} on {found['host']} since {found['start']}"
    except (ValueError, KeyError, TypeError):  # it has the lock and has not yet said who it is
        return "another process"
