"""Tests of the lock on a crawl's directory."""

from __future__ import annotations

import os
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
