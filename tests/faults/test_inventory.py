"""Every row of the fault inventory is provoked by a test, or given up with its reason in docs/safety.md."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from tests.house.site import ROOT

ROWS = 108
INVENTORY = ROOT.parent / "shared" / "faults.tsv"
GIVEN_UP = re.compile(r"^- Row (\d+)\b", re.MULTILINE)


def marked(path: Path) -> Iterator[int]:
    """Return the rows that the tests of a file are marked with."""
    if "pytest.mark.fault(" not in path.read_text("utf-8"):
        return
    module = import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
    for name, test in vars(module).items():
        if name.startswith("test_"):
            marks = (mark for mark in getattr(test, "pytestmark", ()) if mark.name == "fault")
            yield from (row for mark in marks for row in mark.args)


def test_every_row_is_provoked() -> None:
    """No row is missing; those given up are documented."""
    provoked = {row for path in (ROOT / "tests").rglob("test_*.py") for row in marked(path)}
    given_up = set(map(int, GIVEN_UP.findall((ROOT / "docs" / "safety.md").read_text("utf-8"))))
    assert set(range(1, ROWS + 1)) - provoked - given_up == set()
    assert provoked & given_up == set()
    assert provoked | given_up == set(range(1, ROWS + 1))


@pytest.mark.skipif(not INVENTORY.is_file(), reason="../shared is not here")
def test_inventory_has_so_many_rows() -> None:
    """The rows are numbered from 1."""
    ids = [int(line.partition("\t")[0]) for line in INVENTORY.read_text("utf-8").splitlines()[1:]]
    assert ids == list(range(1, ROWS + 1))
