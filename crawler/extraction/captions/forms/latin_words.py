"""Defines patterns for the words of names in alphabetic scripts."""

from typing import Final

_CAPITALS: Final = "A-ZÀ-ÝĀĆČĎĐĞĢĪİĶĹĻĽŁŃŅŇŌŐŒŘŚŠŞŤŪŮŰŹŻŽȘȚΑ-ΩΆΈΉΊΌΎΏА-ЯЁІЇЄЈЉЊЋЂҚ"
CAPITAL: Final = f"[{_CAPITALS}]"
"""A capital letter."""

NAME_WORD: Final = (
    rf"(?:(?:d['’]|de |van |von |bin |al-|el-)?(?:[{_CAPITALS}]\.|[{_CAPITALS}][\w'’\-À-ÿ]{{0,40}}))"
)
"""A word of a name, with the particle before it: `Example`, `de Lima`, `J.`."""
