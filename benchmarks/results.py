"""What a benchmark found, kept beside its plot in docs/benchmarks/, so that the plot can be drawn again."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

DOCS = Path(__file__).resolve().parent.parent / "docs" / "benchmarks"
"""Where results and plots are kept."""


@dataclass(frozen=True, slots=True)
class Bars:
    """Figures by name: a group of bars for each name, one for each figure."""

    title: str
    figures: Mapping[str, Mapping[str, float]]
    """By the figure (`body F1`), then by the name of what was measured."""


@dataclass(frozen=True, slots=True)
class Curves:
    """Figures that grow with something: a line for each name."""

    title: str
    along: str
    """What the figures grow with: `pages`."""
    figure: str
    """What they are: `MiB`."""
    points: Mapping[str, Sequence[tuple[float, float]]]
    """By name."""


Result = Bars | Curves


def save(name: str, result: Result, folder: Path = DOCS) -> Path:
    """Keep a result as NAME.json; return where. Raises OSError."""
    path = folder / f"{name}.json"
    path.write_text(json.dumps(asdict(result), indent=1, ensure_ascii=False) + "\n", "utf-8")
    return path


def load(path: Path) -> Result:
    """Read a result. Raises OSError, KeyError and ValueError where there is none."""
    stored = json.loads(path.read_text("utf-8"))
    if "points" in stored:
        points = {name: [(x, y) for x, y in line] for name, line in stored["points"].items()}
        return Curves(stored["title"], stored["along"], stored["figure"], points)
    return Bars(stored["title"], stored["figures"])
