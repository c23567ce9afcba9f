"""Defines patterns for the words of names in alphabetic scripts."""

from typing import Final

NAME_WORD: Final = r"(?:(?:d['’]|de |van |von |bin |al-|el-)?(?:[A-ZÀ-ÝА-ЯЁ]\.|[A-ZÀ-ÝА-ЯЁ][\w'’\-À-ÿ]*))"
"""A word of a name, with the particle before it: `Example`, `de Lima`, `J.`."""

CAPITAL: Final = "[A-ZÀ-ÝĀĆČĎĐĞĪİŁŃŇŌŐŘŚŠŤŪŮŰŹŻŽΑ-ΩА-ЯЁІЇЄ]"
"""A capital letter."""
