"""Evaluates small decision trees, trained on real pages: the probability that a line is text."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp
from typing import Any, TypeAlias

DATA = "judge.json"
SURE = 4.0  # log-odds in either direction: 98 %
Split: TypeAlias = "tuple[int, float, Node, Node]"
"""A split: index of the trait, threshold, node up to the threshold, node above it."""
Node: TypeAlias = "Split | float"
"""A split, or a leaf's weight."""


@dataclass(frozen=True, slots=True)
class Forest:
    """Decision trees whose weights are added."""

    traits: tuple[str, ...]
    """The names of the numbers in a row, in order."""
    trees: tuple[Node, ...]

    def chance(self, row: Sequence[float]) -> float:
        """Return the probability that the line with these traits is text; stop as soon as it is certain."""
        total = 0.0
        for tree in self.trees:
            node: Any = tree  # a cast to float would cost a call for each tree
            while node.__class__ is tuple:
                trait, threshold, low, high = node
                node = low if row[trait] <= threshold else high
            total += node
            if not -SURE < total < SURE:
                break
        return 1 / (1 + exp(-total))


def read_forest(data: dict[str, Any]) -> Forest:
    """Return the forest that a data file describes.

    Raises KeyError, TypeError or ValueError if the file does not describe one.
    """
    traits = tuple(data["traits"])
    trees = tuple(_node(tree, traits) for tree in data["trees"])
    return Forest(traits, trees)


def _node(written: list[Any] | float, traits: Sequence[str]) -> Node:
    if not isinstance(written, list):
        return float(written)
    name, threshold, low, high = written
    return traits.index(name), float(threshold), _node(low, traits), _node(high, traits)


@cache
def learned_forest() -> Forest:
    """Return the forest that comes with the package."""
    text = files("crawler.extraction.body").joinpath(DATA).read_text(encoding="utf-8")
    return read_forest(json.loads(text))
