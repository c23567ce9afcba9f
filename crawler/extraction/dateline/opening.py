"""Normalises the first characters of a paragraph for the grammars, and maps offsets back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

LOOKED_AT: Final = 300
"""Characters of a paragraph that are read: no dateline is longer."""

# Replacements have the same length, so that positions in the text stay the same.
_ENTITIES: Final = ("&nbsp;", " " * 6)
_SPACES: Final = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
    "\t\n\r\f\v"
)
_INVISIBLE: Final = (
    "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060"
    "\u2066\u2067\u2068\u2069\ufeff"
)
_LIKE: Final = {
    " ": _SPACES,
    "-": "\u2010\u2011\u2212\ufe63\uff0d",
    "—": "\u2015\u2e3a\u2e3b\ufe58\u2500\u2501",
    "[": "【〔［",
    "]": "】〕］",
    "/": "\u2215\u2044",
    ",": "،、",
    ";": "。",
    "'": "’‘ʼ`´",
    "·": "•・‧∙⋅",
}
_PLAIN: Final = (
    {chr(0xFF01 + i): chr(0x21 + i) for i in range(94)}
    | {c: plain for plain, characters in _LIKE.items() for c in characters}
    | {chr(base + i): str(i) for base in (0x660, 0x6F0) for i in range(10)}
)
# Substitution of rare characters is several times faster than `str.translate`, which is slow for each miss.
_SPECIAL: Final = re.compile(f"[{re.escape(''.join(_PLAIN))}]")
_HIDDEN: Final = re.compile(f"[{_INVISIBLE}]")
_EDGES: Final = _SPACES + _INVISIBLE + " \x00\x1c\x1d\x1e\x1f\x85\u2028\u2029"


@dataclass(frozen=True, slots=True)
class Opening:
    """A paragraph's first characters."""

    text: str
    """As printed, without white space around it."""
    plain: str
    """The same with one kind of space, bracket, digit and dash, and without invisible characters."""
    places: tuple[int, ...] | None
    """The position in `text` of each character of `plain`; None if the positions are equal."""

    def printed(self, end: int) -> str:
        """Return the printed text up to the position `end` in `plain`."""
        stop = self.places[end - 1] + 1 if self.places else end
        return self.text[:stop].rstrip(_EDGES)


def read_opening(paragraph: str) -> Opening:
    """Strip a paragraph, truncate it to the longest dateline, and make it plain."""
    text = paragraph[: LOOKED_AT * 4].strip(_EDGES)[:LOOKED_AT]
    if _HIDDEN.search(text) is None:
        return Opening(text, plain_of(text), None)
    places = tuple(i for i, c in enumerate(text) if not _HIDDEN.match(c))
    return Opening(text, plain_of("".join(text[i] for i in places)), places)


def plain_of(text: str) -> str:
    """Return a text with one kind of space, bracket, digit and dash."""
    if text.isascii():
        return text.replace(*_ENTITIES)
    return _SPECIAL.sub(_plain_character, text).replace(*_ENTITIES)


def _plain_character(match: re.Match[str]) -> str:
    return _PLAIN[match[0]]
