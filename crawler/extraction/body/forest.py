"""Evaluates small decision trees, trained on real pages: the probability that a line is text."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp
from typing import Any, TypeAlias

DATA = "judge.json"
SURE = 4.0  # log-odds in either direction: 98 %
Row: TypeAlias = Sequence[float]


@dataclass(frozen=True, slots=True)
class Forest:
    """Decision trees whose weights are added."""

    traits: tuple[str, ...]
    """The names of the numbers in a row, in order."""
    log_odds: Callable[[Row], float]
    """The sum of the weights for a row, up to the tree at which it is certain."""

    def chance(self, row: Row) -> float:
        """Return the probability that the line with these traits is text."""
        return 1 / (1 + exp(-self.log_odds(row)))


def read_forest(data: dict[str, Any]) -> Forest:
    """Return the forest that a data file describes.

    Raises KeyError, TypeError or ValueError if the file does not describe one.
    """
    traits = tuple(data["traits"])
    return Forest(traits, _compiled([_expression(tree, traits) for tree in data["trees"]]))


def _compiled(trees: Sequence[str]) -> Callable[[Row], float]:
    """Return the sum of some expressions as a function, which takes half the time of a walk through trees."""
    lines = ["def log_odds(row):", " total = 0.0"]
    for tree in trees:
        lines += [f" total += {tree}", f" if not {-SURE} < total < {SURE}: return total"]
    names: dict[str, Any] = {}
    exec("\n".join([*lines, " return total"]), names)  # noqa: S102  made of numbers alone
    log_odds: Callable[[Row], float] = names["log_odds"]
    return log_odds


def _expression(written: list[Any] | float, traits: Sequence[str]) -> str:
    """Return a tree as an expression: `(0.4 if row[3] <= 12.0 else -0.1)`."""
    if not isinstance(written, list):
        return repr(float(written))
    name, threshold, low, high = written
    trait = f"row[{traits.index(name)}] <= {float(threshold)!r}"
    return f"({_expression(low, traits)} if {trait} else {_expression(high, traits)})"


@cache
def learned_forest() -> Forest:
    """Return the forest that comes with the package."""
    text = files("crawler.extraction.body").joinpath(DATA).read_text(encoding="utf-8")
    return read_forest(json.loads(text))
