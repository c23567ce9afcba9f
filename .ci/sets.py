"""Scores all sets of real pages, and fails if a figure falls below its floor in `floors.json`.

The floors are figures that were reached. If figures rise, raise them with `.ci/sets.py ../shared --raise`.
Bars of `../shared/bars.json` that are not reached yet are printed; they are no failure.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FLOORS = Path(__file__).with_name("floors.json")
MARGIN = 0.0005
"""Figures are printed with four decimals; a floor allows only for the rounding."""

Figures = dict[str, dict[str, float]]
"""By the name of the set, then by the name of the figure."""


def score(shared: Path) -> tuple[str, str]:
    """Run the scorer; return its output, and the missed bars."""
    command = [sys.executable, shared / "score_all.py", "--bars"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if not done.stdout.strip() or (done.returncode and "below the bar" not in done.stderr):
        raise SystemExit(f"score_all.py failed:\n{done.stdout}\n{done.stderr}")
    return done.stdout, done.stderr.strip()


def read_table(table: str) -> Figures:
    """Read the scorer's table: its first line names the columns, `–` means no figure."""
    head, *lines = table.splitlines()
    columns = head.split()[1:]
    rows = [line.split() for line in lines if not line.startswith("    ")]
    return {
        name: {column: float(cell) for column, cell in zip(columns, cells, strict=True) if cell != "–"}
        for name, _, *cells in rows
    }


def falls(figures: Figures, floors: Figures) -> list[str]:
    """Name the figures that fell below their floor; an error on any page is a fall."""
    return [
        f"{name} {column} {figures[name].get(column, 0)} < {floor}"
        for name, columns in floors.items()
        for column, floor in columns.items()
        if figures[name].get(column, 0) < floor - MARGIN
    ] + [f"{name}: {int(row['errors'])} errors" for name, row in figures.items() if row["errors"]]


def main() -> None:
    """Print the table and the missed bars; exit with status 1 if a figure fell."""
    table, missed = score(Path(sys.argv[1]))
    print(table)
    print(f"Bars that are not reached (docs/accuracy.md tells why): {missed or 'none'}")
    figures = read_table(table)
    if "--raise" in sys.argv:
        floors = {name: {c: v for c, v in row.items() if c != "errors"} for name, row in figures.items()}
        FLOORS.write_text(json.dumps(floors, indent=1) + "\n", "utf-8")
    if fallen := falls(figures, json.loads(FLOORS.read_text("utf-8"))):
        raise SystemExit("below the floor: " + "; ".join(fallen))


if __name__ == "__main__":
    main()
