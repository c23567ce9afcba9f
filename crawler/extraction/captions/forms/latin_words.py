"""Defines patterns for the words of names in alphabetic scripts."""

from typing import Final

_CAPITALS: Final = "A-ZÀ-ÝĀĆČĎĐĞĢĪİĶĹĻĽŁŃŅŇŌŐŒŘŚŠŞŤŪŮŰŹŻŽȘȚΑ-ΩΆΈΉΊΌΎΏА-ЯЁІЇЄЈЉЊЋЂҚ"
CAPITAL: Final = f"[{_CAPITALS}]"
"""A capital letter."""

NAME_WORD: Final = rf"(?:(?:d['’]|de |van |von |bin |al-|el-)?(?:[{_CAPITALS}]\.|[{_CAPITALS}][\w'’\-À-ÿ]*))"
"""A word of a name, with the particle before it: `Example`, `de Lima`, `J.`."""

_LONGEST_WORD: Final = 14
BEHIND_LOWER_CASE: Final = (
    "(?:"
    + "|".join(rf"(?<=\s(?!{CAPITAL})[^\W\d_]{{{length}}}\s)" for length in range(1, _LONGEST_WORD + 1))
    + ")"
)
"""A place behind a word in lower case: captions without a full stop end so. Look-behinds need a length."""
