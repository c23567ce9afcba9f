"""Makes cells harmless to spreadsheets: none is read as a formula."""

from __future__ import annotations

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def harmless(cell: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would read as a formula: `=1+1` becomes `'=1+1`.

    (https://owasp.org/www-community/attacks/CSV_Injection)
    """
    return f"'{cell}" if cell.lstrip(" ").startswith(_FORMULA) else cell
