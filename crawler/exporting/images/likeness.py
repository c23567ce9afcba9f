"""Finds near-duplicates among pictures by their perceptual hashes, without comparing each with all others."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

BOUND = 7
"""Maximum number of bits, of 64, in which the perceptual hashes of near-duplicates differ."""
_BANDS = (0, 16, 32, 48)
"""The lowest bits of the four bands. At least one band of near-duplicates differs in one bit or in none,
because 7 bits divided by four bands are less than 2.
"""
_BAND = 0xFFFF
_FLIPS = (0, *(1 << bit for bit in range(16)))
"""The differences of two bands that differ in one bit or in none."""
_HASH = re.compile(r"[0-9a-f]{16}", re.ASCII)


class Likeness:
    """The pictures so far that are no near-duplicates, by their hashes."""

    def __init__(self) -> None:
        self._by_digest: dict[str, str] = {}
        self._by_hash: dict[int, int] = {}
        self._bands: tuple[defaultdict[int, list[int]], ...] = tuple(defaultdict(list) for _ in _BANDS)
        self._originals: list[tuple[int, str]] = []

    def original_of(self, name: str, digest: str, phash: str) -> str | None:
        """Return the name of the first original that a picture repeats; None for a new original.

        A picture repeats an original if both have the same bytes, or perceptual hashes that differ in
        `BOUND` bits at most. A near-duplicate is no original: a picture that resembles it alone is new. A
        hash that is not 16 hexadecimal digits is compared with no other.
        """
        original = self._by_digest.get(digest)
        if original is None and _HASH.fullmatch(phash):
            original = self._nearest(name, int(phash, 16))
        self._by_digest.setdefault(digest, original or name)
        return original

    def _nearest(self, name: str, phash: int) -> str | None:
        """Return the name of the first original with a similar hash; without one, add a new original."""
        number = self._by_hash.get(phash)
        if number is None:
            number = min(self._similar(phash), default=None)
        if number is None:
            self._add(name, phash)
            return None
        self._by_hash[phash] = number
        return self._originals[number][1]

    def _similar(self, phash: int) -> Iterator[int]:
        """Yield the numbers of the originals with a similar hash, some of them repeatedly."""
        for low, band in zip(_BANDS, self._bands, strict=True):
            part = phash >> low & _BAND
            for flip in _FLIPS:
                for number in band.get(part ^ flip, ()):
                    if (self._originals[number][0] ^ phash).bit_count() <= BOUND:
                        yield number

    def _add(self, name: str, phash: int) -> None:
        number = len(self._originals)
        self._originals.append((phash, name))
        self._by_hash[phash] = number
        for low, band in zip(_BANDS, self._bands, strict=True):
            band[phash >> low & _BAND].append(number)
