"""Character classes of the East Asian scripts, cheap to compile, for the grammars of datelines."""

from __future__ import annotations

import re
import string
from itertools import groupby
from typing import Final

_LETTERS: Final = string.ascii_letters


def wide(allowed: str = "") -> str:
    """Return a class of all characters beyond Latin-1, and of the given ones.

    Openings in their plain form have commas and full stops in Latin-1. A range such as U+3400–U+9FFF is more
    exact, but takes 50 times as long to compile.
    """
    narrow = [code for code in range(256) if chr(code) not in allowed]
    # Within a run, the difference between code and index is constant.
    runs = [list(run) for _, run in groupby(enumerate(narrow), lambda pair: pair[1] - pair[0])]
    return "[^" + "".join(f"\\x{run[0][1]:02x}-\\x{run[-1][1]:02x}" for run in runs) + "]"


HAN: Final = wide()
"""One character of a Chinese, Japanese or Korean word."""
NAME: Final = wide("·")
"""One character of a name; a dot may stand within."""
NAMES: Final = wide("·,/ ")
"""One character of a list of names."""
MIXED_NAMES: Final = wide("·,/ .'" + _LETTERS)
"""One character of a list of names that may be Latin."""
WORD: Final = wide("·.+" + _LETTERS + string.digits)
"""One character of the name of an agency."""
LETTER: Final = wide("·" + _LETTERS)
"""One letter of any script."""


_HAN: Final = re.compile("[\u3040-\u9fff]")
_HANGUL: Final = re.compile("[가-힣]")


def has_han(text: str) -> bool:
    """Return whether the text has a Chinese character or a kana."""
    return _HAN.search(text) is not None


def has_hangul(text: str) -> bool:
    """Return whether the text has a Korean syllable."""
    return _HANGUL.search(text) is not None
