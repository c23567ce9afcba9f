"""Writes crawler/text/cldr_months.py, the month names of CLDR: `pip install babel; python .ci/months.py`."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from pathlib import Path

from babel import Locale, __version__

LOCALES = (
    "af am ar az be bg bn bo bs ca cs cy da de el en eo es et eu fa fi fil fr ga gl gu ha he hi hr hu hy"
    " id is it ka kk km kn ko ky lo lt lv mk ml mn mr ms my nb ne nl nn pa pl ps pt ro ru sk sl sq sr"
    " sr_Latn sv sw ta te tg th tk tr ug uk ur uz uz_Cyrl vi zu"
).split()
SHORTEST = 4  # letters of a Latin name: shorter ones are words of other languages as well
OUTPUT = Path(__file__).parents[1] / "crawler" / "text" / "cldr_months.py"
WIDTH = 104


def names() -> dict[int, list[str]]:
    """Return the names of each month, without those that mean different months in two languages."""
    months: dict[str, set[int]] = defaultdict(set)
    for locale in map(Locale.parse, LOCALES):
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for month, name in locale.months[context][width].items():
                    months[plain(name)].add(month)
    by_month: dict[int, list[str]] = defaultdict(list)
    for name, meant in sorted(months.items()):
        if len(meant) == 1 and is_telling(name):
            by_month[meant.pop()].append(name)
    return by_month


def plain(name: str) -> str:
    """Return the name in the form in which texts are read: lower case, plain forms, without dots."""
    return unicodedata.normalize("NFKC", name).lower().replace(".", "").removeprefix("d’").strip()


def is_telling(name: str) -> bool:
    """Return whether a name is one word that hardly means anything but a month."""
    letters = [char for char in name if char.isalpha()]
    is_latin = bool(letters) and max(letters) < "\u0370"
    return (
        " " not in name
        and name.isprintable()
        and not any(map(str.isdigit, name))
        and (len(name) >= SHORTEST if is_latin else len(name) >= 2)
    )


def lines(words: list[str]) -> str:
    """Return words in lines of the usual width, joined by backslashes."""
    rows, row = [], ""
    for word in words:
        if row and len(row) + len(word) > WIDTH - 4:
            rows.append(row)
            row = ""
        row = f"{row} {word}".strip()
    return " \\\n  ".join([*rows, row])


def main() -> None:
    """Write the module."""
    months = names()
    table = "\n".join(lines(months[month]) for month in range(1, 13))
    OUTPUT.write_text(
        f'"""The names of the months in CLDR, written by .ci/months.py with Babel {__version__}."""\n\n'
        "from typing import Final\n\n"
        "# One line a month, in lower case and without dots. No word names two months.\n"
        f'CLDR_MONTHS: Final = """\\\n{table}\n"""\n',
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
