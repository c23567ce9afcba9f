"""Writes the table of attacks in docs/durability.md: `python -m tests.durability.table TALLY`.

`make soak` does so. damage.py writes the tally while the tests run with DURABILITY_TALLY=TALLY.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import astuple
from pathlib import Path

from tests.durability.damage import Attack, Damage
from tests.house.site import ROOT

DOCUMENT = ROOT / "docs" / "durability.md"
BEGIN, END = "<!-- the table begins -->", "<!-- the table ends -->"
HEAD = ["| Attack | Points tried | Articles lost | Repeated | Torn |", "|---|---:|---:|---:|---:|"]


def table(lines: Iterable[str]) -> str:
    """Return the table of a tally; an attack that was not tried has no row."""
    points: dict[Attack, int] = defaultdict(int)
    damage: dict[Attack, Damage] = defaultdict(Damage)
    for told in map(json.loads, lines):
        attack = Attack[told.pop("attack")]
        points[attack] += told.pop("points")
        damage[attack] += Damage(**told)
    rows = [row(each.value, points[each], damage[each]) for each in Attack if points[each]]
    return "\n".join([*HEAD, *rows, row("all", sum(points.values()), sum(damage.values(), Damage()))])


def row(name: str, points: int, damage: Damage) -> str:
    """Return a row of the table."""
    return f"| {name} | {' | '.join(f'{each:,}' for each in (points, *astuple(damage)))} |"


def with_table(document: str, rows: str) -> str:
    """Return the document with another table."""
    before, _, rest = document.partition(BEGIN)
    return f"{before}{BEGIN}\n{rows}\n{END}{rest.partition(END)[2]}"


if __name__ == "__main__":
    made = table(Path(sys.argv[1]).read_text("utf-8").splitlines())
    DOCUMENT.write_text(with_table(DOCUMENT.read_text("utf-8"), made), "utf-8")
    sys.stdout.write(made + "\n")
