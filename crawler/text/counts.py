"""Words counts for people: `1 article`, `1,204 articles`."""

from __future__ import annotations

from collections import Counter


def counted(number: int, noun: str) -> str:
    """Word a number of things whose plural ends in s: `counted(2, "list")` is `2 lists`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def counted_by(counts: Counter[str], noun: str) -> str:
    """Word a sum with its parts, the largest first: `3 URLs (2 failed, 1 stored)`."""
    parts = ", ".join(f"{number:,} {kind}" for kind, number in counts.most_common())
    return f"{counted(counts.total(), noun)}{parts and f' ({parts})'}"
