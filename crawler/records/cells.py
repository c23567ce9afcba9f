"""Cells of tables that spreadsheets open: none of them is a formula."""

from __future__ import annotations

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def harmless(cell: str) -> str:
    """Put an apostrophe before what a spreadsheet would calculate.

    (https://owasp.org/www-community/attacks/CSV_Injection)
    """
    return f"'{cell}" if cell.lstrip(" ").startswith(_FORMULA) else cell
