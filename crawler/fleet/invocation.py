"""Stores the command line of a fleet's latest run, so that it can be repeated."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

INVOCATION = "invocation.json"
"""Name of the file in a fleet's directory with the words of its latest command line, except the directory."""


def note_fleet_invocation(folder: Path, words: Sequence[str]) -> None:
    """Record the words behind `fleet`. Raises OSError."""
    draft = folder / f"{INVOCATION}.tmp"
    draft.write_text(json.dumps(list(words), ensure_ascii=False) + "\n", "utf-8")
    draft.replace(folder / INVOCATION)


def fleet_invocation(folder: Path) -> list[str] | None:
    """Read the words behind `fleet`; None before the first run. Raises OSError."""
    try:
        return [str(word) for word in json.loads((folder / INVOCATION).read_text("utf-8"))]
    except FileNotFoundError:
        return None
