"""Words the results as Markdown."""

from __future__ import annotations

from collections.abc import Sequence


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a Markdown table: names to the left, figures to the right, aligned in plain text, too."""
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    rule = ["-" * (widths[0] + 2), *(f"{'-' * (width + 1)}:" for width in widths[1:])]
    return "\n".join([_row(head, widths), f"|{'|'.join(rule)}|", *(_row(row, widths) for row in rows)])


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = zip(cells, widths, strict=True)
    padded = (cell.rjust(width) for cell, width in others)
    return f"| {' | '.join([first[0].ljust(first[1]), *padded])} |"
