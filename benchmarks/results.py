"""Stores the results of benchmarks beside their plots in docs/benchmarks/, so that these can be redrawn."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

DOCS = Path(__file__).resolve().parent.parent / "docs" / "benchmarks"
"""The folder of results and plots."""


@dataclass(frozen=True, slots=True)
class Bars:
    """Figures by name: a group of bars for each name, one for each figure."""

    title: str
    figures: Mapping[str, Mapping[str, float]]
    """Figures by their name (`body F1`), then by the name of the measured program."""


@dataclass(frozen=True, slots=True)
class Curves:
    """Figures that grow with a quantity: a line for each name."""

    title: str
    along: str
    """The quantity: `pages`."""
    figure: str
    """The unit of the figures: `MiB`."""
    points: Mapping[str, Sequence[tuple[float, float]]]
    """By name."""


Result = Bars | Curves


def save(name: str, result: Result, folder: Path = DOCS) -> Path:
    """Store a result as NAME.json; return its path. Raises OSError."""
    path = folder / f"{name}.json"
    path.write_text(json.dumps(asdict(result), indent=1, ensure_ascii=False) + "\n", "utf-8")
    return path


def load(path: Path) -> Result:
    """Read a result. Raises OSError, KeyError and ValueError if there is no valid one."""
    stored = json.loads(path.read_text("utf-8"))
    if "points" in stored:
        points = {name: [(x, y) for x, y in line] for name, line in stored["points"].items()}
        return Curves(stored["title"], stored["along"], stored["figure"], points)
    return Bars(stored["title"], stored["figures"])
