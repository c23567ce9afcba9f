"""Words counts for people: `1 article`, `1,204 articles`."""

from __future__ import annotations


def counted(number: int, noun: str) -> str:
    """Word a number of things whose plural ends in s: `counted(2, "list")` is `2 lists`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
