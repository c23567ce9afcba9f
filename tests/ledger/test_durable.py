"""Tests of writes that a full disk refuses."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from crawler.ledger.durable import replace_file


def test_refused_write_names_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system names no file for a write; the error of a replaced file does, and the old file stays."""
    path = tmp_path / "report.html"
    path.write_bytes(b"old")

    def full(file: int) -> None:  # noqa: ARG001  as of os.fsync
        raise OSError(errno.ENOSPC, "no room")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match=r"no room: '.*report\.html'"):
        replace_file(path, b"new")
    assert path.read_bytes() == b"old"
