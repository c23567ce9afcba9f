"""Finds the positions in an opening of the alphabetic scripts where a dateline may end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple

from crawler.extraction.dateline.western_heads import DatelineHead, take_apart
from crawler.extraction.dateline.western_places import LetterCase

_FARTHEST: Final = 160
"""Characters before the last mark that may end a dateline."""
_MOST_MARKS: Final = 8
"""Marks that are tried, at most."""
_CLOSER: Final = re.compile(r"[-)\]/.:_–—]")
CLOSING: Final = (
    r"(?P<mark>[)\]/]\s*(?:[.,:]?\s*(?:-{1,6}(?: -)?|[–—]{1,4}|_{1,4}|[:=])|\.(?=\s|$))?"
    r"|[.:]-{1,2}|--+|[–—]+|(?<=\s)[-_]{1,3}|-(?=\s)(?: -)?|_(?=\s)|:(?=\s))"
)
"""A possible end of a dateline, with the bracket before it."""
_CLOSING: Final = re.compile(CLOSING)
_OPENERS: Final = {")": "(", "]": "[", "/": "/"}
# Three small words in a row: no head has as many, although names have particles and dates prepositions.
_RUNNING_TEXT: Final = re.compile(r"(?<!\d)\s[a-zà-ÿа-я]{2,}\s[a-zà-ÿа-я]{2,}\s[a-zà-ÿа-я]{2,}\s")


class Closing(NamedTuple):
    """A possible end of a dateline."""

    match: re.Match[str]
    head: DatelineHead
    mark: str
    """The closing mark; empty after a mere bracket."""
    end: int
    following: str


def closings(plain: str) -> Iterator[Closing]:
    """Yield the possible ends of a dateline, each with the head before it, if the head may hold places."""
    for match in islice(_marks(plain), _MOST_MARKS):
        closing = _closing(plain, match)
        if not closing.head.rest or closing.head.places.shape is not LetterCase.NONE:
            yield closing


def _marks(plain: str) -> Iterator[re.Match[str]]:
    """Yield the marks that may end a dateline, up to the beginning of running text."""
    running = _RUNNING_TEXT.search(plain, 0, _FARTHEST)
    last = running.start() if running else _FARTHEST
    at = 0
    while closer := _CLOSER.search(plain, at, last):
        match = _CLOSING.match(plain, closer.start())
        if match and _has_partner(plain, closer):
            yield match
        at = match.end() if match else closer.end()


def _has_partner(plain: str, closer: re.Match[str]) -> bool:
    """Return whether an opening bracket stands before a closing one: a cheap test that most marks fail."""
    opener = _OPENERS.get(closer[0])
    return opener is None or plain.rfind(opener, 0, closer.start()) >= 0


def _closing(plain: str, match: re.Match[str]) -> Closing:
    start = match.start() + (plain[match.start()] in ")]/")
    mark = plain[start : match.end()].strip()
    return Closing(match, take_apart(plain[:start].rstrip()), mark, match.end(), plain[match.end() :])
